# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import SQL

from ..lib import numbering
from ..lib.numbering import Problem


def _sentence(env, problem):
    """What is wrong with a range, and what to do."""
    return {
        Problem.NOT_DIGITS: env._("A prefix is made of the digits 0 to 9 only."),
        Problem.NOT_OURS: env._(
            "Start the prefix with 20. The other numbers belong to members of GS1, "
            "to price and weight labels (21 to 29), or lose their leading zero."
        ),
        Problem.ITEM_DIGITS: env._("Leave between 1 and 9 digits for the items."),
        Problem.WRONG_LENGTH: env._(
            "Prefix and item digits together must be 12 digits long; "
            "the thirteenth is the check digit."
        ),
    }[problem]


class FoodcoopBarcodeRange(models.Model):
    """A stretch of numbers the shop gives to goods that have none."""

    _name = "foodcoop.barcode.range"
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
    )
    prefix = fields.Char(required=True, help="Starts with 20, e.g. 20 and your shop.")
    item_digits = fields.Integer("Item digits", required=True, default=7)
    next_item = fields.Integer(
        "Next item", required=True, default=1, readonly=True, copy=False
    )
    company_id = fields.Many2one("res.company")
    active = fields.Boolean(default=True)
    capacity = fields.Integer(compute="_compute_room")
    used = fields.Integer(compute="_compute_room")
    free = fields.Integer(compute="_compute_room")

    _prefix_uniq = models.Constraint(
        "unique(prefix)", "Another range already has this prefix. Choose another one."
    )
    _next_item_positive = models.Constraint(
        "check(next_item >= 1)", "The next item must be 1 or more."
    )

    @api.depends("item_digits", "next_item")
    def _compute_room(self):
        for range_ in self:
            range_.capacity = range_._spec().capacity
            range_.used = range_.next_item - 1
            range_.free = range_.capacity - range_.used

    @api.constrains("prefix", "item_digits")
    def _check_prefix(self):
        for range_ in self:
            if problem := range_._spec().problem():
                raise ValidationError(_sentence(self.env, problem))
            range_._check_codes_still_belong()
        self._check_overlap()

    def _check_codes_still_belong(self):
        code = self.env["foodcoop.barcode.code"].search(
            [("range_id", "=", self.id)], limit=1
        )
        if code and self._spec().number(code.item).code != code.code:
            raise ValidationError(
                self.env._(
                    "Numbers of this range are already on goods. "
                    "Keep its prefix and make a new range instead."
                )
            )

    def _check_overlap(self):
        # sudo: two companies must not give the same number either
        everyones = self.sudo().with_context(active_test=False)
        for range_ in self:
            for other in everyones.search([("id", "!=", range_.id)]):
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
        return numbering.Range(self.prefix or "", self.item_digits)

    @api.model
    def _check_may_allocate(self):
        if self.env.su or self.env.user.has_group("foodcoop_barcode.group_manager"):
            return
        raise AccessError(
            self.env._(
                "Only people who number goods can do this. "
                "Ask the office for the right “Barcodes”."
            )
        )

    @api.model
    def _with_room(self, count):
        """The first range for goods by the piece that still holds ``count``."""
        ranges = self.search(
            [
                ("purpose", "=", "fixed"),
                ("company_id", "in", (False, self.env.company.id)),
            ]
        )
        for range_ in ranges:
            if range_.free >= count:
                return range_
        raise UserError(self._no_room(max(ranges.mapped("free"), default=0)))

    def _no_room(self, free):
        return self.env._(
            "There are %s free numbers left, that is not enough. Nothing was given. "
            "Add a range, or number fewer products at once.",
            free,
        )

    def _allocate(self, products):
        """Give every product the next free number of this range."""
        free, taken = self._take(len(products))
        self.env["foodcoop.barcode.code"]._record(self, free, products, taken)
        products._apply_barcodes([number.code for number in free])

    def _take(self, count):
        """``count`` numbers that nothing in the shop bears, and those passed over."""
        free, taken = [], {}
        while missing := count - len(free):
            batch = self._spec().numbers(self._reserve(missing), missing)
            holders = self.env["foodcoop.barcode.code"]._holders(batch)
            usable, in_use = numbering.split_taken(batch, holders)
            free += usable
            taken |= {number: numbering.holder(number, holders) for number in in_use}
        return free, taken

    def _reserve(self, count):
        """Move the counter by ``count``; the row's lock keeps others out meanwhile."""
        self.flush_recordset(["next_item"])
        rows = self.env.execute_query(
            SQL(
                "UPDATE foodcoop_barcode_range SET next_item = next_item + %(count)s "
                "WHERE id = %(id)s AND next_item + %(count)s <= %(end)s "
                "RETURNING next_item - %(count)s",
                count=count,
                id=self.id,
                end=self.capacity + 1,
            )
        )
        self.invalidate_recordset()
        if not rows:
            raise UserError(self._no_room(self.free))
        return rows[0][0]
