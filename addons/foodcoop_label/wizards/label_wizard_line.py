# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class FoodcoopLabelWizardLine(models.TransientModel):
    _name = "foodcoop.label.wizard.line"
    _description = "Labels of a Product"

    wizard_id = fields.Many2one(
        "foodcoop.label.wizard", required=True, ondelete="cascade"
    )
    product_id = fields.Many2one("product.product", required=True, ondelete="cascade")
    copies = fields.Integer("Labels", default=1)
    label_state = fields.Selection(related="product_id.label_state")
    unit_price_text = fields.Char(related="product_id.unit_price_text")

    _copies_sane = models.Constraint(
        "check(copies between 0 and 2000)",
        "Print between 0 and 2000 labels of a product.",
    )
