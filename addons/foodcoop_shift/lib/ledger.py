# SPDX-License-Identifier: AGPL-3.0-or-later
"""The member's account: entries are appended, the balance is their sum.

What an attendance is worth depends on its final state alone. Changing it
reverses the entry that counted and appends the new one, so that came, did not
come, came again ends exactly where it began.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .rules import RULES, Rules


class Cause(StrEnum):
    ATTENDED = "attended"
    ABSENT = "absent"
    EXCUSED = "excused"
    CLOSED = "closed"
    DUE = "due"
    MANUAL = "manual"
    REVERSAL = "reversal"


@dataclass(frozen=True)
class Entry:
    """A row of the account. ``reverses`` names the row that it takes back."""

    id: int
    amount: int
    cause: str
    reverses: int | None = None


@dataclass(frozen=True)
class NewEntry:
    """A row to append."""

    amount: int
    cause: str
    reverses: int | None = None


def balance(entries: Iterable[Entry]) -> int:
    return sum(entry.amount for entry in entries)


def live(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that count: neither taken back nor taking back."""
    reversed_ids = {entry.reverses for entry in entries}
    return [e for e in entries if e.reverses is None and e.id not in reversed_ids]


def wanted(
    state: str, *, standing: bool, cancelled: bool, rules: Rules = RULES
) -> NewEntry | None:
    """What a seat is worth in its state, or None when it counts for nothing.

    >>> wanted("attended", standing=True, cancelled=False).amount
    1
    >>> wanted("booked", standing=False, cancelled=True) is None
    True
    """
    if cancelled:
        worth = rules.closed if standing and state != "freed" else 0
        return _entry(worth, Cause.CLOSED)
    worth = {
        "attended": rules.attended,
        "absent": rules.absent,
        "excused": rules.excused,
    }.get(state, 0)
    return _entry(worth, state)


def _entry(amount: int, cause: str) -> NewEntry | None:
    return NewEntry(amount, str(cause)) if amount else None


def settle(target: NewEntry | None, present: Sequence[Entry]) -> list[NewEntry]:
    """The rows to append so that only ``target`` counts; none when it already does.

    >>> settle(NewEntry(1, "attended"), [Entry(7, -1, "absent")])[0]
    NewEntry(amount=1, cause='reversal', reverses=7)
    """
    counting = live(present)
    if target is None and not counting:
        return []
    if target and [(e.amount, e.cause) for e in counting] == [
        (target.amount, target.cause)
    ]:
        return []
    back = [NewEntry(-e.amount, str(Cause.REVERSAL), e.id) for e in counting]
    return back + ([target] if target else [])
