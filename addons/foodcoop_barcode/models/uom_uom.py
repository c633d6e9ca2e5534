# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class UomUom(models.Model):
    _inherit = "uom.uom"

    def _of_weight(self):
        """Those of these units in which goods are sold by weight."""
        kilogram = self.env.ref("uom.product_uom_kgm")
        return self.filtered(lambda unit: unit._has_common_reference(kilogram))
