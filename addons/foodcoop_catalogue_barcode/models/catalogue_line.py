# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class CatalogueLine(models.Model):
    _inherit = "foodcoop.catalogue.line"

    def _wants_own_number(self):
        """As the tick on the list says."""
        return self.import_id.own_numbers
