# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _label_copies(self):
        """One of all that these producers deliver; not of what is archived."""
        offers = self.env["product.supplierinfo"].search(
            [("partner_id", "child_of", self.commercial_partner_id.ids)]
        )
        products = self.env["product.product"]
        for offer in offers:
            products |= offer.product_id or offer.product_tmpl_id.product_variant_ids
        return products.filtered("active").sorted("name")._label_copies()
