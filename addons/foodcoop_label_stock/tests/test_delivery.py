# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import Command
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestDelivery(TransactionCase):
    def delivery(self, *lines):
        incoming = self.env["stock.picking.type"].search(
            [("code", "=", "incoming")], limit=1
        )
        return self.env["stock.picking"].create(
            {
                "picking_type_id": incoming.id,
                "location_id": self.env.ref("stock.stock_location_suppliers").id,
                "location_dest_id": incoming.default_location_dest_id.id,
                "move_ids": [
                    Command.create(
                        {
                            "product_id": product.id,
                            "product_uom_qty": count,
                            "product_uom": uom.id,
                            "location_id": self.env.ref(
                                "stock.stock_location_suppliers"
                            ).id,
                            "location_dest_id": incoming.default_location_dest_id.id,
                        }
                    )
                    for product, count, uom in lines
                ],
            }
        )

    def setUp(self):
        super().setUp()
        goods = self.env["product.product"]
        self.honey = goods.create({"name": "Honey", "barcode": "2000001000007"})
        self.jam = goods.create({"name": "Jam", "barcode": "2000001000014"})
        kilo = self.env.ref("uom.product_uom_kgm")
        self.carrots = goods.create({"name": "Carrots", "uom_id": kilo.id})

    def test_a_label_for_every_piece_also_in_dozens_and_one_for_loose_goods(self):
        unit = self.env.ref("uom.product_uom_unit")
        dozen = self.env.ref("uom.product_uom_dozen")
        picking = self.delivery(
            (self.honey, 5, unit),
            (self.honey, 1, dozen),
            (self.carrots, 12.5, self.carrots.uom_id),
        )
        self.assertEqual(picking._label_copies(), {self.honey: 17, self.carrots: 1})

    def test_what_was_counted_goes_before_what_was_ordered(self):
        picking = self.delivery((self.honey, 10, self.honey.uom_id))
        picking.action_confirm()
        picking.move_ids.quantity = 8
        self.assertEqual(picking._label_copies(), {self.honey: 8})

    def test_goods_with_their_makers_code_need_no_label(self):
        self.honey.barcode = "3017620422003"
        unit = self.honey.uom_id
        picking = self.delivery((self.honey, 10, unit), (self.jam, 6, unit))
        counts = picking._label_copies()
        self.assertEqual(list(counts.items()), [(self.jam, 6), (self.honey, 0)])

    def test_what_did_not_come_gets_no_label(self):
        picking = self.delivery(
            (self.honey, 10, self.honey.uom_id), (self.jam, 4, self.jam.uom_id)
        )
        picking.action_confirm()
        picking.move_ids.filtered(lambda move: move.product_id == self.jam).quantity = 0
        picking.with_context(skip_backorder=True).button_validate()
        self.assertEqual(picking.state, "done")
        counts = picking._label_copies()
        self.assertEqual(counts[self.honey], 10)
        self.assertFalse(counts.get(self.jam))

    def test_the_screen_opens_with_these_counts(self):
        picking = self.delivery((self.honey, 3, self.honey.uom_id))
        wizard = (
            self.env["foodcoop.label.wizard"]
            .with_context(active_model="stock.picking", active_ids=picking.ids)
            .create({"kind": "goods"})
        )
        self.assertEqual(wizard.line_ids.copies, 3)
