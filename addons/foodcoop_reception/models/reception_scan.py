# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib import tally


class ReceptionScan(models.Model):
    """One event of a count: a scan, a touch, a correction, a fact. Never edited.

    ``propose``, ``count`` and ``set`` change how much was delivered; ``unknown`` does
    as soon as a ``link`` says what its code stands for. The others tell something
    about the product: so much of it is refused or free of charge, it stands for
    another one, it has a date, its price on the delivery note is another. ``total``
    and ``note`` are about the delivery. Any of them is taken back by an ``undo``.
    """

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
            ("link", "Code identified"),
            ("refuse", "Refused"),
            ("free", "Free of charge"),
            ("replace", "Delivered instead"),
            ("date", "Date or lot"),
            ("price", "Price on the delivery note"),
            ("total", "Total of the delivery note"),
            ("note", "Remark"),
        ],
        required=True,
    )
    product_id = fields.Many2one("product.product", ondelete="restrict")
    quantity = fields.Float(
        digits="Product Unit",
        help="Change of the count in the product's own unit; content of a linked code.",
    )
    code = fields.Char(help="As scanned.")
    reverses = fields.Char(help="The event that this one takes back.")
    reason = fields.Selection(
        [
            ("damaged", "Damaged"),
            ("expired", "Date too short or past"),
            ("warm", "Not cold enough"),
            ("quality", "Poor quality"),
            ("wrong", "Not what was ordered"),
            ("missing", "Not delivered"),
            ("other", "Another reason"),
        ],
    )
    lot = fields.Char()
    expiry = fields.Date(string="Best before")
    price = fields.Float(
        digits="Product Price",
        help="Of one unit of the order line, without taxes; of all for a total.",
    )
    other_product_id = fields.Many2one(
        "product.product", string="Instead of", ondelete="restrict"
    )
    note = fields.Char(string="Remark")
    scanned_at = fields.Datetime(required=True, help="By the terminal's clock.")
    device = fields.Char(help="The terminal that made it.")
    person = fields.Char(help="Who was counting, as they said at the terminal.")
    user_id = fields.Many2one(
        "res.users", string="Account", default=lambda self: self.env.user, required=True
    )

    _uuid_uniq = models.Constraint("unique(uuid)", "This scan is already recorded.")

    @api.model
    def _choices(self, field):
        """The keys of a selection."""
        return set(dict(self._fields[field].selection))

    def _as_event(self):
        return tally.Event(
            uuid=self.uuid,
            product=self.product_id.id or None,
            quantity=tally.as_decimal(self.quantity),
            kind=self.kind,
            code=self.code or "",
            reverses=self.reverses or None,
            at=self.scanned_at.isoformat(timespec="milliseconds"),
            reason=self.reason or "",
            lot=self.lot or "",
            expiry=fields.Date.to_string(self.expiry) if self.expiry else "",
            price=Decimal(str(round(self.price, 4))) if self.price else None,
            other=self.other_product_id.id or None,
            note=self.note or "",
        )

    def _as_sent(self):
        """As the terminal sent it; ``parse_event`` reads it back to the same."""
        return {
            "id": self.id,
            "uuid": self.uuid,
            "kind": self.kind,
            "product": self.product_id.id or None,
            "quantity": self.quantity,
            "code": self.code or "",
            "reverses": self.reverses or None,
            "reason": self.reason or "",
            "lot": self.lot or "",
            "expiry": fields.Date.to_string(self.expiry) if self.expiry else "",
            "price": self.price or None,
            "other": self.other_product_id.id or None,
            "note": self.note or "",
            "person": self.person or "",
            "at": self.scanned_at.isoformat(timespec="milliseconds") + "Z",
        }

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
