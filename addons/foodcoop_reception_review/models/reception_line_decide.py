# SPDX-License-Identifier: AGPL-3.0-or-later
"""What follows from a difference: somebody decides, and it is done in Odoo."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib import discrepancy

LACKING = ("short", "refused")
EXTRA = ("not_ordered", "free", "instead")


class ReceptionLine(models.Model):
    _inherit = "foodcoop.reception.line"

    price_differs = fields.Boolean(compute="_compute_price_effect")
    price_new = fields.Float(
        "New price", digits="Product Price", compute="_compute_price_effect"
    )
    margin_before = fields.Float("Margin now, %", compute="_compute_price_effect")
    margin_after = fields.Float("Margin then, %", compute="_compute_price_effect")
    price_taken = fields.Boolean(readonly=True)

    @api.depends("price", "price_noted", "price_taken", "product_id")
    def _compute_price_effect(self):
        for line in self:
            # sudo: who reviews need not be allowed to see what goods are sold for
            own = line.sudo()
            new = own._noted_in_own_unit()
            selling = Decimal(str(own._selling_without_taxes()))
            line.price_new = new
            line.price_differs = bool(new) and not own.currency_id.is_zero(
                new - own.price
            )
            line.margin_before = _margin(selling, own.price)
            line.margin_after = _margin(selling, new or own.price)

    def _noted_in_own_unit(self):
        unit = self.purchase_line_id.product_uom_id
        if not unit or not self.price_noted:
            return self.price_noted
        return unit._compute_price(self.price_noted, self.product_id.uom_id)

    def _selling_without_taxes(self):
        product = self.product_id.with_company(self.company_id)
        taxes = product.taxes_id.filtered(lambda tax: tax.company_id == self.company_id)
        told = taxes.compute_all(product.lst_price, product=product)
        return told["total_excluded"]

    def action_wait(self):
        """What is missing still comes: it stays on order."""
        self._check_kind(LACKING)
        self._decide("wait")

    def action_complete(self):
        """What is missing does not come any more: it is no longer on order."""
        self._check_kind(LACKING)
        self._expect_no_more()
        self._decide("complete")

    def action_credit(self):
        """The supplier is asked for a credit: nothing of it is on order any more."""
        self._check_kind(LACKING)
        self._expect_no_more()
        self._decide("credit")

    def action_keep(self):
        """Too many are kept; what nobody ordered is ordered now, and received."""
        self._check_kind(("over", *EXTRA))
        self.filtered(lambda line: line.kind in EXTRA)._receive_unordered()
        self._decide("keep")

    def action_refuse(self):
        """What nobody ordered is not kept: it never was in stock."""
        self._check_kind(EXTRA)
        self._decide("refuse")

    def action_take_price(self):
        """The note's price becomes the order's and the supplier's; ours stays."""
        self._check_reviewer()
        for line in self.filtered("price_differs"):
            bought = line.sudo().purchase_line_id  # sudo: see _check_reviewer
            bought.price_unit = line.price_noted
            seller = line.sudo().product_id._select_seller(
                partner_id=bought.partner_id,
                quantity=bought.product_qty,
                uom_id=bought.product_uom_id,
            )
            if seller:
                unit = seller.product_uom_id
                seller.price = bought.product_uom_id._compute_price(
                    line.price_noted, unit
                )
            line.sudo().price_taken = True

    def _check_reviewer(self):
        """Everything here is done with Odoo's full rights, for this role only."""
        if not self.env.user.has_group("foodcoop_reception.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator of receptions decides this. Ask one.")
            )
        self.check_access("read")

    def _check_kind(self, kinds):
        self._check_reviewer()
        if self.filtered(lambda line: line.kind not in kinds):
            raise UserError(
                self.env._("This does not fit every line chosen: choose fewer lines.")
            )
        if self.filtered(lambda line: line.decision not in ("open", "wait")):
            raise UserError(
                self.env._(
                    "This was decided already. To change what was received, make a "
                    "correction."
                )
            )

    def _decide(self, decision):
        # sudo: lines are written by their own verbs only
        self.sudo().write(
            {
                "decision": decision,
                "decided_by_id": self.env.uid,
                "decided_at": fields.Datetime.now(),
            }
        )

    def _expect_no_more(self):
        """Cancel what is still on order of these lines."""
        # sudo: a coordinator has no rights on stock; this is what her role decides
        waiting = self.sudo()._waiting_moves()
        waiting._action_cancel()

    def _waiting_moves(self):
        moves = self.purchase_line_id.move_ids
        return moves.filtered(
            lambda move: (
                move.state not in ("done", "cancel")
                and not move.picking_id.reception_id
            )
        )


def _margin(selling, cost):
    return float(discrepancy.margin(selling, Decimal(str(cost))) or 0)
