# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_barcode_pos import weigh_in_grams
from odoo.addons.foodcoop_barcode_pos.models import pos_config

from .common import TillCase


class TestLoading(TillCase):
    """What a till knows when it opens, so that it can go on without the network."""

    def weighing(self):
        [config] = self.load()
        return config["_foodcoop_weighing"]

    def sell_cheese(self, *weights, product=None):
        for weight in weights:
            self.sell(self.line(product or self.cheese, weight, 10 * weight))

    def test_a_cashier_gets_the_shop_s_ranges_without_a_right_to_them(self):
        found = self.weighing()["measures"]
        ranges = self.env["foodcoop.barcode.range"].with_company(self.env.company)
        self.assertEqual(
            {(rule["pattern"], rule["kind"]) for rule in found},
            {(measure.pattern, measure.kind) for measure in ranges._measures()},
        )
        self.assertTrue(found)
        self.assertFalse(ranges.with_user(self.cashier).has_access("read"))

    def test_three_times_the_usual_weight_is_asked_about(self):
        self.sell_cheese(0.4, 0.4, 0.5, 0.6, 0.6)
        self.assertAlmostEqual(self.weighing()["heaviest"][self.cheese.id], 1.5)

    def test_a_kilo_is_never_asked_about(self):
        self.sell_cheese(*[0.02] * 5)
        self.assertEqual(self.weighing()["heaviest"][self.cheese.id], 1)

    def test_grams_are_told_in_kilos(self):
        tea = self.article("Thé", 0.02, uom_id=self.env.ref("uom.product_uom_gram").id)
        self.sell_cheese(*[800] * 5, product=tea)
        self.assertAlmostEqual(self.weighing()["heaviest"][tea.id], 2.4)

    def test_a_few_sales_are_no_habit_and_pieces_have_no_weight(self):
        self.sell_cheese(*[0.5] * (pos_config.USUAL_SALES - 1))
        self.sell_cheese(*[1] * pos_config.USUAL_SALES, product=self.soap)
        self.assertFalse(self.weighing()["heaviest"])

    def test_the_till_knows_what_a_kilo_is(self):
        weighing = self.weighing()
        units = {unit["id"]: unit for unit in self.load("uom.uom")}
        self.assertEqual(units[weighing["kilogram"]]["name"], self.kilogram.name)
        self.assertTrue(units[self.cheese.uom_id.id]["parent_path"])

    def test_weights_count_in_grams_and_finer_stays_finer(self):
        precision = self.env.ref("uom.decimal_product_uom")
        for before, after in ((2, 3), (3, 3), (4, 4)):
            precision.digits = before
            weigh_in_grams(self.env)
            self.assertEqual(precision.digits, after)

    def test_a_product_not_on_the_till_yet_is_found_by_its_second_code(self):
        self.env["product.uom"].create(
            {
                "product_id": self.soap.id,
                "uom_id": self.soap.uom_id.id,
                "barcode": "9520000000080",
            }
        )
        templates = self.env["product.template"].with_user(self.cashier)
        codes = [
            ("product_variant_ids.product_uom_ids.barcode", "in", ["9520000000080"])
        ]
        found = templates.load_product_from_pos(self.till.id, codes)
        self.assertEqual([row["id"] for row in found["product.product"]], self.soap.ids)
        self.assertEqual(
            [row["product_id"] for row in found["product.uom"]], self.soap.ids
        )

    def test_a_cashier_gets_the_sentences_in_her_own_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        session = self.session.with_user(self.cashier)
        for lang, said in (("en_US", "no product"), ("fr_FR", "aucun produit")):
            found = session.with_context(lang=lang).load_data(["pos.config"])
            sentences = found["pos.config"][0]["_foodcoop_weighing"]["sentences"]
            self.assertIn(said, sentences["unknown"])
            self.assertIn("%(code)s", sentences["unknown"])
