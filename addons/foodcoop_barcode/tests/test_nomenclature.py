# SPDX-License-Identifier: AGPL-3.0-or-later
import random

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestNomenclature(BarcodeCase):
    """A number that the shop's own rules make something else of is passed over."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rules = cls.env.company.nomenclature_id

    def rule(self, pattern, type_="alias", **values):
        return self.env["barcode.rule"].create(
            {
                "name": f"Rule {pattern}",
                "barcode_nomenclature_id": self.rules.id,
                "sequence": 1,
                "encoding": "any",
                "type": type_,
                "pattern": pattern,
                **values,
            }
        )

    def given(self):
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        return honey.barcode

    def test_the_first_number_a_rule_does_not_want_is_given(self):
        self.rule("2098700000")
        self.assertEqual(self.given(), self.number(100))
        skipped = self.ledger([("state", "=", "skipped")])[0]
        self.assertEqual(skipped.code, self.number(1))
        self.assertIn("Rule 2098700000", skipped.reason)
        self.assertIn(self.rules.name, skipped.reason)

    def test_in_a_selection_only_the_numbers_a_rule_wants_are_missing(self):
        self.rule("20987000001")
        teas = self.products(20)
        self.allocate(teas)
        self.assertEqual(teas[-1].barcode, self.number(30))
        self.assertFalse(
            {self.number(n) for n in range(10, 20)} & set(teas.mapped("barcode"))
        )

    def test_a_rule_that_wants_the_whole_range_is_named(self):
        self.rule("20987")
        with self.assertRaisesRegex(UserError, "Rule 20987.*make another range"):
            self.given()
        self.assertFalse(self.ledger([("range_id", "=", self.range.id)]))

    def test_a_rule_behind_the_one_for_products_does_no_harm(self):
        self.rule("20987", sequence=1000)
        self.assertEqual(self.given(), self.number(1))

    def test_a_rule_for_other_lengths_does_no_harm(self):
        self.rule("20987", encoding="ean8")
        self.assertEqual(self.given(), self.number(1))

    def test_the_rules_of_another_shop_count_too(self):
        rules = self.env["barcode.nomenclature"].create({"name": "Quimper"})
        self.env["res.company"].create(
            {"name": "Autre coopérative", "nomenclature_id": rules.id}
        )
        with self.assertRaisesRegex(UserError, "No barcode rule"):
            self.given()

    def test_a_weight_range_wants_its_own_rule(self):
        weight = self.env.ref("foodcoop_barcode.range_weight")
        weight.active = True
        comte = self.product("Comté")
        comte._allocate_barcode("weight")
        self.assertEqual(comte.barcode, weight._spec().number(weight.used).code)
        self.assertEqual(self.rules.parse_barcode(comte.barcode)["type"], "weight")

    def test_every_number_is_read_as_odoos_server_reads_it(self):
        self.rule("20{NN}1", "product", encoding="ean13")
        self.rule("2|41", sequence=2, encoding="ean8")
        self.rule("2[0-4]....{NNDDD}", sequence=3)
        self.rule("....7.*", sequence=4, alias="7")
        shop = self.rules._spec()
        chance = random.Random(3)
        read = set()
        for _turn in range(500):
            body = "2" + "".join(chance.choices("0127", k=11))
            code = self.rules.sanitize_ean(body + "0")
            found = shop.office(code)
            odoo = self.rules.parse_barcode(code)
            read.add("alias" if found.via else found.type)
            self.assertEqual(
                (found.type, found.base_code), (odoo["type"], odoo["base_code"]), code
            )
        self.assertLessEqual({"alias", "product", "weight"}, read)
