# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a new price does to the shop: margin, shelf price, money a month and a year."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MONTHS = 12
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Effect:
    """Margins are percentages of the shelf price without VAT; money is per year and
    month of the last year's quantity (positive: we pay more). ``shelf_price`` keeps
    today's margin."""

    year: Decimal = Decimal(0)
    margin_before: Decimal | None = None
    margin_after: Decimal | None = None
    shelf_price: Decimal | None = None

    @property
    def month(self) -> Decimal:
        return (self.year / MONTHS).quantize(_CENT, ROUND_HALF_UP)


def effect(old: Decimal, new: Decimal, sold: Decimal, selling, shelf) -> Effect:
    """From the prices of one unit, old and new, and the units sold in a year.

    ``selling`` is the shelf price of that unit without VAT, ``shelf`` what the label
    says; both None or 0 where the shop has set none.

    >>> found = effect(*map(Decimal, ("2", "2.20", "120", "3", "3.17")))
    >>> found.year, found.month, found.margin_before, found.margin_after
    (Decimal('24.00'), Decimal('2.00'), Decimal('33.3'), Decimal('26.7'))
    >>> found.shelf_price
    Decimal('3.49')
    """
    year = ((new - old) * max(sold, Decimal(0))).quantize(_CENT, ROUND_HALF_UP)
    if not selling:
        return Effect(year)
    proposed = None
    if shelf and old > 0:
        proposed = (shelf * new / old).quantize(_CENT, ROUND_HALF_UP)
    return Effect(year, _margin(old, selling), _margin(new, selling), proposed)


def _margin(cost: Decimal, selling: Decimal) -> Decimal:
    return ((1 - cost / selling) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
