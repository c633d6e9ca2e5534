# SPDX-License-Identifier: AGPL-3.0-or-later
import statistics

from odoo import models

SUPPLIER, SHOP = "supplier", "shop"  # whose usual margin a new product gets


class CatalogueOffer(models.AbstractModel):
    """What a new product costs the shop, and what it is sold at."""

    _inherit = "foodcoop.catalogue.offer"

    def _in_shop(self, amount):
        """An amount of the list in the shop's own currency, at today's rate."""
        return amount * float(self.currency_id._catalogue_rate(self.env.company))

    def _shelf_price(self, markup):
        return round(
            self._in_shop(self.advised_price or self._unit_price() * markup), 2
        )

    def _usual_markup(self):
        """Shelf price for price paid, and whose that is.

        As with this supplier's goods that we have; of a supplier's first list, as with
        all the shop's goods that have a cost. 1 and "" where the shop has none at all:
        whoever shows the price says that it is only what we pay.
        """
        known = self.env["foodcoop.catalogue.item"].search(
            [
                ("partner_id", "in", self.partner_id.ids),
                ("product_id.list_price", ">", 0),
                ("price", ">", 0),
            ],
            limit=100,
        )
        ratios = [
            one.product_id.list_price / paid
            for one in known
            if (paid := one._in_shop(one._unit_price()))
        ]
        if ratios:
            return statistics.median(ratios), SUPPLIER
        goods = self.env["product.product"].search(
            [("standard_price", ">", 0), ("list_price", ">", 0)], limit=1000
        )
        if not goods:
            return 1, ""
        ratios = [one.list_price / one.standard_price for one in goods]
        return statistics.median(ratios), SHOP

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
                "Nothing is known of this supplier yet: "
                "the shelf price is as usual in the shop."
            ),
            "": self.env._(
                "No margin is known yet: the shelf price is what we pay. "
                "Set it before the product is sold."
            ),
        }[whose]
