# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AuditCase

MODELS = (
    "foodcoop.barcode.checkup",
    "foodcoop.barcode.checkup.finding",
    "foodcoop.barcode.checkup.reading",
    "foodcoop.barcode.rule.change",
    "foodcoop.barcode.audit",
    "foodcoop.barcode.audit.line",
)


@tagged("post_install", "-at_install")
class TestRights(AuditCase):
    """Who numbers goods looks and takes over; Odoo says who may change the rules."""

    def test_a_stranger_sees_nothing_of_it(self):
        for model in MODELS:
            with self.subTest(model), self.assertRaises(AccessError):
                self.env[model].with_user(self.volunteer).search([])

    def test_a_stranger_opens_no_check_up(self):
        with self.assertRaises(AccessError):
            self.checkup(self.volunteer)

    def test_a_stranger_takes_nothing_over(self):
        self.product("Pen", "4006381333931")
        audit = self.audit()
        with self.assertRaises(AccessError):
            audit.with_user(self.volunteer).action_take_over()
        with self.assertRaises(AccessError):
            audit.line_ids.with_user(self.volunteer).action_fix()

    def test_who_numbers_goods_tries_the_rules_and_does_not_change_them(self):
        self.needs_default_rules(self)
        self.product("Zucker", "4141000000013")
        wizard = self.checkup(self.office)
        wizard.action_try()
        self.assertFalse(wizard.may_apply)
        with self.assertRaisesRegex(AccessError, "not change what the tills read"):
            wizard.action_apply()
        self.assertEqual(self.rule("location").pattern, "414")

    def test_who_numbers_goods_takes_no_change_back(self):
        self.needs_default_rules(self)
        self.product("Zucker", "4141000000013")
        wizard = self.checkup()
        wizard.action_try()
        wizard.action_apply()
        changes = self.env["foodcoop.barcode.rule.change"].with_user(self.office)
        with self.assertRaises(AccessError):
            changes.search([]).action_undo()

    def test_nobody_writes_the_book_by_hand(self):
        with self.assertRaises(AccessError):
            self.env["foodcoop.barcode.rule.change"].with_user(self.till_keeper).create(
                {"name": "x", "kind": "added"}
            )

    def test_lines_are_not_edited_by_hand(self):
        self.product("Pen", "4006381333930")
        audit = self.audit()
        with self.assertRaises(AccessError):
            audit.line_ids.with_user(self.office).write({"state": "ready"})
