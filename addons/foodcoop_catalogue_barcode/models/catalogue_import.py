# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class CatalogueImport(models.Model):
    _inherit = "foodcoop.catalogue.import"

    own_numbers = fields.Boolean(
        "Give our own numbers",
        default=True,
        help="New products whose pack bears no barcode get a number of the shop's own: "
        "weighed goods one that the scale can print.",
    )
