# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _catalogue_family(self):
        """A supplier's ids: vendor lines may be its own or its company's."""
        return tuple((self | self.commercial_partner_id).ids)
