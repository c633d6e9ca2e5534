# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_difference.lib.names import readable
from odoo.exceptions import UserError


class CatalogueAdding(models.TransientModel):
    """An offer becomes a product: the list fills in what it says, the rest is asked."""

    _name = "foodcoop.catalogue.adding"
    _description = "Add an offer to our range"

    item_id = fields.Many2one(
        "foodcoop.catalogue.item", "Offer", required=True, ondelete="cascade"
    )
    title = fields.Text(related="item_id.title")
    origin = fields.Char(related="item_id.origin")
    labels = fields.Char(related="item_id.labels")
    gtin = fields.Char(related="item_id.gtin")
    name = fields.Char(
        "Name people understand",
        compute="_compute_product",
        store=True,
        precompute=True,
        readonly=False,
        required=True,
    )
    categ_id = fields.Many2one(
        "product.category",
        "Category",
        compute="_compute_product",
        store=True,
        precompute=True,
        readonly=False,
    )
    new_category = fields.Char(
        "Or a new category",
        compute="_compute_product",
        store=True,
        precompute=True,
        readonly=False,
        help="The list's own word, where no category of the shop fits. Empty: none.",
    )
    unit = fields.Selection(
        [("kg", "by the kg"), ("l", "by the litre"), ("piece", "by the piece")],
        "Sold",
        compute="_compute_product",
        store=True,
        precompute=True,
        readonly=False,
        required=True,
    )
    weight = fields.Float(
        "Weight of one, kg",
        digits=(16, 3),
        compute="_compute_product",
        store=True,
        precompute=True,
        readonly=False,
    )
    list_price = fields.Float(
        "Shelf price",
        min_display_digits="Product Price",
        compute="_compute_list_price",
        store=True,
        precompute=True,
        readonly=False,
    )
    proposed_price = fields.Float(
        compute="_compute_list_price", store=True, precompute=True
    )
    price_sentence = fields.Char(compute="_compute_price_sentence")
    vat_sentence = fields.Char(compute="_compute_vat_sentence")
    image = fields.Image(max_width=1920, max_height=1920)

    @api.depends("item_id")
    def _compute_product(self):
        for adding in self:
            item = adding.item_id
            adding.name = readable(item.title or "")
            usual = item._usual_categories().get(item.category)
            adding.categ_id = usual
            adding.new_category = not usual and item._category_word()
            adding.unit = item.unit
            adding.weight = item.content if item.content_unit == "kg" else 0

    @api.depends("item_id", "categ_id")
    def _compute_list_price(self):
        """With the VAT of the category; what a person typed stays."""
        for adding in self:
            item = adding.item_id
            markup, _whose = item._usual_markup()
            price = item._shelf_prices(markup, {item: adding._vat()})[item]
            if adding.list_price == adding.proposed_price:
                adding.list_price = price
            adding.proposed_price = price

    @api.depends("item_id")
    @api.depends_context("lang")
    def _compute_price_sentence(self):
        for adding in self:
            _markup, whose = adding.item_id._usual_markup()
            adding.price_sentence = adding.item_id._markup_sentence(whose)

    @api.depends("item_id", "categ_id")
    @api.depends_context("lang")
    def _compute_vat_sentence(self):
        for adding in self:
            category = adding.categ_id
            adding.vat_sentence = adding.item_id._vat_sentence(adding._vat(), category)

    def _vat(self):
        """In the category that the person chose."""
        item = self.item_id
        return item._vats({item: self.categ_id})[item]

    def action_add(self):
        """Make the product and its supplier's price."""
        self.ensure_one()
        item = self.item_id
        if item.product_id.active:
            raise UserError(
                self.env._("%s is in our range already.", item.product_id.display_name)
            )
        item.unit = self.unit
        vals = self._prepare_product()
        product = item._create_products()
        product.write(vals)
        item._open_price(product, fields.Date.context_today(self))
        return product.get_formview_action()

    def _prepare_product(self):
        vals = {
            "name": self.name,
            "weight": self.weight,
            "list_price": self.list_price,
            "image_1920": self.image,
            **self._vat().vals,
        }
        category = self.categ_id or self._new_category()
        return {**vals, "categ_id": category.id} if category else vals

    def _new_category(self):
        """The one so named, made where the shop has none."""
        categories = self.env["product.category"]
        name = (self.new_category or "").strip()
        found = name and categories.search([("name", "=", name)], limit=1)
        return found or (categories.create({"name": name}) if name else categories)
