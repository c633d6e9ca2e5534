# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    shortage_policy = fields.Selection(
        [
            ("ask", "Ask each time"),
            ("wait", "It still comes"),
            ("complete", "It will not come"),
        ],
        string="What is missing in a delivery",
        default="ask",
        company_dependent=True,
        help="How missing goods of this supplier are settled without asking.",
    )
