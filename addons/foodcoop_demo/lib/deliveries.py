# SPDX-License-Identifier: AGPL-3.0-or-later
"""Orders on their way: one delivery waits at the door, others follow."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .goods import Product
from .shopdays import next_open

LINES_BY_CODE = {"gtin13": 5, "gtin14 case": 5, "gtin13 case": 4, "gtin8": 2, "none": 4}


@dataclass(frozen=True, slots=True)
class Line:
    """So many packs of a product (units or kg where it has no pack)."""

    reference: str
    packs: int


@dataclass(frozen=True, slots=True)
class Order:
    """An order to a supplier; a draft has not been sent yet."""

    supplier: str
    placed: date
    expected: date
    draft: bool
    lines: tuple[Line, ...]


def open_orders(goods: Iterable[Product], today: date) -> list[Order]:
    """What is on its way; the first is the delivery that waits to be scanned.

    It has goods of every kind of code, so that everything can be tried on it.
    """
    rng = random.Random("deliveries")
    range_of = defaultdict(list)
    for product in goods:
        range_of[product.supplier].append(product)
    soon = next_open(today + timedelta(days=1))
    later = next_open(soon + timedelta(days=2))
    plan = (
        ("bioceane", today, False, _mixed(range_of["bioceane"], rng)),
        ("criee", today, False, rng.sample(range_of["criee"], 8)),
        ("laiterie", soon, False, rng.sample(range_of["laiterie"], 12)),
        ("jardins", later, False, rng.sample(_in_season(range_of["jardins"]), 10)),
        ("savon", next_open(today + timedelta(days=5)), True, range_of["savon"][:9]),
    )
    return [
        Order(
            supplier=supplier,
            placed=today if draft else today - timedelta(days=2),
            expected=expected,
            draft=draft,
            lines=tuple(_line(product, rng) for product in chosen),
        )
        for supplier, expected, draft, chosen in plan
    ]


def code_kind(product: Product) -> str:
    """What a volunteer finds to scan.

    >>> from .goods import products
    >>> code_kind(products()[0])
    'gtin13 case'
    """
    if not product.barcode:
        return "none"
    if len(product.barcode) == 8:
        return "gtin8"
    if not product.pack_barcode:
        return "gtin13"
    return f"gtin{len(product.pack_barcode)} case"


def _mixed(goods: list[Product], rng: random.Random) -> list[Product]:
    """Twenty goods of one supplier, some of every kind of code."""
    return [
        product
        for kind, count in LINES_BY_CODE.items()
        for product in rng.sample([p for p in goods if code_kind(p) == kind], count)
    ]


def _in_season(goods: list[Product]) -> list[Product]:
    return [product for product in goods if not product.season]


def _line(product: Product, rng: random.Random) -> Line:
    """One to three cases; what comes loose, about three days of sales."""
    if product.pack > 1:
        return Line(product.reference, rng.randrange(1, 4))
    return Line(product.reference, max(2, round(product.rate * 3)))
