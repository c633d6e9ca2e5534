# SPDX-License-Identifier: AGPL-3.0-or-later
"""The price per kilogram or litre a shelf must show.

Directive 98/6/EC and the French order of 16 November 1999: per kg or L, to the
cent, from the price shown with its taxes; once only where both are the same;
of the drained weight where there is one. Developer's notes, not legal advice.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from .problem import Problem

CENT = Decimal("0.01")


class Per(StrEnum):
    KG = "kg"
    LITRE = "L"
    METRE = "m"
    SQUARE_METRE = "m2"
    PIECE = "piece"


@dataclass(frozen=True, slots=True)
class Net:
    """A quantity in the unit prices are compared by, e.g. 0.5 of a kilogram."""

    quantity: Decimal
    per: Per


# Goods that need no unit price below this net quantity, 0: whatever it is.
EXEMPTIONS = {
    "herbs": Decimal("0.030"),
    "spread": Decimal("0.050"),
    **dict.fromkeys(("can", "ice", "cheese", "mixed", "other"), Decimal(0)),
}


@dataclass(frozen=True, slots=True)
class Goods:
    """``loose``: sold by the measure, ``price`` is that of ``net``."""

    price: Decimal
    net: Net | None = None
    drained: Net | None = None
    loose: bool = False
    exemption: str = ""


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """``price`` is None where only ``unit_price`` is shown, and the other way."""

    price: Decimal | None = None
    unit_price: Decimal | None = None
    per: Per | None = None
    problem: Problem | None = None


def unit_price(goods: Goods) -> UnitPrice:
    """What the label shows, or why there can be none.

    >>> unit_price(Goods(Decimal("2.50"), Net(Decimal("0.5"), Per.KG))).unit_price
    Decimal('5.00')
    """
    base = goods.drained or goods.net
    exempt = _exempt(goods.exemption, base)
    if problem := _problem(goods.price, base, exempt):
        return UnitPrice(problem=problem)
    if exempt or base is None:
        return UnitPrice(price=goods.price)
    each = (goods.price / base.quantity).quantize(CENT, ROUND_HALF_UP)
    if goods.loose:
        return UnitPrice(unit_price=each, per=base.per)
    if base.quantity == 1:
        return UnitPrice(price=goods.price)
    return UnitPrice(goods.price, each, base.per)


def _problem(price: Decimal, base: Net | None, exempt: bool) -> Problem | None:
    if price <= 0:
        return Problem.NO_PRICE
    if base is None:
        return None if exempt else Problem.NO_NET
    return Problem.BAD_NET if base.quantity <= 0 else None


def _exempt(key: str, base: Net | None) -> bool:
    if key not in EXEMPTIONS:
        return False
    below = EXEMPTIONS[key]
    return not below or (base is not None and base.quantity < below)
