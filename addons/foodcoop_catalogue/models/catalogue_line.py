# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_catalogue_list.models.sentences import (
    place_sentence,
    reason_sentence,
    terms_sentence,
)
from odoo.addons.foodcoop_difference.lib import diff
from odoo.addons.foodcoop_difference.lib.match import CONTRADICTIONS
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.exceptions import ValidationError
from odoo.tools import formatLang

# What needs a person first, what needs nobody last.
_ORDER = (
    diff.ASK,
    diff.CONFLICT,
    diff.UP,
    diff.DOWN,
    diff.CHANGED,
    diff.NEW,
    diff.GONE,
    offer.PROBLEM,
    diff.BESIDE,
    diff.UNAVAILABLE,
    diff.REFUSED,
    diff.REPEAT,
    diff.SAME,
    offer.IGNORED,
)
OPEN = (diff.NEW, diff.CHANGED, diff.ASK, diff.CONFLICT, diff.GONE)
TAKEABLE = (*OPEN, diff.REFUSED)
# A selection is grouped by its values: the letter puts them in that order.
THEMES = {theme: f"{chr(97 + place)}_{theme}" for place, theme in enumerate(_ORDER)}


class CatalogueLine(models.Model):
    _name = "foodcoop.catalogue.line"
    _inherit = ["foodcoop.catalogue.offer", "foodcoop.catalogue.told"]
    _description = "Row of a supplier's price list"
    _order = "import_id desc, sequence, impact desc, source_row, id"

    import_id = fields.Many2one(
        "foodcoop.catalogue.import",
        string="Price list",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    state = fields.Selection(related="import_id.state")
    partner_id = fields.Many2one(related="import_id.partner_id")
    company_id = fields.Many2one(related="import_id.company_id", store=True)
    company_currency_id = fields.Many2one(
        related="company_id.currency_id", string="Currency of the shop"
    )
    sequence = fields.Integer(readonly=True)
    kind = fields.Selection(
        [
            (diff.ASK, "Needs you"),
            (diff.CONFLICT, "Contradiction"),
            (offer.PROBLEM, "Cannot be used"),
            (diff.CHANGED, "Changed"),
            (diff.NEW, "New"),
            (diff.GONE, "Gone from the list"),
            (diff.UNAVAILABLE, "Not available"),
            (diff.REFUSED, "Refused for good"),
            (diff.REPEAT, "Written twice"),
            (diff.SAME, "Same"),
            (offer.IGNORED, "Left out"),
        ],
        required=True,
        readonly=True,
    )
    theme = fields.Selection(
        [
            (THEMES[diff.ASK], "Need you"),
            (THEMES[diff.CONFLICT], "Contradictions"),
            (THEMES[diff.UP], "Prices up"),
            (THEMES[diff.DOWN], "Prices down"),
            (THEMES[diff.CHANGED], "Other packs"),
            (THEMES[diff.NEW], "New"),
            (THEMES[diff.GONE], "Gone from the list"),
            (THEMES[offer.PROBLEM], "Cannot be used"),
            (THEMES[diff.BESIDE], "Beside our range"),
            (THEMES[diff.UNAVAILABLE], "Not available"),
            (THEMES[diff.REFUSED], "Refused for good"),
            (THEMES[diff.REPEAT], "Written twice"),
            (THEMES[diff.SAME], "Same"),
            (THEMES[offer.IGNORED], "Left out"),
        ],
        string="What happened",
        readonly=True,
    )
    take = fields.Boolean(string="Take")
    answerable = fields.Boolean(compute="_compute_takeable")  # it waits for a word
    takeable = fields.Boolean(compute="_compute_takeable")
    sheet = fields.Char(readonly=True)
    source_row = fields.Integer(string="Row", readonly=True)
    has_price = fields.Boolean(readonly=True)
    old_price = fields.Float(
        min_display_digits="Product Price", readonly=True, aggregator=None
    )
    percent = fields.Float(string="%", digits=(16, 1), readonly=True, aggregator=None)
    proposed = fields.Char(readonly=True)  # what is refused for good, if it is
    reasons = fields.Char(readonly=True)
    cells = fields.Json(readonly=True)  # what is wrong: [[column letter, why], ...]
    alarmed = fields.Boolean(readonly=True)
    sentence = fields.Text(string="What it means", compute="_compute_sentence")
    seller_id = fields.Many2one(
        "product.supplierinfo", "Last price", readonly=True, index="btree_not_null"
    )
    money_year = fields.Monetary(
        "A year", currency_field="company_currency_id", readonly=True
    )
    money_month = fields.Monetary(
        "A month", currency_field="company_currency_id", readonly=True
    )
    impact = fields.Float(readonly=True)  # the size of it, for sorting
    margin_before = fields.Float(
        "Margin now, %", digits=(16, 1), readonly=True, aggregator=None
    )
    margin_after = fields.Float(
        "Margin then, %", digits=(16, 1), readonly=True, aggregator=None
    )
    shelf_price = fields.Float(
        "Shelf price",
        min_display_digits="Product Price",
        readonly=True,
        aggregator=None,
    )
    shelf_price_new = fields.Float(
        "Shelf price that keeps the margin",
        min_display_digits="Product Price",
        aggregator=None,
    )
    reprice = fields.Boolean("Change the shelf price")
    candidates = fields.Json(readonly=True)  # [[product, likeness of 100], ...]
    candidate_ids = fields.Many2many("product.product", compute="_compute_candidates")
    asks_product = fields.Boolean(compute="_compute_candidates")
    choice_id = fields.Many2one("product.product", "Is it one of these?", copy=False)

    _source_uniq = models.UniqueIndex(
        "(import_id, sheet, source_row) WHERE source_row > 0",
        "A row of the list is there twice.",
    )
    _pack_positive = models.Constraint(
        "CHECK(pack > 0)", "A case holds more than nothing: write how much."
    )

    @api.constrains("import_id")
    def _check_import_id(self):
        """A row is not moved into a list that is history."""
        if {"applied", "undone"}.intersection(self.import_id.mapped("state")):
            raise ValidationError(self.env._("A row stays on the list it came from."))

    @api.depends("kind", "has_price", "state", "reasons")
    def _compute_takeable(self):
        """A contradiction is answered first: which product is it? Then it is taken."""
        for line in self:
            priced = line.has_price or line.kind == diff.GONE
            line.answerable = line.kind in TAKEABLE and priced and line.state == "read"
            line.takeable = line.answerable and not line._is_contradicted()

    def _is_contradicted(self):
        """Of a code written twice, taking the right row is the answer."""
        return self.kind == diff.CONFLICT and self.reasons in CONTRADICTIONS

    @api.depends("candidates", "kind", "reasons", "product_id")
    def _compute_candidates(self):
        """Products it may be; whether a person must say which it is."""
        for line in self:
            line.asks_product = line.answerable and bool(
                line.candidates or line._is_contradicted()
            )
            refs = [ref for ref, _likeness in line.candidates or ()]
            line.candidate_ids = self.env["product.product"].browse(refs).exists()

    @api.depends(
        *("kind", "reasons", "price", "old_price", "pack", "per_pack", "unit"),
        *("cells", "sheet", "source_row"),
    )
    @api.depends_context("lang")
    def _compute_sentence(self):
        for line in self:
            line.sentence = " ".join(filter(None, line._sentences()))
        # One look at the shop's margins for all the rows of a screen.
        new = self.filtered(
            lambda line: (
                line.kind == diff.NEW and line.has_price and not line.product_id
            )
        )
        for _partner, lines in new.grouped("partner_id").items():
            markup, whose = lines._usual_markup()
            for line in lines:
                line.sentence += " " + line._new_product_sentence(markup, whose)

    def _new_product_sentence(self, markup, whose):
        amount = formatLang(
            self.env, self._shelf_price(markup), currency_obj=self.company_currency_id
        )
        taken = self.env._("Taken, it is a new product at %s.", amount)
        return f"{taken} {self._markup_sentence(whose)}"

    def _sentences(self):
        def money(amount):
            return formatLang(self.env, amount, currency_obj=self.currency_id)

        if self.source_row and self.kind not in (offer.PROBLEM, offer.IGNORED):
            said = terms_sentence(self.env, self, money)
            yield said if said.endswith((".", "?")) else f"{said}."
        if self.old_price and self.kind != diff.SAME:
            yield self.env._("Before: %s.", money(self.old_price))
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
    def _prepare_theme(self, theme):
        return {"theme": THEMES[theme], "sequence": _ORDER.index(theme)}

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
