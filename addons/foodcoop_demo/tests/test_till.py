# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import Command
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
        self.assertTrue(all(tax.price_include for tax in self.goods.taxes_id))

    def test_what_is_sold_leaves_the_shelf_at_once(self):
        product = self.product["F0001"]
        before = product.qty_available
        session = self.open_till()
        order = self.env["pos.order"].create(
            {
                "session_id": session.id,
                "amount_tax": 0,
                "amount_total": 2,
                "amount_paid": 2,
                "amount_return": 0,
                "lines": [Command.create(self.line(product))],
            }
        )
        order._create_order_picking()
        self.assertEqual(product.qty_available, before - 1)

    def line(self, product):
        return {
            "product_id": product.id,
            "qty": 1,
            "price_unit": 2,
            "price_subtotal": 2,
            "price_subtotal_incl": 2,
        }

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
