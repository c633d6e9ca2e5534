# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_difference.lib import diff
from odoo.addons.foodcoop_difference.lib.match import CONTRADICTIONS
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.exceptions import ValidationError

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

    @api.depends("kind", "has_price", "state", "reasons", "proposed")
    def _compute_takeable(self):
        """A contradiction is answered first: which product is it? Then it is taken."""
        for line in self:
            priced = line.has_price or diff.GONE in (line.kind, line.proposed)
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

    @api.model
    def _prepare_theme(self, theme):
        return {"theme": THEMES[theme], "sequence": _ORDER.index(theme)}
