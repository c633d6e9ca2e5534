# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.tools import SQL

_TEXTS = (
    *("code", "gtin", "name", "title", "section", "category", "brand", "origin"),
    *("labels", "pack_text", "unit_text", "unit", "content_unit"),
)
_NUMBERS = ("vat", "content", "advised_price")

_KEEP = """
    INSERT INTO foodcoop_catalogue_item AS i (
           company_id, partner_id, import_ref, last_seen, available, key, price,
           pack, per_pack, currency_id, product_id, %(columns)s)
    SELECT DISTINCT ON (key) m.company_id, m.partner_id, m.id,
           coalesce(m.applied_on, %(today)s), l.available, key, price, pack,
           per_pack, nullif(l.currency_id, c.currency_id), product_id, %(said)s
      FROM foodcoop_catalogue_line l
      JOIN foodcoop_catalogue_import m ON m.id = l.import_id
      JOIN res_company c ON c.id = m.company_id
     WHERE m.id IN %(imports)s AND source_row > 0 AND key > ''
     ORDER BY key, m.id DESC, take DESC, l.id
    ON CONFLICT (company_id, partner_id, key) DO UPDATE SET
           import_ref = EXCLUDED.import_ref, last_seen = EXCLUDED.last_seen,
           available = EXCLUDED.available,
           price = coalesce(nullif(EXCLUDED.price, 0), i.price),
           pack = EXCLUDED.pack, per_pack = EXCLUDED.per_pack,
           currency_id = EXCLUDED.currency_id,
           product_id = coalesce(EXCLUDED.product_id, i.product_id),
           %(kept)s
"""


class CatalogueItem(models.Model):
    """What lists leave behind: the newest word on every offer, taken or not."""

    _inherit = "foodcoop.catalogue.item"

    @api.model
    def _keys(self, partner, company):
        """The keys of what this supplier's earlier lists offered, ours or not."""
        groups = self._read_group(
            [("partner_id", "=", partner.id), ("company_id", "=", company.id)], ["key"]
        )
        return frozenset(key for [key] in groups)

    @api.model
    def _take_over(self, imports):
        """Keep every offer of these lists of one supplier, taken or not.

        The newest list counts, but an empty cell never erases what an earlier one said.
        """
        self.env.flush_all()
        texts = [SQL.identifier(name) for name in _TEXTS]
        numbers = [SQL.identifier(name) for name in _NUMBERS]
        keep = "%s = coalesce(nullif(EXCLUDED.%s, %s), i.%s)"
        kept = [
            SQL(keep, column, column, nothing, column)
            for columns, nothing in ((texts, ""), (numbers, 0))
            for column in columns
        ]
        self.env.execute_query(
            SQL(
                _KEEP,
                imports=tuple(imports.ids) or (0,),
                columns=SQL(", ").join([*texts, *numbers]),
                said=SQL(", ").join(SQL("l.%s", name) for name in [*texts, *numbers]),
                kept=SQL(", ").join(kept),
                today=fields.Date.context_today(self),
            )
        )
        self.invalidate_model()

    @api.model
    def _miss(self, catalogue_import):
        """A full list leaves out what is no longer offered."""
        # sudo: the list decides; buyers do not edit what suppliers offer
        self.sudo().search(
            [
                ("partner_id", "=", catalogue_import.partner_id.id),
                ("company_id", "=", catalogue_import.company_id.id),
                ("import_ref", "!=", catalogue_import.id),
                ("available", "=", True),
            ]
        ).available = False

    @api.model
    def _give_back(self, catalogue_import):
        """As if this list had never been: what earlier ones said holds again."""
        whose = [
            ("partner_id", "=", catalogue_import.partner_id.id),
            ("company_id", "=", catalogue_import.company_id.id),
        ]
        earlier = catalogue_import.search(
            [*whose, ("state", "=", "applied"), ("id", "!=", catalogue_import.id)],
            order="id",
        )
        # sudo: the list decides; buyers do not edit what suppliers offer
        self.sudo().search([*whose, ("import_ref", "=", catalogue_import.id)]).unlink()
        self._take_over(earlier)
        if earlier and earlier[-1].is_full_list:
            self._miss(earlier[-1])
