# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_reception.lib.tally import as_decimal

from ..lib.lacking import lacking


class ReceptionLine(models.Model):
    """What one supplier is measured by beside the others."""

    _inherit = "foodcoop.reception.line"

    right_share = fields.Float(
        "As ordered, %",
        compute="_compute_score",
        store=True,
        aggregator="avg",
        help="Of the lines ordered, how many came exactly like that.",
    )
    missing_money = fields.Monetary(
        "Missing", compute="_compute_score", store=True, help="At the price ordered."
    )
    refused_money = fields.Monetary(
        "Refused, in money",
        compute="_compute_score",
        store=True,
        help="At the price ordered.",
    )

    @api.depends("kind", "ordered", "kept", "refused", "price")
    def _compute_score(self):
        for line in self:
            numbers = (line.ordered, line.kept, line.refused)
            owed = lacking(*map(as_decimal, numbers))
            line.right_share = 100 if line.kind == "right" else 0
            line.missing_money = float(owed.missing) * line.price
            line.refused_money = float(owed.refused) * line.price
