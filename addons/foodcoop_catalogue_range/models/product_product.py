# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from odoo import models
from odoo.tools import SQL


class Shelf(NamedTuple):
    """What the label says for one of the product's units, and that without VAT."""

    price: Decimal | None = None
    net: Decimal | None = None


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _catalogue_shelf_prices(self, template_ids, company):
        """{template: Shelf}; a price of 0 is none."""
        self.env.flush_all()
        shelves = defaultdict(Shelf)
        query = SQL(
            """
            SELECT t.id, t.list_price,
                   array_remove(array_agg(r.tax_id ORDER BY r.tax_id), NULL)
              FROM product_template t
              LEFT JOIN product_taxes_rel r ON r.prod_id = t.id
             WHERE t.id IN %s AND t.list_price <> 0 GROUP BY t.id""",
            tuple(template_ids) or (0,),
        )
        rows = self.env.execute_query(query)
        kinds = {tuple(taxes) for *_, taxes in rows}
        held = self.env["account.tax"]._catalogue_held(kinds, company)
        for template, price, taxes in rows:
            shelf = Decimal(str(price))
            shelves[template] = Shelf(shelf, held[tuple(taxes)].net(shelf))
        return shelves
