# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class ResUsers(models.Model):
    _inherit = "res.users"

    def _terminal_page(self):
        """Everybody who counts shares the terminal's account."""
        if self.share and self.has_group("foodcoop_reception.group_terminal"):
            return "/reception"
        return super()._terminal_page()
