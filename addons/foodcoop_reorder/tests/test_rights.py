# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import ReorderCase


@tagged("post_install", "-at_install")
class TestRights(ReorderCase):
    def test_strangers_neither_see_the_desk_nor_propose(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.policy.with_user(user).search([])
            with self.assertRaises(AccessError):
                self.policy.with_user(user).action_propose()

    def test_strangers_cannot_order(self):
        self.offered()
        proposal = self.proposal()
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                proposal.with_user(user).action_order()
        self.assertEqual(proposal.state, "draft")

    def test_a_buyer_goes_from_desk_to_order_with_that_right_alone(self):
        self.offered()
        proposal = self.proposal().with_user(self.buyer)
        proposal.action_order()
        self.assertEqual(proposal.order_id.create_uid, self.buyer)

    def test_the_terms_of_another_company_stay_there(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        foreign = self.policy.create(
            {"partner_id": self.mill.id, "company_id": other.id}
        )
        self.assertNotIn(foreign, self.policy.with_user(self.buyer).search([]))
