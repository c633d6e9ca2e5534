# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import CheckupCase

MODELS = (
    "foodcoop.barcode.checkup",
    "foodcoop.barcode.checkup.finding",
    "foodcoop.barcode.checkup.reading",
    "foodcoop.barcode.rule.change",
)


@tagged("post_install", "-at_install")
class TestRights(CheckupCase):
    """Who numbers goods looks; Odoo says who may change the rules."""

    def test_a_stranger_sees_nothing_of_it(self):
        for model in MODELS:
            with self.subTest(model), self.assertRaises(AccessError):
                self.env[model].with_user(self.volunteer).search([])

    def test_a_stranger_opens_no_check_up(self):
        with self.assertRaises(AccessError):
            self.checkup(self.volunteer)

    def test_ones_check_up_is_ones_own(self):
        wizard = self.checkup(self.till_keeper)
        with self.assertRaises(AccessError):
            wizard.with_user(self.office).read(["summary"])
        for model in MODELS[1:3]:
            lines = self.env[model].with_user(self.office)
            self.assertFalse(lines.search([("checkup_id", "=", wizard.id)]))

    def test_who_numbers_goods_tries_the_rules_and_does_not_change_them(self):
        self.needs_default_rules(self)
        self.product("Zucker", "4141000000013")
        wizard = self.checkup(self.office)
        wizard.action_try()
        with self.assertRaisesRegex(AccessError, "not change what the tills read"):
            wizard.action_apply()
        self.assertEqual(self.rule("location").pattern, "414")

    def test_who_may_not_apply_reads_at_once_who_may(self):
        self.needs_default_rules(self)
        wizard = self.checkup(self.office)
        self.assertEqual((wizard.state, wizard.may_apply), ("found", False))
        self.assertIn("Access Rights", wizard.who_may_apply)
        self.assertTrue(self.checkup(self.till_keeper).may_apply)

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
