# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a terminal is told of a delivery, so that it can count by itself."""

from odoo import fields, models

from ..lib.codes import scan_key


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _described(self):
        """The whole delivery as plain data; ``static/src/model`` lives on it."""
        moves = self._open_moves().with_context(display_default_code=False)
        begun = self.create_date.replace(microsecond=0)  # as now() is told
        return {
            "reception": self.id,
            "key": self._key(),
            "state": self.state,
            "pickings": self._pickings().ids,
            "partner": self.partner_id.id or None,
            "date": fields.Date.to_string(self._day_of_count()),
            "supplier": self.partner_id.display_name or self.orders,
            "order": self.orders or "",
            # Seconds since it was first opened: a terminal's clock may be wrong.
            "age": (fields.Datetime.now() - begun).total_seconds(),
            "lines": self._describe_lines(moves),
            "packs": self._describe_packs(moves),
            "elsewhere": self._elsewhere(),
            "events": [scan._as_sent() for scan in self.scan_ids],
            **self._describe_products(),
        }

    def _describe_lines(self, moves):
        piece = self.env.ref("uom.product_uom_unit")  # once: it asks the database
        codes = self._supplier_codes(moves.product_id)
        cold = self.env["product.category"]._kept_cold()
        weights = self._weights(moves.product_id.uom_id)
        return [
            {
                **self._describe_line(move, piece),
                "supplier_code": codes.get(move.product_id, ""),
                "cold": move.product_id.categ_id in cold,
                "weighed": move.product_id.uom_id in weights,
            }
            for move in moves
        ]

    def _day_of_count(self):
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
            "pack_size": _content(pack, product) if packed else 0,
        }

    def _weights(self, units):
        """Those of these units that goods are weighed in."""
        kilogram = self.env.ref("uom.product_uom_kgm", raise_if_not_found=False)
        return units.filtered(
            lambda unit: kilogram and unit._has_common_reference(kilogram)
        )

    def _supplier_codes(self, products):
        """{product: the number that this supplier has for it}."""
        offers = self.env["product.supplierinfo"].search(
            [
                ("partner_id", "child_of", self.partner_id.commercial_partner_id.ids),
                ("product_tmpl_id", "in", products.product_tmpl_id.ids),
                ("product_code", "!=", False),
            ]
        )
        by_template = offers.grouped("product_tmpl_id")
        return {
            product: offer.product_code
            for product in products
            for offer in by_template.get(product.product_tmpl_id, [])
            if offer.product_id in (product, self.env["product.product"])
        }

    def _describe_packs(self, moves):
        """{product id: [name, content] of each pack it comes in, the ordered first}."""
        packs = {}
        for move in moves:
            product = move.product_id
            known = move.purchase_line_id.product_uom_id | product.uom_ids
            known |= product.product_uom_ids.uom_id
            packs[product.id] = [
                [pack.name, _content(pack, product)] for pack in known - product.uom_id
            ]
        return packs

    def _describe_products(self):
        """Every code of the shop, so that no scan has to ask the server.

        Of two products with one code this order's is meant, archived or not.
        """
        ours = [False, self.company_id.id]
        products = self.env["product.product"].search(
            [("barcode", "!=", False), ("company_id", "in", ours)]
        )
        expected = self._open_moves().product_id
        products |= expected.filtered("barcode")
        packs = self.env["product.uom"].search([("product_id.company_id", "in", ours)])
        coded = [(product.barcode, product, 1.0) for product in products]
        coded += [
            (pack.barcode, pack.product_id, _content(pack.uom_id, pack.product_id))
            for pack in packs
        ]
        here = set(expected.ids)
        coded.sort(key=lambda one: one[1].id in here)  # the last one stays
        codes = {scan_key(code): [product.id, n] for code, product, n in coded}
        return {"codes": codes, "products": {p.id: p.name for p in products}}


def _content(pack, product):
    """How many of the product's own units are in a pack."""
    return pack._compute_quantity(1, product.uom_id, round=False)
