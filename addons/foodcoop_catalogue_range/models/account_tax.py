# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_difference.lib.shelf import Held


class AccountTax(models.Model):
    _inherit = "account.tax"

    def _catalogue_held(self, kinds, company):
        """{ids of some taxes: what a shelf price holds of them}, in this company."""
        # sudo: who buys need not look after the shop's taxes
        every = self.sudo().browse({ref for ids in kinds for ref in ids})
        # all at once: each of the kinds would look up its own
        (every | every.children_tax_ids).mapped("has_negative_factor")
        found = {}
        for ids in kinds:
            taxes = every.filtered(lambda tax, ids=ids: tax.active and tax.id in ids)
            own = taxes._filter_taxes_by_company(company)
            found[ids] = Held.seen(*((price, own._net(price)) for price in (100, 200)))
        return found

    def _net(self, price):
        """Of a shelf price, not rounded: as the shop's own bills reckon it."""
        details = self._get_tax_details(price, 1, rounding_method="round_globally")
        return details["total_excluded"]
