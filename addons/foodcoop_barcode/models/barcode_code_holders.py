# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict

from odoo import api, models
from odoo.addons.foodcoop_scan.lib.key import gtin14_key, spellings
from odoo.tools import SQL

# Whatever a scanner reads in a shop: who bears it, in which field, and the type of
# the rules that should read it ("" where none is its own). Models that are not
# installed are passed over.
BEARERS = (
    ("product.product", "barcode", "product"),
    ("product.uom", "barcode", "product"),
    ("product.barcode", "name", "product"),
    ("res.partner", "barcode", "client"),
    ("hr.employee", "barcode", "cashier"),
    ("loyalty.card", "code", "coupon"),
    ("loyalty.rule", "code", "coupon"),
    ("stock.location", "barcode", "location"),
    ("stock.package.type", "barcode", ""),
    ("stock.package", "name", "package"),
    ("stock.lot", "name", "lot"),
    ("stock.picking.type", "barcode", ""),
)
# A name beside its code would be a badge or a voucher for whoever reads the register.
PERSONAL = ("res.partner", "hr.employee", "loyalty.card", "loyalty.rule")


class FoodcoopBarcodeCode(models.Model):
    """Who bears a number already, and what the shop's rules make of it."""

    _inherit = "foodcoop.barcode.code"

    @api.model
    def _holders(self, codes):
        """{GTIN-14 key: name of what bears it}, of these codes in any spelling.

        Archived records and other companies' scan all the same.
        """
        asked = [spelling for code in codes for spelling in spellings(code)]
        bearers = [
            self._bearers_query(self.env[model], field)
            for model, field, _type in BEARERS
            if model in self.env and self.env[model]._fields[field].store
        ]
        rows = self.env.execute_query(
            SQL(
                "WITH asked AS MATERIALIZED (SELECT unnest(%s::varchar[]) AS code) %s",
                asked,
                SQL(" UNION ALL ").join(bearers),
            )
        )
        found = defaultdict(dict)
        for model, id_, code in rows:
            found[model][id_] = code
        return self._registered(codes) | self._names(found)

    def _bearers_query(self, model, fname):
        """Field by field: who bears one of the codes asked for."""
        field = model._fields[fname]
        model.flush_model([fname])
        table, value = SQL.identifier(model._table), SQL.identifier(model._table, fname)
        source = table
        if field.company_dependent:
            source = SQL("%s CROSS JOIN jsonb_each_text(%s) AS v", table, value)
            value = SQL("v.value")
        return SQL(
            "SELECT %s, %s.id, asked.code FROM %s JOIN asked ON %s = asked.code",
            model._name,
            table,
            source,
            value,
        )

    def _names(self, found):
        """{GTIN-14 key: name}, products first, as the till looks them up."""
        names = {}
        for model, codes in found.items():
            # sudo: a number is taken whoever may see its bearer
            records = self.env[model].sudo().with_context(active_test=False)
            for record in records.browse(codes):
                key = gtin14_key(codes[record.id])
                names.setdefault(key, self._name_to_tell(record))
        return names

    def _name_to_tell(self, record):
        """A bearer's name, as far as people who number goods may know it."""
        if record._name in PERSONAL:
            return self.env._("somebody's badge or voucher")
        named = record.product_id if record._name == "product.uom" else record
        company = named.company_id if "company_id" in named._fields else False
        if company and company not in self.env.companies:
            return self.env._("something of another company")
        return named.display_name

    def _registered(self, codes):
        """{GTIN-14 key: empty name}: the register tells its numbers' story itself."""
        # sudo: a number another company gave is taken here too
        keys = [gtin14_key(code) for code in codes]
        rows = self.sudo().search_fetch([("gtin14", "in", keys)], ["gtin14"])
        return dict.fromkeys(rows.mapped("gtin14"), "")

    @api.model
    def _nomenclatures(self):
        """The rules of every shop and till here, each in the order they are tried."""
        # sudo: volunteers read no rules, and other shops' tills count too
        used = self.env["res.company"].sudo().search([]).nomenclature_id
        if "pos.config" in self.env:
            tills = self.env["pos.config"].sudo().with_context(active_test=False)
            used |= tills.search([]).fallback_nomenclature_id
        return tuple(
            shop._spec()
            for shop in used
            if "is_gs1_nomenclature" not in shop._fields or not shop.is_gs1_nomenclature
        )
