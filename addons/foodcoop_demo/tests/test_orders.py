# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_demo.chapters.book import at

from .common import DemoCase


class TestOrders(DemoCase):
    """What is on its way to the shop."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deliveries = cls.env["stock.picking"].search(
            [("picking_type_code", "=", "incoming"), ("purchase_id", "!=", False)],
            order="scheduled_date, id",
        )

    def test_a_delivery_of_twenty_lines_waits_today(self):
        waiting = self.deliveries[0]
        self.assertEqual(waiting.partner_id.name, "Biocéane")
        self.assertEqual(waiting.state, "assigned")
        self.assertEqual(waiting.scheduled_date, at(self.shop.today, 8))
        self.assertEqual(len(waiting.move_ids), 20)

    def test_the_waiting_delivery_has_every_kind_of_code(self):
        goods = self.deliveries[0].move_ids.product_id
        cases = goods.product_uom_ids.mapped("barcode")
        lengths = {len(code) for code in goods.mapped("barcode") if code}
        self.assertEqual(lengths, {8, 13})
        self.assertEqual({len(code) for code in cases}, {13, 14})
        self.assertTrue(goods.filtered(lambda p: not p.barcode))
        self.assertIn(self.env.ref("uom.product_uom_kgm"), goods.uom_id)

    def test_more_deliveries_follow_and_a_draft_waits_for_the_buyer(self):
        self.assertEqual(len(self.deliveries), 4)
        self.assertEqual(set(self.deliveries.mapped("state")), {"assigned"})
        drafts = self.env["purchase.order"].search([("state", "=", "draft")])
        self.assertEqual(drafts.partner_id.name, "Savonnerie des Dunes")

    def test_a_supplier_s_price_is_without_tax(self):
        lines = self.deliveries.purchase_id.order_line
        for line in lines:
            whole = line.product_qty * line.price_unit
            self.assertAlmostEqual(line.price_subtotal, whole, 2)

    def test_lines_are_ordered_in_cases_and_counted_in_units(self):
        line = self.deliveries[0].purchase_id.order_line[0]
        self.assertEqual(line.product_uom_id.name, "Carton de 6")
        self.assertEqual(line.move_ids.product_uom_qty, line.product_qty * 6)

    def test_closing_the_delivery_brings_the_goods_into_stock(self):
        waiting = self.deliveries[0]
        move = waiting.move_ids[0]
        before = move.product_id.qty_available
        waiting.button_validate()
        self.assertEqual(waiting.state, "done")
        self.assertEqual(move.product_id.qty_available, before + move.quantity)
