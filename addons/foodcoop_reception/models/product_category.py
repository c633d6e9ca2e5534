# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class ProductCategory(models.Model):
    _inherit = "product.category"

    cold = fields.Boolean(
        string="Kept cold",
        help="Counted first when it is delivered; true for the categories below, too.",
    )

    def _kept_cold(self):
        """Every category that is kept cold, by itself or by one above it."""
        marked = self.search([("cold", "=", True)])
        return self.search([("id", "child_of", marked.ids)])
