# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from odoo import models
from odoo.addons.foodcoop_difference.lib.match import Ware
from odoo.tools import SQL


class Year(NamedTuple):
    """A product's last year, and what there is of it now, in its own unit."""

    quantity: Decimal = Decimal(0)
    on_hand: bool = False
    on_order: bool = False


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _catalogue_wares(self, partner, company):
        """Every product the shop has, with its numbers and who sells it."""
        query = SQL(
            """
            SELECT p.id, coalesce(t.name->>%(lang)s, t.name->>'en_US', ''),
                   array_remove(array_agg(DISTINCT n.barcode) || p.barcode, NULL),
                   coalesce(bool_or(s.partner_id IN %(family)s), FALSE),
                   coalesce(bool_or(s.partner_id NOT IN %(family)s), FALSE)
              FROM product_product p
              JOIN product_template t ON t.id = p.product_tmpl_id
              LEFT JOIN product_uom n ON n.product_id = p.id
              LEFT JOIN product_supplierinfo s ON s.product_tmpl_id = t.id
             WHERE p.active AND t.active
               AND (t.company_id IS NULL OR t.company_id = %(company)s)
             GROUP BY p.id, t.id
             ORDER BY p.id""",
            lang=self.env.lang or "en_US",
            family=partner._catalogue_family(),
            company=company.id,
        )
        return [
            Ware(ref, name, tuple(gtins or ()), ours, others)
            for ref, name, gtins, ours, others in self.env.execute_query(query)
        ]

    def _catalogue_year(self, partner, company, today):
        """{product: Year}, in one query of whatever is installed.

        What went to customers counts (the till's sales are moves too); where nothing
        did, what was bought. Buyers see sums here, no order and no sale.
        """
        parts = [self._bought_query(partner, company, today)]
        if "stock.move" in self.env:
            parts += [self._sold_query(company, today), self._on_hand_query(company)]
        query = SQL(
            "SELECT product_id, sum(sold), sum(bought), sum(on_hand), sum(ordered)"
            " FROM (%s) seen WHERE product_id IN %s GROUP BY product_id",
            SQL(" UNION ALL ").join(parts),
            tuple(self.ids) or (0,),
        )
        years = defaultdict(Year)
        for product, sold, bought, on_hand, ordered in self.env.execute_query(query):
            quantity = Decimal(str(sold if sold and sold > 0 else bought or 0))
            years[product] = Year(quantity, (on_hand or 0) > 0, (ordered or 0) > 0)
        return years

    def _bought_query(self, partner, company, today):
        return SQL(
            """
            SELECT l.product_id, 0::numeric AS sold, 0::numeric AS on_hand,
                   CASE WHEN o.state = 'purchase' AND o.date_order >= %(since)s
                        THEN l.product_uom_qty ELSE 0 END::numeric AS bought,
                   CASE WHEN o.partner_id IN %(family)s
                         AND coalesce(l.qty_received, 0) < l.product_qty
                        THEN l.product_qty ELSE 0 END::numeric AS ordered
              FROM purchase_order_line l
              JOIN purchase_order o ON o.id = l.order_id
             WHERE o.state <> 'cancel' AND o.company_id = %(company)s""",
            since=today - relativedelta(years=1),
            family=partner._catalogue_family(),
            company=company.id,
        )

    def _sold_query(self, company, today):
        """Brought back counts against it."""
        return SQL(
            """
            SELECT m.product_id, CASE WHEN t.usage = 'customer' THEN m.product_qty
                   ELSE -m.product_qty END::numeric, 0, 0, 0
              FROM stock_move m
              JOIN stock_location f ON f.id = m.location_id
              JOIN stock_location t ON t.id = m.location_dest_id
             WHERE m.state = 'done' AND m.date >= %s AND m.company_id = %s
               AND (f.usage = 'customer') <> (t.usage = 'customer')""",
            today - relativedelta(years=1),
            company.id,
        )

    def _on_hand_query(self, company):
        return SQL(
            """
            SELECT q.product_id, 0, q.quantity::numeric, 0, 0
              FROM stock_quant q
              JOIN stock_location l ON l.id = q.location_id AND l.usage = 'internal'
             WHERE q.company_id = %s""",
            company.id,
        )

    def _used_products(self):
        """Those that were ordered, moved, sold, or that someone else sells us."""
        used = self.filtered("seller_ids")
        for model in ("stock.move", "purchase.order.line", "pos.order.line"):
            if model in self.env:
                # sudo: whether it was used anywhere, not by whom
                groups = (
                    self.env[model]
                    .sudo()
                    ._read_group([("product_id", "in", self.ids)], ["product_id"])
                )
                used |= self.browse(product.id for (product,) in groups)
        return used
