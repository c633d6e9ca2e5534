# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta
from decimal import Decimal

from odoo import models
from odoo.addons.foodcoop_pricelist.lib.cells import plain
from odoo.fields import Domain

from ..lib.diff import Known


class ProductSupplierinfo(models.Model):
    _inherit = "product.supplierinfo"

    def _search_valid(self, partner, company, today):
        """A supplier's vendor lines that hold today."""
        family = partner | partner.commercial_partner_id
        return self.search(
            Domain("partner_id", "in", family.ids)
            & Domain("company_id", "in", [False, company.id])
            & (Domain("date_start", "=", False) | Domain("date_start", "<=", today))
            & (Domain("date_end", "=", False) | Domain("date_end", ">=", today))
            & Domain("product_tmpl_id.active", "=", True),
            order="id",
        )

    def _as_known(self, keys_by_gtin):
        """Vendor lines as the reader's ``lib`` understands them.

        A line's price is for one of its unit, which is the pack: 7.02 for a case
        of 6. A line without supplier code is found by its product's barcode, and
        without that by its name.
        """
        units = self.env["uom.uom"]._catalogue_units()
        return [line._known(keys_by_gtin, units) for line in self]

    def _known(self, keys_by_gtin, units):
        product = self.product_id or self.product_tmpl_id
        unit = next(
            (
                name
                for name, uom in units.items()
                if uom._has_common_reference(product.uom_id)
                and uom._has_common_reference(self.product_uom_id)
            ),
            "",
        )
        held = self.product_uom_id.factor / units[unit].factor if unit else 1.0
        key = self.product_code or keys_by_gtin.get(product.barcode)
        return Known(
            ref=self.id,
            key=key or plain(self.product_name or product.name),
            unit=unit,
            pack=Decimal(str(round(held, 6))),
            pack_price=Decimal(str(round(self.price, 6))),
        )

    def _succeed(self, vals_list, today):
        """Close these prices with yesterday and open the given ones today."""
        self.write({"date_end": today - timedelta(days=1)})
        return self.create([{**vals, "date_start": today} for vals in vals_list])
