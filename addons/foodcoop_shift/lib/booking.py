# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may take, give back and mark a seat. Refusals are reasons, all of them.

Times are UTC without zone; spans are half-open, so that one shift may begin
when the other ends.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .people import is_member
from .rules import RULES, Rules


class Refusal(StrEnum):
    NOT_A_MEMBER = "not_a_member"
    OUTSIDE = "outside"
    CANCELLED = "cancelled"
    STARTED = "started"
    ALREADY_IN = "already_in"
    OVERLAPS = "overlaps"
    FULL = "full"
    TOO_LATE = "too_late"
    RECORDED = "recorded"
    NOT_STARTED = "not_started"
    FREED = "freed"
    UNKNOWN = "unknown"


Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class ShiftFacts:
    day: date
    span: Span
    seats: int
    taken: frozenset[int] = frozenset()
    cancelled: bool = False


@dataclass(frozen=True)
class MemberFacts:
    """``busy`` are the spans of the member's other seats; ``here``: has one here."""

    joined_on: date
    left_on: date | None = None
    busy: tuple[Span, ...] = ()
    here: bool = False


def can_book(
    shift: ShiftFacts, member: MemberFacts | None, now: datetime
) -> list[Refusal]:
    """Why ``member`` may not take a seat; nothing when it is free to take.

    >>> nine, noon = datetime(2026, 11, 26, 8), datetime(2026, 11, 26, 11)
    >>> shift = ShiftFacts(date(2026, 11, 26), (nine, noon), 1, frozenset({1}))
    >>> can_book(shift, MemberFacts(date(2026, 1, 1)), datetime(2026, 11, 21))
    [<Refusal.FULL: 'full'>]
    """
    if member is None:
        return [Refusal.NOT_A_MEMBER]
    asked = {
        Refusal.OUTSIDE: not is_member(shift.day, member.joined_on, member.left_on),
        Refusal.CANCELLED: shift.cancelled,
        Refusal.STARTED: now >= shift.span[0],
        Refusal.ALREADY_IN: member.here,
        Refusal.OVERLAPS: any(overlaps(shift.span, other) for other in member.busy),
        Refusal.FULL: not free_seats(shift.seats, shift.taken),
    }
    return [reason for reason, holds in asked.items() if holds]


def can_give_back(
    start: datetime,
    state: str,
    now: datetime,
    *,
    cancelled: bool,
    rules: Rules = RULES,
) -> list[Refusal]:
    """Why a seat may not be given back; the very minute of the cut-off still may."""
    if cancelled:
        return [Refusal.CANCELLED]
    if state != "booked":
        return [Refusal.RECORDED]
    if now >= start:
        return [Refusal.STARTED]
    return [Refusal.TOO_LATE] if now > start - rules.free_until else []


def can_mark(
    start: datetime, state: str, now: datetime, *, cancelled: bool
) -> list[Refusal]:
    """Why an attendance may not be recorded: not of the future, not of no shift."""
    asked = {
        Refusal.FREED: state == "freed",
        Refusal.CANCELLED: cancelled,
        Refusal.NOT_STARTED: now < start,
    }
    return [reason for reason, holds in asked.items() if holds]


def overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def free_seats(seats: int, taken: Collection[int]) -> list[int]:
    """
    >>> free_seats(4, {1, 3})
    [2, 4]
    """
    return [seat for seat in range(1, seats + 1) if seat not in taken]


def seat_team(members: Iterable[int], taken: Collection[int]) -> dict[int, int]:
    """A seat for each standing member, lowest first, beyond the last if need be.

    >>> seat_team([10, 11], {1})
    {10: 2, 11: 3}
    """
    wanting = list(members)
    return dict(
        zip(wanting, free_seats(len(wanting) + len(taken), taken), strict=False)
    )
