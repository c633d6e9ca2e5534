# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.exceptions import UserError

from ..lib.address import is_worldwide

KEY = "foodcoop_catalogue_dfc.address"


class ResCompany(models.Model):
    _inherit = "res.company"

    def _dfc_address(self):
        """What every id of our files begins with, the same from the first file on.

        Other platforms know our products by it: a server that moves to another port
        or name must not make strangers of them.
        """
        self.ensure_one()
        # sudo: an administrator's settings; who exports reads and keeps this one only
        settings, key = self.env["ir.config_parameter"].sudo(), f"{KEY}.{self.id}"
        kept = settings.get_param(key)
        if kept:
            return kept
        served = self.get_base_url()
        found = next(filter(is_worldwide, (served, self.website or "")), None)
        if not found:
            raise UserError(
                self.env._(
                    "Other platforms would know these products by %s, and that address "
                    "is another computer to each of them. Write the shop's website in "
                    "Settings > Companies (an administrator may), then export again: "
                    "the products are known by it from then on.",
                    served,
                )
            )
        settings.set_param(key, found)
        return found
