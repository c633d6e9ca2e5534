# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reorder.lib.policy import Terms
from odoo.tests import tagged

from .common import ReorderCase


@tagged("post_install", "-at_install")
class TestPropose(ReorderCase):
    def terms(self, product):
        return Terms.from_json(self.line(product).reason_terms)

    def test_sales_stock_and_calendar_make_whole_packs(self):
        flour = self.offered()
        self.received(flour, 30, 10)
        for days_ago in range(1, 11):
            self.sold(flour, 2, days_ago)
        line = self.line(flour)
        # 2 a day for 11 days and 2 more is 26, less 10 there: 16, so 3 cases of 6
        self.assertEqual(line.proposed_packs, 3)
        self.assertEqual(line.pack_uom_id, self.case)

    def test_days_with_an_empty_shelf_are_left_out_of_the_average(self):
        flour = self.offered()
        self.received(flour, 20, 30)
        for days_ago in range(26, 31):
            self.sold(flour, 4, days_ago)
        terms = self.terms(flour)
        self.assertEqual((terms.rate, terms.usable_days), (4, 5))
        self.assertEqual(terms.empty_days, 79)

    def test_a_case_received_counts_in_the_products_own_unit(self):
        flour = self.offered()
        self.received(flour, 2, 5, uom=self.case)
        self.sold(flour, 10, 1)
        terms = self.terms(flour)
        self.assertEqual((terms.on_hand, terms.usable_days, terms.rate), (2, 5, 2))

    def test_a_late_sale_belongs_to_the_shops_day_not_to_utc(self):
        flour = self.offered()
        self.received(flour, 10, 3)
        sale = self.sold(flour, 4, 1)
        sale.date = "2026-11-20 23:30:00"  # 00:30 on Saturday in Paris: today
        self.assertEqual(self.terms(flour).rate, 0)

    def test_what_customers_bring_back_is_taken_off_sales(self):
        flour = self.offered()
        self.received(flour, 30, 10)
        self.sold(flour, 12, 2)
        self.moved(flour, 2, self.bring_back, 2)
        self.assertEqual(self.terms(flour).rate, 1)

    def test_a_loss_leaves_the_shelf_but_nobody_wanted_it(self):
        flour = self.offered()
        self.received(flour, 10, 10)
        loss = self.env["stock.location"].search([("usage", "=", "inventory")], limit=1)
        self.moved(flour, 5, (self.stock, loss), 5)
        terms = self.terms(flour)
        self.assertEqual((terms.rate, terms.on_hand), (0, 5))

    def test_what_is_on_the_way_is_not_proposed_again(self):
        flour = self.offered()
        self.received(flour, 10, 10)
        self.sold(flour, 10, 1)
        before = self.line(flour).proposed_packs
        order = self.env["purchase.order"].create(
            {
                "partner_id": self.mill.id,
                "order_line": [
                    (
                        0,
                        0,
                        {
                            "product_id": flour.id,
                            "product_qty": 1,
                            "product_uom_id": self.case.id,
                        },
                    )
                ],
            }
        )
        self.assertEqual(self.terms(flour).on_order, 6)
        order.button_confirm()
        self.assertEqual(self.terms(flour).on_order, 6)
        self.assertEqual(self.line(flour).proposed_packs, before - 1)

    def test_an_empty_product_never_sold_is_tried_with_one_pack(self):
        self.assertEqual(self.line(self.offered()).proposed_packs, 1)

    def test_a_product_another_supplier_comes_first_for_is_left_to_him(self):
        flour = self.offered(sequence=5)
        self.env["product.supplierinfo"].create(
            {
                "partner_id": self.env["res.partner"].create({"name": "Biocoop"}).id,
                "product_tmpl_id": flour.product_tmpl_id.id,
                "sequence": 1,
            }
        )
        self.assertFalse(self.line(flour))

    def test_archived_goods_and_expired_prices_are_left_out(self):
        gone, expired = self.offered(), self.offered(date_end="2026-11-01")
        gone.active = False
        self.assertFalse(self.line(gone) | self.line(expired))

    def test_the_sentence_says_the_numbers_it_was_made_from(self):
        flour = self.offered()
        self.received(flour, 30, 10)
        for days_ago in range(1, 11):
            self.sold(flour, 2, days_ago)
        self.assertEqual(
            self.line(flour).reason,
            "Sells 2 a day, 74 empty days left out, 11 days until Tue 1 Dec, "
            "2 more for safety, 10 there: 16 missing, so 3 × Pack of 6.",
        )

    def test_queries_do_not_grow_with_the_number_of_products(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.policy.with_user(self.buyer)._propose(self.policy._today())
            return self.cr.sql_log_count - before

        for index in range(5):
            self.received(self.offered(f"Farine {index}"), 10, 3)
        queries()  # rights and rules are read once and kept
        few = queries()
        for index in range(15):
            self.received(self.offered(f"Semoule {index}"), 10, 3)
        queries()
        self.assertEqual(queries(), few)
