# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import ReviewCase


class TestCorrection(ReviewCase):
    def correct(self, line, quantity):
        corrections = self.env["foodcoop.reception.correction"]
        values = {"line_id": line.id, "quantity": quantity, "note": "counted again"}
        correction = corrections.with_user(self.coordinator).create(values)
        correction.action_apply()
        return correction

    def test_what_was_never_there_goes_back(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        line = self.line(reception, self.oil)
        self.correct(line, 10)
        self.assertEqual(self.on_hand(self.oil), 10)
        self.assertEqual((line.accepted, line.kept, line.gap), (12, 10, -2))

    def test_what_was_kept_is_shown_where_it_differs_from_the_count(self):
        line = self.line(self.closed(oil=12, rice=4, carrots=7.5), self.oil)
        self.assertTrue(self.hides_kept(line))
        self.correct(line, 10)
        self.assertFalse(self.hides_kept(line))

    def hides_kept(self, line):
        return Form(line.with_user(self.coordinator))._get_modifier("kept", "invisible")

    def test_what_was_found_later_comes_from_what_is_still_expected(self):
        reception = self.closed(oil=10, rice=3, carrots=7.5)
        self.correct(self.line(reception, self.oil), 12)
        self.assertEqual((self.on_hand(self.oil), self.expected(self.oil)), (12, 0))
        self.assertEqual(self.expected(self.rice), 1)

    def test_what_was_found_and_is_not_expected_is_ordered_for_it(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        self.correct(self.line(reception, self.oil), 13)
        self.assertEqual(self.on_hand(self.oil), 13)
        self.assertEqual(self.order.order_line[0].qty_received, 2)

    def test_a_correction_is_applied_once_and_says_something_new(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        line = self.line(reception, self.oil)
        with self.assertRaisesRegex(UserError, "another number"):
            self.correct(line, 12)
        done = self.correct(line, 10)
        with self.assertRaises(UserError):
            done.action_apply()
        self.assertEqual(self.on_hand(self.oil), 10)

    def test_a_correction_that_was_applied_is_history(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        done = self.correct(self.line(reception, self.oil), 10)
        with self.assertRaises(AccessError):
            done.write({"quantity": 1})
