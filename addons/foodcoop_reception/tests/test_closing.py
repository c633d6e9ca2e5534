# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError

from .common import ReceptionCase


class TestClosing(ReceptionCase):
    def on_hand(self, product):
        location = self.picking.location_dest_id.id
        return product.with_context(location=location).qty_available

    def test_what_was_counted_is_in_stock(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.345)
        reception.action_close()
        self.assertEqual(self.picking.state, "done")
        self.assertEqual(self.on_hand(self.oil), 12)
        self.assertEqual(self.on_hand(self.rice), 4)
        self.assertAlmostEqual(self.on_hand(self.carrots), 7.345, 3)

    def test_the_order_knows_what_came(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=3, carrots=7.5)
        reception.action_close()
        self.assertEqual(self.order.order_line.mapped("qty_received"), [2, 3, 7.5])

    def test_an_untouched_delivery_cannot_be_closed(self):
        reception, _ = self.open_delivery()
        with self.assertRaisesRegex(UserError, "Nothing is counted"):
            reception.action_close(accept_missing=True)
        self.assertEqual(self.on_hand(self.oil), 0)

    def test_what_nobody_counted_asks_before_it_is_missing(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        with self.assertRaisesRegex(UserError, "2 products are not counted"):
            reception.action_close()
        self.assertEqual(self.picking.state, "assigned")

    def test_what_did_not_come_is_not_in_stock_and_stays_expected(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        answer = reception.action_close(accept_missing=True)
        self.assertEqual(
            answer, {"already": False, "received": 1, "missing": 2, "next": []}
        )
        self.assertEqual(self.on_hand(self.rice), 0)
        backorder = self.picking.backorder_ids
        self.assertEqual(backorder.move_ids.product_id, self.rice | self.carrots)

    def test_a_short_line_receives_what_came(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=10, rice=4, carrots=7.5)
        reception.action_close()
        self.assertEqual(self.on_hand(self.oil), 10)
        self.assertEqual(self.picking.backorder_ids.move_ids.product_qty, 2)

    def test_more_than_ordered_is_received_as_it_came(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=13, rice=4, carrots=7.5)
        reception.action_close()
        self.assertEqual(self.on_hand(self.oil), 13)

    def test_counted_as_none_is_missing_without_a_question(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=0, rice=4, carrots=7.5)
        reception.action_close()
        self.assertEqual(self.on_hand(self.oil), 0)

    def test_a_second_close_changes_nothing(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        first = reception.action_close()
        self.assertEqual(reception.action_close(), {**first, "already": True})
        self.assertEqual(self.on_hand(self.oil), 12)

    def test_who_does_not_know_all_scans_looks_again_before_closing(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        with self.assertRaisesRegex(UserError, "Somebody else has counted"):
            reception.action_close(seen=2)
        self.assertEqual(self.picking.state, "assigned")
        reception.action_close(seen=3)
        self.assertEqual(self.picking.state, "done")

    def test_a_count_below_zero_asks_for_the_number(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=-1, rice=4, carrots=7.5)
        with self.assertRaisesRegex(UserError, "below zero"):
            reception.action_close()

    def test_nothing_is_added_after_the_close(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        reception.action_close()
        with self.assertRaisesRegex(UserError, "is closed"):
            self.count(reception, oil=1)

    def test_a_delivery_received_elsewhere_says_so_and_keeps_the_count(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=1)
        self.picking.button_validate()
        with self.assertRaisesRegex(UserError, "received or cancelled elsewhere"):
            reception.action_close(accept_missing=True)
        self.assertEqual(len(reception.scan_ids), 1)
        self.assertEqual(self.on_hand(self.oil), 12)

    def test_what_is_refused_does_not_enter_the_stock(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        reception.record_scans(
            [self.scan(self.oil, 2, kind="refuse", reason="damaged")]
        )
        reception.action_close()
        self.assertEqual(self.on_hand(self.oil), 10)

    def test_several_orders_are_counted_together_and_filled_in_turn(self):
        _, later = self._order()
        reception, delivery = self.open_delivery(self.picking | later)
        self.assertEqual(len(delivery["lines"]), 6)
        self.count(reception, oil=20, rice=8, carrots=15)
        reception.action_close()
        self.assertEqual((self.picking | later).mapped("state"), ["done", "done"])
        received = later.move_ids.filtered(lambda m: m.product_id == self.oil)
        self.assertEqual(received.quantity, 8)

    def test_an_order_of_which_nothing_came_stays_waiting(self):
        _, later = self._order()
        reception, _ = self.open_delivery(self.picking | later)
        self.count(reception, oil=12, rice=4, carrots=7.5)
        reception.action_close()
        self.assertEqual(self.picking.state, "done")
        self.assertEqual((later.state, len(later.reception_id)), ("assigned", 0))

    def test_a_delivery_without_an_order_is_counted_and_stays_out_of_stock(self):
        self.supplier.supplier_rank = 1
        receptions = self.env["foodcoop.reception"].with_user(self.terminal)
        delivery = receptions.open_without_order(self.supplier.id)
        reception = receptions.browse(delivery["reception"])
        self.count(reception, oil=3)
        reception.action_close()
        self.assertEqual(reception.state, "closed")
        self.assertEqual(self.on_hand(self.oil), 0)
        self.assertEqual(reception.sudo().not_ordered, "3 × Huile d'olive")

    def test_what_was_not_ordered_waits_for_the_office(self):
        honey = self._product("Miel", False)
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        reception.record_scans([self.scan(honey, 2)])
        reception.action_close()
        self.assertEqual(self.on_hand(honey), 0)
        self.assertEqual(reception.sudo().not_ordered, "2 × Miel")
