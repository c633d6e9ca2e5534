# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError

from .barcode_code import STATES


class FoodcoopBarcodeEvent(models.Model):
    """A turn in a number's life after its birth. Rows are only ever added."""

    _name = "foodcoop.barcode.event"
    _description = "Turn of a Number"
    _order = "id desc"

    code_id = fields.Many2one(
        "foodcoop.barcode.code",
        "Number",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    kind = fields.Selection(STATES, "Became", required=True, readonly=True)
    reason = fields.Char("Why", readonly=True)
    product_id = fields.Many2one("product.product", readonly=True, ondelete="set null")
    product_name = fields.Char("Product's name", readonly=True)

    def write(self, vals):
        raise UserError(
            self.env._("What happened stays as it was. Turn the number once more.")
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("The history of a number is never deleted."))
