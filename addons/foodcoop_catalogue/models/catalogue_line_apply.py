# SPDX-License-Identifier: AGPL-3.0-or-later
import json

from odoo import api, models
from odoo.addons.foodcoop_catalogue_range.models.catalogue_answer import OTHER, SAME
from odoo.addons.foodcoop_difference.lib import diff
from odoo.addons.foodcoop_difference.lib.match import CONTRADICTIONS
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .catalogue_line import TAKEABLE

# Few rows of a long list: those that ask for more than a price.
_SPECIAL = [
    "|",
    "|",
    ("product_id", "=", False),
    ("reprice", "=", True),
    ("kind", "=", diff.CONFLICT),
]
# Why a ticked row cannot be written: the first that holds, for all rows at once.
_REFUSALS = """
    SELECT l.id, CASE
        WHEN l.kind NOT IN %(takeable)s THEN 'closed'
        WHEN l.kind IN ('conflict', 'refused') AND l.reasons IN %(contradictions)s
            THEN 'undecided'
        WHEN l.kind = 'gone' THEN (CASE WHEN l.seller_id IS NULL THEN 'stale' END)
        WHEN NOT l.has_price THEN 'closed'
        WHEN old.date_end < %(start)s THEN 'stale'
        WHEN l.seller_id IS NULL AND l.code IN (
            SELECT s.product_code FROM product_supplierinfo s
             WHERE s.partner_id = %(partner)s
               AND (s.date_start IS NULL OR s.date_start <= %(start)s)
               AND (s.date_end IS NULL OR s.date_end >= %(start)s)
               AND s.create_date > (
                   SELECT min(create_date) FROM foodcoop_catalogue_line
                    WHERE import_id = %(record)s)) THEN 'stale'
        WHEN l.reprice AND l.shelf_price > 0
             AND round(t.list_price, 6) <> round(l.shelf_price, 6) THEN 'shelf'
        WHEN count(*) OVER (PARTITION BY coalesce(l.seller_id::text, 'key ' || l.key))
             > 1 THEN 'twice'
        WHEN l.unit IS NULL THEN 'no_unit'
        WHEN t.uom_id IS NOT NULL AND split_part(u.parent_path, '/', 1) <>
             %(roots)s::jsonb->>l.unit THEN 'other_unit'
        WHEN t.company_id <> i.company_id THEN 'other_company'
        END AS refusal, u.id
      FROM foodcoop_catalogue_line l
      JOIN foodcoop_catalogue_import i ON i.id = l.import_id
      LEFT JOIN product_supplierinfo old ON old.id = l.seller_id
      LEFT JOIN product_product p ON p.id = l.product_id
      LEFT JOIN product_template t ON t.id = p.product_tmpl_id
      LEFT JOIN uom_uom u ON u.id = t.uom_id
     WHERE l.import_id = %(record)s AND l.take
     ORDER BY l.sequence, l.source_row, l.id
"""


class CatalogueLine(models.Model):
    _inherit = "foodcoop.catalogue.line"

    @api.model
    def _check_ready(self, record, start):
        """Refuse ticked rows that cannot be applied, naming them: one query for all."""
        self.env.flush_all()
        roots = self.env["uom.uom"]._catalogue_roots()
        query = SQL(
            f"SELECT * FROM ({_REFUSALS}) seen WHERE refusal IS NOT NULL",
            takeable=TAKEABLE,
            contradictions=CONTRADICTIONS,
            start=start,
            roots=json.dumps({name: root for root, (name, _size) in roots.items()}),
            record=record.id,
            partner=record.partner_id.id,
        )
        found = self.env.execute_query(query)
        if found:
            said = [self.browse(ref)._refusal(why, uom) for ref, why, uom in found[:8]]
            first = self.env._("Nothing was written. Correct or refuse these rows:")
            raise UserError("\n".join([first, *said, *["…"][: len(found) - 8]]))

    def _refusal(self, reason, uom_id):
        row = self.env._("Row %(row)s, %(name)s:", row=self.source_row, name=self.title)
        sentence = {
            "closed": self.env._("this row cannot be taken."),
            "undecided": self.env._(
                "it contradicts what we know. Open the row and say which product it is."
            ),
            "stale": self.env._(
                "its price was changed meanwhile. Read the list again."
            ),
            "shelf": self.env._(
                "its shelf price was changed meanwhile. Read the list again."
            ),
            "twice": self.env._("this product is taken twice. Keep one of them."),
            "no_unit": self.env._("choose the unit that the price is for."),
            "other_unit": self.env._(
                "the shop counts this product in %s. Choose the matching unit.",
                self.env["uom.uom"].browse(uom_id).name,
            ),
            "other_company": self.env._("this product is another company's."),
        }[reason]
        return f"{row} {sentence}"

    @api.model
    def _apply(self, record, start):
        """Write a list's ticked rows: new products, packs, prices, and the log of it.

        The price of a vendor line is for one of its unit. That unit is the case:
        an order for 2 cases of 6 at 1.17 costs 2 x 7.02 and brings 12.
        """
        Change = self.env["foodcoop.catalogue.change"]
        ticked = Domain("import_id", "=", record.id) & Domain("take", "=", True)
        offered = ticked & Domain("kind", "!=", diff.GONE)
        special = self.search(offered & Domain(_SPECIAL))
        orphans = special.filtered(lambda line: not line.product_id)
        products = orphans._create_products()
        special._remember_products()
        packs = self._packs(offered)
        self._currencies_of(offered)._catalogue_use()
        self.env["product.supplierinfo"]._succeed(record, packs, start)
        Change._log_products(orphans, products)
        Change._log_shelves(special.filtered("reprice")._change_shelf_prices())

    def _remember_products(self):
        """A person's word on what was in doubt: the next list does not ask."""
        Answer = self.env["foodcoop.catalogue.answer"]
        told = Answer.search([("key", "in", self.mapped("key")), ("verb", "=", OTHER)])
        keys = set(told.mapped("key"))
        doubtful = self.filtered(
            lambda line: (
                line.key in keys
                or (line.kind == diff.CONFLICT and line.reasons != diff.CODE_TWICE)
            )
        )
        if doubtful:
            Answer._remember(doubtful, SAME)

    def _size(self):
        return self.unit, round(self.pack, 6)

    def _packs(self, domain):
        """{(unit, quantity): unit of measure} of the cases: few sizes, many rows."""
        groups = self._read_group(domain, ["unit", "pack"])
        sizes = {(unit, round(pack, 6)) for unit, pack in groups}
        return self.env["uom.uom"]._find_or_create_packs(sizes)

    def _currencies_of(self, domain):
        groups = self._read_group(domain, ["currency_id"])
        return self.env["res.currency"].union(*(group for (group,) in groups))

    def _change_shelf_prices(self):
        """Set the labels' prices; answers [(line, before)]."""
        before = [(line, line.product_id.list_price) for line in self]
        for line in self:
            line.product_id.product_tmpl_id.list_price = line.shelf_price_new
        return before

    def _prepare_seller(self, pack):
        """The new vendor line; it takes over what the list says nothing about."""
        old = self.seller_id
        vals = {
            "partner_id": self.partner_id.id,
            "product_id": self.product_id.id,
            "product_tmpl_id": self.product_id.product_tmpl_id.id,
            "company_id": self.company_id.id,
        }
        if old:
            (vals,) = old.copy_data()
            minimum = old.min_qty and old.product_uom_id._compute_quantity(
                old.min_qty, pack, round=False
            )
            vals.update(min_qty=minimum)
        return {
            **vals,
            "currency_id": self.currency_id.id,
            "price": round(self.pack_price, 6),
            "product_uom_id": pack.id,
            "product_code": self.code or old.product_code,
            "product_name": self.title or old.product_name,
        }
