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
        # Of a thousand: the rounding of a single one would show in the rate.
        sums = bought.tax_ids.compute_all(
            bought.price_unit * (1 - bought.discount / 100),
            currency=bought.currency_id,
            quantity=1000,
            product=product,
            partner=bought.partner_id,
        )
        bare, whole = sums["total_excluded"], sums["total_included"]
        return {
            "price": round(bare / 1000, 4),
            "price_unit": unit.name,
            "price_content": unit._compute_quantity(1, product.uom_id, round=False),
            "tax": round(whole / bare - 1, 4) if bare else 0,
        }
