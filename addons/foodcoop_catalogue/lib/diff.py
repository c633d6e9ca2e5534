# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shop knows against what the supplier offers now.

Nothing is applied here. Every offer gets one kind, the reasons for it, and how
far its price moved; a price that moved too far waits for a person.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_pricelist.lib.packs import Terms

NEW, CHANGED, SAME, UNAVAILABLE = "new", "changed", "same", "unavailable"
CONFLICT, ASK, REPEAT, GONE = "conflict", "ask", "repeat", "gone"

CODE_TWICE = "code_twice"  # same code, other pack or price
SEVERAL_KNOWN = "several_known"  # same code on several vendor lines of the shop
UNIT_DIFFERS = "unit_differs"  # list in kg, shop in pieces
PACK_CHANGED = "pack_changed"
BIG_CHANGE = "big_change"
FACTOR_TEN = "factor_ten"
FACTOR_PACK = "factor_pack"
PRICE_ZERO = "price_zero"

ALARMS = frozenset({BIG_CHANGE, FACTOR_TEN, FACTOR_PACK, PRICE_ZERO})
ALARM_PERCENT = Decimal(20)


@dataclass(frozen=True)
class Known:
    """A vendor line of the shop: the price of one pack of so many units."""

    ref: int
    key: str
    unit: str
    pack: Decimal
    pack_price: Decimal

    @property
    def unit_price(self) -> Decimal:
        return self.pack_price / self.pack


@dataclass(frozen=True)
class Difference:
    kind: str
    offer: Offer | None = None
    known: Known | None = None
    terms: Terms = Terms()
    percent: Decimal | None = None
    reasons: tuple[str, ...] = ()

    @property
    def alarmed(self) -> bool:
        return not ALARMS.isdisjoint(self.reasons)

    @property
    def certain(self) -> bool:
        """May be ticked without asking: a known price that moved a little."""
        return self.kind == CHANGED and not self.alarmed


def diff(known: Iterable[Known], offers: Iterable[Offer]) -> tuple[Difference, ...]:
    """One difference for each offer, in order, then what is gone from the list."""
    by_key: dict[str, list[Known]] = defaultdict(list)
    for line in known:
        by_key[line.key].append(line)
    groups: dict[str, list[Offer]] = defaultdict(list)
    offers = tuple(offers)
    for offer in offers:
        groups[offer.key].append(offer)
    differences = [
        _difference(offer, groups[offer.key], by_key.get(offer.key, []))
        for offer in offers
    ]
    gone = [
        Difference(GONE, known=line)
        for key, lines in by_key.items()
        if key not in groups
        for line in lines
    ]
    return (*differences, *gone)


def _difference(offer: Offer, twins: list[Offer], lines: list[Known]) -> Difference:
    first = twins[0]
    line = lines[0] if len(lines) == 1 else None
    if any((twin.price, twin.terms) != (first.price, first.terms) for twin in twins):
        return Difference(CONFLICT, offer, line, offer.terms, reasons=(CODE_TWICE,))
    if offer is not first:
        return Difference(REPEAT, offer, line, offer.terms)
    if len(lines) > 1:
        return Difference(CONFLICT, offer, None, offer.terms, reasons=(SEVERAL_KNOWN,))
    if offer.price is None:
        return Difference(UNAVAILABLE, offer, line, offer.terms, reasons=offer.doubts)
    if line is None:
        zero = () if offer.price else (PRICE_ZERO,)
        return Difference(NEW, offer, None, offer.terms, None, (*zero, *offer.doubts))
    return _compare(offer, line)


def _compare(offer: Offer, line: Known) -> Difference:
    if not offer.terms.unit:
        return Difference(ASK, offer, line, offer.terms, reasons=offer.doubts)
    if offer.terms.unit != line.unit:
        reasons = (UNIT_DIFFERS, *offer.doubts)
        return Difference(ASK, offer, line, offer.terms, reasons=reasons)
    agreed = _keep_pack(offer, line)
    old, new = line.unit_price, agreed.unit_price(offer.price)
    moved = round(agreed.pack_price(offer.price), 4) != round(line.pack_price, 4)
    repacked = agreed.pack != line.pack
    if not (moved or repacked):
        return Difference(SAME, offer, line, agreed, Decimal(0), offer.doubts)
    reasons = [*([PACK_CHANGED] if repacked else []), *_alarms(old, new, line.pack)]
    percent = round((new / old - 1) * 100, 1) if old else None
    return Difference(CHANGED, offer, line, agreed, percent, (*reasons, *offer.doubts))


def _keep_pack(offer: Offer, line: Known) -> Terms:
    """A pack that the list does not state, or leaves open, stays as it was."""
    stated = offer.terms.per_pack or (offer.pack_text and not offer.terms.reason)
    return offer.terms if stated else Terms(offer.terms.unit, line.pack)


def _alarms(old: Decimal, new: Decimal, pack: Decimal) -> list[str]:
    """
    >>> _alarms(Decimal("1.17"), Decimal("11.70"), Decimal(6))
    ['factor_ten', 'big_change']
    """
    if not new:
        return [PRICE_ZERO]
    if not old:
        return [BIG_CHANGE]
    ratio = new / old if new > old else old / new
    alarms = []
    if pack > 1 and _near(ratio, pack, "0.05"):
        alarms.append(FACTOR_PACK)
    elif any(_near(ratio, Decimal(factor), "0.2") for factor in (10, 100)):
        alarms.append(FACTOR_TEN)
    if abs(new / old - 1) * 100 > ALARM_PERCENT:
        alarms.append(BIG_CHANGE)
    return alarms


def _near(ratio: Decimal, factor: Decimal, tolerance: str) -> bool:
    return abs(ratio / factor - 1) <= Decimal(tolerance)
