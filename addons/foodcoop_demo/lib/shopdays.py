# SPDX-License-Identifier: AGPL-3.0-or-later
"""When the shop is open, and how busy it is."""

from __future__ import annotations

from datetime import date, timedelta

YEAR = 365
SUNDAY = 6
CLOSED = {(1, 1), (5, 1), (12, 25)}
WEEKDAY_SHAPE = (0.72, 0.86, 1.02, 0.92, 1.16, 1.52, 0.0)
SEASONS = {
    "": (0.97, 0.98, 1.0, 1.0, 1.02, 1.02, 0.96, 0.82, 1.05, 1.04, 1.02, 1.1),
    "winter": (1.5, 1.4, 1.2, 0.8, 0.5, 0.3, 0.2, 0.2, 0.7, 1.2, 1.5, 1.7),
    "spring": (0.0, 0.0, 0.4, 1.6, 2.2, 1.4, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0),
    "summer": (0.2, 0.2, 0.4, 0.6, 1.0, 1.7, 2.1, 1.9, 1.4, 0.7, 0.3, 0.2),
    "orchard": (0.0, 0.0, 0.0, 0.0, 0.3, 1.8, 2.6, 2.4, 1.6, 0.2, 0.0, 0.0),
    "january": (3.0, 0.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.6),
}


def is_open(day: date) -> bool:
    """Closed on Sundays and three holidays.

    >>> is_open(date(2026, 11, 21)), is_open(date(2026, 11, 22))
    (True, False)
    """
    return day.weekday() != SUNDAY and (day.month, day.day) not in CLOSED


def next_open(day: date) -> date:
    """The day itself when the shop is open, else the first open day after it."""
    while not is_open(day):
        day += timedelta(days=1)
    return day


def busyness(day: date, season: str = "") -> float:
    """How much more than on an average open day is sold.

    >>> busyness(date(2026, 11, 22))
    0.0
    """
    if not is_open(day):
        return 0.0
    return WEEKDAY_SHAPE[day.weekday()] * SEASONS[season][day.month - 1]


def days_between(first: date, last: date) -> list[date]:
    """Both ends included; none when ``last`` comes before ``first``."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def past_year(today: date) -> list[date]:
    """The 365 days before today, oldest first; today's sales are still to come."""
    return days_between(today - timedelta(days=YEAR), today - timedelta(days=1))
