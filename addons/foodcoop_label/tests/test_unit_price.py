# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2 import IntegrityError

from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .common import LabelCase


@tagged("post_install", "-at_install")
class TestUnitPrice(LabelCase):
    def shown(self, **values):
        product = self.product(**{"barcode": False} | values)
        return product.label_problem or product.unit_price_text

    def test_half_a_kilogram_shows_the_price_of_a_whole_one(self):
        self.assertRegex(self.shown(), r"15\.00.*/kg")

    def test_a_bottle_shows_the_price_of_a_litre(self):
        oil = {"net_content": 0.75, "net_content_uom_id": self.litre.id}
        self.assertRegex(self.shown(list_price=6, **oil), r"8\.00.*/L")

    def test_the_drained_weight_counts(self):
        self.assertRegex(self.shown(list_price=3, drained_content=300), r"10\.00")

    def test_loose_goods_show_the_price_of_a_kilogram(self):
        carrots = self.product(
            uom_id=self.kilo.id, net_content=0, net_content_uom_id=False
        )
        self.assertRegex(carrots.unit_price_text, r"7\.50.*/kg")
        self.assertFalse(carrots._label_facts()[carrots]["price"])

    def test_loose_goods_sold_by_the_gram_show_it_of_a_kilogram(self):
        saffron = self.product(uom_id=self.gram.id, list_price=0.03, net_content=0)
        self.assertRegex(saffron.unit_price_text, r"30\.00.*/kg")

    def test_what_is_missing_is_said_with_the_name(self):
        self.assertIn("Jam: add the net", self.shown(name="Jam", net_content=0))
        self.assertIn(
            "Tea: add the selling price", self.shown(name="Tea", list_price=0)
        )
        self.assertIn("Leek: add the origin", self.shown(name="Leek", fresh_produce=1))

    def test_less_than_nothing_is_in_no_pack(self):
        buyer = new_test_user(
            self.env, "label_buyer", groups="product.group_product_manager"
        )
        honey = self.product().with_user(buyer)
        for goods in (honey, honey.product_tmpl_id):
            for content in ("net_content", "drained_content"):
                with (
                    self.subTest(goods._name, content=content),
                    self.assertRaises(IntegrityError) as refused,
                    mute_logger("odoo.sql_db"),
                    self.env.cr.savepoint(),
                ):
                    goods.write({content: -1})
                    self.env.flush_all()
                said = self.sentence_of(refused.exception)
                self.assertIn("cannot be less than 0", said)
        self.env.invalidate_all()
        self.assertEqual(honey.net_content, 500)

    def sentence_of(self, error):
        """What Odoo's server makes of a refusal of the database."""
        return str(self.env["product.product"]._sql_error_to_message(error))

    def test_exempt_goods_need_no_net_content(self):
        self.assertFalse(self.shown(net_content=0, unit_price_exemption="other"))

    def test_the_price_is_the_one_customers_pay(self):
        if "account.tax" not in self.env:
            self.skipTest("Without invoicing prices carry no taxes.")
        tax = self.env["account.tax"].create(
            {
                "name": "Food 5.5 %",
                "amount": 5.5,
                "price_include_override": "tax_excluded",
            }
        )
        self.assertRegex(self.shown(list_price=10, taxes_id=tax.ids), r"21\.10")
        tax.price_include_override = "tax_included"
        self.assertRegex(self.shown(list_price=10, taxes_id=tax.ids), r"20\.")

    def test_a_template_hands_its_net_content_to_its_only_variant(self):
        template = self.env["product.template"].create(
            {"name": "Rice", "net_content": 2, "net_content_uom_id": self.kilo.id}
        )
        self.assertEqual(template.product_variant_id.net_content, 2)
        template.net_content = 5
        self.assertEqual(template.product_variant_id.net_content, 5)
        self.assertIn(
            "add the selling price", template.copy({"list_price": 0}).label_hint
        )
