# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ReorderCase


@tagged("post_install", "-at_install")
class TestOrder(ReorderCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.flour = cls.offered(price=9.6, discount=10)

    def ordered(self, packs=4):
        proposal = self.proposal().with_user(self.buyer)
        proposal.line_ids.chosen_packs = packs
        proposal.action_order()
        return proposal

    def test_the_order_is_a_draft_in_the_suppliers_packs_and_prices(self):
        order = self.ordered().order_id
        line = order.order_line
        self.assertEqual((order.state, order.partner_id), ("draft", self.mill))
        self.assertEqual((line.product_qty, line.product_uom_id), (4, self.case))
        self.assertEqual(line.product_uom_qty, 24)
        self.assertEqual((line.price_unit, line.discount), (9.6, 10))

    def test_the_orders_amount_is_the_total_that_was_shown(self):
        proposal = self.ordered()
        self.assertAlmostEqual(proposal.total, 34.56)
        self.assertAlmostEqual(proposal.order_id.amount_untaxed, proposal.total)

    def test_the_order_is_expected_on_the_delivery_day(self):
        line = self.ordered().order_id.order_line
        self.assertEqual(str(line.date_planned), "2026-11-25 11:00:00")

    def test_ordering_twice_gives_the_same_order_and_says_so(self):
        proposal = self.ordered()
        first = proposal.order_id
        answer = proposal.action_order()
        self.assertEqual(proposal.order_id, first)
        self.assertIn(first.name, answer["params"]["message"])
        orders = self.env["purchase.order"].search([("partner_id", "=", self.mill.id)])
        self.assertEqual(orders, first)

    def test_a_line_of_zero_is_not_ordered(self):
        bran = self.offered("Son de blé")
        proposal = self.proposal().with_user(self.buyer)
        lines = proposal.line_ids
        lines.filtered(lambda line: line.product_id == bran).chosen_packs = 0
        proposal.action_order()
        self.assertEqual(proposal.order_id.order_line.product_id, self.flour)

    def test_an_order_of_nothing_is_refused(self):
        with self.assertRaisesRegex(UserError, "nothing to order"):
            self.ordered(packs=0)
        self.assertFalse(
            self.env["purchase.order"].search([("partner_id", "=", self.mill.id)])
        )

    def test_the_next_proposal_knows_of_the_order_just_made(self):
        self.ordered()
        self.assertEqual(self.line(self.flour).proposed_packs, 0)

    def test_an_order_deleted_afterwards_is_said(self):
        proposal = self.ordered()
        proposal.order_id.button_cancel()
        proposal.order_id.unlink()
        with self.assertRaisesRegex(UserError, "was deleted"):
            proposal.action_order()
