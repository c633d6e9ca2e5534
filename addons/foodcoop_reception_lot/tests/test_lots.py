# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo import fields
from odoo.addons.foodcoop_reception.tests.common import ReceptionCase
from odoo.addons.mail.tests.common import mail_new_test_user


class TestLots(ReceptionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rice.tracking = "lot"

    def close(self, *events):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, carrots=7.5)
        reception.record_scans(list(events))
        reception.action_close(accept_missing=True)
        return reception

    def lots(self, product=None):
        moves = self.picking.move_ids.filtered(
            lambda move: move.product_id == (product or self.rice)
        )
        return {
            line.lot_id.name: line.quantity for line in moves.move_line_ids.sorted("id")
        }

    def test_a_missing_lot_never_refuses_the_close(self):
        reception = self.close(self.scan(self.rice, 4))
        today = fields.Date.context_today(reception)
        self.assertEqual(self.lots(), {f"{today} R{reception.id}": 4})

    def test_what_scans_told_is_received_and_the_rest_on_a_lot_of_the_day(self):
        reception = self.close(
            self.scan(self.rice, 1, lot="A"),
            self.scan(self.rice, 2, lot="B"),
            self.scan(self.rice, 1.5),
        )
        day = fields.Date.context_today(reception)
        self.assertEqual(self.lots(), {"A": 1, "B": 2, f"{day} R{reception.id}": 1.5})

    def test_a_proposal_that_gave_way_takes_its_lot_with_it(self):
        claim = self.scan(self.rice, 4, kind="propose", lot="A", expiry="2028-09-30")
        self.close(
            claim,
            self.scan(self.rice, -4, kind="undo", reverses=claim["uuid"]),
            self.scan(self.rice, 1, lot="A", expiry="2028-09-30"),
            self.scan(self.rice, 3, lot="B", expiry="2028-10-31"),
        )
        self.assertEqual(self.lots(), {"A": 1, "B": 3})

    def test_a_lot_that_was_told_for_the_product_takes_all_of_it(self):
        self.close(
            self.scan(self.rice, 4), self.scan(self.rice, 0, kind="date", lot="A")
        )
        self.assertEqual(self.lots(), {"A": 4})

    def test_a_lot_that_exists_is_used_and_a_lot_taken_back_is_not(self):
        known = self.env["stock.lot"].create(
            {"name": "A", "product_id": self.rice.id, "company_id": self.env.company.id}
        )
        wrong = self.scan(self.rice, 0, kind="date", lot="WRONG")
        self.close(
            self.scan(self.rice, 4),
            wrong,
            self.scan(self.rice, 0, kind="undo", reverses=wrong["uuid"]),
            self.scan(self.rice, 0, kind="date", lot="A"),
        )
        self.assertEqual(self.lots(), {"A": 4})
        self.assertEqual(known.product_qty, 4)

    def test_each_piece_has_its_serial_number(self):
        self.rice.tracking = "serial"
        self.close(self.scan(self.rice, 1, lot="SN7"), self.scan(self.rice, 2))
        self.assertEqual(len(self.lots()), 3)
        self.assertIn("SN7", self.lots())

    def test_grams_of_a_lot_are_kept(self):
        self.carrots.tracking = "lot"
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.345)
        reception.action_close()
        self.assertEqual(list(self.lots(self.carrots).values()), [7.345])

    def test_a_type_of_delivery_without_new_lots_is_received_too(self):
        self.picking.picking_type_id.write(
            {"use_create_lots": False, "use_existing_lots": True}
        )
        self.close(self.scan(self.rice, 4, lot="A"))
        self.assertEqual(self.lots(), {"A": 4})

    def reviewed(self, reception, product):
        """The line of a product, as a coordinator sees it."""
        if "foodcoop.reception.line" not in self.env:
            self.skipTest("only with foodcoop_reception_review")
        coordinator = mail_new_test_user(
            self.env, "keeps_lots", groups="foodcoop_reception.group_coordinator"
        )
        lines = reception.with_user(coordinator).line_ids
        return lines.filtered(lambda line: line.sudo().product_id == product)

    def received(self, line):
        moves = line.sudo().purchase_line_id.move_ids
        return {
            (part.lot_id.name, part.quantity)
            for part in moves.filtered(lambda move: move.state == "done").move_line_ids
        }

    def test_what_nobody_ordered_is_kept_with_its_lot(self):
        honey = self._product("Miel", False)
        honey.tracking = "lot"
        reception = self.close(self.scan(self.rice, 4), self.scan(honey, 2, lot="H"))
        line = self.reviewed(reception, honey)
        line.action_keep()
        self.assertEqual(self.received(line), {("H", 2)})

    def test_what_was_found_later_comes_with_its_lot(self):
        line = self.reviewed(self.close(self.scan(self.rice, 3, lot="A")), self.rice)
        corrections = self.env["foodcoop.reception.correction"].with_env(line.env)
        values = {"line_id": line.id, "quantity": 4, "note": "found"}
        corrections.create(values).action_apply()
        self.assertEqual(self.received(line), {("A", 3), ("A", 1)})

    def test_a_date_that_is_past_is_kept_and_asks_nothing_at_the_close(self):
        """Odoo has a question about expired lots, which nobody at a terminal sees."""
        if "use_expiration_date" not in self.rice:
            self.skipTest("only with product_expiry")
        self.rice.use_expiration_date = True
        reception = self.close(
            self.scan(self.rice, 3, lot="A", expiry="2020-02-29"),
            self.scan(self.rice, 1, lot="B", expiry="2090-01-31"),
        )
        lots = self.picking.move_ids.move_line_ids.lot_id.sorted("name")
        dates = [lot.expiration_date.date() for lot in lots]
        self.assertEqual(dates, [date(2020, 2, 29), date(2090, 1, 31)])
        self.assertEqual(lots.mapped("product_expiry_alert"), [True, False])
        self.assertEqual((reception.state, self.picking.state), ("closed", "done"))
