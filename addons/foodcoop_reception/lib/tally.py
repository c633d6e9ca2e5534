# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scan events folded into counts, and counts laid on the lines of a delivery.

An event says by how much a count changed, so a count is a sum: the order in which
events of several terminals arrive does not matter, and an undo is one more event.

The same rules stand in ``static/src/model/tally.js``; both are held to
``tests/unit/foodcoop_reception/cases.json``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from .codes import scan_key

# These change how much was delivered; the others tell something about it.
COUNTING = ("propose", "count", "set")


def as_decimal(quantity: float) -> Decimal:
    """A float of the database without its binary dust: to the thousandth."""
    return Decimal(str(round(quantity, 3)))


@dataclass(frozen=True)
class Event:
    """One scan, touch, correction or fact. ``quantity`` is in the product's own unit.

    What the kinds mean stands in ``models/reception_scan.py``.
    """

    uuid: str
    product: int | None
    quantity: Decimal
    kind: str = "count"
    code: str = ""
    reverses: str | None = None
    at: str = ""
    reason: str = ""
    lot: str = ""
    expiry: str = ""
    price: Decimal | None = None
    other: int | None = None
    note: str = ""


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


def identified(events: Iterable[Event]) -> list[Event]:
    """Live events; a scan that nobody knew counts as what somebody said it is."""
    known = live(events)
    links = learned(known)
    return [
        replace(event, kind="count", product=link[0], quantity=link[1])
        if event.kind == "unknown" and (link := links.get(scan_key(event.code)))
        else event
        for event in known
    ]


def fold(events: Iterable[Event]) -> dict[int, Decimal]:
    """How much came of each product that somebody counted; zero is a count, too.

    A product whose every event was undone is not counted, which is not zero. An
    event that came twice is one event. A code that nobody knew counts as soon as
    somebody says what it stands for, however often it was scanned before or after.

    Of several proposals of one product only the largest counts: they were made without
    network, by people who each took the same order for delivered.
    """
    counts: dict[int, Decimal] = {}
    proposed: dict[int | None, Decimal] = {}
    for event in identified(events):
        product, quantity = event.product, event.quantity
        if event.kind not in COUNTING:
            continue
        if event.kind == "propose":
            before = proposed.get(product, Decimal(0))
            quantity = max(quantity - before, Decimal(0))
            proposed[product] = before + quantity
        if product:
            counts[product] = counts.get(product, Decimal(0)) + quantity
    return counts


def learned(events: Iterable[Event]) -> dict[str, tuple[int, Decimal]]:
    """What codes stand for by what people said here: {key: (product, its content)}.

    Of two people who disagree, the later one is believed.
    """
    links = sorted(
        (event for event in live(events) if event.kind == "link" and event.product),
        key=lambda event: event.at,
    )
    return {
        scan_key(link.code): (link.product, link.quantity)
        for link in links
        if link.product
    }


def refused(events: Iterable[Event]) -> dict[int, dict[str, Decimal]]:
    """How much of each product the shop does not keep, by reason.

    It was delivered, so it is part of the count; it never enters the stock.
    """
    kept: dict[int, dict[str, Decimal]] = {}
    for event in live(events):
        if event.kind == "refuse" and event.product:
            reasons = kept.setdefault(event.product, {})
            before = reasons.get(event.reason, Decimal(0))
            reasons[event.reason] = before + event.quantity
    return kept


def accepted(events: Iterable[Event]) -> dict[int, Decimal]:
    """What the shop keeps of what came: the count without what was refused."""
    known = live(events)
    turned_away = refused(known)
    return {
        product: count - sum(turned_away.get(product, {}).values(), Decimal(0))
        for product, count in fold(known).items()
    }


def unidentified(events: Iterable[Event]) -> list[str]:
    """The codes that still nobody knows, each as often as it was scanned."""
    known = live(events)
    links = learned(known)
    return [
        event.code or "?"
        for event in known
        if event.kind == "unknown" and scan_key(event.code) not in links
    ]


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


def refusal(
    shares: Sequence[Share], counts: dict[int, Decimal], accept_missing: bool
) -> Refusal | None:
    """Why a delivery may not be closed like this, or None.

    :param counts: what the shop keeps, products that nobody ordered among them.
    :param accept_missing: a person said that what nobody counted did not come.
    """
    if any(count < 0 for count in counts.values()):
        return Refusal.BELOW_ZERO
    if not counts:
        return Refusal.NOTHING_COUNTED
    if any(share.counted is None for share in shares) and not accept_missing:
        return Refusal.NOT_COUNTED
    return None


def not_ordered(asked: Iterable[int], counts: dict[int, Decimal]) -> dict[int, Decimal]:
    """Products that came without being asked for."""
    asked = set(asked)
    return {product: n for product, n in counts.items() if product not in asked and n}
