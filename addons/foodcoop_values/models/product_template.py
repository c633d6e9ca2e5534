# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    origin = fields.Char(help="As customers read it, e.g. France, Drôme.")
    fresh_produce = fields.Boolean(
        "Fruit or vegetable", help="The shelf shows its origin as large as its price."
    )
    mark_ids = fields.Many2many("foodcoop.product.mark", string="Labels")
    organic = fields.Boolean(compute="_compute_organic", store=True, readonly=False)
    kilometres = fields.Float(
        "Kilometres from the shop",
        digits=(16, 0),
        help="From where it was grown or made to the shop; 0 where nobody knows.",
    )

    _kilometres_positive = models.Constraint(
        "CHECK(kilometres >= 0)", "Kilometres are counted from zero: write how many."
    )

    @api.depends("mark_ids.is_organic")
    def _compute_organic(self):
        """A label of organic goods says so; without one, what a person said stays."""
        for template in self:
            template.organic = template.organic or any(
                template.mark_ids.mapped("is_organic")
            )

    def _take_values(self, origin, words):
        """Fill in what a supplier's list says; what the shop wrote itself stays.

        :param words: labels as lists name them, e.g. ``("bio", "demeter")``
        """
        marks = self.env["foodcoop.product.mark"]._named(words)
        if origin:
            self.filtered(lambda template: not template.origin).origin = origin
        if marks:
            self.filtered(lambda template: not template.mark_ids).mark_ids = marks
