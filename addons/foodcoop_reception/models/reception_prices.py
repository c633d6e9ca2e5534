# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a terminal is told of prices, to compare them with the delivery note."""

from odoo import models


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _described(self):
        company = self.company_id or self.env.company
        return {**super()._described(), "currency": company.currency_id.name}

    def _describe_line(self, move, piece):
        return {
            **super()._describe_line(move, piece),
            **self._describe_price(move.purchase_line_id, move.product_id),
        }

    def _describe_price(self, bought, product):
        """Price of one unit of the order line, without taxes; nothing without one.

        ``price_content``: how many of the product's own units that is. ``tax``: what
        the taxes add to it, 0.055 for 5.5 %.
        """
        if not bought:
            return {"price": 0, "price_unit": "", "price_content": 1, "tax": 0}
        unit = bought.product_uom_id
        rate = self._tax_rate(bought)
        price = bought.price_unit * (1 - bought.discount / 100)
        if any(bought.tax_ids.mapped("price_include")):
            price /= 1 + rate
        return {
            "price": round(price, 4),
            "price_unit": unit.name,
            "price_content": unit._compute_quantity(1, product.uom_id, round=False),
            "tax": round(rate, 4),
        }

    def _tax_rate(self, bought):
        """Of percentages their sum; else what the order's own totals say."""
        taxes = bought.tax_ids.flatten_taxes_hierarchy()
        if all(tax.amount_type == "percent" for tax in taxes):
            return sum(taxes.mapped("amount")) / 100
        bare = bought.price_subtotal
        return bought.price_total / bare - 1 if bare else 0
