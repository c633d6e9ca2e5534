# SPDX-License-Identifier: AGPL-3.0-or-later
"""La Fourmilière as of a day: everything the chapters write into Odoo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .deliveries import Order, open_orders
from .goods import Product, products
from .people import Person, members
from .sales import Year, year_of_shop

MEMBERS = 300


@dataclass(frozen=True, slots=True)
class Shop:
    """The whole demonstration; nothing in it depends on a database."""

    today: date
    goods: tuple[Product, ...]
    members: tuple[Person, ...]
    years: tuple[Year, ...]
    orders: tuple[Order, ...]


def tell(today: date) -> Shop:
    """The same shop whenever it is told for the same day."""
    goods = products()
    return Shop(
        today=today,
        goods=tuple(goods),
        members=tuple(members(today, MEMBERS)),
        years=tuple(year_of_shop(goods, today)),
        orders=tuple(open_orders(goods, today)),
    )
