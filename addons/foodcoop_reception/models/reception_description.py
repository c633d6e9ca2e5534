# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a terminal is told of a delivery, so that it can count by itself."""

from odoo import fields, models

from ..lib.codes import scan_key


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _described(self):
        """The whole delivery as plain data; ``static/src/model`` lives on it."""
        moves = self._open_moves().with_context(display_default_code=False)
        piece = self.env.ref("uom.product_uom_unit")  # once: it asks the database
        return {
            "reception": self.id,
            "key": self._key(),
            "state": self.state,
            "pickings": self.picking_ids.ids,
            "partner": self.partner_id.id or None,
            "date": fields.Date.to_string(self._day()),
            "supplier": self.partner_id.display_name or self.orders,
            "order": self.orders or "",
            "lines": [self._describe_line(move, piece) for move in moves],
            "events": [scan._as_sent() for scan in self.scan_ids],
            **self._describe_products(),
        }

    def _day(self):
        """When it was to come; for what nobody ordered, when its count began."""
        moment = self._pickings()[:1].scheduled_date or self.create_date
        return fields.Datetime.context_timestamp(self, moment).date()

    def _describe_line(self, move, piece):
        product, unit = move.product_id, move.product_id.uom_id
        pack = move.purchase_line_id.product_uom_id
        packed = pack and pack != unit
        return {
            "line": move.id,
            "order": move.picking_id.origin or move.picking_id.name,
            "product": product.id,
            "name": product.display_name,
            "ordered": move.product_qty,
            "unit": "" if unit == piece else unit.name,
            "pack": pack.name if packed else "",
            "packs": move.purchase_line_id.product_qty if packed else 0,
        }

    def _describe_products(self):
        """Every code of the shop, so that no scan has to ask the server."""
        products = self.env["product.product"].search(
            [
                ("barcode", "!=", False),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        codes = {scan_key(product.barcode): [product.id, 1.0] for product in products}
        ours = [("product_id.company_id", "in", [False, self.company_id.id])]
        for pack in self.env["product.uom"].search(ours):
            factor = pack.uom_id._compute_quantity(
                1, pack.product_id.uom_id, round=False
            )
            codes[scan_key(pack.barcode)] = [pack.product_id.id, factor]
        return {"codes": codes, "products": {p.id: p.name for p in products}}
