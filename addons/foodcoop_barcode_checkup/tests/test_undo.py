# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CheckupCase


@tagged("post_install", "-at_install")
class TestUndo(CheckupCase):
    """What the check-up did stands in a book and can be taken back."""

    def setUp(self):
        super().setUp()
        self.needs_default_rules(self)
        wizard = self.checkup()
        wizard.action_try()
        wizard.action_apply()
        self.changes = self.env["foodcoop.barcode.rule.change"].with_user(
            self.till_keeper
        )
        self.changes = self.changes.search([])

    def of(self, type_):
        return self.changes.filtered(lambda c: c.after.get("type") == type_)

    def test_each_change_says_who_what_before_and_after(self):
        change = self.of("location")
        self.assertEqual(change.create_uid, self.till_keeper)
        self.assertEqual(change.before["pattern"], "414")
        self.assertEqual(change.after["pattern"], self.rule("location").pattern)

    def test_undo_puts_every_rule_back(self):
        self.changes.action_undo()
        self.assertEqual(self.rule("location").pattern, "414")
        self.assertEqual(self.rule("discount").pattern, "22{NN}")
        self.assertEqual(self.rules.parse_barcode("4141000000013")["type"], "location")

    def test_undo_is_a_row_that_names_the_old_one(self):
        self.of("location").action_undo()
        reversal = self.changes.search([("reverses_id", "=", self.of("location").id)])
        self.assertEqual(reversal.kind, "undone")
        self.assertFalse(self.of("location").can_undo)

    def test_undo_twice_does_it_once(self):
        self.of("location").action_undo()
        answer = self.of("location").action_undo()
        self.assertEqual(answer["params"]["message"], "Nothing to take back.")
        self.assertEqual(
            self.changes.search_count([("reverses_id", "=", self.of("location").id)]), 1
        )

    def test_a_rule_somebody_changed_since_is_left_and_told(self):
        self.rule("location").pattern = "4149"
        answer = self.changes.action_undo()
        self.assertIn("Location barcodes", answer["params"]["message"])
        self.assertEqual(self.rule("location").pattern, "4149")
        self.assertEqual(self.rule("discount").pattern, "22{NN}")

    def test_a_rule_deleted_since_is_told(self):
        self.rule("location").unlink()
        answer = self.of("location").action_undo()
        self.assertIn("Location barcodes", answer["params"]["message"])

    def test_a_rule_that_was_added_goes_again(self):
        apply = self.changes._apply
        rule = self.rule("product").with_user(self.till_keeper)._spec()
        from ..lib.narrow import Change, replace  # noqa: PLC0415

        change = Change(
            None, replace(rule, id=0, name="414", pattern="414", sequence=3)
        )
        added = apply(self.rules, [change])
        self.assertEqual(added.kind, "added")
        added.with_user(self.till_keeper).action_undo()
        self.assertFalse(added.rule_id.exists())

    def test_the_book_is_never_rewritten(self):
        with self.assertRaises(UserError):
            self.changes.sudo().write({"name": "x"})
        with self.assertRaises(UserError):
            self.changes.sudo().unlink()

    def test_the_database_lets_a_change_be_taken_back_once(self):
        change = self.of("location")
        change.action_undo()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.changes.sudo().create(change._prepare_reversal())
            self.env.flush_all()
