# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lettered cycle: plain calendar days counted from an anchor.

Floor division does all the work, so that the letters go on through years of
53 weeks, through clock changes, and backwards before the anchor. Every
interval is half-open: the end is the first day that does not belong to it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Cycle:
    """A cycle of ``weeks`` lettered weeks, week A of number 0 at ``anchor``.

    >>> four = Cycle(anchor=date(2026, 1, 5), weeks=4)
    >>> four.letter(date(2026, 1, 12)), four.letter(date(2026, 1, 4))
    ('B', 'D')
    """

    anchor: date
    weeks: int

    @property
    def days(self) -> int:
        return 7 * self.weeks

    def number(self, day: date) -> int:
        """The number of the cycle that holds ``day``; negative before the anchor."""
        return (day - self.anchor).days // self.days

    def week(self, day: date) -> int:
        """The week of ``day`` in its cycle, 0 for A."""
        return (day - self.anchor).days // 7 % self.weeks

    def letter(self, day: date) -> str:
        return letter(self.week(day))

    def start(self, number: int) -> date:
        """The first day of cycle ``number``; the end of the one before."""
        return self.anchor + timedelta(days=number * self.days)


def letter(week: int) -> str:
    """
    >>> letter(0), letter(3)
    ('A', 'D')
    """
    return chr(ord("A") + week)


def team_dates(
    cycle: Cycle, *, week: int, weekday: int, since: date, until: date
) -> list[date]:
    """The days of a standing team in [since, until).

    >>> team_dates(Cycle(date(2026, 1, 5), 4), week=1, weekday=3,
    ...            since=date(2026, 1, 1), until=date(2026, 3, 1))
    [datetime.date(2026, 1, 15), datetime.date(2026, 2, 12)]
    """
    first = cycle.anchor + timedelta(days=7 * week + weekday)
    skipped = -((first - since).days // cycle.days)
    day = first + timedelta(days=skipped * cycle.days)
    dates = []
    while day < until:
        dates.append(day)
        day += timedelta(days=cycle.days)
    return dates


def due_cycles(
    cycle: Cycle,
    *,
    seated: Collection[int],
    joined_on: date,
    left_on: date | None,
    today: date,
    recorded: Collection[int] = (),
) -> list[int]:
    """The whole cycles that are over, owed, and not yet in the account.

    Only cycles in which the member had a standing seat (``seated``) can be
    owed. One begun before joining, one left in the middle and one not yet over
    on ``today`` are not.

    >>> due_cycles(Cycle(date(2026, 1, 5), 4), seated={0, 1, 2, 3},
    ...            joined_on=date(2026, 1, 6), left_on=None, today=date(2026, 3, 30))
    [1, 2]
    """
    limit = min(today, left_on) if left_on else today
    return [
        number
        for number in sorted(set(seated) - set(recorded))
        if joined_on <= cycle.start(number) and cycle.start(number + 1) <= limit
    ]


def span(
    day: date, start: float, duration: float, timezone: str
) -> tuple[datetime, datetime]:
    """Wall-clock hours of the cooperative as UTC without zone, as Odoo keeps them.

    The end is read on the wall clock too: three hours after 9:00 it is 12:00,
    and after 22:00 it is 1:00 of the next day.

    >>> span(date(2026, 11, 26), 9.0, 3.0, "Europe/Paris")[0]
    datetime.datetime(2026, 11, 26, 8, 0)
    """
    opening = datetime.combine(day, time()) + timedelta(minutes=round(start * 60))
    closing = opening + timedelta(minutes=round(duration * 60))
    zone = ZoneInfo(timezone)
    return _utc(opening, zone), _utc(closing, zone)


def _utc(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
