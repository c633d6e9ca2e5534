# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError

from .common import ReviewCase


class TestReview(ReviewCase):
    def test_each_line_says_what_came(self):
        damaged = self.scan(self.rice, 1, kind="refuse", reason="damaged")
        reception = self.closed(damaged, oil=10, rice=4, carrots=7.5)
        told = {
            line.sudo().product_id: (line.kind, line.kept, line.decision)
            for line in reception.line_ids
        }
        self.assertEqual(told[self.oil], ("short", 10, "open"))
        self.assertEqual(told[self.rice], ("refused", 3, "open"))
        self.assertEqual(told[self.carrots], ("right", 7.5, "nothing"))
        self.assertEqual(self.line(reception, self.rice).reason, "damaged")

    def test_what_is_at_stake_is_money_and_the_largest_comes_first(self):
        reception = self.closed(oil=10, rice=3, carrots=7.5)
        self.assertEqual(reception.line_ids.mapped("money"), [-10, -3, 0])
        self.assertEqual((reception.to_decide, reception.money), (2, -13))

    def test_what_still_comes_stays_on_order(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.line(reception, self.oil).action_wait()
        self.assertEqual(self.expected(self.oil), 2)
        self.assertEqual(reception.to_decide, 0)

    def test_what_does_not_come_is_no_longer_on_order(self):
        reception = self.closed(oil=10, carrots=7.5)
        self.line(reception, self.oil).action_complete()
        self.assertEqual((self.expected(self.oil), self.expected(self.rice)), (0, 4))
        self.assertEqual(self.order.order_line.mapped("product_qty"), [2, 4, 7.5])

    def test_who_waited_in_vain_asks_for_a_credit_later(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        line = self.line(reception, self.oil)
        line.action_wait()
        line.action_credit()
        self.assertEqual((line.decision, self.expected(self.oil)), ("credit", 0))

    def test_a_decision_is_made_once(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        line = self.line(reception, self.oil)
        line.action_complete()
        with self.assertRaisesRegex(UserError, "decided already"):
            line.action_wait()

    def test_a_decision_that_does_not_fit_changes_nothing(self):
        reception = self.closed(oil=13, rice=4, carrots=7.5)
        with self.assertRaisesRegex(UserError, "does not fit"):
            self.line(reception, self.oil).action_complete()

    def test_the_supplier_s_rule_settles_what_is_missing(self):
        self.supplier.shortage_policy = "complete"
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.assertEqual(self.line(reception, self.oil).decision, "complete")
        self.assertEqual(self.expected(self.oil), 0)

    def test_what_was_not_ordered_is_ordered_and_received_when_it_is_kept(self):
        honey = self._product("Miel", False)
        seller = {"partner_id": self.supplier.id, "price": 5}
        honey.seller_ids = [(0, 0, seller)]
        reception = self.closed(self.scan(honey, 2), oil=12, rice=4, carrots=7.5)
        line = self.line(reception, honey)
        self.assertEqual((line.kind, self.on_hand(honey)), ("not_ordered", 0))
        line.action_keep()
        self.assertEqual(self.on_hand(honey), 2)
        bought = line.sudo().purchase_line_id
        self.assertEqual((bought.price_unit, bought.qty_received), (5, 2))
        self.assertNotEqual(bought.order_id, self.order)

    def test_what_is_free_costs_nothing(self):
        honey = self._product("Miel", False)
        free = self.scan(honey, 2, kind="free")
        reception = self.closed(self.scan(honey, 2), free, oil=12, rice=4, carrots=7.5)
        line = self.line(reception, honey)
        self.assertEqual(line.kind, "free")
        line.action_keep()
        self.assertEqual(line.sudo().purchase_line_id.price_unit, 0)

    def test_one_more_for_free_is_a_line_of_its_own_at_no_price(self):
        free = self.scan(self.oil, 1, kind="free")
        reception = self.closed(free, oil=13, rice=4, carrots=7.5)
        told = {
            line.kind: (line.kept, line.decision)
            for line in self.line(reception, self.oil)
        }
        self.assertEqual(told, {"right": (12, "nothing"), "free": (1, "open")})
        self.assertEqual(self.on_hand(self.oil), 12)
        line = self.line(reception, self.oil).filtered(lambda one: one.kind == "free")
        line.action_keep()
        bought = line.sudo().purchase_line_id
        self.assertEqual((bought.price_unit, bought.qty_received), (0, 1))
        self.assertEqual(self.on_hand(self.oil), 13)
        self.assertEqual(self.order.order_line[0].qty_received, 2)  # cases of six

    def test_one_of_those_ordered_for_free_is_not_paid(self):
        free = self.scan(self.rice, 1, kind="free")
        reception = self.closed(free, oil=12, rice=4, carrots=7.5)
        lines = self.line(reception, self.rice)
        told = {line.kind: (line.kept, line.decision) for line in lines}
        self.assertEqual(told, {"right": (3, "complete"), "free": (1, "open")})
        self.assertEqual(self.expected(self.rice), 0)
        lines.filtered(lambda one: one.kind == "free").action_keep()
        self.assertEqual(self.on_hand(self.rice), 4)
        paid = lines.sudo().purchase_line_id.mapped(
            lambda bought: (bought.qty_received, bought.price_unit > 0)
        )
        self.assertCountEqual(paid, [(3, True), (1, False)])

    def test_a_reason_is_told_in_the_reader_s_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        damaged = self.env.ref(
            "foodcoop_reception.selection__foodcoop_reception_scan__reason__damaged"
        )
        damaged.with_context(lang="fr_FR").name = "Abîmé"
        lines = self.env["foodcoop.reception.line"].with_context(lang="fr_FR")
        reasons = dict(lines.fields_get(["reason"])["reason"]["selection"])
        self.assertEqual(reasons["damaged"], "Abîmé")

    def test_what_came_instead_names_what_it_stands_for(self):
        honey = self._product("Miel", False)
        instead = self.scan(honey, 0, kind="replace", other=self.rice.id)
        reception = self.closed(self.scan(honey, 4), instead, oil=12, carrots=7.5)
        line = self.line(reception, honey)
        self.assertEqual(line.sudo().instead_of_id, self.rice)

    def test_what_is_not_kept_never_was_in_stock(self):
        honey = self._product("Miel", False)
        reception = self.closed(self.scan(honey, 2), oil=12, rice=4, carrots=7.5)
        self.line(reception, honey).action_refuse()
        self.assertEqual(self.on_hand(honey), 0)

    def test_a_price_of_the_note_becomes_the_supplier_s_and_ours_stays(self):
        self.rice.lst_price = 6
        seller = {"partner_id": self.supplier.id, "price": 3}
        self.rice.seller_ids = [(5,), (0, 0, seller)]
        noted = self.scan(self.rice, 0, kind="price", price=3.6)
        reception = self.closed(noted, oil=12, rice=4, carrots=7.5)
        line = self.line(reception, self.rice)
        self.assertTrue(line.price_differs)
        self.assertGreater(line.margin_before, line.margin_after)
        line.action_take_price()
        self.assertEqual(self.rice.seller_ids.price, 3.6)
        self.assertEqual(line.sudo().purchase_line_id.price_unit, 3.6)
        self.assertEqual(self.rice.lst_price, 6)

    def test_reviewing_asks_no_more_questions_for_more_lines(self):
        reception = self.closed(oil=10, rice=3, carrots=7.5)
        fields = ["product_id", "kind", "kept", "money", "price_new", "margin_after"]
        self.env.invalidate_all()
        with self.assertQueryCount(40):
            reception.line_ids.read(fields)
