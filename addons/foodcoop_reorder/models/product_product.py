# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict

from odoo import fields, models
from odoo.tools import SQL

from ..lib.demand import ZERO, Flow, quantity

# One row a product and day, in the product's own unit, by the shop's clock.
# "Sold" is what went to customers, less what they brought back.
FLOWS = """
    SELECT product_id, day,
           COALESCE(SUM(quantity) FILTER (WHERE enters), 0),
           COALESCE(SUM(quantity) FILTER (WHERE leaves), 0),
           COALESCE(SUM(quantity) FILTER (WHERE leaves AND to_customer), 0)
         - COALESCE(SUM(quantity) FILTER (WHERE enters AND from_customer), 0)
      FROM (
        SELECT move.product_id,
               timezone(%(timezone)s, timezone('UTC', move.date))::date AS day,
               move.quantity * unit.factor / own.factor AS quantity,
               source.usage != 'internal' AND target.usage = 'internal' AS enters,
               source.usage = 'internal' AND target.usage != 'internal' AS leaves,
               source.usage = 'customer' AS from_customer,
               target.usage = 'customer' AS to_customer
          FROM stock_move move
          JOIN stock_location source ON source.id = move.location_id
          JOIN stock_location target ON target.id = move.location_dest_id
          JOIN product_product product ON product.id = move.product_id
          JOIN product_template template ON template.id = product.product_tmpl_id
          JOIN uom_uom unit ON unit.id = move.product_uom
          JOIN uom_uom own ON own.id = template.uom_id
         WHERE move.state = 'done'
           AND move.company_id = %(company)s
           AND move.product_id = ANY(%(products)s)
           AND move.date >= %(since)s::date - 1
      ) AS moved
     WHERE day >= %(since)s
     GROUP BY product_id, day
"""


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _reorder_flows(self, company, since, timezone):
        """{product id: {day: Flow}} of all these products, in one query."""
        self.env["stock.move"].flush_model()
        query = SQL(
            FLOWS,
            timezone=timezone,
            company=company.id,
            products=self.ids,
            since=since,
        )
        flows = defaultdict(dict)
        for product_id, day, *amounts in self.env.execute_query(query):
            flows[product_id][day] = Flow(*map(quantity, map(float, amounts)))
        return flows

    def _reorder_on_hand(self, company):
        """{product id: quantity in the company's own locations}."""
        # sudo: a buyer sees how much there is without the rights of a stock clerk
        quants = self.env["stock.quant"].sudo()
        return self._reorder_totals(
            quants._read_group(
                [
                    ("product_id", "in", self.ids),
                    ("company_id", "=", company.id),
                    ("location_id.usage", "=", "internal"),
                ],
                ["product_id"],
                ["quantity:sum"],
            )
        )

    def _reorder_on_order(self, company, partner, until):
        """{product id: what arrives by ``until``, draft orders to ``partner`` too}."""
        return self._reorder_totals(
            self._reorder_coming(company, until) + self._reorder_asked(company, partner)
        )

    def _reorder_coming(self, company, until):
        # sudo: a buyer sees what is coming without the rights of a stock clerk
        moves = self.env["stock.move"].sudo()
        return moves._read_group(
            [
                ("product_id", "in", self.ids),
                ("company_id", "=", company.id),
                ("state", "not in", ("draft", "done", "cancel")),
                ("location_id.usage", "!=", "internal"),
                ("location_dest_id.usage", "=", "internal"),
                ("date", "<=", fields.Datetime.end_of(until, "day")),
            ],
            ["product_id"],
            ["product_qty:sum"],
        )

    def _reorder_asked(self, company, partner):
        return self.env["purchase.order.line"]._read_group(
            [
                ("product_id", "in", self.ids),
                ("company_id", "=", company.id),
                ("partner_id", "=", partner.id),
                ("order_id.state", "in", ("draft", "sent", "to approve")),
            ],
            ["product_id"],
            ["product_uom_qty:sum"],
        )

    @staticmethod
    def _reorder_totals(rows):
        totals = defaultdict(lambda: ZERO)
        for product, total in rows:
            totals[product.id] += quantity(total)
        return totals
