# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_reception.lib import tally

from ..lib import discrepancy


class Reception(models.Model):
    """After the close: what differs from the order waits here for a decision."""

    _inherit = "foodcoop.reception"

    line_ids = fields.One2many("foodcoop.reception.line", "reception_id", "Lines")
    code_ids = fields.One2many("foodcoop.reception.code", "reception_id", "Codes")
    note_ids = fields.One2many(
        "foodcoop.reception.scan",
        "reception_id",
        "Remarks",
        domain=[("kind", "in", ("note", "total"))],
    )
    to_decide = fields.Integer(
        compute="_compute_to_decide", store=True, string="To decide"
    )
    money = fields.Monetary(
        compute="_compute_to_decide",
        store=True,
        string="Difference",
        help="What came less what was ordered, at the prices ordered.",
    )
    currency_id = fields.Many2one(related="company_id.currency_id")

    @api.depends("line_ids.decision", "code_ids.state", "line_ids.money")
    def _compute_to_decide(self):
        for reception in self:
            lines = reception.line_ids.filtered(lambda line: line.decision == "open")
            codes = reception.code_ids.filtered(lambda code: code.state == "proposed")
            reception.to_decide = len(lines) + len(codes)
            reception.money = sum(reception.line_ids.mapped("money"))

    def _apply_close(self, shares):
        """The lines are read before Odoo splits them: received, still to come."""
        lines, events = self._lines(), self._events()
        moves = {move.id: move for move in self._open_moves()}
        found = discrepancy.findings(lines, events)
        prepare = self.env["foodcoop.reception.line"]._prepare_line
        values = [prepare(self, finding, moves) for finding in found]
        closed = super()._apply_close(shares)
        # sudo: a terminal closes a delivery and writes nothing by itself
        written = self.env["foodcoop.reception.line"].sudo().create(values)
        self.env["foodcoop.reception.code"].sudo()._propose(self, tally.live(events))
        written.filtered(lambda line: line.decision == "complete")._expect_no_more()
        return closed

    def _counts_on_order(self, counts):
        """What came free of charge beside the order waits for a line of its own."""
        return discrepancy.charged(self._lines(), self._events())

    def action_review(self):
        """Everything of this delivery that waits for a decision, on one screen."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "foodcoop.reception.line",
            "view_mode": "list,form",
            "domain": [("reception_id", "=", self.id)],
            "context": {"search_default_open": 1},
        }
