# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a range will be empty, and when to say so."""

from collections.abc import Iterable
from datetime import date, timedelta

WARNINGS = (80, 95)
YEAR = timedelta(days=365)
# A range of a few days says little about a year.
LEAST = timedelta(days=30)
FARTHEST = timedelta(days=100 * 365)


def exhausted_on(free: int, given: int, since: date | None, today: date) -> date | None:
    """The day the last number goes, at the rate of the last twelve months.

    ``given`` since ``since``, the first number of these months. None when nothing
    was given, or when it would last a century.

    >>> exhausted_on(100, 100, date(2025, 1, 1), date(2025, 12, 31))
    datetime.date(2026, 12, 30)
    """
    if free <= 0:
        return today
    if not given or since is None:
        return None
    seen = min(max(today - since, LEAST), YEAR)
    days = free * seen.days // given
    return today + timedelta(days) if days < FARTHEST.days else None


def warning(used: int, capacity: int) -> int:
    """The highest threshold reached, in percent; 0 below the first.

    >>> warning(799, 1000), warning(800, 1000), warning(950, 1000)
    (0, 80, 95)
    """
    return max((step for step in WARNINGS if used * 100 >= step * capacity), default=0)


def crossed(items: Iterable[int], capacity: int) -> int:
    """The threshold these items reach; of many people, only one draws its item.

    >>> crossed([799, 800, 801], 1000), crossed([801], 1000)
    (80, 0)
    """
    drawn = set(items)
    return max(
        (step for step in WARNINGS if -(-step * capacity // 100) in drawn), default=0
    )
