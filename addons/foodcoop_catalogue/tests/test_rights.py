# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import CatalogueCase

MODELS = (
    "foodcoop.catalogue.import",
    "foodcoop.catalogue.line",
    "foodcoop.catalogue.format",
    "foodcoop.catalogue.reading",
)


@tagged("post_install", "-at_install")
class TestRights(CatalogueCase):
    def test_a_buyer_reads_and_applies_with_this_group_alone(self):
        record = self.read_list()
        self.line(record, "P3462").take = True
        record.action_apply()
        self.assertEqual(record.state, "applied")

    def test_a_colleague_who_only_orders_sees_no_price_list(self):
        clerk = new_test_user(self.env, "clerk", groups="purchase.group_purchase_user")
        record = self.read_list()
        with self.assertRaises(AccessError):
            record.with_user(clerk).action_apply()
        with self.assertRaises(AccessError):
            self.new_import(user=clerk)

    def test_strangers_are_refused(self):
        record = self.read_list()
        for login, group in (
            ("staff", "base.group_user"),
            ("out", "base.group_portal"),
        ):
            stranger = new_test_user(self.env, login, groups=group)
            for model in MODELS:
                with self.assertRaises(AccessError):
                    self.env[model].with_user(stranger).search([])
            for call in (
                lambda one: one.action_read(),
                lambda one: one.action_yes(),
                lambda one: one.answer("scope", "", "full"),
                lambda one: one.repair_page(),
                lambda one: one.reading_progress(),
            ):
                with self.assertRaises(AccessError):
                    call(record.with_user(stranger))

    def test_an_applied_list_is_history(self):
        record = self.read_list()
        record.action_apply()
        for change in (
            lambda: record.write({"filename": "other.xlsx"}),
            lambda: record.line_ids[0].write({"take": True}),
            record.line_ids[0].unlink,
            record.unlink,
        ):
            with self.assertRaises(AccessError):
                change()

    def test_nobody_says_by_hand_what_happened_to_a_list(self):
        record = self.read_list()
        forged = {
            "state": "applied",
            "digest": "0" * 64,
            "document": b"",
            "understood": {},
            "mapping_text": "{}",
            "applied_on": "2020-01-01",
            "applied_by_id": self.env.uid,
            "undone_on": "2020-01-01",
            "undone_by_id": self.env.uid,
        }
        for name, value in forged.items():
            with self.assertRaises(AccessError, msg=name):
                record.write({name: value})
            with self.assertRaises(AccessError, msg=name):
                record.with_context(**{f"default_{name}": value}).create(
                    {"filename": "a.xlsx", "file": record.file}
                )
        self.assertEqual((record.state, record.applied_on), ("read", False))

    def test_nobody_makes_a_row_say_what_the_list_does_not(self):
        record = self.read_list()
        line = record.line_ids.filtered(lambda one: one.kind == "problem")[:1]
        known = self.line(record, "P3460")
        forged = {
            "kind": "new",
            "has_price": True,
            "price": 0.01,
            "seller_id": known.seller_id.id,
            "source_row": 1,
            "import_id": record.copy({"filename": "other.xlsx"}).id,
        }
        for role in self.roles():
            for name, value in forged.items():
                with self.assertRaises(AccessError, msg=(role.login, name)):
                    line.with_user(role).write({name: value})
            with self.assertRaises(AccessError, msg=role.login):
                line.with_user(role).create({"import_id": record.id, "kind": "new"})
        line.take = True
        with self.assertRaisesRegex(UserError, "cannot be taken"):
            record.action_apply()

    def test_what_was_read_keeps_its_file_supplier_and_company(self):
        record = self.read_list()
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        other = self.env["res.partner"].create({"name": "Other"})
        forged = {
            "file": base64.b64encode(b"other"),
            "company_id": elsewhere.id,
            "partner_id": other.id,
            "is_full_list": True,
            "scope": "partial",
        }
        for role in self.roles():
            role.sudo().company_ids |= elsewhere
            for name, value in forged.items():
                with self.assertRaises(UserError, msg=(role.login, name)):
                    record.with_user(role).write({name: value})
        with self.assertRaisesRegex(UserError, "make a new list"):
            record.file = base64.b64encode(b"other")

    def test_nor_is_the_file_changed_behind_the_list(self):
        record = self.read_list()
        kept = [
            ("res_model", "=", record._name),
            ("res_id", "=", record.id),
            ("res_field", "in", ["file", "document"]),
        ]
        # sudo: a person who knows the numbers of the attachments
        attachments = self.env["ir.attachment"].sudo().search(kept)
        self.assertEqual(len(attachments), 2)
        for role in self.roles():
            theirs = attachments.with_user(role)
            with self.assertRaises(AccessError, msg=role.login):
                theirs.write({"raw": b"other"})
            with self.assertRaises(AccessError, msg=role.login):
                theirs.unlink()

    def roles(self):
        """A buyer, the shop's administrator, a colleague who only orders."""
        clerk = new_test_user(self.env, "orders", groups="purchase.group_purchase_user")
        return self.buyer, self.env.ref("base.user_admin"), clerk

    def test_a_row_is_not_moved_into_a_list_that_is_history(self):
        applied = self.read_list()
        applied.action_apply()
        line = self.read_list(P3460=1.31).line_ids[0]
        with self.assertRaises(AccessError):
            line.import_id = applied
        line.sudo().source_row = 900  # of which the other list has none
        with self.assertRaisesRegex(ValidationError, "stays on the list"):
            line.sudo().import_id = applied
        with self.assertRaises(UserError):
            line.copy({"import_id": applied.id, "source_row": 0})

    def test_a_buyer_of_another_company_sees_nothing(self):
        record = self.read_list()
        other = self.another_companys_buyer()
        for mine in (record, record.format_id):
            self.assertTrue(mine)
            self.assertNotIn(mine, mine.with_user(other).search([]))
        with self.assertRaises(AccessError):
            record.with_user(other).action_apply()
