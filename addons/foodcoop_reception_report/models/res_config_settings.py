# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    reception_report_mail = fields.Boolean(
        related="company_id.reception_report_mail", readonly=False
    )
