# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class ProductProduct(models.Model):
    _inherit = "product.product"

    second_codes = fields.Char(
        "Scans too",
        compute="_compute_second_codes",
        help="Further numbers of one unit: the till and the reception read them.",
    )

    @api.depends("uom_id", "product_uom_ids.uom_id", "product_uom_ids.barcode")
    def _compute_second_codes(self):
        for product in self:
            own = product.product_uom_ids.filtered(
                lambda pack, unit=product.uom_id: pack.uom_id == unit
            )
            product.second_codes = ", ".join(sorted(own.mapped("barcode"))) or False


class ProductTemplate(models.Model):
    _inherit = "product.template"

    second_codes = fields.Char(
        "Scans too",
        compute="_compute_second_codes",
        help="Further numbers of one unit: the till and the reception read them.",
    )

    @api.depends("product_variant_ids.second_codes")
    def _compute_second_codes(self):
        self._compute_template_field_from_variant_field("second_codes")
