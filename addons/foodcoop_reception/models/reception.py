# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..lib import tally


class Reception(models.Model):
    """The count of what a supplier brought: for one order, several, or none.

    The deliveries (``stock.picking``) are written once, when the count is closed.
    """

    _name = "foodcoop.reception"
    _description = "Reception of a delivery"
    _order = "id desc"

    picking_ids = fields.One2many("stock.picking", "reception_id", string="Deliveries")
    partner_id = fields.Many2one(
        "res.partner", string="Supplier", readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    orders = fields.Char(compute="_compute_orders", compute_sudo=True)
    state = fields.Selection(
        [("counting", "Counting"), ("closed", "Closed")],
        default="counting",
        required=True,
        readonly=True,
    )
    scan_ids = fields.One2many(
        "foodcoop.reception.scan", "reception_id", string="Scans"
    )
    closed_at = fields.Datetime(readonly=True)
    closed_by_id = fields.Many2one("res.users", readonly=True)
    closed_person = fields.Char(
        string="Finished by", readonly=True, help="As they said at the terminal."
    )
    finished_at = fields.Datetime(
        string="Finished at",
        readonly=True,
        help="When the person closed it. Without network that is before the server "
        "was told.",
    )
    # The wish to close that was granted: a terminal that repeats it is told the same.
    closing_uuid = fields.Char(string="Number of the wish", readonly=True)
    # sudo: who reviews a reception need not be allowed to see stock and products.
    unknown_codes = fields.Text(
        compute="_compute_to_review", compute_sudo=True, string="Unknown codes"
    )
    not_ordered = fields.Text(
        compute="_compute_to_review", compute_sudo=True, string="Not ordered"
    )

    @api.depends("picking_ids.origin", "picking_ids.name")
    def _compute_orders(self):
        for reception in self:
            pickings = reception._pickings()
            reception.orders = ", ".join(p.origin or p.name for p in pickings)

    @api.depends("partner_id", "orders")
    def _compute_display_name(self):
        for reception in self:
            names = (reception.partner_id.display_name, reception.orders)
            reception.display_name = " ".join(filter(None, names))

    def _pickings(self):
        """The deliveries, in the order in which counts are laid on them."""
        return self.picking_ids.sorted(lambda p: (p.scheduled_date, p.id))

    @api.depends("scan_ids")
    def _compute_to_review(self):
        for reception in self:
            counts = tally.fold(reception._events())
            asked = reception.picking_ids.move_ids.product_id
            extra = tally.not_ordered(asked.ids, counts)
            products = self.env["product.product"].browse(extra)
            reception.not_ordered = "\n".join(
                f"{extra[product.id].normalize():f} × {product.display_name}"
                for product in products
            )
            codes = tally.unidentified(reception._events())
            reception.unknown_codes = "\n".join(codes)

    def _events(self):
        return [scan._as_event() for scan in self.scan_ids]

    def _open_moves(self):
        return self._pickings().move_ids.filtered(
            lambda move: move.state not in ("done", "cancel")
        )

    def _lines(self):
        """What is still expected, in the products' own units."""
        return [
            tally.Line(move.id, move.product_id.id, tally.as_decimal(move.product_qty))
            for move in self._open_moves()
        ]
