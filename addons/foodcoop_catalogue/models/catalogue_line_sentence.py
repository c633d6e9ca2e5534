# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a row of the differences says, and all of them together."""

from odoo import api, models
from odoo.addons.foodcoop_catalogue_list.models.sentences import (
    place_sentence,
    reason_sentence,
    terms_sentence,
)
from odoo.addons.foodcoop_difference.lib import diff
from odoo.addons.foodcoop_difference.lib.usual_tax import LIST
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.tools import formatLang

from .catalogue_line import THEMES


class CatalogueLine(models.Model):
    _inherit = "foodcoop.catalogue.line"

    @api.depends(
        *("kind", "reasons", "price", "old_price", "pack", "per_pack", "unit"),
        *("cells", "sheet", "source_row", "seller_id"),
    )
    @api.depends_context("lang")
    def _compute_sentence(self):
        rates = {
            (money, company): " ".join(
                filter(None, [one._rate_sentence(company) for one in money])
            )
            for money, company in self.grouped(
                lambda line: (line._monies(), line.company_id)
            )
        }
        for line in self:
            rate = rates[line._monies(), line.company_id]
            line.sentence = " ".join(filter(None, line._sentences(rate)))
        new = self.filtered(
            lambda line: (
                line.kind == diff.NEW and line.has_price and not line.product_id
            )
        )
        for _partner, lines in new.grouped("partner_id").items():
            lines._say_what_is_new()

    def _say_what_is_new(self):
        """One look at the shop's margins and taxes for all the rows of a screen."""
        markup, whose = self._usual_markup()
        categories = self._categories()
        vats = self._vats(categories)
        prices = self._shelf_prices(markup, vats)
        for line in self:
            told = line._new_product_sentence(prices[line], whose)
            vat = line._unsaid_vat_sentence(vats[line], categories[line])
            line.sentence = " ".join(filter(None, [line.sentence, told, vat]))

    def _monies(self):
        """Those of the old price and of the new one: two prices, one margin."""
        return self.seller_id.currency_id | self.currency_id

    def _new_product_sentence(self, price, whose):
        amount = formatLang(self.env, price, currency_obj=self.company_currency_id)
        taken = self.env._("Taken, it is a new product at %s.", amount)
        return f"{taken} {self._markup_sentence(whose)}"

    def _unsaid_vat_sentence(self, vat, category):
        """Where the list says its VAT, nobody need be told."""
        return "" if vat.whose == LIST else self._vat_sentence(vat, category)

    def _sentences(self, rate):
        def money(amount):
            return formatLang(self.env, amount, currency_obj=self.currency_id)

        if self.source_row and self.kind not in (offer.PROBLEM, offer.IGNORED):
            said = terms_sentence(self.env, self, money)
            yield said if said.endswith((".", "?")) else f"{said}."
        if self.old_price and self.kind != diff.SAME:
            before = self.seller_id.currency_id or self.currency_id
            amount = formatLang(self.env, self.old_price, currency_obj=before)
            yield self.env._("Before: %s.", amount)
            yield rate if self.has_price else ""
        if self.kind == diff.GONE:
            yield self.env._("No longer on the list. Taken, its price ends.")
        if self.kind == offer.PROBLEM:
            yield from self._problem_sentences()
            return
        reasons = (self.reasons or "").split()
        louder = diff.ALARMS.intersection(reasons) - {diff.BIG_CHANGE}
        for reason in reasons:
            if reason == diff.BIG_CHANGE and louder:
                continue  # the other alarm says it better
            yield reason_sentence(self.env, reason)

    def _problem_sentences(self):
        """ "Tarif, row 4, column G: The VAT is not understood." for every bad cell."""
        for column, why in self.cells or [("", self.reasons or "")]:
            place = place_sentence(self.env, self.sheet, self.source_row, column)
            yield f"{place}: {reason_sentence(self.env, why)}"

    @api.model
    def _summary(self, catalogue_import):
        """ "Prices up: 23 (+412.00 € a month)" for each thing that happened."""
        groups = self._read_group(
            [("import_id", "=", catalogue_import.id)],
            ["theme"],
            ["__count", "money_month:sum"],
        )
        labels = dict(self._fields["theme"]._description_selection(self.env))
        found = {theme: (count, money) for theme, count, money in groups}
        return [
            self._summary_sentence(
                labels[theme],
                found[theme][0],
                # what is hardly to be believed adds up to nothing
                found[theme][1] if theme != THEMES[diff.ASK] else 0,
                catalogue_import,
            )
            for theme in THEMES.values()
            if theme in found
        ]

    def _summary_sentence(self, label, count, money, catalogue_import):
        if not money:
            return self.env._("%(kind)s: %(count)s", kind=label, count=count)
        currency = catalogue_import.company_id.currency_id
        amount = formatLang(self.env, money, currency_obj=currency)
        return self.env._(
            "%(kind)s: %(count)s (%(amount)s a month)",
            kind=label,
            count=count,
            amount=f"+{amount}" if money > 0 else amount,
        )
