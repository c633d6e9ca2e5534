# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import models
from odoo.addons.foodcoop_difference.lib.shelf import usual_markup

SUPPLIER, SHOP = "supplier", "shop"  # whose usual margin a new product gets


class CatalogueOffer(models.AbstractModel):
    """What a new product costs the shop, and what it is sold at."""

    _inherit = "foodcoop.catalogue.offer"

    def _in_shop(self, amount):
        """An amount of the list in the shop's own currency, at today's rate."""
        return amount * float(self.currency_id._catalogue_rate(self.env.company))

    def _shelf_prices(self, markup, vats):
        """{offer: its shelf price}, with what that holds of taxes; of {offer: Vat}."""
        kinds = {offer: tuple(vats[offer].sold) for offer in self}
        held = self.env["account.tax"]._catalogue_held(
            {*kinds.values()}, self.env.company
        )
        return {offer: offer._shelf_price(markup, held[kinds[offer]]) for offer in self}

    def _shelf_price(self, markup, held):
        if self.advised_price:
            return round(self._in_shop(self.advised_price), 2)
        paid = Decimal(str(self._in_shop(self._unit_price())))
        return float(held.price(paid * markup))

    def _usual_markup(self):
        """Shelf price without taxes for price paid, and whose that is.

        As with this supplier's goods that we have; of a stranger's first list, as with
        all the shop's goods that have a cost. 1 and "" where the shop has none at all:
        whoever shows the price says that it only covers what we pay.
        """
        family = self.partner_id._catalogue_family()
        ours = self._listed_markup() or self._markup(
            [("seller_ids.partner_id", "in", family)]
        )
        if ours:
            return ours, SUPPLIER
        shops = self._markup([])
        return (shops, SHOP) if shops else (Decimal(1), "")

    def _listed_markup(self):
        """Of what was bought off this supplier's lists, at the prices of the lists."""
        known = self.env["foodcoop.catalogue.item"].search(
            [
                ("partner_id", "in", self.partner_id.ids),
                ("product_id.list_price", ">", 0),
                ("price", ">", 0),
            ],
            limit=100,
        )
        paid = [(one.product_id, one._in_shop(one._unit_price())) for one in known]
        return self._markup_of(paid)

    def _markup(self, domain):
        """Of goods that have a cost and a shelf price."""
        priced = [("standard_price", ">", 0), ("list_price", ">", 0)]
        goods = self.env["product.product"].search([*domain, *priced], limit=1000)
        return self._markup_of([(one, one.standard_price) for one in goods])

    def _markup_of(self, paid):
        """Of some products and what one of each costs; None where nothing is known."""
        shelves = self.env["product.product"]._catalogue_shelf_prices(
            {product.product_tmpl_id.id for product, _cost in paid}, self.env.company
        )
        return usual_markup(
            (shelves[product.product_tmpl_id.id].net, Decimal(str(cost)))
            for product, cost in paid
        )

    def _markup_sentence(self, whose):
        """Where a new product's shelf price comes from, and when to set it by hand."""
        said = self.currency_id._rate_sentence(self.env.company)
        if said and not self.currency_id._catalogue_rate(self.env.company):
            more = self.env._("Set cost and shelf price before the product is sold.")
        else:
            more = self._shelf_sentence(whose)
        return f"{said} {more}".strip()

    def _shelf_sentence(self, whose):
        if self.advised_price:
            return self.env._("The shelf price is the one the supplier advises.")
        return {
            SUPPLIER: self.env._("The shelf price is as usual for this supplier."),
            SHOP: self.env._(
                "No margin is known with this supplier yet: "
                "the shelf price is as usual in the shop."
            ),
            "": self.env._(
                "No margin is known yet: the shelf price only covers what we pay. "
                "Set it before the product is sold."
            ),
        }[whose]
