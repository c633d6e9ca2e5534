# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a number of our own may go, and when another product may have it.

Nothing here is done by itself: these are proposals, a person confirms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

QUIET_DAYS = 90
IN_USE = ("issued", "imported")


class Role(StrEnum):
    """What a number is to the product it was given to."""

    MAIN = "main"
    SECOND = "second"
    PACK = "pack"
    NONE = "none"


class Owner(StrEnum):
    """What became of that product."""

    KEPT = "kept"
    ARCHIVED = "archived"
    DELETED = "deleted"


class Proposal(StrEnum):
    """Why a number is proposed for retirement."""

    QUIET = "quiet"
    ARCHIVED = "archived"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Life:
    """A number in use. ``since``: when it came to play this role."""

    state: str
    role: Role
    owner: Owner
    since: date
    last_scan: date | None = None


def propose(life: Life, today: date, quiet_days: int = QUIET_DAYS) -> Proposal | None:
    """Why this number could be retired, if it could.

    >>> life = Life("issued", Role.SECOND, Owner.KEPT, date(2026, 1, 1))
    >>> str(propose(life, date(2026, 4, 1)))
    'quiet'
    >>> propose(life, date(2026, 3, 31))
    """
    if life.state not in IN_USE:
        return None
    if life.owner is not Owner.KEPT:
        gone = life.owner is Owner.DELETED
        return Proposal.DELETED if gone else Proposal.ARCHIVED
    if life.role in (Role.MAIN, Role.PACK):
        return None
    heard = max(life.since, life.last_scan or life.since)
    quiet = today - heard >= timedelta(days=quiet_days)
    return Proposal.QUIET if quiet else None


def quiet_days(text: object) -> int:
    """The days without a scan a shop waits, from its setting.

    >>> quiet_days("30"), quiet_days(""), quiet_days("a while"), quiet_days("-1")
    (30, 90, 90, 90)
    """
    digits = str(text or "").strip()
    return int(digits) if digits.isdecimal() and digits.isascii() else QUIET_DAYS


class Hold(StrEnum):
    """Why a retired number cannot be given again yet."""

    NOT_RETIRED = "not_retired"
    RANGE_FORBIDS = "range_forbids"
    RESTING = "resting"
    SCANNED_SINCE = "scanned_since"
    IN_STOCK = "in_stock"
    ON_ORDER = "on_order"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Rested:
    """A retired number. Stock and orders are those of the product it was on."""

    code: str
    retired_on: date | None
    allow_reuse: bool
    rest_months: int
    last_scan: date | None = None
    in_stock: bool = False
    on_order: bool = False
    taken: bool = False

    @property
    def rests_until(self) -> date | None:
        """The first day it may be given again."""
        if self.retired_on is None:
            return None
        return self.retired_on + relativedelta(months=self.rest_months)


def holds(rested: Rested, today: date) -> tuple[Hold, ...]:
    """Everything that keeps a number from being given again; empty when free.

    >>> number = Rested("2000000000015", date(2024, 11, 30), True, 24)
    >>> [str(hold) for hold in holds(number, date(2026, 11, 29))]
    ['resting']
    >>> holds(number, date(2026, 11, 30))
    ()
    """
    until = rested.rests_until
    retired_on = rested.retired_on
    last_scan = rested.last_scan
    held = {
        Hold.NOT_RETIRED: retired_on is None,
        Hold.RANGE_FORBIDS: not rested.allow_reuse,
        Hold.RESTING: until is not None and today < until,
        Hold.SCANNED_SINCE: bool(last_scan and retired_on and last_scan > retired_on),
        Hold.IN_STOCK: rested.in_stock,
        Hold.ON_ORDER: rested.on_order,
        Hold.TAKEN: rested.taken,
    }
    return tuple(hold for hold, holding in held.items() if holding)


def first_day(numbers: Iterable[Rested], today: date) -> date | None:
    """The day on which the first of those that only have to rest is free.

    >>> one = Rested("2000000000015", date(2026, 1, 31), True, 1)
    >>> first_day([one], date(2026, 2, 1))
    datetime.date(2026, 2, 28)
    """
    resting = [one for one in numbers if holds(one, today) == (Hold.RESTING,)]
    return min((one.rests_until for one in resting), default=None)


def next_to_reuse(numbers: Iterable[Rested], today: date) -> Rested | None:
    """The free number that has rested longest."""
    free = [number for number in numbers if not holds(number, today)]
    return min(free, key=lambda number: (number.retired_on, number.code), default=None)
