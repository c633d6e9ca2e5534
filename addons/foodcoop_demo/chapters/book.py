# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the chapters share: the environment, the shop, and the records made so far."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

LANGUAGE = "fr_FR"
ZONE = "Europe/Paris"


class Book:
    """Records by their name in the shop: a key, a reference, a member's number."""

    def __init__(self, env, shop):
        self.env = env
        self.shop = shop
        self.suppliers = {}
        self.products = {}
        self.packs = {}
        self.members = {}
        self._goods = {product.reference: product for product in shop.goods}

    def of(self, reference):
        """The article of the shop with this reference."""
        return self._goods[reference]

    def unit(self, product):
        """What stock is counted in."""
        return self.base_unit(product.weighed)

    def base_unit(self, weighed):
        """kg or pieces."""
        return self.env.ref(f"uom.product_uom_{'kgm' if weighed else 'unit'}")

    def pack(self, product):
        """What is ordered: a case, a crate, or the unit itself."""
        return self.packs.get((product.weighed, product.pack)) or self.unit(product)


def at(day, hour, minute=0):
    """This wall time of the shop, as Odoo stores it (UTC, no zone)."""
    local = datetime.combine(day, time(hour, minute), ZoneInfo(ZONE))
    return local.astimezone(UTC).replace(tzinfo=None)
