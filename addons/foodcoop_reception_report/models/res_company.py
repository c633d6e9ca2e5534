# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    reception_report_mail = fields.Boolean(
        "Mail differences to the buyer",
        default=True,
        help="When a count is closed and something differs from the order.",
    )
