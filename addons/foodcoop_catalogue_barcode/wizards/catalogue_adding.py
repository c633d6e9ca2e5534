# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class CatalogueAdding(models.TransientModel):
    _inherit = "foodcoop.catalogue.adding"

    own_number = fields.Boolean("Give our own numbers", default=True)
    lacks_number = fields.Boolean(compute="_compute_lacks_number")

    @api.depends("item_id.gtin")
    def _compute_lacks_number(self):
        """The list says no barcode, or one that is some shop's own."""
        for adding in self:
            adding.lacks_number = adding.item_id._lacks_number()

    def action_add(self):
        told = self.with_context(catalogue_own_number=self.own_number)
        return super(CatalogueAdding, told).action_add()
