# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import api, fields, models
from odoo.addons.foodcoop_difference.lib import diff
from odoo.addons.foodcoop_difference.lib.effect import effect
from odoo.addons.foodcoop_difference.lib.match import Shop
from odoo.addons.foodcoop_pricelist.lib import offer as offers
from odoo.addons.foodcoop_sheet.lib.grid import letter
from odoo.addons.foodcoop_sheet.lib.table import OCR
from odoo.addons.foodcoop_words.lib.packs import Terms


class CatalogueLine(models.Model):
    """From a reading to lines: gathered in a few queries, decided in ``lib``."""

    _inherit = "foodcoop.catalogue.line"

    @api.model
    def _refresh(self, catalogue_import, reading):
        """Replace an import's lines by the differences of what was read."""
        self.env.flush_all()
        catalogue_import._start_with(reading.facts)
        found = self._differences(catalogue_import, reading)
        rows = (*reading.of(offers.PROBLEM), *reading.of(offers.IGNORED))
        vals_list = self._prepare_differences(catalogue_import, found, reading.currency)
        vals_list += map(self._prepare_source_row, rows)
        catalogue_import.check_access("write")
        catalogue_import.line_ids.unlink()
        # sudo: what a list says is written down by nobody's hand
        self.sudo().create(
            [{"import_id": catalogue_import.id, **vals} for vals in vals_list]
        )

    def _differences(self, catalogue_import, reading):
        rules = diff.Rules(
            is_full=catalogue_import.is_full_list,
            alarm_percent=Decimal(str(catalogue_import._alarm_percent())),
            currency=reading.currency or catalogue_import.company_id.currency_id.name,
        )
        return diff.diff(self._shop(catalogue_import), reading.offers, rules)

    def _shop(self, record):
        """What ``lib`` must know of the shop: six queries, however large it is."""
        partner, company = record.partner_id, record.company_id
        Seller = self.env["product.supplierinfo"]
        return Shop(
            tuple(Seller._catalogue_known(partner, company, record._start())),
            tuple(self.env["product.product"]._catalogue_wares(partner, company)),
            self.env["foodcoop.catalogue.answer"]._answers(partner, company),
            Seller._catalogue_former_codes(partner, company),
            self.env["foodcoop.catalogue.item"]._keys(partner, company),
        )

    def _prepare_differences(self, record, found, currency_name):
        """Lines' values: each difference with what it does to margin and money."""
        today, company = fields.Date.context_today(record), record.company_id
        products = self.env["product.product"].browse(
            {one.product for one in found if one.product}
        )
        years = products._catalogue_year(record.partner_id, company, today)
        shelves = self._shelves(products, company)
        money = self._currencies(found, currency_name, company)
        alarm = Decimal(str(record._alarm_percent()))
        vals_list = []
        for one in found:
            name = one.offer.currency if one.offer else one.known.currency
            currency, rate = money.get(name) or money[""]
            before = money[one.known.currency][1] if one.known else rate
            year, shelf = years[one.product], shelves.get(one.product)
            vals_list.append(
                self._prepare_difference(one, currency)
                | self._prepare_effect(one, year, shelf, (before, rate), alarm)
            )
        return vals_list

    def _shelves(self, products, company):
        """{product: (Shelf, its unit in each of ours)}."""
        ours = self.env["uom.uom"]._catalogue_units().items()
        sizes = {
            uom: {name: Decimal(str(uom.factor / one.factor)) for name, one in ours}
            for uom in products.uom_id
        }
        templates = products.product_tmpl_id
        prices = products._catalogue_shelf_prices(templates.ids, company)
        return {
            product.id: (prices[product.product_tmpl_id.id], sizes[product.uom_id])
            for product in products
        }

    def _currencies(self, found, usual, company):
        """{name: (currency, in the company's money)}; "" is what the list is in."""
        own = company.currency_id
        names = {one.offer.currency for one in found if one.offer} | {usual or own.name}
        names |= {one.known.currency for one in found if one.known}
        money = {
            currency.name: (currency, currency._catalogue_rate(company))
            for currency in self.env["res.currency"]._catalogue_named(names)
        }
        return {**money, "": money.get(usual) or (own, Decimal(1))}

    def _prepare_effect(self, one, year, shelf, rates, alarm):
        """Money and margins of a price that moves; nothing for the others.

        ``rates``: what the money of the old price and of the new one is in the shop's.
        """
        if one.kind == diff.GONE:
            there = {
                diff.STILL_IN_STOCK: year.on_hand,
                diff.STILL_ORDERED: year.on_order,
            }
            reasons = [*one.reasons, *(name for name, is_so in there.items() if is_so)]
            return {"reasons": " ".join(reasons)}
        if not (self._moves(one) and shelf and all(rates)):
            return {"impact": abs(float(one.percent or 0)) / 1e6}
        prices, size = shelf
        each = size[one.terms.unit]
        old = one.known.unit_price * rates[0]
        new = one.terms.unit_price(one.offer.price) * rates[1]
        selling = prices.net / each if prices.net else None
        found = effect(old, new, year.quantity * each, selling, prices.price)
        return self._prepare_moved(one, prices.price, found) | self._prepare_alarm(
            one, old, new, alarm
        )

    def _prepare_alarm(self, one, old, new, percent):
        """A price in another money moves too far at today's rate, or does not."""
        if diff.OTHER_CURRENCY not in one.reasons:
            return {}
        found = diff.alarms(old, new, {one.known.pack, one.terms.pack}, percent)
        return {"reasons": " ".join([*one.reasons, *found]), "alarmed": bool(found)}

    def _moves(self, one):
        """Old and new price can be told apart, in whichever money they are."""
        compared = one.kind in (diff.CHANGED, diff.REFUSED)
        compared = compared or diff.OTHER_CURRENCY in one.reasons
        return compared and one.known and one.offer

    def _prepare_moved(self, one, shelf_price, found):
        return {
            "money_year": float(found.year),
            "money_month": float(found.month),
            "impact": abs(float(found.year)) + abs(float(one.percent or 0)) / 1e6,
            "margin_before": float(found.margin_before or 0),
            "margin_after": float(found.margin_after or 0),
            "shelf_price": float(shelf_price or 0),
            "shelf_price_new": float(found.shelf_price or 0),
        }

    @api.model
    def _prepare_difference(self, one, currency):
        vals = {
            "kind": one.kind,
            **self._prepare_theme(one.theme),
            "take": one.certain,
            "percent": float(one.percent or 0),
            "proposed": one.value,
            "reasons": " ".join(one.reasons),
            "alarmed": one.alarmed,
            "seller_id": one.known.ref if one.known else False,
            "product_id": one.product or False,
            "candidates": one.proposals or False,
        }
        more = self._prepare_offered if one.offer else self._prepare_gone
        return vals | more(one, currency)

    def _prepare_offered(self, one, currency):
        known, terms = one.known, one.terms
        old = known.unit_price * (terms.pack if terms.per_pack else 1) if known else 0
        return {
            **self._prepare_offer(one.offer, currency),
            "sheet": one.offer.sheet,
            "source_row": one.offer.row,
            "has_price": one.offer.price is not None,
            "unit": terms.unit or False,
            "pack": float(terms.pack),
            "per_pack": terms.per_pack,
            "old_price": round(float(old), 6),
        }

    def _prepare_gone(self, one, currency):
        """What we know and the list no longer names."""
        name = one.known.name or one.known.shop_name
        return {
            "key": one.key,
            "code": one.known.code,
            "title": name,
            "name": name,
            "old_price": round(float(one.known.unit_price), 6),
            "currency_id": currency.id,
        }

    @api.model
    def _prepare_source_row(self, row):
        return {
            "kind": row.kind,
            **self._prepare_theme(row.kind),
            "sheet": row.sheet,
            "source_row": row.row,
            "title": row.text,
            "name": row.text,
            "reasons": row.reason,
            "cells": [[letter(column), why] for column, why in row.cells],
        }

    def _reconsider(self):
        """Compare these rows anew: a person has answered something."""
        for record, lines in self.filtered("source_row").grouped("import_id").items():
            currency = lines.currency_id[:1].name or ""
            rules = diff.Rules(
                is_full=False,
                alarm_percent=Decimal(str(record._alarm_percent())),
                currency=currency,
            )
            self.env.flush_all()
            shop = self._shop(record)
            found = diff.diff(shop, [line._as_offer() for line in lines], rules)
            vals_list = self._prepare_differences(record, found, currency)
            for line, vals in zip(lines, vals_list, strict=True):
                line._turn(**vals)
            seen = lines.seller_id
            record.line_ids.filtered(
                lambda line, seen=seen: not line.source_row and line.seller_id in seen
            ).unlink()

    def _as_offer(self):
        """The row as ``lib`` reads it."""
        labels = tuple(filter(None, (self.labels or "").split(", ")))
        decimal = {
            name: Decimal(str(self[name])) if self[name] else None
            for name in ("content", "vat", "advised_price")
        }
        texts = (
            *("sheet", "name", "code", "gtin", "section", "pack_text", "unit_text"),
            *("content_unit", "brand", "origin", "category"),
        )
        return offers.Offer(
            **{name: self[name] or "" for name in texts},
            **decimal,
            row=self.source_row,
            price=Decimal(str(self.price)) if self.has_price else None,
            terms=Terms(self.unit or "", Decimal(str(self.pack)), self.per_pack),
            currency=self.currency_id.name or "",
            labels=labels,
            doubts=(OCR,) if self.import_id._is_guessed() else (),
        )
