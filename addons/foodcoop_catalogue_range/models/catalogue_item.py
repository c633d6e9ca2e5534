# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_catalogue_list.models.sentences import price_sentence
from odoo.tools import formatLang


class CatalogueItem(models.Model):
    """The catalogue beside the range: what suppliers offer, bought by us or not."""

    _name = "foodcoop.catalogue.item"
    _inherit = "foodcoop.catalogue.offer"
    _description = "Offer of a supplier"
    _log_access = False  # the list that wrote it says who and when
    _order = "partner_id, category, title, id"

    partner_id = fields.Many2one(
        "res.partner", "Supplier", required=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", required=True)
    import_ref = fields.Integer("Number of the last list")
    currency_id = fields.Many2one(help="Empty: the shop's own.")
    key = fields.Char(required=True)
    last_seen = fields.Date(readonly=True)

    product_name = fields.Text("In our range", compute="_compute_product_name")
    terms = fields.Text("What it costs", compute="_compute_terms")

    _key_uniq = models.UniqueIndex(
        "(company_id, partner_id, key)", "This row of the supplier is there already."
    )

    @api.depends("product_id.name")
    def _compute_product_name(self):
        for item in self:
            item.product_name = item.product_id.name

    @api.depends("price", "unit", "pack", "per_pack", "currency_id")
    @api.depends_context("lang")
    def _compute_terms(self):
        """14.10 is for one, or for a case of 24: the number alone does not tell."""
        for item in self:
            money = item.currency_id or item.company_id.currency_id

            def said(amount, money=money):
                return formatLang(self.env, amount, currency_obj=money)

            item.terms = price_sentence(self.env, item, said) if item.price else False

    def action_add_to_range(self):
        """Ask what only the shop knows, then make the product."""
        self.ensure_one()
        if self.product_id.active:
            return self.product_id.get_formview_action()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Add to our range"),
            "res_model": "foodcoop.catalogue.adding",
            "view_mode": "form",
            "target": "new",
            "context": {"default_item_id": self.id},
        }

    def _open_price(self, product, today):
        """The supplier's price of a product that comes from the catalogue."""
        size = (self.unit, round(self.pack, 6))
        pack = self.env["uom.uom"]._find_or_create_packs([size])[size]
        self.currency_id._catalogue_use()
        return self.env["product.supplierinfo"].create(
            {
                "partner_id": self.partner_id.id,
                "product_id": product.id,
                "company_id": self.company_id.id,
                "currency_id": (self.currency_id or self.company_id.currency_id).id,
                "price": round(self.pack_price, 6),
                "product_uom_id": pack.id,
                "product_code": self.code,
                "product_name": self.title,
                "date_start": today,
            }
        )
