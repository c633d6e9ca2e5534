# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models


class UomUom(models.Model):
    _inherit = "uom.uom"

    def _is_of_weight(self):
        """Whether goods counted in this unit are sold by weight."""
        self.ensure_one()
        return self._has_common_reference(self.env.ref("uom.product_uom_kgm"))

    @api.model
    def _of_weight(self):
        """The units that goods sold by weight are counted in."""
        return self.search([]).filtered(lambda unit: unit._is_of_weight())
