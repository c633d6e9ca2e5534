# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestDoubt(OfferCase):
    """What is hardly to be believed is not taken along with the rest."""

    def doubtful(self):
        """A reused code, a lost comma, a code twice, and one row without a doubt."""
        self.tarama_price.product_name = "Tarama doré"
        return self.compared(
            self.offer(name="Savon noir"),
            self.offer("4802", 94, "Saumon", pack="", unit="Kg"),
            self.offer("N1", 2, "Rillettes"),
            self.offer("N1", 3, "Rillettes"),
            self.offer("N2", 4, "Soupe"),
        )

    def test_taking_all_leaves_what_is_in_doubt_to_a_person(self):
        record = self.doubtful()
        told = record.line_ids.action_take()
        taken = record.line_ids.filtered("take")
        self.assertEqual(taken.mapped("code"), ["N2"])
        self.assertIn("wait for you: 4.", told["params"]["message"])
        record.action_apply()
        self.assertEqual(self.price_on(self.tarama), 1.17 * 6)

    def test_taking_all_with_the_shelf_price_leaves_a_lost_comma(self):
        self.salmon.list_price = 15
        record = self.doubtful()
        line = self.line(record, "4802")
        self.assertTrue(line.shelf_price_new)
        record.line_ids.action_reprice()
        self.assertEqual((line.take, line.reprice), (False, False))
        line.action_reprice()
        self.assertEqual((line.take, line.reprice), (True, True))

    def test_what_we_may_have_already_is_not_taken_with_the_others(self):
        record = self.compared(
            self.offer("N3", 2, "SAUMON ENTIER", pack="", unit="Kg"),
            self.offer("N2", 4, "Soupe"),
            scope="partial",
        )
        proposed = self.line(record, "N3")
        self.assertEqual(proposed.candidate_ids, self.salmon)
        told = record.line_ids.action_take()
        self.assertEqual(record.line_ids.filtered("take").mapped("code"), ["N2"])
        self.assertIn("have the product already", told["params"]["message"])
        proposed.action_take()
        self.assertTrue(proposed.take)

    def test_one_alone_is_taken_when_a_person_says_so(self):
        record = self.doubtful()
        for line in (self.line(record, "4802"), self.line(record, "N1")[1]):
            self.assertFalse(line.action_take())
            self.assertTrue(line.take)
        reused = self.line(record, "P3460")
        self.assertTrue(reused.action_take())
        self.assertFalse(reused.take)
        record.action_apply()

    def test_a_contradiction_ticked_by_another_road_is_not_applied(self):
        record = self.doubtful()
        line = self.line(record, "P3460")
        line.take = True
        with self.assertRaisesRegex(UserError, "say which product it is"):
            record.action_apply()
        line.action_never()
        line.take = True
        with self.assertRaisesRegex(UserError, "say which product it is"):
            record.action_apply()
