# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of which nothing is to be taken; a list that nobody's name stands on."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .offers import OfferCase

BARE = (("Soupe de roche", "SOUPE", 4.0), ("Algue verte", "ALGUE", 2.5))
BARE += tuple((f"Huile numero {n}", f"HUILE{n}", 7.0 + n) for n in range(5))


@tagged("post_install", "-at_install")
class TestEnd(OfferCase):
    def test_a_list_that_says_nothing_new_ends_with_one_button(self):
        record = self.compared(self.offer(price=1.17), scope="partial")
        self.assertEqual((record.take_count, record.open_count), (0, 0))
        self.assertIs(record._show_understood(), False)
        record.action_end()
        self.assertEqual((record.state, record.change_count), ("applied", 0))
        self.assertTrue(self.item("P3460"))
        self.assertEqual(self.sellers(self.tarama), self.tarama_price)

    def test_what_is_ticked_or_could_be_is_not_passed_over(self):
        record = self.compared(self.offer(), self.offer("N1", 3.0, "Neuf"))
        self.assertEqual((record.take_count, record.open_count), (1, 3))
        with self.assertRaisesRegex(UserError, "Rows are taken"):
            record.action_end()
        record.line_ids.take = False
        with self.assertRaisesRegex(UserError, "Nothing is taken yet"):
            record.action_apply()
        record.action_end()
        self.assertEqual((record.state, record.change_count), ("applied", 0))

    def test_what_is_not_compared_yet_is_not_applied(self):
        for state in ("draft", "check"):
            record = self.compared(self.offer())
            record._turn(state=state)
            for verb in (record.action_apply, record.action_end):
                with self.assertRaisesRegex(UserError, "Say first"):
                    verb()
            self.assertEqual(record.state, state)

    def bare(self, *rows):
        """A list without column names, dropped by somebody who names nobody."""
        record = self.new_import(data=self.workbook(rows), filename="liste.xlsx")
        record.partner_id = False
        record.action_read()
        record.action_read_now()
        return record

    def test_a_list_without_column_names_is_known_by_its_codes(self):
        first = self.bare(*BARE)
        self.assertEqual(self.question(first), "supplier")
        first.answer("supplier", "", self.supplier.id)
        while asked := first.check["question"]:
            first.answer(asked["code"], asked["about"], ANSWERS[asked["code"]])
        first.action_yes()
        first.action_end()
        second = self.bare(*((name, code, price + 1) for name, code, price in BARE))
        self.assertEqual(second.partner_id, self.supplier)
        self.assertFalse(second.check["question"])

    def test_codes_that_two_suppliers_use_are_asked_about(self):
        other = self.env["res.partner"].create({"name": "Autre"})
        for name, code, price in BARE:
            product = self.product(name, "piece")
            self.price(product, code, price)
            self.price(product, code, price, partner_id=other.id)
        self.assertEqual(self.question(self.bare(*BARE)), "supplier")


ANSWERS = {"net": "net", "basis": "piece", "scope": "full"}
