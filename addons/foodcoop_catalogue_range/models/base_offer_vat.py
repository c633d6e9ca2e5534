# SPDX-License-Identifier: AGPL-3.0-or-later
from typing import NamedTuple

from odoo import models
from odoo.addons.foodcoop_catalogue_list.models.sentences import quantity_text
from odoo.addons.foodcoop_difference.lib.usual_tax import (
    CATEGORY,
    LIST,
    SHOP,
    SUPPLIER,
    Taxed,
    usual_tax,
)
from odoo.fields import Command
from odoo.tools import SQL


class Vat(NamedTuple):
    """What a new product is taxed with, as ``write`` takes it, and who says so."""

    whose: str
    vals: dict

    @property
    def sold(self):
        """The ids of the taxes that it is sold with."""
        return [ref for *_, refs in self.vals.get("taxes_id", ()) for ref in refs]


_TAXED = """
    SELECT DISTINCT t.categ_id, coalesce(s.ours, FALSE) AS ours, sold.ids, bought.ids
      FROM product_template t
      JOIN LATERAL (
            SELECT array_agg(a.id ORDER BY a.id) AS ids
              FROM product_taxes_rel r JOIN account_tax a ON a.id = r.tax_id
             WHERE r.prod_id = t.id AND a.active AND a.company_id IN %(companies)s
           ) sold ON sold.ids IS NOT NULL
      LEFT JOIN LATERAL (
            SELECT array_agg(a.id ORDER BY a.id) AS ids
              FROM product_supplier_taxes_rel r JOIN account_tax a ON a.id = r.tax_id
             WHERE r.prod_id = t.id AND a.active AND a.company_id IN %(companies)s
           ) bought ON TRUE
      LEFT JOIN (
            SELECT DISTINCT product_tmpl_id, TRUE AS ours FROM product_supplierinfo
             WHERE partner_id IN %(family)s
           ) s ON s.product_tmpl_id = t.id
     WHERE t.active AND (s.ours OR t.categ_id IN %(categories)s)
       AND (t.company_id IS NULL OR t.company_id IN %(companies)s)
"""


class CatalogueOffer(models.AbstractModel):
    """The VAT of a new product: as the list says, as its likes have it, or as usual."""

    _inherit = "foodcoop.catalogue.offer"

    def _vats(self, categories):
        """{offer: Vat} of one supplier's offers; ``categories``: {offer: category}."""
        ids = {offer: category.id or 0 for offer, category in categories.items()}
        goods = self._taxed_goods({0, *ids.values()})
        usual = {offer: usual_tax(goods, ids[offer]) for offer in self}
        rates = {self._tax_rate(one.sold) for one in {*usual.values()}}
        by_rate, default = self._taxes_by_rate(rates), self._default_taxes()
        return {offer: offer._vat(usual[offer], by_rate, default) for offer in self}

    def _vat(self, usual, by_rate, default):
        stated = by_rate.get(round(self.vat, 2), {})
        if self.vat and "taxes_id" in stated:
            return Vat(LIST, stated)
        if usual.whose == SHOP:
            return Vat(SHOP, default)
        alike = by_rate.get(self._tax_rate(usual.sold), {})
        found = {**default, **alike, "taxes_id": [Command.set(usual.sold)]}
        if usual.bought:
            found["supplier_taxes_id"] = [Command.set(usual.bought)]
        return Vat(usual.whose, found)

    def _taxed_goods(self, category_ids):
        """How the goods of this supplier and of these categories are taxed."""
        self.env.flush_all()
        query = SQL(
            _TAXED,
            companies=tuple(self.env.company.parent_ids.ids),
            family=self.partner_id._catalogue_family() or (0,),
            categories=tuple(category_ids),
        )
        return [
            Taxed(category or 0, ours, tuple(sold), tuple(bought or ()))
            for category, ours, sold, bought in self.env.execute_query(query)
        ]

    def _default_taxes(self):
        """What Odoo gives a product that nobody says anything of."""
        fields = ["taxes_id", "supplier_taxes_id"]
        found = self.env["product.product"].default_get(fields)
        return {name: found.get(name, []) for name in fields}

    def _tax_rate(self, tax_ids):
        """In percent, where it is one tax; 0 else."""
        # sudo: who buys need not look after the shop's taxes
        tax = self.env["account.tax"].sudo().browse(tax_ids)
        percent = len(tax) == 1 and tax.amount_type == "percent"
        return round(tax.amount, 2) if percent else 0

    def _taxes_by_rate(self, more):
        """{VAT rate: the taxes of goods sold and bought at it}, as new goods get."""
        rates = {round(offer.vat, 2) for offer in self} | more
        taxes = self.env["account.tax"].search(
            [
                ("company_id", "parent_of", self.env.company.id),
                ("amount_type", "=", "percent"),
                ("amount", "in", [*rates - {0}]),
                ("type_tax_use", "in", ["sale", "purchase"]),
            ]
        )
        usual = self.env.company.account_sale_tax_id
        found = {}
        for tax in taxes.sorted(lambda t: t.price_include != usual.price_include):
            field = "taxes_id" if tax.type_tax_use == "sale" else "supplier_taxes_id"
            of_rate = found.setdefault(round(tax.amount, 2), {})
            of_rate.setdefault(field, [Command.set(tax.ids)])
        return found

    def _vat_sentence(self, vat, category):
        """ "VAT 5.5 %, as this supplier's other goods."; "" where there is none."""
        # sudo: who buys need not look after the shop's taxes
        taxes = self.env["account.tax"].sudo().browse(vat.sold)
        taxes = taxes._filter_taxes_by_company(self.env.company)
        if not taxes:
            return ""
        rate = " + ".join(map(self._tax_name, taxes))
        said = {
            LIST: self.env._("VAT %s, as the list says.", rate),
            CATEGORY: self.env._(
                "VAT %(rate)s, as the shop's goods in “%(category)s”.",
                rate=rate,
                category=category.name,
            ),
            SUPPLIER: self.env._("VAT %s, as this supplier's other goods.", rate),
            SHOP: self.env._(
                "VAT %s, the shop's usual one: check it before the product is sold.",
                rate,
            ),
        }[vat.whose]
        return said if vat.whose == LIST else f"{self._unmet_vat()} {said}".strip()

    def _unmet_vat(self):
        if not self.vat:
            return ""
        rate = quantity_text(self.env, self.vat)
        return self.env._("The list says VAT %s %%: the shop has no such tax.", rate)

    def _tax_name(self, tax):
        if tax.amount_type != "percent":
            return tax.name
        return f"{quantity_text(self.env, tax.amount)}\u00a0%"
