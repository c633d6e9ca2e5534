# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    # Not copied: what Odoo copies into a backorder is a delivery still to come.
    reception_id = fields.Many2one(
        "foodcoop.reception",
        string="Reception",
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="The count of this delivery at the terminal.",
    )
