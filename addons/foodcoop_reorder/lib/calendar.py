# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a supplier is ordered from, when it arrives, what an order must last for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Window:
    """An order, and the time until the one after it arrives."""

    order_on: date
    arrives_on: date
    next_order_on: date
    next_arrives_on: date
    coverage_days: int

    @property
    def covers_until(self) -> date:
        """The last day this order must last through."""
        return self.next_arrives_on - DAY


@dataclass(frozen=True, slots=True)
class Calendar:
    """Order on these ISO weekdays (1 = Monday), every so many weeks."""

    order_weekdays: frozenset[int]
    lead_days: int
    every_weeks: int = 1
    anchor: date | None = None

    @classmethod
    def of(
        cls,
        weekdays: str,
        lead_days: int,
        every_weeks: int = 1,
        anchor: date | None = None,
    ) -> "Calendar":
        """From the digits as a person types them.

        >>> sorted(Calendar.of("14", 2).order_weekdays)
        [1, 4]
        """
        return cls(parse_weekdays(weekdays), lead_days, every_weeks, anchor)

    def is_order_day(self, day: date) -> bool:
        """Whether one can order on this day."""
        return day.isoweekday() in self.order_weekdays and self._is_order_week(day)

    def order_days(self, start: date) -> Iterator[date]:
        """Every order day from ``start`` on, that day included.

        >>> days = Calendar.of("14", 2).order_days(date(2026, 11, 21))
        >>> next(days).isoformat(), next(days).isoformat()
        ('2026-11-23', '2026-11-26')
        """
        day = start
        while True:
            if self.is_order_day(day):
                yield day
            day += DAY

    def window(self, today: date) -> Window:
        """The next order seen from ``today``: it must last to the arrival after next.

        >>> Calendar.of("1", 2).window(date(2026, 11, 21)).coverage_days
        11
        """
        days = self.order_days(today)
        order_on, next_order_on = next(days), next(days)
        lead = timedelta(days=self.lead_days)
        return Window(
            order_on=order_on,
            arrives_on=order_on + lead,
            next_order_on=next_order_on,
            next_arrives_on=next_order_on + lead,
            coverage_days=(next_order_on + lead - today).days,
        )

    def _is_order_week(self, day: date) -> bool:
        if self.every_weeks == 1 or self.anchor is None:
            return True
        weeks = (_monday(day) - _monday(self.anchor)) // WEEK
        return weeks % self.every_weeks == 0


def parse_weekdays(text: str) -> frozenset[int]:
    """ISO digits as a set; an empty or foreign text is no calendar.

    >>> parse_weekdays("9")
    Traceback (most recent call last):
    ...
    ValueError: not days of the week: '9'
    """
    if not text or set(text) - set("1234567"):
        raise ValueError(f"not days of the week: {text!r}")
    return frozenset(int(digit) for digit in text)


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)
