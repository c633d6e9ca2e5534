# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people want of a product, read from what was sold while it was there.

A day on which the shelf was empty and nothing sold says nothing about demand:
it is left out, not counted as a day without a buyer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

WINDOW_DAYS = 84
ENOUGH_DAYS = 7
ZERO = Decimal(0)
CENT = Decimal("0.01")
GRAM = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Flow:
    """What moved on one day: into the shop, out of it, and sold of that."""

    incoming: Decimal = ZERO
    outgoing: Decimal = ZERO
    sold: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a product: stock at opening, received, sold."""

    opening: Decimal
    received: Decimal
    sold: Decimal

    @property
    def is_usable(self) -> bool:
        """Somebody could have bought it; or did, whatever the records say."""
        return self.opening > 0 or self.received > 0 or self.sold > 0


@dataclass(frozen=True, slots=True)
class Demand:
    """Sold per usable day, and how much there was to learn from."""

    rate: Decimal
    usable_days: int
    empty_days: int

    @property
    def has_little_data(self) -> bool:
        return self.usable_days < ENOUGH_DAYS


def quantity(number: float) -> Decimal:
    """A quantity of the database, to the gram and without its binary dust.

    >>> quantity(0.1 + 0.2)
    Decimal('0.300')
    """
    return Decimal(repr(number)).quantize(GRAM, ROUND_HALF_UP)


def history(
    on_hand: Decimal, flows: Mapping[date, Flow], today: date, days: int = WINDOW_DAYS
) -> list[Day]:
    """The ``days`` before ``today``, rebuilt backwards from what is there now.

    >>> sold_two = {date(2026, 11, 20): Flow(outgoing=Decimal(2), sold=Decimal(2))}
    >>> history(Decimal(5), sold_two, date(2026, 11, 21), days=1)[0].opening
    Decimal('7')
    """
    closing = _opening(on_hand, flows.get(today, Flow()))
    rebuilt = []
    for back in range(1, days + 1):
        flow = flows.get(today - timedelta(days=back), Flow())
        opening = _opening(closing, flow)
        rebuilt.append(Day(opening, flow.incoming, max(flow.sold, ZERO)))
        closing = opening
    return rebuilt[::-1]


def demand(days: Iterable[Day]) -> Demand:
    """Sold per usable day, rounded as it is shown, so that anyone can check it.

    >>> demand([Day(Decimal(5), ZERO, Decimal(3)), Day(ZERO, ZERO, ZERO)])
    Demand(rate=Decimal('3.00'), usable_days=1, empty_days=1)
    """
    days = list(days)
    usable = [day for day in days if day.is_usable]
    sold = sum((day.sold for day in usable), ZERO)
    rate = sold / len(usable) if usable else ZERO
    return Demand(
        rate=rate.quantize(CENT, ROUND_HALF_UP),
        usable_days=len(usable),
        empty_days=len(days) - len(usable),
    )


def _opening(closing: Decimal, flow: Flow) -> Decimal:
    return closing - flow.incoming + flow.outgoing
