# SPDX-License-Identifier: AGPL-3.0-or-later
"""A year of the shop, day by day: deliveries in, sales out, shelves that run empty.

Quantities are thousandths of a unit (grams of a kg) in whole numbers, so that the
stock of any day is exact and never negative.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from .goods import Product
from .shopdays import busyness, days_between, is_open, past_year
from .suppliers import Supplier, by_key

UNIT = 1000
FORGOTTEN = 0.05  # an order line the buyer overlooks
OUT_AT_SUPPLIER = 0.012  # an order after which the supplier has none for weeks
SHORTAGE_ORDERS = 3
FOREVER = 10 * 365


class Cause(Enum):
    """Why goods moved."""

    OPENING = "opening"
    DELIVERY = "delivery"
    SALE = "sale"
    WASTE = "waste"


@dataclass(frozen=True, slots=True)
class Movement:
    """Goods that came or went on a day."""

    day: date
    reference: str
    cause: Cause
    thousandths: int

    @property
    def quantity(self) -> Decimal:
        """In units, or kg.

        >>> Movement(date(2026, 3, 2), "F0001", Cause.SALE, 1250).quantity
        Decimal('1.25')
        """
        return Decimal(self.thousandths) / UNIT

    @property
    def comes_in(self) -> bool:
        """Whether stock grows by it."""
        return self.cause in (Cause.OPENING, Cause.DELIVERY)


@dataclass(frozen=True, slots=True)
class Year:
    """What happened to one product; ``empty_days`` are open days it was missing."""

    reference: str
    movements: tuple[Movement, ...]
    empty_days: tuple[date, ...]
    stock: int


def year_of_shop(goods: Iterable[Product], today: date) -> list[Year]:
    """The past year of every product; each has its own dice, so order is no matter."""
    suppliers = by_key()
    days = past_year(today)
    return [
        _Shelf(product, suppliers[product.supplier], days).live() for product in goods
    ]


class _Shelf:
    """One product over the year; ``live`` plays it once.

    ``batches`` are (last day, thousandths), the oldest first: what is past its last
    day at closing is thrown away.
    """

    def __init__(self, product: Product, supplier: Supplier, days: list[date]) -> None:
        self.product = product
        self.supplier = supplier
        self.days = days
        self.rng = random.Random(f"year of {product.reference}")
        self.batches: list[tuple[date, int]] = []
        self.due: dict[date, int] = {}
        self.missing_orders = 0
        self.movements: list[Movement] = []
        self.empty: list[date] = []

    @property
    def stock(self) -> int:
        return sum(thousandths for _last, thousandths in self.batches)

    def live(self) -> Year:
        first = self.days[0]
        span = days_between(first, first + timedelta(days=self._lasts(14)))
        self._receive(first, Cause.OPENING, self._packs(self._expected(span)))
        for day in self.days:
            self._receive(day, Cause.DELIVERY, self.due.pop(day, 0))
            if is_open(day):
                self._sell(day)
                self._throw_away(day)
            if self.supplier.takes_orders(day):
                self._order(day)
        return Year(
            self.product.reference, tuple(self.movements), tuple(self.empty), self.stock
        )

    def _note(self, day: date, cause: Cause, thousandths: int) -> None:
        if thousandths:
            reference = self.product.reference
            self.movements.append(Movement(day, reference, cause, thousandths))

    def _receive(self, day: date, cause: Cause, thousandths: int) -> None:
        if thousandths:
            last = day + timedelta(days=self._lasts(FOREVER) - 1)
            self.batches.append((last, thousandths))
        self._note(day, cause, thousandths)

    def _lasts(self, days: int) -> int:
        """The days goods keep, at most so many."""
        return min(days, self.product.life or days)

    def _sell(self, day: date) -> None:
        busy = busyness(day, self.product.season)
        if busy and not self.batches:
            self.empty.append(day)
        sold = min(self._demand(self.product.rate * busy), self.stock)
        self._note(day, Cause.SALE, sold)
        while sold:
            last, oldest = self.batches[0]
            taken = min(oldest, sold)
            sold -= taken
            self.batches[:1] = [(last, oldest - taken)] if oldest > taken else []

    def _throw_away(self, day: date) -> None:
        spoilt = sum(amount for last, amount in self.batches if last <= day)
        self.batches = [batch for batch in self.batches if batch[0] > day]
        self._note(day, Cause.WASTE, spoilt)

    def _demand(self, mean: float) -> int:
        """Whole units, or grams; days differ more than chance alone (gamma)."""
        if mean <= 0:
            return 0
        mood = self.rng.gammavariate(6, mean / 6)
        if not self.product.weighed:
            return _poisson(self.rng, mood) * UNIT
        customers = _poisson(self.rng, mood / 0.45)
        return sum(self.rng.randrange(120, 780) for _ in range(customers))

    def _order(self, day: date) -> None:
        arrival = self.supplier.arrival(day)
        until = min(
            self.supplier.arrival_after_next(day) - timedelta(days=1),
            arrival + timedelta(days=self._lasts(FOREVER) - 1),
        )
        wanted = self._expected(days_between(day + timedelta(days=1), until))
        missing = wanted - self.stock - sum(self.due.values())
        if missing > 0 and not self._goes_wrong():
            self.due[arrival] = self.due.get(arrival, 0) + self._packs(missing)

    def _goes_wrong(self) -> bool:
        """Forgotten once, or missing at the supplier for a few orders."""
        if self.missing_orders:
            self.missing_orders -= 1
            return True
        if self.rng.random() < OUT_AT_SUPPLIER:
            self.missing_orders = SHORTAGE_ORDERS
        return self.rng.random() < FORGOTTEN

    def _expected(self, days: list[date]) -> float:
        """What the buyer thinks will sell on these days, and a little more."""
        season = self.product.season
        likely = self.product.rate * sum(busyness(day, season) for day in days)
        spare = 0.8 * math.sqrt(likely) * (1 if not self.product.life else 0.4)
        return (likely * self.rng.uniform(0.9, 1.2) + spare) * UNIT

    def _packs(self, thousandths: float) -> int:
        pack = self.product.pack * UNIT
        return math.ceil(thousandths / pack) * pack


def _poisson(rng: random.Random, mean: float) -> int:
    """Knuth's method; a normal draw where it would be slow.

    >>> _poisson(random.Random(1), 0.0)
    0
    """
    if mean > 30:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count
