# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import DEFAULTS, CheckupCase


@tagged("post_install", "-at_install")
class TestCheckup(CheckupCase):
    """The rules that are really there, with the goods of a shop."""

    def setUp(self):
        super().setUp()
        self.needs_default_rules(self)
        self.sugar = self.product("Zucker", "4141000000013")

    def test_the_rules_are_those_the_vectors_were_measured_with(self):
        rules = self.rules.rule_ids
        self.assertLessEqual(
            set(DEFAULTS),
            {(r.name, r.type, r.encoding, r.pattern, r.sequence) for r in rules},
        )

    def test_our_reading_of_the_server_is_odoos_own(self):
        shop = self.rules._spec()
        for code in (
            "4141000000013",
            "0410000000014",
            "041220576555",
            "2215000000006",
            "10345672",
            "2100001012342",
            "2100001012349",
            "2312345002655",
            "0490010003694",
            "PACK0001",
            "0444-1b2c-4d5e",
            "x{1}.\\",
        ):
            odoo = self.rules.parse_barcode(code)
            ours = shop.office(code)
            self.assertEqual(
                (ours.type, ours.base_code, round(ours.value, 3)),
                (odoo["type"], odoo["base_code"], round(odoo["value"], 3)),
                code,
            )

    def test_the_goods_a_rule_swallows_are_named(self):
        found = self.finding(self.checkup(), "location")
        self.assertIn("Zucker (4141000000013)", found.goods)
        self.assertIn("GS1 Germany: 414", found.members)
        self.assertTrue(found.take)

    def test_archived_goods_and_packs_are_tried_too(self):
        self.product("Alter Zucker", "4140000000016", active=False)
        self.env["product.uom"].create(
            {
                "product_id": self.sugar.id,
                "uom_id": self.sugar.uom_id.id,
                "barcode": "4142000000010",
            }
        )
        found = self.finding(self.checkup(), "location")
        self.assertGreaterEqual(found.goods_count, 3)

    def test_looking_and_trying_change_no_rule(self):
        before = self.rules.rule_ids.read(["pattern", "encoding", "sequence"])
        self.checkup(self.office).action_try()
        self.rules.rule_ids.invalidate_recordset()
        after = self.rules.rule_ids.read(["pattern", "encoding", "sequence"])
        self.assertEqual(after, before)

    def test_the_dry_run_shows_each_code_before_and_after(self):
        wizard = self.checkup()
        wizard.action_try()
        reading = wizard.reading_ids.filtered(lambda r: r.code == "4141000000013")
        self.assertEqual(reading.name, "Zucker")
        self.assertEqual(
            (reading.before, reading.after, reading.verdict),
            ("a place in the storeroom", "a product", "better"),
        )
        self.assertFalse(wizard.worse)

    def test_apply_writes_the_narrowed_rules_and_the_goods_are_products(self):
        wizard = self.checkup()
        wizard.action_try()
        wizard.action_apply()
        self.assertEqual(self.rules.parse_barcode("4141000000013")["type"], "product")
        self.assertEqual(self.rules.parse_barcode("2215")["type"], "discount")
        self.assertFalse(self.finding(self.checkup(), "location"))

    def test_nothing_is_applied_that_was_not_tried(self):
        wizard = self.checkup()
        with self.assertRaisesRegex(UserError, "Look again"):
            wizard.action_apply()

    def test_rules_changed_meanwhile_are_not_overwritten(self):
        wizard = self.checkup()
        wizard.action_try()
        self.rule("lot").pattern = "LOT"
        with self.assertRaisesRegex(UserError, "somebody changed them"):
            wizard.action_apply()
        self.assertEqual(self.rule("location").pattern, "414")

    def test_no_tick_no_trial(self):
        wizard = self.checkup()
        wizard.finding_ids.take = False
        with self.assertRaisesRegex(UserError, "No proposal is ticked"):
            wizard.action_try()

    def test_badges_cards_and_places_in_use_are_still_read(self):
        card = self.env["res.partner"].create({"name": "Lucie", "barcode": "04217"})
        if "hr.employee" in self.env:
            self.env["hr.employee"].create({"name": "Anne", "barcode": "0415"})
        wizard = self.checkup()
        wizard.action_try()
        self.assertFalse(wizard.worse)
        wizard.action_apply()
        self.assertEqual(self.rules.parse_barcode(card.barcode)["type"], "client")
        if "hr.employee" in self.env:
            self.assertEqual(self.rules.parse_barcode("0415")["type"], "cashier")

    def test_a_badge_that_changes_is_shown_without_its_middle(self):
        self.env["res.partner"].create({"name": "Lucie", "barcode": "0420000000013"})
        wizard = self.checkup()
        finding = self.finding(wizard, "client")
        finding.changes = [
            dict(
                finding.changes[0], after=finding.changes[0]["after"] | {"pattern": "X"}
            )
        ]
        wizard.action_try()
        worse = wizard.reading_ids.filtered(lambda r: r.verdict == "worse")
        self.assertEqual(worse.code, "042••••••••13")
        self.assertEqual(wizard.worse, 1)

    def worse(self, type_, pattern="X"):
        """The readings lost where the rule of this type reads nothing any more."""
        wizard = self.checkup()
        found = self.finding(wizard, type_)
        change = found.changes[0]
        after = change["after"] | {"pattern": pattern}
        found.changes = [dict(change, after=after)]
        wizard.action_try()
        return wizard.reading_ids.filtered(lambda r: r.verdict == "worse")

    def test_a_short_badge_is_not_shown_at_all(self):
        self.env["res.partner"].create({"name": "Lucie", "barcode": "042000017"})
        self.assertEqual(self.worse("client").code, "•" * 9)

    def test_a_gift_card_tells_its_code_nowhere(self):
        if "loyalty.card" not in self.env:
            self.skipTest("loyalty is not installed")
        program = self.env["loyalty.program"].create({"name": "Gift"})
        card = {"program_id": program.id, "code": "0431234567890"}
        self.env["loyalty.card"].create(card)
        reading = self.worse("coupon")
        self.assertEqual(reading.name, "Coupon or gift card")
        self.assertNotIn("1234567890", f"{reading.name} {reading.code}")

    def test_a_weight_range_of_ours_gets_its_rule_before_all_others(self):
        self.env["foodcoop.barcode.range"].search(
            [("purpose", "in", ("price", "weight"))]
        ).active = False
        weighed = self.env["foodcoop.barcode.range"].create(
            {
                "name": "Bulk",
                "purpose": "weight",
                "prefix": "28",
                "item_digits": 5,
                "whole_digits": 2,
                "decimals": 3,
            }
        )
        wizard = self.checkup()
        found = wizard.finding_ids.filtered(lambda f: f.why == "ours")
        self.assertEqual(found.name, weighed.name)
        wizard.action_try()
        wizard.action_apply()
        self.rules.invalidate_recordset()  # read in the order of the database
        parsed = self.rules.parse_barcode("2800001012341")
        self.assertEqual(parsed["type"], "weight")
        self.assertAlmostEqual(parsed["value"], 1.234)

    def test_an_update_of_odoo_leaves_the_narrowed_rules(self):
        data = self.env["ir.model.data"].search(
            [("model", "=", "barcode.rule"), ("res_id", "=", self.rule("location").id)]
        )
        self.assertTrue(data.noupdate)
        data.noupdate = False
        wizard = self.checkup()
        wizard.action_try()
        wizard.action_apply()
        self.assertTrue(data.noupdate)

    @mute_logger("odoo.models")
    def test_rules_that_read_gs1_strings_are_not_looked_at(self):
        if "is_gs1_nomenclature" not in self.rules._fields:
            self.skipTest("barcodes_gs1_nomenclature is not installed")
        gs1 = self.env["barcode.nomenclature"].create(
            {"name": "GS1", "is_gs1_nomenclature": True}
        )
        wizard = self.checkup()
        wizard.nomenclature_id = gs1
        with self.assertRaisesRegex(UserError, "fall back"):
            wizard.action_look_again()
