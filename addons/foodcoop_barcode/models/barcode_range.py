# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES, Measure
from odoo.exceptions import ValidationError

from ..lib import numbering
from ..lib.numbering import Problem

SHAPE = (
    "purpose",
    "prefix",
    "item_digits",
    "verifier",
    "whole_digits",
    "decimals",
)
SHOP_DIGITS = 3


def _prefix_sentences(env):
    """What is wrong with a prefix, and what to do."""
    return {
        Problem.NOT_DIGITS: env._("A prefix is made of the digits 0 to 9 only."),
        Problem.LEADING_ZERO: env._(
            "A number that starts with 0 loses it in scanners, spreadsheets and on "
            "labels. Start the prefix with 20."
        ),
        Problem.GS1: env._(
            "Numbers with this prefix belong to members of GS1: one day a product "
            "would come with the same. Start the prefix with 20."
        ),
        Problem.MEASURES_ONLY: env._(
            "21 to 29 are price and weight labels: a till would read a price in the "
            "number. Start the prefix with 20."
        ),
        Problem.NOT_A_MEASURE: env._(
            "Price and weight labels start with 21 to 29. Choose one of these, "
            "as the scales do."
        ),
        Problem.NOT_SMALL: env._(
            "Small labels start with 20, 21 or 23 to 29. 22 is a discount and 10 a "
            "lot for Odoo, and 0 looks like a short American code."
        ),
    }


def _shape_sentences(env):
    """What is wrong with the digits after the prefix, and what to do."""
    return {
        Problem.ITEM_DIGITS: env._("Leave between 1 and 9 digits for the items."),
        Problem.VALUE_DIGITS: env._(
            "The price or weight on a label has 1 to 6 digits in all."
        ),
        Problem.VERIFIER: env._(
            "A verifier needs a price or weight of 4 or 5 digits. "
            "Change the digits, or do without the verifier."
        ),
        Problem.WRONG_LENGTH: env._(
            "Prefix and item digits together must be 12 digits long; "
            "the thirteenth is the check digit."
        ),
        Problem.WRONG_LENGTH_SMALL: env._(
            "On small labels, prefix and item digits together must be 7 digits long; "
            "the eighth is the check digit."
        ),
        Problem.WRONG_LENGTH_MEASURE: env._(
            "Prefix, item, verifier and value together must be 12 digits long; "
            "the thirteenth is the check digit."
        ),
    }


class FoodcoopBarcodeRange(models.Model):
    """A stretch of numbers the shop gives to goods that have none."""

    _name = "foodcoop.barcode.range"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Range of Numbers"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    purpose = fields.Selection(
        [
            ("fixed", "Goods by the piece"),
            ("price", "Price labels"),
            ("weight", "Weight labels"),
            ("small", "Small labels"),
            ("member", "Member cards"),
            ("transfer", "Transfers"),
        ],
        required=True,
        default="fixed",
        help="Goods by the piece, member cards and transfers: 13 digits under 20.\n"
        "Price and weight labels: the number carries the price or the weight.\n"
        "Small labels: 8 digits, for labels narrower than 28 mm.",
    )
    prefix = fields.Char(
        required=True,
        help="20, then the number of your cooperative. Not 02 or 04: their zero gets "
        "lost. Not 21 to 29: these are price and weight labels. Anything else "
        "belongs to members of GS1.",
    )
    shop_number = fields.Char(
        "Number of your cooperative",
        size=SHOP_DIGITS,
        compute="_compute_shop_number",
        inverse="_inverse_shop_number",
        help="Three digits after 20, so that no two cooperatives give the same number. "
        "000 until yours has one. It stays once numbers are on goods.",
    )
    item_digits = fields.Integer("Item digits", required=True, default=7)
    verifier = fields.Boolean(
        help="A digit in front of the price that proves it was read well.",
    )
    whole_digits = fields.Integer(
        help="Digits of the price or weight before its point."
    )
    decimals = fields.Integer(
        help="Digits after the point: 2 are cents, 3 are grams.",
    )
    pattern = fields.Char(
        compute="_compute_pattern",
        help="I item, V verifier, N and D the price or weight, C check digit.",
    )
    example = fields.Char(compute="_compute_pattern", help="The first number.")
    company_id = fields.Many2one("res.company")
    active = fields.Boolean(default=True)
    allow_reuse = fields.Boolean(
        "Give retired numbers again",
        help="Only after their rest, and only when a person says so.",
    )
    rest_months = fields.Integer("Months of rest", required=True, default=24)

    _prefix_uniq = models.UniqueIndex(
        "(prefix, (purpose = 'small'))",
        "Another range already has this prefix. Choose another one.",
    )
    _rest_positive = models.Constraint(
        "check(rest_months >= 0)", "Months of rest cannot be less than 0."
    )

    @api.depends("prefix", "purpose")
    def _compute_shop_number(self):
        for range_ in self:
            digits = (range_.prefix or "")[2:]
            is_told = range_.purpose == "fixed" and len(digits) == SHOP_DIGITS
            range_.shop_number = digits if is_told else False

    def _inverse_shop_number(self):
        for range_ in self:
            number = (range_.shop_number or "").zfill(SHOP_DIGITS)
            range_.prefix = numbering.FREE_PREFIX + number
        self.invalidate_recordset(["shop_number"])

    @api.onchange("purpose")
    def _onchange_purpose(self):
        """A shape that works, to start from."""
        is_measured = self.purpose in numbering.MEASURED
        self.item_digits = 5 if is_measured or self.purpose == "small" else 7
        self.decimals = {"price": 2, "weight": 3}.get(self.purpose, 0)
        self.whole_digits = 5 - self.decimals if is_measured else 0
        self.verifier = False

    @api.depends(*SHAPE)
    def _compute_pattern(self):
        for range_ in self:
            spec = range_._spec()
            range_.pattern = spec.pattern
            range_.example = "" if spec.problem else spec.number(1).code

    @api.constrains(*SHAPE)
    def _check_shape(self):
        for range_ in self:
            if problem := range_._spec().problem:
                raise ValidationError(range_._sentence(problem))
            range_._check_codes_still_belong()
        self._check_overlap()

    def _sentence(self, problem):
        return {**_prefix_sentences(self.env), **_shape_sentences(self.env)}[problem]

    def _check_codes_still_belong(self):
        """The highest item tells for all: those below have more zeros in front."""
        codes = self.env["foodcoop.barcode.code"]
        ours = [
            ("range_id", "=", self.id),
            ("state", "not in", ("foreign", "imported")),
        ]
        row = codes.search(ours, order="item desc", limit=1)
        numbers = self._spec().numbers(row.mapped("item"))
        if [number.gtin14 for number in numbers] != row.mapped("gtin14"):
            raise ValidationError(
                self.env._(
                    "Numbers of this range are already on goods. "
                    "Keep its prefix and make a new range instead."
                )
            )

    def _check_overlap(self):
        # sudo: two companies must not give the same number either
        everyones = self.sudo().with_context(active_test=False).search([])
        for range_ in self:
            for other in everyones - range_:
                if range_._spec().overlaps(other._spec()):
                    raise ValidationError(
                        self.env._(
                            "The numbers of %(one)s would also be numbers of "
                            "%(other)s. Choose another prefix.",
                            one=range_.name,
                            other=other.name,
                        )
                    )

    def _spec(self):
        return numbering.Range(
            self.prefix or "",
            self.item_digits,
            self.purpose,
            self.verifier,
            self.whole_digits,
            self.decimals,
        )

    @api.model
    def _of_company(self):
        """The ranges in use here, the company's own and the shared ones."""
        return self.search([("company_id", "in", (False, self.env.company.id))])

    @api.model
    def _measures(self):
        """How price and weight labels are read here; Odoo's own way without ranges."""
        # sudo: whoever scans may know how a label is read
        ranges = self.sudo()._of_company().filtered("pattern")
        mine = tuple(Measure(range_.pattern, range_.purpose) for range_ in ranges)
        return mine or DEFAULT_MEASURES

    @api.model
    def _range_of(self, code):
        """The range a code belongs to, whoever gave it; empty when it is not ours."""
        everyones = self.sudo().with_context(active_test=False).search([])
        return everyones.filtered(lambda r: r._spec().item_of(code) is not None)[:1]
