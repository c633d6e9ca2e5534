# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.exceptions import UserError


class FoodcoopReorderProposal(models.Model):
    """What to order from one supplier now: the machine's numbers and the person's."""

    _name = "foodcoop.reorder.proposal"
    _description = "Order Proposal"
    _order = "date desc, id desc"

    policy_id = fields.Many2one(
        "foodcoop.reorder.policy", required=True, index=True, ondelete="cascade"
    )
    partner_id = fields.Many2one(related="policy_id.partner_id", store=True)
    company_id = fields.Many2one(related="policy_id.company_id", store=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    minimum_value = fields.Monetary(related="policy_id.minimum_value")
    date = fields.Date("Figures of", readonly=True)
    arrives_on = fields.Date("Arrives", readonly=True)
    covers_until = fields.Date("Lasts until", readonly=True)
    state = fields.Selection(
        [("draft", "To review"), ("ordered", "Ordered")],
        required=True,
        default="draft",
        readonly=True,
    )
    order_id = fields.Many2one("purchase.order", readonly=True, copy=False)
    line_ids = fields.One2many("foodcoop.reorder.proposal.line", "proposal_id")
    total = fields.Monetary(compute="_compute_total")
    below_minimum = fields.Monetary("Missing to the minimum", compute="_compute_total")

    _one_draft = models.UniqueIndex(
        "(policy_id) WHERE state = 'draft'",
        "This supplier already has a proposal to review. Open that one.",
    )

    @api.depends("line_ids.subtotal", "minimum_value")
    def _compute_total(self):
        for proposal in self:
            proposal.total = sum(proposal.line_ids.mapped("subtotal"))
            missing = proposal.minimum_value - proposal.total
            proposal.below_minimum = max(missing, 0) if proposal.total else 0

    @api.depends("partner_id", "date")
    def _compute_display_name(self):
        for proposal in self:
            proposal.display_name = proposal.partner_id.name or self.env._("Proposal")

    def action_recompute(self):
        """Fresh figures; what a person has decided stays as decided."""
        self.ensure_one()
        if self.state != "draft":
            raise UserError(
                self.env._("This is ordered already. Propose again for the next order.")
            )
        today = self.policy_id._today()
        window = self.policy_id._window(today)
        self.write(
            {
                "date": today,
                "arrives_on": window.arrives_on,
                "covers_until": window.covers_until,
            }
        )
        self._apply_proposals(self.policy_id._propose(today))

    def _apply_proposals(self, proposals):
        """One line a product; lines of goods no longer offered go, unless decided."""
        lines = {line.product_id: line for line in self.line_ids}
        new = []
        for product, (seller, proposal) in proposals.items():
            values = self._prepare_line(seller, proposal)
            if product in lines:
                lines.pop(product).write(values)
            else:
                new.append({"proposal_id": self.id, "product_id": product.id} | values)
        gone = self.line_ids.browse(line.id for line in lines.values())
        gone.filtered(lambda line: not line.decided).unlink()
        self.line_ids.create(new)

    def _prepare_line(self, seller, proposal):
        return {
            "proposed_packs": proposal.packs,
            "reason_terms": proposal.terms.as_json(),
            "pack_uom_id": seller.product_uom_id.id,
            "price": seller._reorder_price(self.company_id, self.date),
            "discount": seller.discount,
        }

    def action_order(self):
        """Make the order, once; asked again, show the one there is."""
        self.ensure_one()
        if self.state == "ordered":
            return self._notify_ordered()
        lines = self.line_ids.filtered(lambda line: line.chosen_packs > 0)
        if not lines:
            raise UserError(
                self.env._(
                    "Every line is 0, there is nothing to order. "
                    "Write a number of packs on at least one line."
                )
            )
        self.state = "ordered"
        self.flush_recordset(["state"])  # whoever orders at the same time waits here
        self.order_id = self.env["purchase.order"].create(self._prepare_order(lines))
        return self._action_open_order()

    def _prepare_order(self, lines):
        return {
            "partner_id": self.partner_id.id,
            "company_id": self.company_id.id,
            "origin": self.env._("Order desk"),
            "order_line": [
                fields.Command.create(
                    {
                        "product_id": line.product_id.id,
                        "product_qty": line.chosen_packs,
                        "product_uom_id": line.pack_uom_id.id,
                        "discount": line.discount,
                        "date_planned": self._arrival_time(),
                    }
                )
                for line in lines
            ],
        }

    def _arrival_time(self):
        """Noon of the delivery day by the shop's clock, as the database keeps it."""
        zone = ZoneInfo(self.policy_id._timezone())
        noon = datetime.combine(self.arrives_on, time(12), zone)
        return noon.astimezone(UTC).replace(tzinfo=None)

    def _notify_ordered(self):
        if not self.order_id:
            raise UserError(
                self.env._(
                    "The order made from this proposal was deleted. "
                    "Propose again from the order desk."
                )
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "info",
                "message": self.env._(
                    "This was ordered before: here is %s.", self.order_id.name
                ),
                "next": self._action_open_order(),
            },
        }

    def _action_open(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def _action_open_order(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": "purchase.order",
            "res_id": self.order_id.id,
            "views": [(False, "form")],
        }
