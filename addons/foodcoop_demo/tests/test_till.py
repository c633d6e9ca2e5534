# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_demo.chapters.barcode import LABELLED
from odoo.addons.foodcoop_demo.chapters.till import CARD, CASH, NAME

from .common import DemoCase


class TestTill(DemoCase):
    """A till that opens, with goods on it and labels it can read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.till = cls.env["pos.config"].search([("name", "=", NAME)])

    def open_till(self):
        cashier = self.env["res.users"].search([("login", "=", "caisse")])
        till = self.till.with_user(cashier)
        till.open_ui()
        return till.current_session_id

    def test_one_till_takes_cash_and_cards(self):
        methods = self.till.payment_method_ids
        self.assertEqual(set(methods.mapped("name")), {CASH, CARD})
        self.assertEqual(methods.filtered("is_cash_count").name, CASH)

    def test_the_cashier_opens_it_and_finds_all_goods_with_prices_that_hold_the_tax(
        self,
    ):
        session = self.open_till()
        data = session.load_data([])
        prices = {row["id"]: row["list_price"] for row in data["product.template"]}
        for record in self.goods:
            self.assertEqual(prices[record.product_tmpl_id.id], record.lst_price)
        self.assertTrue(all(t["price_include"] for t in data["account.tax"]))

    def test_goods_that_are_weighed_have_the_codes_labels_start_with(self):
        for purpose, suppliers in LABELLED.items():
            ranges = self.env["foodcoop.barcode.range"].search(
                [("purpose", "=", purpose)]
            )
            told = [p for p in self.shop.goods if p.supplier in suppliers and p.weighed]
            self.assertTrue(told)
            for product in told:
                code = self.product[product.reference].barcode
                self.assertIn(
                    self.env["foodcoop.barcode.range"]._range_of(code), ranges
                )
                self.assertEqual(code[7:12], "00000")
