# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import Counter

from odoo import api, fields, models
from odoo.addons.foodcoop_difference.lib.names import readable


class CatalogueOffer(models.AbstractModel):
    """What a supplier's list says of one product, in columns."""

    _name = "foodcoop.catalogue.offer"
    _description = "What a supplier offers"
    _rec_name = "title"

    key = fields.Char(readonly=True)
    code = fields.Char(readonly=True)
    gtin = fields.Char(string="Barcode", readonly=True)
    name = fields.Char(readonly=True)
    title = fields.Text(string="Product on the list", readonly=True)
    section = fields.Char(readonly=True)
    category = fields.Char(string="Category on the list", readonly=True)
    brand = fields.Char(readonly=True)
    origin = fields.Char(readonly=True)
    labels = fields.Char(readonly=True)
    pack_text = fields.Char(string="Pack, as written", readonly=True)
    unit_text = fields.Char(string="Unit, as written", readonly=True)
    unit = fields.Selection([("kg", "kg"), ("l", "litre"), ("piece", "piece")])
    pack = fields.Float(
        string="In a case", min_display_digits=0, default=1.0, aggregator=None
    )
    per_pack = fields.Boolean(string="Price of the case")
    price = fields.Float(
        min_display_digits="Product Price", readonly=True, aggregator=None
    )
    pack_price = fields.Float(
        string="Price of a case",
        min_display_digits="Product Price",
        compute="_compute_pack_price",
    )
    advised_price = fields.Float(min_display_digits="Product Price", readonly=True)
    vat = fields.Float(string="VAT %", digits=(16, 2), readonly=True)
    content = fields.Float(
        string="Content of a piece", min_display_digits=0, readonly=True
    )
    content_unit = fields.Selection([("kg", "kg"), ("l", "litre")], readonly=True)
    available = fields.Boolean("Available", default=True, readonly=True)
    currency_id = fields.Many2one("res.currency", readonly=True)
    product_id = fields.Many2one(
        "product.product", "Product of the shop", index="btree_not_null"
    )

    @api.depends("price", "pack", "per_pack")
    def _compute_pack_price(self):
        for offer in self:
            offer.pack_price = offer.price * (1 if offer.per_pack else offer.pack)

    def _unit_price(self):
        return self.price / (self.pack if self.per_pack else 1)

    @api.model
    def _prepare_offer(self, offer, currency):
        """The columns of a ``lib`` offer; its price is without VAT."""
        return {
            "key": offer.key,
            "code": offer.code,
            "gtin": offer.gtin,
            "name": offer.name,
            "title": offer.title,
            "section": offer.section,
            "category": offer.category or offer.section,
            "brand": offer.brand,
            "origin": offer.origin,
            "labels": ", ".join(offer.labels),
            "pack_text": offer.pack_text,
            "unit_text": offer.unit_text,
            "price": float(offer.price or 0),
            "advised_price": float(offer.advised_price or 0),
            "vat": float(offer.vat or 0),
            "content": float(offer.content or 0),
            "content_unit": offer.content_unit or False,
            "available": offer.available and offer.price is not None,
            "currency_id": currency.id,
        }

    def _prepare_product(self, units, taxes, shelf_price):
        """A new product of the shop; other addons fill in what they know of it.

        ``taxes`` are values of its fields.
        """
        weight = self.content if self.content_unit == "kg" else 0
        vals = {
            "name": readable(self.title or self.name or ""),
            "uom_id": units[self.unit].id,
            "barcode": self.gtin or False,
            "purchase_ok": True,
            "standard_price": self._in_shop(self._unit_price()),
            "list_price": shelf_price,
            "weight": 1 if self.unit == "kg" else weight,
            **taxes,
        }
        # Counted and sold, where the apps for it are installed.
        sold = {"is_storable", "available_in_pos"} & {*self.product_id._fields}
        return vals | dict.fromkeys(sold, True)

    def _usual_categories(self):
        """{the list's word: where the shop has most of the goods that it stands for},
        else the shop's own category of that name. One supplier's offers."""
        words = {offer.category for offer in self}
        named = self.env["product.category"].search(
            [("name", "in", [_last_word(word) for word in words if word])], order="id"
        )
        by_name = {category.name: category for category in named[::-1]}
        found = {word: by_name.get(_last_word(word)) for word in words if word}
        alike = self.env["foodcoop.catalogue.item"]._read_group(
            [
                ("partner_id", "in", self.partner_id.ids),
                ("category", "in", [*words]),
                ("product_id", "!=", False),
            ],
            ["category"],
            ["product_id:recordset"],
        )
        for word, products in alike:
            counted = Counter(product.categ_id for product in products)
            found[word] = counted.most_common(1)[0][0]
        return found

    def _categories(self):
        """{offer: the shop's category for it, or none}."""
        usual, none = self._usual_categories(), self.env["product.category"]
        return {offer: usual.get(offer.category) or none for offer in self}

    def _category_word(self):
        """The list's own word for what the goods are."""
        return readable(_last_word(self.category or ""))

    def _create_products(self):
        """Products for these offers; a number that is in use is left out."""
        if not self:
            return self.env["product.product"]  # most lists: no look at the shop
        units = self.env["uom.uom"]._catalogue_units()
        markup, _whose = self._usual_markup()
        categories = self._categories()
        vats = self._vats(categories)
        prices = self._shelf_prices(markup, vats)
        vals_list = [
            offer._prepare_product(units, vats[offer].vals, prices[offer])
            for offer in self
        ]
        for offer, vals in zip(self, vals_list, strict=True):
            if categories[offer]:
                vals["categ_id"] = categories[offer].id
        taken = self._numbers_in_use([vals["barcode"] for vals in vals_list])
        for vals in vals_list:
            if vals["barcode"] in taken:
                vals["barcode"] = False
            taken.add(vals["barcode"])
        products = self.env["product.product"].create(vals_list)
        for offer, product in zip(self, products, strict=True):
            offer.product_id = product
        return products

    def _numbers_in_use(self, codes):
        """Barcodes of products and packs, archived ones and other companies' too."""
        domain = [("barcode", "in", [code for code in codes if code])]
        used = set()
        for model in ("product.product", "product.uom"):
            # sudo: a number must be free everywhere, also where we may not look
            found = self.env[model].sudo().with_context(active_test=False)
            used.update(found.search(domain).mapped("barcode"))
        return used


def _last_word(category):
    """ "Épicerie / Huiles" stands for "Huiles"."""
    return category.split(" / ")[-1].strip()
