# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.tools import SQL

from ..lib.judge import Held


class BarcodeInUse(models.AbstractModel):
    """Codes on goods and in sheets as plain data, in a number of queries that stays."""

    _name = "foodcoop.barcode.in.use"
    _description = "Codes in use"

    @api.model
    def _held(self, company):
        """Codes on goods of a company or shared, with the name of who bears them."""
        held, packs = [], {}
        rows = enumerate(self._query_held(company), 1)
        for ref, (source, product, pack, code, active, name) in rows:
            held.append(Held(ref, code, name, product, source, active))
            packs[ref] = pack
        return held, packs

    def _query_held(self, company):
        for model in ("product.product", "product.template", "product.uom"):
            self.env[model].flush_model()
        return self.env.execute_query(
            SQL(
                """
                SELECT 'product', p.id, NULL, p.barcode, p.active, %(name)s
                  FROM product_product p
                  JOIN product_template t ON t.id = p.product_tmpl_id
                 WHERE p.barcode != '' AND %(ours)s
                UNION ALL
                SELECT 'pack', p.id, u.id, u.barcode, p.active, %(name)s
                  FROM product_uom u
                  JOIN product_product p ON p.id = u.product_id
                  JOIN product_template t ON t.id = p.product_tmpl_id
                 WHERE %(ours)s
                 ORDER BY 2, 3
                """,
                name=self._sql_name(),
                ours=self._sql_ours(company),
            )
        )

    def _sql_name(self):
        lang = self.env.lang or "en_US"
        name = SQL("COALESCE(t.name->>%s, t.name->>'en_US')", lang)
        return SQL("CONCAT_WS(' ', '[' || NULLIF(p.default_code, '') || ']', %s)", name)

    def _sql_ours(self, company):
        """As Odoo's own rule on products: a branch has the goods of its parents."""
        # sudo: the tree of companies, above those one may choose
        ids = company.sudo().parent_ids.ids
        return SQL("(t.company_id IS NULL OR t.company_id = ANY(%s))", ids)

    @api.model
    def _of_sheet(self, rows, first, company):
        """Rows of a sheet with the product they name: by reference, else by name."""
        wanted = {row.reference for row in rows} | {row.name for row in rows}
        lang = self.env.lang or "en_US"
        name = SQL("COALESCE(t.name->>%s, t.name->>'en_US')", lang)
        found = self.env.execute_query(
            SQL(
                """
                SELECT p.id, p.barcode, p.default_code, %(name)s
                  FROM product_product p
                  JOIN product_template t ON t.id = p.product_tmpl_id
                 WHERE p.active AND %(ours)s
                   AND (p.default_code = ANY(%(texts)s) OR %(name)s = ANY(%(texts)s))
                """,
                name=name,
                ours=self._sql_ours(company),
                texts=[text for text in wanted if text],
            )
        )
        by_text = {}
        for product, bears, reference, called in found:
            for text in filter(None, (reference, called)):
                by_text.setdefault(text, set()).add((product, bears or "", called))
        return [
            self._held_row(row, ref, by_text) for ref, row in enumerate(rows, first)
        ]

    def _held_row(self, row, ref, by_text):
        named = by_text.get(row.reference) or by_text.get(row.name) or set()
        product, bears, called = next(iter(named)) if len(named) == 1 else (0, "", "")
        name = row.name or called or row.reference
        shown = name or self.env._("row %s", row.number)
        return Held(ref, row.code, shown, product, "sheet", True, bears, bool(name))
