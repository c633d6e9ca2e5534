# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import users

from .common import TillCase


class TestPaidOrder(TillCase):
    """What is left of a sale in the books, in the stock and in the register."""

    def stock_left(self, product):
        return -product.stock_move_ids.filtered(
            lambda m: m.state == "done" and m.location_dest_id.usage == "customer"
        ).quantity

    def test_the_customer_pays_the_label_and_the_stock_falls_by_its_weight(self):
        order = self.sell(self.line(self.cheese, 0.115, 2.65))
        self.assertEqual(order.amount_total, 2.65)
        self.assertEqual(self.stock_left(self.cheese), -0.115)

    def test_the_books_recompute_the_same_total(self):
        order = self.sell(
            *(self.line(self.cheese, 0.3 + n / 1000, 7 + n / 100) for n in range(30))
        )
        told = order.amount_total
        order._compute_prices()
        self.assertEqual(order.amount_total, told)
        for line in order.lines:
            again = line._compute_amount_line_all()["price_subtotal_incl"]
            self.assertEqual(again, line.price_subtotal_incl)

    def test_the_codes_that_were_scanned_are_on_record_that_day(self):
        self.soap.barcode = False
        self.soap.action_allocate_barcode()
        code = self.env["foodcoop.barcode.code"].search(
            [("code", "=", self.soap.barcode)]
        )
        scanned = f"{self.soap.barcode} 9520000000080"
        order = self.sell(self.line(self.soap, 1, 3.2, scanned_codes=scanned))
        self.assertEqual(code.last_scan, order.date_order.date())

    def test_a_sale_by_touch_leaves_the_register_alone(self):
        order = self.sell(self.line(self.soap, 1, 3.2))
        self.assertFalse(order.lines.scanned_codes)

    @users("cashier")
    def test_the_line_returns_to_the_till_with_its_codes(self):
        order = self.sell(self.line(self.soap, 1, 3.2, scanned_codes="9520000000080"))
        self.assertIn("scanned_codes", order.lines._load_pos_data_fields(self.till))
