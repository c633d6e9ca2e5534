# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a closed count says against its order: one finding a line, one an extra."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from odoo.addons.foodcoop_reception.lib import tally

NOTHING = Decimal(0)


class Kind(StrEnum):
    """What is to be said of a line; the codes follow RECADV's in meaning."""

    RIGHT = "right"
    SHORT = "short"
    OVER = "over"
    REFUSED = "refused"
    NOT_ORDERED = "not_ordered"
    FREE = "free"
    INSTEAD = "instead"


@dataclass(frozen=True)
class Finding:
    """``line`` is None for what nobody ordered. Quantities in the product's own unit.

    ``delivered`` is what came, ``accepted`` what the shop keeps of it.
    """

    product: int
    kind: Kind
    line: int | None = None
    ordered: Decimal = NOTHING
    delivered: Decimal = NOTHING
    accepted: Decimal = NOTHING
    reason: str = ""
    instead_of: int | None = None
    expiry: str = ""
    price: Decimal | None = None
    note: str = ""

    @property
    def refused(self) -> Decimal:
        return self.delivered - self.accepted


@dataclass(frozen=True)
class Told:
    """What people told of a product beside its count, the last word of each kind."""

    reason: str = ""
    free: Decimal = NOTHING
    instead_of: int | None = None
    expiry: str = ""
    price: Decimal | None = None
    note: str = ""


def findings(
    lines: Sequence[tally.Line], events: Iterable[tally.Event]
) -> list[Finding]:
    """Every line in its order, then the products that came without being ordered."""
    known = tally.live(events)
    told = tell(known)
    kept = tally.accepted(known)
    free = _free(lines, kept, told)
    delivered = tally.share_out(lines, _less(tally.fold(known), free))
    accepted = tally.share_out(lines, _less(kept, free))
    found = [
        _of_line(came, kept, told.get(product, Told()), free.get(product, NOTHING))
        for came, kept in zip(delivered, accepted, strict=True)
        for product in [came.line.product]
    ]
    asked = {line.product for line in lines}
    extra = tally.not_ordered(asked, tally.fold(known))
    found += [
        _extra(product, came, kept[product], told.get(product, Told()))
        for product, came in extra.items()
    ]
    return found + [
        Finding(product=product, kind=Kind.FREE, delivered=count, accepted=count)
        for product, count in free.items()
    ]


def charged(
    lines: Sequence[tally.Line], events: Iterable[tally.Event]
) -> dict[int, Decimal]:
    """What the shop keeps, without what of an order's products came free of charge.

    Twelve were ordered, thirteen came, one of them free: the order receives twelve.
    """
    known = tally.live(events)
    kept = tally.accepted(known)
    return _less(kept, _free(lines, kept, tell(known)))


def _free(
    lines: Sequence[tally.Line],
    kept: Mapping[int, Decimal],
    told: Mapping[int, "Told"],
) -> dict[int, Decimal]:
    """{product on the order: how many of it came free of charge}."""
    free = {
        product: min(told[product].free, kept.get(product, NOTHING))
        for product in {line.product for line in lines} & set(told)
    }
    return {product: count for product, count in free.items() if count > 0}


def _less(
    counts: Mapping[int, Decimal], free: Mapping[int, Decimal]
) -> dict[int, Decimal]:
    return {
        product: count - free.get(product, NOTHING) for product, count in counts.items()
    }


def tell(events: Iterable[tally.Event]) -> dict[int, Told]:
    """{product: what was told of it}; of two dates the earlier is the one to know."""
    told: dict[int, Told] = {}
    for event in sorted(tally.identified(events), key=lambda event: event.at):
        if event.product:
            told[event.product] = _with(told.get(event.product, Told()), event)
    return told


def _with(told: Told, event: tally.Event) -> Told:
    free = event.quantity if event.kind == "free" else NOTHING
    price = event.price if event.kind == "price" else None
    instead_of = event.other if event.kind == "replace" else None
    return Told(
        reason=event.reason or told.reason,
        free=told.free + free,
        instead_of=instead_of or told.instead_of,
        expiry=min(filter(None, (told.expiry, event.expiry)), default=""),
        price=told.price if price is None else price,
        note=event.note or told.note,
    )


def _of_line(
    came: tally.Share, kept: tally.Share, told: Told, free: Decimal
) -> Finding:
    delivered, accepted = came.counted or NOTHING, kept.counted or NOTHING
    ordered = came.line.ordered
    return Finding(
        product=came.line.product,
        kind=_kind(ordered, delivered, accepted, free),
        line=came.line.line,
        ordered=ordered,
        delivered=delivered,
        accepted=accepted,
        reason=told.reason,
        instead_of=told.instead_of,
        expiry=told.expiry,
        price=told.price,
        note=told.note,
    )


def _kind(
    ordered: Decimal, delivered: Decimal, accepted: Decimal, free: Decimal
) -> Kind:
    """What is worst of a line: refused goods, then missing ones, then too many.

    What came free of charge is missing nowhere: it has a finding of its own.
    """
    if accepted < delivered:
        return Kind.REFUSED
    if accepted + free < ordered:
        return Kind.SHORT
    return Kind.OVER if accepted > ordered else Kind.RIGHT


def _extra(product: int, came: Decimal, kept: Decimal, told: Told) -> Finding:
    kind = Kind.NOT_ORDERED
    if told.instead_of:
        kind = Kind.INSTEAD
    elif told.free >= kept > NOTHING:
        kind = Kind.FREE
    return Finding(
        product=product,
        kind=kind,
        delivered=came,
        accepted=kept,
        reason=told.reason,
        instead_of=told.instead_of,
        expiry=told.expiry,
        price=told.price,
        note=told.note,
    )


def margin(selling: Decimal, cost: Decimal) -> Decimal | None:
    """Percent of the selling price, both without taxes, that is left above the cost.

    >>> margin(Decimal(4), Decimal(3))
    Decimal('25.0')
    """
    if selling <= 0:
        return None
    return ((selling - cost) * 100 / selling).quantize(Decimal("0.1"))


def by_money(values: Mapping[int, Decimal]) -> list[int]:
    """Keys with the largest sum at stake first, whichever its sign."""
    return sorted(values, key=lambda key: -abs(values[key]))
