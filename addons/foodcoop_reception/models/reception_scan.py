# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError


class ReceptionScan(models.Model):
    """One event of a count: a scan, a touch, a correction. Appended, never edited."""

    _name = "foodcoop.reception.scan"
    _description = "Scan of a delivery"
    _order = "scanned_at desc, id desc"
    _rec_name = "uuid"

    reception_id = fields.Many2one(
        "foodcoop.reception", required=True, index=True, ondelete="restrict"
    )
    uuid = fields.Char(required=True, help="Made by the terminal; makes repeats safe.")
    kind = fields.Selection(
        [
            ("propose", "Proposed as ordered"),
            ("count", "Counted"),
            ("set", "Quantity entered"),
            ("undo", "Undone"),
            ("unknown", "Unknown code"),
        ],
        required=True,
    )
    product_id = fields.Many2one("product.product", ondelete="restrict")
    quantity = fields.Float(
        digits="Product Unit", help="Change of the count, in the product's own unit."
    )
    code = fields.Char(help="As scanned.")
    reverses = fields.Char(help="The event that this one takes back.")
    scanned_at = fields.Datetime(required=True, help="By the terminal's clock.")
    device = fields.Char(help="The terminal that made it.")
    user_id = fields.Many2one(
        "res.users", string="Account", default=lambda self: self.env.user, required=True
    )

    _uuid_uniq = models.Constraint("unique(uuid)", "This scan is already recorded.")

    def write(self, vals):
        if vals:
            raise UserError(
                self.env._("A scan is never changed: take it back with another one.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._("A scan is never deleted: take it back with another one.")
        )
