# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lots and dates of the count, written into the delivery at its close."""

from datetime import datetime, time

from odoo import fields, models

from ..lib import lots


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _describe_line(self, move, piece):
        """Whether the product wants a lot or a date: asked before the close."""
        product = move.product_id
        return {
            **super()._describe_line(move, piece),
            "tracking": "" if product.tracking == "none" else product.tracking,
            "dated": self._is_dated(product),
        }

    def _is_dated(self, product):
        """True with ``product_expiry``, for products of which it keeps dates."""
        return "use_expiration_date" in product and product.use_expiration_date

    def _lots_of(self, shares):
        """{line id: the lots that it receives}; empty for what has none."""
        moves = self.env["stock.move"].browse(share.line.line for share in shares)
        tracked = moves.filtered(lambda move: move.product_id.tracking != "none")
        if not tracked:
            return {}
        day = fields.Date.context_today(self)
        return lots.share_out(
            [share for share in shares if share.line.line in tracked.ids],
            lots.told(self._events()),
            f"{fields.Date.to_string(day)} R{self.id}",
        )

    def _fill(self, move, counted, told=()):
        if not told:
            super()._fill(move, counted)
            return
        if move.product_id.tracking == "serial":
            product_lots = self.env["stock.lot"].search(
                [("product_id", "=", move.product_id.id)]
            )
            told = lots.one_by_one(told, set(product_lots.mapped("name")))
        move.move_line_ids.unlink()
        self.env["stock.move.line"].create(
            [self._prepare_lot_line(move, lot) for lot in told]
        )

    def _prepare_lot_line(self, move, lot):
        return {
            **move._prepare_move_line_vals(),
            "lot_id": self._lot(move.product_id, lot).id,
            "product_uom_id": move.product_id.uom_id.id,
            "quantity": float(lot.quantity),
        }

    def _lot(self, product, lot):
        """The lot itself: a type of delivery that makes none would refuse a name."""
        known = self.env["stock.lot"].search(
            [
                ("name", "=", lot.name),
                ("product_id", "=", product.id),
                ("company_id", "in", [False, self.company_id.id]),
            ],
            limit=1,
        )
        return known or self.env["stock.lot"].create(self._prepare_lot(product, lot))

    def _prepare_lot(self, product, lot):
        values = {
            "name": lot.name,
            "product_id": product.id,
            "company_id": self.company_id.id,
        }
        if lot.expiry and self._is_dated(product):
            day = fields.Date.to_date(lot.expiry)
            # At noon: the same day in every zone near here.
            values["expiration_date"] = datetime.combine(day, time(12))
        return values
