# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    def action_allocate_barcode(self):
        """Each variant gets a number of its own."""
        return self.product_variant_ids.action_allocate_barcode()
