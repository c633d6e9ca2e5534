# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..lib.policy import Terms, propose
from .sentence import why


class FoodcoopReorderProposalLine(models.Model):
    """One product: what the machine proposes, why, and what the person decided."""

    _name = "foodcoop.reorder.proposal.line"
    _description = "Order Proposal Line"
    _order = "proposal_id, id"

    proposal_id = fields.Many2one(
        "foodcoop.reorder.proposal", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="proposal_id.company_id", store=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    state = fields.Selection(related="proposal_id.state")
    product_id = fields.Many2one(
        "product.product", required=True, readonly=True, ondelete="cascade"
    )
    pack_uom_id = fields.Many2one("uom.uom", "Pack", readonly=True, required=True)
    price = fields.Float("Pack price", digits="Product Price", readonly=True)
    discount = fields.Float("Discount (%)", digits="Discount", readonly=True)
    proposed_packs = fields.Integer("Proposed", readonly=True)
    reason_terms = fields.Json(readonly=True)
    reason = fields.Char("Why", compute="_compute_reason")
    decided = fields.Boolean(readonly=True)
    decided_packs = fields.Integer(readonly=True)
    chosen_packs = fields.Integer(
        "Order",
        compute="_compute_chosen_packs",
        inverse="_inverse_chosen_packs",
        store=True,
        readonly=False,
        aggregator=None,
    )
    subtotal = fields.Monetary(compute="_compute_subtotal")
    needs_eyes = fields.Boolean(compute="_compute_reason")

    _product_uniq = models.Constraint(
        "unique(proposal_id, product_id)", "This product is already on the proposal."
    )
    _packs_positive = models.Constraint(
        "check(chosen_packs >= 0)",
        "One cannot order less than nothing: write 0 to leave it out.",
    )

    @api.depends("proposed_packs", "decided", "decided_packs")
    def _compute_chosen_packs(self):
        for line in self:
            line.chosen_packs = (
                line.decided_packs if line.decided else line.proposed_packs
            )

    def _inverse_chosen_packs(self):
        """A person's number, 0 too, stays when the figures are made anew."""
        for line in self:
            line.decided, line.decided_packs = True, line.chosen_packs

    @api.depends("chosen_packs", "price", "discount")
    def _compute_subtotal(self):
        for line in self:
            line.subtotal = line.chosen_packs * line.price * (1 - line.discount / 100)

    @api.depends("reason_terms", "pack_uom_id", "product_id")
    @api.depends_context("lang")
    def _compute_reason(self):
        for line in self:
            line.reason, line.needs_eyes = "", False
            if line.reason_terms:
                found = propose(Terms.from_json(line.reason_terms))
                line.reason = why(
                    self.env, found, line.pack_uom_id.name, line.product_id.uom_id
                )
                line.needs_eyes = len(found.reasons) > 1

    def action_follow(self):
        """Take the machine's number again."""
        self.decided = False
