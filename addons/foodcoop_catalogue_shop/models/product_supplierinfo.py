# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import models
from odoo.addons.foodcoop_difference.lib.match import Known
from odoo.tools import SQL

_KNOWN = """
    SELECT s.id, p.id AS product, s.product_tmpl_id AS template, s.price,
           coalesce(s.product_code, '') AS code,
           coalesce(s.product_name, '') AS name,
           coalesce(t.name->>%(lang)s, t.name->>'en_US', '') AS shop_name,
           split_part(u.parent_path, '/', 1) AS root,
           split_part(b.parent_path, '/', 1) AS base_root,
           u.factor, b.factor AS base_factor, c.name AS currency, i.content
      FROM product_supplierinfo s
      JOIN product_template t ON t.id = s.product_tmpl_id AND t.active
      JOIN product_product p ON p.id = coalesce(s.product_id, (
            SELECT min(id) FROM product_product v
             WHERE v.product_tmpl_id = t.id AND v.active))
      JOIN uom_uom u ON u.id = s.product_uom_id
      JOIN uom_uom b ON b.id = t.uom_id
      JOIN res_currency c ON c.id = s.currency_id
      LEFT JOIN foodcoop_catalogue_item i ON i.company_id = %(company)s
            AND i.partner_id = %(partner)s AND i.key = s.product_code
     WHERE s.partner_id IN %(family)s
       AND (s.company_id IS NULL OR s.company_id = %(company)s)
       AND (s.date_start IS NULL OR s.date_start <= %(day)s)
       AND (s.date_end IS NULL OR s.date_end >= %(day)s)
     ORDER BY s.id
"""


class ProductSupplierinfo(models.Model):
    _inherit = "product.supplierinfo"

    def _catalogue_known(self, partner, company, day):
        """A supplier's vendor lines that hold on a day, as ``lib`` understands them.

        A line's price is for one of its unit, which is the pack: 7.02 for a case of 6.
        One query, however many lines; it looks at this company's and shared ones.
        """
        units = self.env["uom.uom"]._catalogue_roots()
        rows = self.env.execute_query_dict(self._known_query(partner, company, day))
        prices = self.env["product.product"]._catalogue_shelf_prices(
            {row["template"] for row in rows}, company
        )
        currencies = self.env["res.currency"]._catalogue_named(
            {row["currency"] for row in rows}
        )
        rates = {one.name: one._catalogue_rate(company) for one in currencies}
        return [
            self._known(row, units, prices[row["template"]], rates[row["currency"]])
            for row in rows
        ]

    def _known_query(self, partner, company, day):
        return SQL(
            _KNOWN,
            lang=self.env.lang or "en_US",
            company=company.id,
            partner=partner.id,
            family=partner._catalogue_family(),
            day=day,
        )

    def _known(self, row, units, shelf, rate):
        """``shelf`` is the price without VAT of one of the product's own units, in the
        shop's money; it is held against a cost in the money of this price."""
        unit = units.get(row["root"]) if row["root"] == row["base_root"] else None
        name, factor = unit or ("", row["factor"])
        pack = Decimal(str(round(float(row["factor"] / factor), 6)))
        each = Decimal(str(float(factor / row["base_factor"])))
        return Known(
            ref=row["id"],
            product=row["product"],
            code=row["code"],
            unit=name,
            pack=pack or Decimal(1),
            pack_price=Decimal(str(round(row["price"] or 0, 6))),
            name=row["name"],
            shop_name=row["shop_name"],
            currency=row["currency"],
            selling=shelf.net * each / rate if shelf.net and rate else None,
            content=Decimal(str(row["content"])) if row["content"] else None,
        )

    def _catalogue_former_codes(self, partner, company):
        """Supplier code -> product, from all vendor lines there ever were."""
        query = SQL(
            """
            SELECT DISTINCT ON (s.product_code) s.product_code, p.id
              FROM product_supplierinfo s
              JOIN product_product p ON p.id = s.product_id AND p.active
             WHERE s.partner_id IN %s AND s.product_code > ''
               AND (s.company_id IS NULL OR s.company_id = %s)
             ORDER BY s.product_code, s.id DESC""",
            partner._catalogue_family(),
            company.id,
        )
        return dict(self.env.execute_query(query))
