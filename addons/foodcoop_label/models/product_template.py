# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    net_content = fields.Float(
        digits=(12, 3),
        compute="_compute_net_content",
        inverse="_inverse_net_content",
        store=True,
        help="What is in the pack, e.g. 500 g or 0.75 L. "
        "The price per kg or litre comes from it.",
    )
    drained_content = fields.Float(
        "Drained weight",
        digits=(12, 3),
        compute="_compute_drained_content",
        inverse="_inverse_drained_content",
        store=True,
        help="Without the liquid; the price per kg is then that of this weight.",
    )
    net_content_uom_id = fields.Many2one("uom.uom", "Unit of the net content")
    unit_price_exemption = fields.Selection(
        [
            ("herbs", "Herbs and spices below 30 g"),
            ("spread", "Jam or honey below 50 g"),
            ("can", "Can of water or soda"),
            ("ice", "Single ice cream"),
            ("cheese", "Cheese sold by the piece"),
            ("mixed", "Different goods in one pack"),
            ("other", "Neither food, hygiene nor cleaning"),
        ],
        "No price per kg or litre",
        help="Only for goods the law exempts.",
    )
    label_hint = fields.Char("On the shelf label", compute="_compute_label_hint")

    @api.depends("product_variant_ids.net_content")
    def _compute_net_content(self):
        self._compute_template_field_from_variant_field("net_content")

    def _inverse_net_content(self):
        self._set_product_variant_field("net_content")

    @api.depends("product_variant_ids.drained_content")
    def _compute_drained_content(self):
        self._compute_template_field_from_variant_field("drained_content")

    def _inverse_drained_content(self):
        self._set_product_variant_field("drained_content")

    def _get_related_fields_variant_template(self):
        own = ["net_content", "drained_content"]
        return super()._get_related_fields_variant_template() + own

    @api.depends(
        "product_variant_ids.unit_price_text", "product_variant_ids.label_problem"
    )
    def _compute_label_hint(self):
        for template in self:
            product = template.product_variant_ids[:1]
            template.label_hint = product.label_problem or product.unit_price_text

    def _label_copies(self):
        return self.product_variant_ids._label_copies()
