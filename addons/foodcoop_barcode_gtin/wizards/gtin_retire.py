# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import Counter

from odoo import api, fields, models
from odoo.tools import format_date, formatLang

from ..lib import retirement
from ..lib.retirement import Hold


class FoodcoopBarcodeRetire(models.TransientModel):
    """What still bears the numbers, said before they stop scanning."""

    _name = "foodcoop.barcode.retire"
    _description = "Retire Numbers"

    code_ids = fields.Many2many("foodcoop.barcode.code", readonly=True)
    warning = fields.Text(compute="_compute_warning")

    @api.depends("code_ids")
    def _compute_warning(self):
        for wizard in self:
            wizard.warning = "\n".join(
                self.env._(
                    "%(code)s: %(count)s of %(product)s still in stock may bear it.",
                    code=row.code,
                    count=formatLang(self.env, row.in_stock, dp="Product Unit"),
                    product=row.product_name,
                )
                for row in wizard.code_ids
                if row.in_stock > 0
            )

    def action_confirm(self):
        self.code_ids._retire(self.env._("No longer on the goods"))
        return {"type": "ir.actions.client", "tag": "soft_reload"}


class FoodcoopBarcodeReuse(models.TransientModel):
    """The number that has rested longest, and who gets it."""

    _name = "foodcoop.barcode.reuse"
    _description = "Give a Number Again"

    range_id = fields.Many2one(
        "foodcoop.barcode.range", required=True, readonly=True, ondelete="cascade"
    )
    code = fields.Char("Number", compute="_compute_code")
    history = fields.Char(compute="_compute_code")
    product_id = fields.Many2one("product.product")
    product_domain = fields.Binary(compute="_compute_product_domain")

    @api.depends("range_id")
    def _compute_product_domain(self):
        for wizard in self:
            domain = [("barcode", "=", False), ("type", "=", "consu")]
            if wizard.range_id.purpose == "weight":
                by_weight = self.env["uom.uom"].search([])._of_weight()
                domain.append(("uom_id", "in", by_weight.ids))
            wizard.product_domain = domain

    @api.depends("range_id")
    def _compute_code(self):
        today = fields.Date.context_today(self)
        for wizard in self:
            rested = wizard.range_id._rested()
            first = retirement.next_to_reuse(rested.values(), today)
            wizard.code = first.code if first else False
            wizard.history = (
                wizard._sentence_free(first)
                if first
                else wizard._sentence_held(rested.values(), today)
            )

    def _sentence_free(self, first):
        row = self.env["foodcoop.barcode.code"].search([("code", "=", first.code)])
        return self.env._(
            "It was on %(product)s until %(day)s. Look that no label of it is left.",
            product=row.product_name or "",
            day=format_date(self.env, first.retired_on),
        )

    def _sentence_held(self, rested, today):
        if not self.range_id.allow_reuse:
            return self.env._(
                "This range never gives a number again: goods that still bear it "
                "would sell as something else. Give new goods a new number, %s are "
                "free.",
                formatLang(self.env, self.range_id.free, digits=0),
            )
        if not rested:
            return self.env._("None is retired.")
        told = self.env._(
            "No number can be given again now (%s).", self._holds_told(rested, today)
        )
        if day := retirement.first_day(rested, today):
            told += " " + self.env._(
                "The first one will have rested enough on %s.",
                format_date(self.env, day),
            )
        return told

    def _holds_told(self, rested, today):
        """ "still resting: 3, goods in stock: 1"."""
        held = Counter(hold for one in rested for hold in retirement.holds(one, today))
        words = {
            Hold.RESTING: self.env._("still resting"),
            Hold.SCANNED_SINCE: self.env._("scanned after it was retired"),
            Hold.IN_STOCK: self.env._("goods in stock"),
            Hold.ON_ORDER: self.env._("on an open order"),
            Hold.TAKEN: self.env._("on a product again"),
            Hold.NOT_RETIRED: self.env._("day of retirement unknown"),
        }
        return ", ".join(
            self.env._("%(why)s: %(count)s", why=words[hold], count=count)
            for hold, count in held.items()
        )

    def action_confirm(self):
        self.range_id._reuse_for(self.product_id, self.code)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
