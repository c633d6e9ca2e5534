# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a member stands, why, and what to do next: a function of the account."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .people import is_member


class Standing(StrEnum):
    UP_TO_DATE = "up_to_date"
    OWES = "owes"
    COVERED = "covered"
    OUTSIDE = "outside"


class Step(StrEnum):
    NOTHING = "nothing"
    BOOK = "book"
    COME = "come"
    JOIN_TEAM = "join_team"


@dataclass(frozen=True)
class Status:
    """``owes`` shifts are due; ``to_book`` of them have no date yet."""

    standing: Standing
    step: Step
    balance: int
    owes: int = 0
    to_book: int = 0


def member_status(
    *,
    balance: int,
    booked_makeups: int,
    has_team: bool,
    joined_on: date,
    left_on: date | None,
    today: date,
) -> Status:
    """
    >>> member_status(balance=-2, booked_makeups=1, has_team=True,
    ...               joined_on=date(2026, 1, 1), left_on=None,
    ...               today=date(2026, 11, 21)).to_book
    1
    """
    if not is_member(today, joined_on, left_on):
        return Status(Standing.OUTSIDE, Step.NOTHING, balance)
    owes = max(0, -balance)
    to_book = max(0, owes - booked_makeups)
    if to_book:
        return Status(Standing.OWES, Step.BOOK, balance, owes, to_book)
    if owes:
        return Status(Standing.COVERED, Step.COME, balance, owes)
    step = Step.NOTHING if has_team else Step.JOIN_TEAM
    return Status(Standing.UP_TO_DATE, step, balance)
