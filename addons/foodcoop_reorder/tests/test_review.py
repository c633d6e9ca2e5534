# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .common import ReorderCase


@tagged("post_install", "-at_install")
class TestReview(ReorderCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.flour = cls.offered()
        cls.received(cls.flour, 30, 10)
        for days_ago in range(1, 11):
            cls.sold(cls.flour, 2, days_ago)

    def test_the_persons_number_starts_as_the_proposed_one(self):
        self.assertEqual(self.line(self.flour).chosen_packs, 3)

    def test_a_zero_typed_by_a_person_is_kept_when_figures_are_made_anew(self):
        proposal = self.proposal()
        with Form(proposal.with_user(self.buyer)) as form, form.line_ids.edit(0) as row:
            row.chosen_packs = 0
        self.sold(self.flour, 10, 1)
        proposal.with_user(self.buyer).action_recompute()
        self.assertEqual(proposal.line_ids.chosen_packs, 0)
        self.assertGreater(proposal.line_ids.proposed_packs, 3)

    def test_an_untouched_line_follows_the_fresh_figures(self):
        proposal = self.proposal()
        self.sold(self.flour, 10, 1)
        proposal.action_recompute()
        line = proposal.line_ids
        self.assertEqual(line.chosen_packs, line.proposed_packs)
        self.assertGreater(line.chosen_packs, 3)

    def test_a_person_can_go_back_to_the_proposed_number(self):
        line = self.line(self.flour)
        line.chosen_packs = 9
        line.with_user(self.buyer).action_follow()
        self.assertEqual(line.chosen_packs, 3)

    def test_proposing_again_opens_the_same_draft(self):
        self.assertEqual(self.proposal(), self.proposal())

    def test_goods_no_longer_offered_leave_the_draft_unless_decided(self):
        proposal = self.proposal()
        self.flour.active = False
        proposal.action_recompute()
        self.assertFalse(proposal.line_ids)

    def test_a_decided_line_stays_although_the_goods_are_no_longer_offered(self):
        proposal = self.proposal()
        proposal.line_ids.chosen_packs = 2
        self.flour.active = False
        proposal.action_recompute()
        self.assertEqual(proposal.line_ids.chosen_packs, 2)

    def test_the_total_and_what_is_missing_to_the_minimum_are_shown(self):
        self.policy.minimum_value = 50
        proposal = self.proposal()
        self.assertAlmostEqual(proposal.total, 28.8)
        self.assertAlmostEqual(proposal.below_minimum, 21.2)

    def test_figures_of_an_ordered_proposal_stay(self):
        proposal = self.proposal()
        proposal.with_user(self.buyer).action_order()
        with self.assertRaisesRegex(UserError, "ordered already"):
            proposal.action_recompute()
