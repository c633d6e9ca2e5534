# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib import tally


def as_decimal(quantity):
    """A float of the database without its binary dust: to the thousandth."""
    return Decimal(str(round(quantity, 3)))


class Reception(models.Model):
    """The count of one delivery. The picking is written once, when it is closed."""

    _name = "foodcoop.reception"
    _description = "Reception of a delivery"
    _order = "id desc"
    _rec_name = "picking_id"

    picking_id = fields.Many2one(
        "stock.picking", string="Delivery", required=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="picking_id.company_id", store=True)
    partner_id = fields.Many2one(related="picking_id.partner_id", string="Supplier")
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
    # sudo: who reviews a reception need not be allowed to see stock and products.
    unknown_codes = fields.Text(
        compute="_compute_to_review", compute_sudo=True, string="Unknown codes"
    )
    not_ordered = fields.Text(
        compute="_compute_to_review", compute_sudo=True, string="Not ordered"
    )

    _picking_uniq = models.Constraint(
        "unique(picking_id)", "This delivery already has its reception."
    )

    @api.depends("scan_ids")
    def _compute_to_review(self):
        for reception in self:
            counts = tally.fold(reception._events())
            asked = reception.picking_id.move_ids.product_id
            extra = tally.not_ordered(asked.ids, counts)
            products = self.env["product.product"].browse(extra)
            reception.not_ordered = "\n".join(
                f"{extra[product.id].normalize():f} × {product.display_name}"
                for product in products
            )
            codes = [event.unknown_code for event in tally.live(reception._events())]
            reception.unknown_codes = "\n".join(filter(None, codes))

    def _events(self):
        return [
            tally.Event(
                uuid=scan.uuid,
                product=scan.product_id.id or None,
                quantity=as_decimal(scan.quantity),
                reverses=scan.reverses or None,
                unknown_code=scan.code or "?" if scan.kind == "unknown" else "",
            )
            for scan in self.scan_ids
        ]

    def _open_moves(self):
        return self.picking_id.move_ids.filtered(
            lambda move: move.state not in ("done", "cancel")
        )

    def _lines(self):
        """What is still expected, in the products' own units."""
        return [
            tally.Line(move.id, move.product_id.id, as_decimal(move.product_qty))
            for move in self._open_moves()
        ]

    def _lock(self):
        """One close at a time. Odoo's own lock gives up where this one waits.

        Scans that came in during the wait have touched the row: PostgreSQL then
        refuses, and Odoo begins the close anew with them in sight.
        """
        self.flush_recordset()
        self.env.cr.execute(
            "SELECT id FROM foodcoop_reception WHERE id = %s FOR UPDATE", [self.id]
        )
        self.invalidate_recordset()

    def action_close(self, accept_missing=False, seen=None):
        """Write the count into the delivery, once.

        :param accept_missing: the person said that what nobody counted did not come.
        :param seen: how many scans the person's terminal knows; with fewer than
            there are, somebody else counted too and the person has to look first.
        :returns: how many lines were received, how many are missing something, and
            whether the delivery was closed before.
        """
        self.ensure_one()
        self.check_access("read")
        self._lock()
        # sudo: a terminal's account may close a delivery but has no rights on stock.
        reception = self.sudo()
        already = reception.state == "closed"
        if not already:
            reception._check_seen(seen)
            reception._apply_close(reception._closing_shares(accept_missing))
        moves = reception.picking_id.move_ids
        return {
            "already": already,
            "received": len(moves.filtered(lambda move: move.state == "done")),
            "missing": len(reception.picking_id.backorder_ids.move_ids)
            + len(moves.filtered(lambda move: move.state == "cancel")),
        }

    def _check_seen(self, seen):
        if seen is not None and seen < len(self.scan_ids):
            raise UserError(
                self.env._(
                    "Somebody else has counted too. The counts are up to date now: "
                    "look at them once more, then close."
                )
            )

    def _closing_shares(self, accept_missing):
        """What each line receives, or a sentence why the delivery cannot be closed."""
        if self.picking_id.state in ("done", "cancel"):
            raise UserError(
                self.env._(
                    "This delivery was received or cancelled elsewhere. "
                    "Your count is kept; show it to the office."
                )
            )
        shares = tally.share_out(self._lines(), tally.fold(self._events()))
        reason = tally.refusal(shares, accept_missing)
        if reason:
            raise UserError(self._refusal_sentence(reason, shares))
        return shares

    def _refusal_sentence(self, reason, shares):
        if reason == tally.Refusal.BELOW_ZERO:
            return self.env._(
                "A product is counted below zero. Touch it and say how many there are."
            )
        if reason == tally.Refusal.NOTHING_COUNTED:
            return self.env._("Nothing is counted yet. Scan the delivery first.")
        return self.env._(
            "%s products are not counted yet. Count them, or say that they did not "
            "come.",
            sum(share.counted is None for share in shares),
        )

    def _apply_close(self, shares):
        """Odoo fills a receipt with what was ordered; here the count replaces that."""
        moves = {move.id: move for move in self._open_moves()}
        for share in shares:
            move = moves[share.line.line]
            counted = float(share.counted or 0)
            # The count is in the product's unit; a move may be in another one.
            move.quantity = move.product_id.uom_id._compute_quantity(
                counted, move.product_uom, round=False
            )
            move.picked = bool(counted)
        self.picking_id.with_context(skip_backorder=True).button_validate()
        if self.picking_id.state != "done":
            raise UserError(
                self.env._(
                    "Odoo did not accept this delivery. Your count is kept; "
                    "show it to the office."
                )
            )
        self.write(
            {
                "state": "closed",
                "closed_at": fields.Datetime.now(),
                "closed_by_id": self.env.uid,
            }
        )
