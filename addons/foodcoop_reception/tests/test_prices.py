# SPDX-License-Identifier: AGPL-3.0-or-later
from .common import ReceptionCase


class TestPrices(ReceptionCase):
    def line(self, product):
        _, delivery = self.open_delivery()
        self.assertEqual(delivery["currency"], self.env.company.currency_id.name)
        return next(x for x in delivery["lines"] if x["product"] == product.id)

    def test_the_price_is_told_of_the_ordered_pack(self):
        line = self.line(self.oil)
        self.assertEqual((line["price"], line["price_content"]), (30, 6))
        self.assertEqual(line["price_unit"], "Case of 6")

    def test_the_price_is_after_the_discount_and_without_taxes(self):
        tax = self.env["account.tax"].create(
            {"name": "5.5 %", "amount": 5.5, "type_tax_use": "purchase"}
        )
        bought = self.order.order_line[2]
        bought.write({"tax_ids": [(6, 0, tax.ids)], "discount": 50})
        line = self.line(self.carrots)
        self.assertEqual((line["price"], line["tax"]), (0.6, 0.055))

    def test_a_price_that_includes_its_taxes_is_told_without_them(self):
        tax = self.env["account.tax"].create(
            {
                "name": "20 % in it",
                "amount": 20,
                "type_tax_use": "purchase",
                "price_include_override": "tax_included",
            }
        )
        self.order.order_line[2].tax_ids = tax
        line = self.line(self.carrots)
        self.assertEqual((line["price"], line["tax"]), (1, 0.2))

    def test_a_line_without_an_order_has_no_price(self):
        self.picking.move_ids.purchase_line_id = False
        self.assertEqual(self.line(self.rice)["price"], 0)

    def test_the_office_learns_what_wants_a_lot(self):
        self.rice.tracking = "lot"
        self.assertEqual(self.line(self.rice)["tracking"], "lot")
        self.assertEqual(self.line(self.oil)["tracking"], "")
