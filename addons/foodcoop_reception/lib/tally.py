# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scan events folded into counts, and counts laid on the lines of a delivery.

An event says by how much a count changed, so a count is a sum: the order in which
events of several terminals arrive does not matter, and an undo is one more event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True)
class Event:
    """One scan, touch or correction. ``quantity`` is in the product's own unit."""

    uuid: str
    product: int | None
    quantity: Decimal
    reverses: str | None = None
    unknown_code: str = ""


@dataclass(frozen=True)
class Line:
    """What the order asks for: one line of the delivery, in the product's own unit."""

    line: int
    product: int
    ordered: Decimal


@dataclass(frozen=True)
class Share:
    """What a line received. ``counted`` is None where nobody counted the product."""

    line: Line
    counted: Decimal | None


def live(events: Iterable[Event]) -> list[Event]:
    """The events that still count: each once, none that was undone, no undo itself."""
    known = {event.uuid: event for event in events}
    undone = {event.reverses for event in known.values() if event.reverses}
    return [
        event
        for event in known.values()
        if not event.reverses and event.uuid not in undone
    ]


def fold(events: Iterable[Event]) -> dict[int, Decimal]:
    """The count of each product that somebody counted; zero is a count, too.

    A product whose every event was undone is not counted, which is not zero. An
    event that came twice is one event.
    """
    counts: dict[int, Decimal] = {}
    for event in live(events):
        if event.product:
            counted = counts.get(event.product, Decimal(0))
            counts[event.product] = counted + event.quantity
    return counts


def share_out(lines: Sequence[Line], counts: dict[int, Decimal]) -> list[Share]:
    """Lay counts on lines in their order; what is too much goes on the last.

    >>> lines = [Line(1, 7, Decimal(6)), Line(2, 7, Decimal(6))]
    >>> [share.counted for share in share_out(lines, {7: Decimal(8)})]
    [Decimal('6'), Decimal('2')]
    """
    left = dict(counts)
    last = {line.product: line.line for line in lines}
    shares = []
    for line in lines:
        if line.product not in left:
            shares.append(Share(line, None))
            continue
        here = left[line.product]
        if last[line.product] != line.line:
            here = min(here, line.ordered)
        left[line.product] -= here
        shares.append(Share(line, here))
    return shares


class Refusal(StrEnum):
    """Why a delivery cannot be closed yet."""

    BELOW_ZERO = "below_zero"
    NOTHING_COUNTED = "nothing_counted"
    NOT_COUNTED = "not_counted"


def refusal(shares: Sequence[Share], accept_missing: bool) -> Refusal | None:
    """Why these shares may not be received, or None.

    :param accept_missing: a person said that what nobody counted did not come.
    """
    counts = [share.counted for share in shares if share.counted is not None]
    if any(count < 0 for count in counts):
        return Refusal.BELOW_ZERO
    if not any(counts):
        return Refusal.NOTHING_COUNTED
    if len(counts) < len(shares) and not accept_missing:
        return Refusal.NOT_COUNTED
    return None


def not_ordered(asked: Iterable[int], counts: dict[int, Decimal]) -> dict[int, Decimal]:
    """Products that came without being asked for."""
    asked = set(asked)
    return {product: n for product, n in counts.items() if product not in asked and n}
