# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestUndo(OfferCase):
    """A whole list taken back, but for what was changed or used since."""

    def results(self, record):
        rows = record.change_ids.filtered("reverses_id")
        return {(row.what, row.result) for row in rows}

    def test_prices_are_as_they_were(self):
        before = self.sellers(self.tarama).read()
        record = self.applied(self.offer())
        self.assertEqual(len(self.sellers(self.tarama)), 2)
        record.action_undo()
        after = self.sellers(self.tarama).read()
        for vals in (*before, *after):
            vals.pop("write_date"), vals.pop("write_uid")
        self.assertEqual(after, before)
        self.assertEqual(record.state, "undone")
        self.assertEqual(self.results(record), {("price", "undone")})

    def test_an_end_that_was_foreseen_comes_back(self):
        self.tarama_price.date_end = date(2026, 12, 31)
        self.applied(self.offer()).action_undo()
        self.assertEqual(self.tarama_price.date_end, date(2026, 12, 31))

    def test_a_price_that_a_person_changed_since_stays(self):
        record = self.applied(
            self.offer(), self.offer("4802", 9.69, "Saumon", pack="", unit="Kg")
        )
        new = self.sellers(self.tarama)[-1]
        new.price = 7.2
        action = record.action_undo()
        self.assertTrue(new.exists())
        self.assertEqual(self.tarama_price.date_end, date(2026, 11, 20))
        self.assertFalse(self.salmon_price.date_end)
        self.assertEqual(self.results(record), {("price", "kept"), ("price", "undone")})
        self.assertEqual(record.kept_count, 1)
        self.assertEqual(action["res_model"], "foodcoop.catalogue.change")

    def test_a_price_that_a_later_list_changed_stays(self):
        first = self.applied(self.offer())
        second = self.applied(self.offer(price=1.3))
        first.action_undo()
        self.assertAlmostEqual(self.price_on(self.tarama), 1.3 * 6)
        self.assertEqual(self.results(first), {("price", "kept")})
        second.action_undo()
        self.assertAlmostEqual(self.price_on(self.tarama), 1.25 * 6)

    def test_a_closed_price_holds_again(self):
        record = self.applied(self.offer(), take=("4802",))
        record.action_undo()
        self.assertFalse(self.salmon_price.date_end)

    def test_a_new_product_that_nobody_used_is_put_away(self):
        record = self.applied(self.offer("N1", 3, "Rillettes"), take=("N1",))
        product = self.line(record, "N1").product_id
        record.action_undo()
        self.assertFalse(product.active)
        self.assertIn(("product", "undone"), self.results(record))

    def test_a_new_product_that_was_ordered_stays(self):
        record = self.applied(self.offer("N1", 3, "Rillettes"), take=("N1",))
        product = self.line(record, "N1").product_id
        self.env["purchase.order"].create(
            {
                "partner_id": self.supplier.id,
                "order_line": [(0, 0, {"product_id": product.id, "product_qty": 1})],
            }
        )
        record.action_undo()
        self.assertTrue(product.active)
        self.assertIn(("product", "kept"), self.results(record))

    def test_shelf_prices_come_back_unless_they_were_set_since(self):
        self.tarama.list_price = 2.0
        self.salmon.list_price = 14.0
        record = self.compared(
            self.offer(), self.offer("4802", 9.69, "Saumon", pack="", unit="Kg")
        )
        record.line_ids.action_reprice()
        self.assertAlmostEqual(self.line(record, "P3460").shelf_price_new, 2.14)
        record.action_apply()
        self.assertAlmostEqual(self.tarama.list_price, 2.14)
        labels = self.env["product.product"].search(record.action_labels()["domain"])
        self.assertEqual(labels, self.tarama | self.salmon)
        self.salmon.list_price = 15.0
        record.action_undo()
        self.assertEqual((self.tarama.list_price, self.salmon.list_price), (2.0, 15.0))

    def test_a_second_undo_is_a_sentence(self):
        record = self.applied(self.offer())
        record.action_undo()
        with self.assertRaisesRegex(UserError, "already taken back"):
            record.action_undo()
        with self.assertRaisesRegex(UserError, "was taken back"):
            record.action_apply()

    def test_what_was_not_applied_has_nothing_to_undo(self):
        with self.assertRaisesRegex(UserError, "nothing to undo"):
            self.compared(self.offer()).action_undo()

    def test_what_was_undone_can_be_read_and_applied_anew(self):
        self.applied(self.offer()).action_undo()
        self.applied(self.offer())
        self.assertAlmostEqual(self.price_on(self.tarama), 1.25 * 6)

    def test_undoing_asks_for_a_buyers_right(self):
        record = self.applied(self.offer())
        clerk = new_test_user(self.env, "clerk", groups="purchase.group_purchase_user")
        with self.assertRaises(AccessError):
            record.with_user(clerk).action_undo()

    def test_the_log_and_an_undone_list_are_history(self):
        record = self.applied(self.offer())
        with self.assertRaises(AccessError):
            record.change_ids.write({"result": "kept"})
        with self.assertRaises(AccessError):
            record.change_ids.unlink()
        record.action_undo()
        with self.assertRaises(AccessError):
            record.line_ids[0].write({"take": True})
