# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class ProductMark(models.Model):
    """A label that goods carry: organic, Demeter, fair trade, Label Rouge."""

    _name = "foodcoop.product.mark"
    _description = "Label of quality"
    _order = "sequence, name"

    name = fields.Char("Label", required=True, translate=True)
    code = fields.Char(
        "Word in lists",
        required=True,
        help="How suppliers' lists are understood to name it, e.g. bio, demeter.",
    )
    sequence = fields.Integer(default=10)
    is_organic = fields.Boolean("Organic", help="Goods with this label are organic.")
    color = fields.Integer()

    _code_uniq = models.Constraint("unique(code)", "There is a label of this word.")

    @api.model
    def _named(self, codes):
        """The labels of these words; a word nobody knows is left out."""
        return self.search([("code", "in", [*codes])])
