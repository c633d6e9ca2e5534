# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.fields import Command


class TestMatch(ReviewCase):
    def match(self, product):
        lines = self.order.order_line.filtered(lambda one: one.product_id == product)
        self.env.invalidate_all()
        return self.env["foodcoop.reception.match"].browse(lines.ids)

    def bill(self, move_type="in_invoice", **changes):
        """A bill of these: {name of the product: (quantity, price)}."""
        products = {"oil": self.oil, "rice": self.rice}
        bought = {line.product_id: line for line in self.order.order_line}
        return self.env["account.move"].create(
            {
                "move_type": move_type,
                "partner_id": self.supplier.id,
                "invoice_date": "2026-11-25",
                "invoice_line_ids": [
                    Command.create(
                        {
                            "product_id": products[name].id,
                            "purchase_line_id": bought[products[name]].id,
                            "quantity": quantity,
                            "price_unit": price,
                            "product_uom_id": bought[products[name]].product_uom_id.id,
                            "tax_ids": [],
                        }
                    )
                    for name, (quantity, price) in changes.items()
                ],
            }
        )

    def test_what_is_still_on_its_way_is_no_difference(self):
        self.assertEqual(self.match(self.oil).money_received, 0)
        self.assertFalse(self.match(self.oil).differs)

    def test_what_is_not_billed_yet_differs_only_by_what_did_not_come(self):
        self.closed(oil=12, rice=3, carrots=7.5)
        rice, oil = self.match(self.rice), self.match(self.oil)
        self.assertEqual((rice.ordered, rice.received, rice.billed), (4, 3, 0))
        self.assertEqual((rice.money_received, rice.money_billed), (-3, 0))
        self.assertFalse(rice.is_billed)
        self.assertFalse(oil.differs)

    def test_a_bill_for_more_than_came_asks_for_too_much(self):
        self.closed(oil=6, rice=4, carrots=7.5)
        self.bill(oil=(2, 30), rice=(4, 3))
        oil = self.match(self.oil)
        self.assertEqual((oil.ordered, oil.received, oil.billed), (2, 1, 2))
        self.assertEqual((oil.money_received, oil.money_billed), (-30, 30))
        self.assertTrue(oil.over_billed)
        self.assertFalse(oil.price_differs)
        self.assertFalse(self.match(self.rice).differs)

    def test_another_price_is_seen_and_weighted_over_bills(self):
        self.closed(oil=12, rice=4, carrots=7.5)
        self.bill(rice=(1, 3))
        self.bill(rice=(3, 4))
        rice = self.match(self.rice)
        self.assertEqual((rice.price_ordered, rice.price_billed), (3, 3.75))
        self.assertEqual(rice.money_billed, 3)
        self.assertTrue(rice.price_differs)

    def test_a_bill_in_another_unit_is_compared_in_the_order_s(self):
        self.closed(oil=12, rice=4, carrots=7.5)
        bill = self.bill(oil=(2, 30))
        line = bill.invoice_line_ids
        line.write(
            {"product_uom_id": self.oil.uom_id.id, "quantity": 12, "price_unit": 5}
        )
        oil = self.match(self.oil)
        self.assertEqual((oil.billed, oil.price_billed, oil.differs), (2, 30, False))

    def test_a_credit_note_takes_away_and_a_cancelled_bill_is_none(self):
        self.closed(oil=6, rice=4, carrots=7.5)
        self.bill(oil=(2, 30))
        self.bill("in_refund", oil=(1, 30))
        self.bill(rice=(9, 9)).button_cancel()
        oil, rice = self.match(self.oil), self.match(self.rice)
        self.assertEqual((oil.billed, oil.money_billed), (1, 0))
        self.assertFalse(oil.over_billed)
        self.assertFalse(rice.is_billed)

    def test_prices_of_another_currency_are_compared_in_the_company_s(self):
        foreign = self.env["res.currency"].create(
            {
                "name": "XTS",
                "symbol": "x",
                "rounding": 0.01,
                "rate_ids": [Command.create({"name": "2020-01-01", "rate": 2})],
            }
        )
        order = self.order.copy({"currency_id": foreign.id})
        order.order_line.price_unit = 10
        order.button_confirm()
        self.env.invalidate_all()
        matches = self.env["foodcoop.reception.match"].browse(order.order_line.ids)
        self.assertEqual(matches.mapped("price_ordered"), [5, 5, 5])

    def test_the_most_money_comes_first_in_one_query(self):
        self.closed(oil=6, rice=3, carrots=7.5)
        mine = [("order_name", "=", self.order.name)]
        self.env.invalidate_all()
        with self.assertQueryCount(6):
            found = self.env["foodcoop.reception.match"].search(mine)
            stakes = found.mapped("at_stake")
        self.assertEqual(stakes, [30, 3, 0])
