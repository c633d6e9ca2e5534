# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lots and dates that people told, laid on what is received."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from odoo.addons.foodcoop_reception.lib.tally import COUNTING, Event, Share, identified

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Lot:
    """So much of a product under one number.

    ``name`` is "" where only a date was told; ``expiry`` is an ISO date or "".
    """

    name: str
    expiry: str = ""
    quantity: Decimal = NOTHING


def told(events: Iterable[Event]) -> dict[int, list[Lot]]:
    """The lots of each product, the first told first; of two dates the earlier."""
    lots: dict[int, dict[str, Lot]] = {}
    for event in sorted(identified(events), key=lambda event: event.at):
        if event.product and (event.lot or event.expiry) and _tells(event):
            known = lots.setdefault(event.product, {})
            before = known.get(event.lot, Lot(event.lot))
            known[event.lot] = Lot(
                event.lot,
                min(filter(None, (before.expiry, event.expiry)), default=""),
                before.quantity + event.quantity,
            )
    return {product: list(known.values()) for product, known in lots.items()}


def _tells(event: Event) -> bool:
    return event.kind in COUNTING or event.kind == "date"


def share_out(
    shares: Sequence[Share], lots: dict[int, list[Lot]], rest: str
) -> dict[int, list[Lot]]:
    """{line: its lots}, for all that is received; of no line anything is left out.

    :param rest: the name for what nobody told a lot of.
    """
    queues = {product: _in_turn(known, rest) for product, known in lots.items()}
    laid: dict[int, list[Lot]] = {}
    for share in shares:
        product = share.line.product
        queue = queues.setdefault(product, _in_turn([], rest))
        laid[share.line.line] = _take(queue, share.counted or NOTHING)
    return laid


def _in_turn(known: Sequence[Lot], rest: str) -> list[Lot]:
    """Lots of a known quantity, then the one that takes whatever is left."""
    counted = [lot for lot in known if lot.name and lot.quantity > 0]
    named = [lot for lot in known if lot.name]
    whole = [lot for lot in named if lot not in counted]
    dates = [lot.expiry for lot in known if not lot.name and lot.expiry]
    last = Lot(rest, min(dates, default=""))
    if whole:
        last = whole[-1]
    elif len(named) == 1:
        last = named[0]
    return [*counted, replace(last, quantity=NOTHING)]


def _take(queue: list[Lot], quantity: Decimal) -> list[Lot]:
    """Take from the first lots; the last one never ends."""
    taken: dict[str, Lot] = {}
    while quantity > 0:
        lot = queue[0]
        here = quantity if len(queue) == 1 else min(quantity, lot.quantity)
        before = taken.get(lot.name, replace(lot, quantity=NOTHING))
        taken[lot.name] = replace(before, quantity=before.quantity + here)
        quantity -= here
        queue[0] = replace(lot, quantity=lot.quantity - here)
        if len(queue) > 1 and queue[0].quantity <= 0:
            queue.pop(0)
    return list(taken.values())


def one_by_one(lots: Iterable[Lot], names: set[str]) -> list[Lot]:
    """Serial numbers: each piece has its own; further pieces get a number behind.

    :param names: those that are taken; the new ones are added.
    """
    pieces = []
    for lot in lots:
        for _piece in range(int(lot.quantity)):
            name, number = lot.name, 1
            while name in names:
                number += 1
                name = f"{lot.name}-{number}"
            names.add(name)
            pieces.append(replace(lot, name=name, quantity=Decimal(1)))
    return pieces
