# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class CatalogueAdding(models.TransientModel):
    """Origin and labels are filled in from the list; a person's word counts."""

    _inherit = "foodcoop.catalogue.adding"

    product_origin = fields.Char(
        "Where it comes from",
        compute="_compute_values",
        store=True,
        precompute=True,
        readonly=False,
        help="As customers read it, e.g. France, Drôme.",
    )
    mark_ids = fields.Many2many(
        "foodcoop.product.mark",
        string="Its labels",
        compute="_compute_values",
        store=True,
        precompute=True,
        readonly=False,
    )
    organic = fields.Boolean(
        compute="_compute_organic", store=True, precompute=True, readonly=False
    )

    @api.depends("item_id")
    def _compute_values(self):
        for adding in self:
            adding.product_origin = adding.item_id.origin
            words = adding.item_id._label_words()
            adding.mark_ids = self.env["foodcoop.product.mark"]._named(words)

    @api.depends("mark_ids")
    def _compute_organic(self):
        for adding in self:
            adding.organic = any(adding.mark_ids.mapped("is_organic"))

    def _prepare_product(self):
        return {
            **super()._prepare_product(),
            "origin": self.product_origin,
            "mark_ids": [fields.Command.set(self.mark_ids.ids)],
            "organic": self.organic,
        }
