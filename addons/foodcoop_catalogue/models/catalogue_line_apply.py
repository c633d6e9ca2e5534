# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class CatalogueLine(models.Model):
    _inherit = "foodcoop.catalogue.line"

    def _apply(self, today):
        """Write these rows: products where there are none, packs, prices.

        The price of a vendor line is for one of its unit. That unit is the case:
        an order for 2 cases of 6 at 1.17 costs 2 x 7.02 and brings 12.
        """
        self._create_products()
        sizes = {line._size() for line in self}
        packs = self.env["uom.uom"]._find_or_create_packs(sizes)
        vals_list = [line._prepare_seller(packs[line._size()]) for line in self]
        sellers = self.seller_id._succeed(vals_list, today)
        for line, seller in zip(self, sellers, strict=True):
            line.seller_id = seller

    def _size(self):
        return self.unit, round(self.pack, 6)

    def _create_products(self):
        """Products for the rows that have none; the shop's own are never renamed."""
        units = self.env["uom.uom"]._catalogue_units()
        orphans = self.filtered(lambda line: not line.product_id)
        products = self.env["product.product"].create(
            [line._prepare_product(units) for line in orphans]
        )
        for line, product in zip(orphans, products, strict=True):
            line.product_id = product

    def _prepare_product(self, units):
        vals = {
            "name": self.title,
            "uom_id": units[self.unit].id,
            "barcode": self.gtin or False,
            "purchase_ok": True,
        }
        if "is_storable" in self.product_id._fields:  # the stock app is installed
            vals["is_storable"] = True
        return vals

    def _prepare_seller(self, pack):
        """The new vendor line; it takes over what the list says nothing about."""
        old = self.seller_id
        vals = {
            "partner_id": self.partner_id.id,
            "product_id": self.product_id.id,
            "product_tmpl_id": self.product_id.product_tmpl_id.id,
            "company_id": self.company_id.id,
            "currency_id": self.currency_id.id,
        }
        if old:
            (vals,) = old.copy_data()
            minimum = old.min_qty and old.product_uom_id._compute_quantity(
                old.min_qty, pack, round=False
            )
            vals.update(min_qty=minimum)
        return {
            **vals,
            "price": round(self.pack_price, 6),
            "product_uom_id": pack.id,
            "product_code": self.code or old.product_code,
            "product_name": self.title or old.product_name,
            "date_end": False,
        }
