# SPDX-License-Identifier: AGPL-3.0-or-later
"""The VAT of a new product whose list says none: that of its likes, if they agree."""

from collections.abc import Iterable
from dataclasses import dataclass

LIST, CATEGORY, SUPPLIER, SHOP = "list", "category", "supplier", "shop"  # who says it


@dataclass(frozen=True)
class Taxed:
    """How some goods of the shop are taxed, sold and bought; by ids, never empty for
    what is sold. ``ours``: the supplier in question sells them."""

    category: int
    ours: bool
    sold: tuple[int, ...]
    bought: tuple[int, ...] = ()


@dataclass(frozen=True)
class Usual:
    whose: str = SHOP
    sold: tuple[int, ...] = ()
    bought: tuple[int, ...] = ()  # empty: those goods do not agree on it


def usual_tax(goods: Iterable[Taxed], category: int) -> Usual:
    """What goods of this category agree on; else the supplier's; else nothing.

    The kind of goods comes first: the law taxes what they are, not who sells them.

    >>> wine, flour = Taxed(1, False, (20,)), Taxed(2, True, (5,), (6,))
    >>> usual_tax([wine, flour], 1).whose, usual_tax([wine, flour], 0)
    ('category', Usual(whose='supplier', sold=(5,), bought=(6,)))
    """
    goods = tuple(goods)
    likes = {
        CATEGORY: [one for one in goods if category and one.category == category],
        SUPPLIER: [one for one in goods if one.ours],
    }
    for whose, some in likes.items():
        if len({one.sold for one in some}) == 1:
            bought = {one.bought for one in some}
            return Usual(whose, some[0].sold, bought.pop() if len(bought) == 1 else ())
    return Usual()
