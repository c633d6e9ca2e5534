# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_difference.lib.match import Answers

SAME, OTHER, IGNORED = "same", "other", "ignored"


class CatalogueAnswer(models.Model):
    """What a person said of a supplier's row, so that nobody is asked again."""

    _name = "foodcoop.catalogue.answer"
    _description = "Answer about a supplier's row"
    _order = "id desc"
    _rec_name = "key"

    partner_id = fields.Many2one(
        "res.partner", "Supplier", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", required=True)
    key = fields.Char("Row", required=True, help="The supplier's code, or the name.")
    verb = fields.Selection(
        [
            (SAME, "Is this product"),
            (OTHER, "Is not this product"),
            (IGNORED, "Refused for good"),
        ],
        "Answer",
        required=True,
    )
    product_id = fields.Many2one("product.product", "Product", ondelete="cascade")
    value = fields.Char("Refused")

    _answer_uniq = models.UniqueIndex(
        "(company_id, partner_id, key, verb, COALESCE(product_id, 0),"
        " COALESCE(value, ''))",
        "This was answered already.",
    )
    _one_product = models.UniqueIndex(
        "(company_id, partner_id, key) WHERE verb = 'same'",
        "A row of the list is one product.",
    )

    @api.model
    def _answers(self, partner, company):
        """All answers about a supplier, as ``lib`` reads them."""
        rows = self.search_fetch(
            [("partner_id", "=", partner.id), ("company_id", "=", company.id)],
            ["key", "verb", "product_id", "value"],
        )
        return Answers(
            {one.key: one.product_id.id for one in rows if one.verb == SAME},
            frozenset(
                (one.key, one.product_id.id) for one in rows if one.verb == OTHER
            ),
            frozenset((one.key, one.value) for one in rows if one.verb == IGNORED),
        )

    @api.model
    def _remember(self, lines, verb, products=None):
        """Keep an answer for each line; the newest word counts.

        ``products``: which product each line is or is not, else the line's own.
        """
        known = self.search(
            [
                ("partner_id", "in", lines.partner_id.ids),
                ("company_id", "in", lines.company_id.ids),
                ("key", "in", lines.mapped("key")),
            ]
        )
        vals_list = [
            self._prepare_answer(line, verb, product)
            for line in lines
            for product in (products or line.product_id or [None])
        ]
        told = {(vals["key"], vals["product_id"], vals["value"]) for vals in vals_list}
        known.filtered(
            lambda one: (
                (verb == SAME and one.verb == SAME)
                or (one.key, one.product_id.id, one.value) in told
            )
        ).unlink()
        return self.create(vals_list)

    def _prepare_answer(self, line, verb, product):
        about_product = verb in (SAME, OTHER)
        return {
            "partner_id": line.partner_id.id,
            "company_id": line.company_id.id,
            "key": line.key,
            "verb": verb,
            "product_id": bool(about_product and product) and product.id,
            "value": False if about_product else line.proposed,
        }

    @api.model
    def _forget(self, lines):
        """What was refused for good is wanted after all."""
        self.search(
            [
                ("partner_id", "in", lines.partner_id.ids),
                ("company_id", "in", lines.company_id.ids),
                ("key", "in", lines.mapped("key")),
                ("value", "in", lines.mapped("proposed")),
                ("verb", "=", IGNORED),
            ]
        ).unlink()
