# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models

from ..lib.demand import quantity


class ProductSupplierinfo(models.Model):
    _inherit = "product.supplierinfo"

    def _reorder_pack(self, product):
        """How many of the product's own units are in one of the supplier's."""
        pack = self.product_uom_id._compute_quantity(1, product.uom_id, round=False)
        return quantity(pack) or quantity(1.0)

    def _reorder_price(self, company, today):
        """One of the supplier's units, before discount, in the company's money."""
        return self.currency_id._convert(
            self.price, company.currency_id, company, today, round=False
        )
