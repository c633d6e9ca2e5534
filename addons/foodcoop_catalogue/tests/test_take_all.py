# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestTakeAll(OfferCase):
    """Several rows in one touch: no product ends by it, but by a choice of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.price(cls.product("Bar de ligne", "kg"), "4810", 21)

    def gone(self, record):
        return record.line_ids.filtered(lambda line: line.kind == "gone")

    def test_what_is_gone_stays_when_all_is_taken(self):
        record = self.compared(self.offer(), self.offer("N1", 2, "Rillettes"))
        said = record.line_ids.action_take()["params"]["message"]
        taken = record.line_ids.filtered("take").mapped("code")
        self.assertEqual(sorted(taken), ["N1", "P3460"])
        self.assertIn("Gone from the list: 2, not taken", said)
        self.assertNotIn("hardly to be believed", said)
        record.action_apply()
        self.assertFalse(self.salmon_price.date_end)

    def test_gone_rows_chosen_by_themselves_are_taken_at_once(self):
        record = self.compared(self.offer())
        gone = self.gone(record)
        self.assertEqual((len(gone), gone.action_take()), (2, None))
        self.assertEqual(gone.mapped("take"), [True, True])
        record.action_apply()
        self.assertTrue(self.salmon_price.date_end)

    def test_one_gone_row_is_taken_as_any_other(self):
        gone = self.gone(self.compared(self.offer()))[0]
        self.assertIsNone(gone.action_take())
        self.assertTrue(gone.take)

    def test_both_kinds_that_wait_are_told(self):
        record = self.compared(self.offer(price=12.5))
        said = record.line_ids.action_take()["params"]["message"]
        self.assertIn("Rows that wait for you: 1.", said)
        self.assertIn("Gone from the list: 2, not taken", said)
