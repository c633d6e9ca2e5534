# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class CatalogueOffer(models.AbstractModel):
    """A product made from an offer says what is in it: its shelf label needs that."""

    _inherit = "foodcoop.catalogue.offer"

    def _prepare_product(self, units, *args):
        vals = super()._prepare_product(units, *args)
        if self.unit != "piece" or not self.content or not self.content_unit:
            return vals  # goods by the kilogram have no content of their own
        unit, content = units[self.content_unit], self.content
        if self.content_unit == "kg" and content < 1:
            content *= unit.relative_factor  # "500 g", as the pack says it
            unit = unit.relative_uom_id
        return {**vals, "net_content": content, "net_content_uom_id": unit.id}
