# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shop knows against what the supplier offers now.

Nothing is applied here. Every offer gets one kind, the reasons for it, and how
far its price moved; a price that moved too far waits for a person.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from odoo.addons.foodcoop_pricelist.lib.offer import PROBLEM, Offer
from odoo.addons.foodcoop_sheet.lib.table import OCR
from odoo.addons.foodcoop_words.lib.packs import UNIT_UNKNOWN, Terms

from .match import SEVERAL_KNOWN, Known, Match, Shop, match

NEW, CHANGED, SAME, UNAVAILABLE = "new", "changed", "same", "unavailable"
CONFLICT, ASK, REPEAT, GONE, REFUSED = "conflict", "ask", "repeat", "gone", "refused"
UP, DOWN, BESIDE = "up", "down", "beside"  # beside: offered before, never taken

CODE_TWICE = "code_twice"  # same code, other pack or price
UNIT_DIFFERS = "unit_differs"  # list in kg, shop in pieces
OTHER_CURRENCY = "other_currency"  # than last time
VAT_UNKNOWN = "vat_unknown"  # the price holds VAT, at which rate?
PACK_CHANGED = "pack_changed"
CONTENT_CHANGED = "content_changed"  # 90 g for 100 g: compared by weight
BIG_CHANGE, PRICE_ZERO = "big_change", "price_zero"
FACTOR_TEN, FACTOR_PACK = "factor_ten", "factor_pack"
ABOVE_SELLING, WITHDRAWN = "above_selling", "withdrawn"  # as the list itself says
STILL_IN_STOCK, STILL_ORDERED = "still_in_stock", "still_ordered"

ALARMS = frozenset({BIG_CHANGE, FACTOR_TEN, FACTOR_PACK, PRICE_ZERO, ABOVE_SELLING})
ALARM_PERCENT = Decimal(20)


@dataclass(frozen=True)
class Rules:
    """``is_full``: what is missing from the list is gone. Prices beyond
    ``alarm_percent`` wait for a person. ``currency``: what an unnamed one is."""

    is_full: bool = True
    alarm_percent: Decimal = ALARM_PERCENT
    currency: str = ""


@dataclass(frozen=True)
class Difference:
    kind: str
    offer: Offer | None = None
    known: Known | None = None
    terms: Terms = Terms()
    percent: Decimal | None = None
    reasons: tuple[str, ...] = ()
    product: int = 0
    proposals: tuple[tuple[int, int], ...] = ()
    bought: bool = False  # the shop knows it, whichever of its products it is
    offered_before: bool = False

    @property
    def alarmed(self) -> bool:
        return not ALARMS.isdisjoint(self.reasons)

    @property
    def guessed(self) -> bool:
        """Read from a picture: a person compares each row with it."""
        return self.offer is not None and OCR in self.offer.doubts

    @property
    def certain(self) -> bool:
        """May be ticked without asking: a known price, read, that moved a little."""
        return self.kind == CHANGED and not self.alarmed and not self.guessed

    @property
    def theme(self) -> str:
        """What a person sees it under: prices up, prices down, else its kind.

        A price that is hardly to be believed needs a person, and adds up with nothing.
        What the shop does not buy asks for nobody.
        """
        stranger = self.kind == CONFLICT and not self.bought
        if self.kind == NEW or stranger:
            return BESIDE if self.offered_before else NEW
        if self.alarmed and self.kind == CHANGED:
            return ASK
        if self.kind != CHANGED or not self.percent:
            return self.kind
        return UP if self.percent > 0 else DOWN

    @property
    def key(self) -> str:
        return self.offer.key if self.offer else self.known.code or str(self.known.ref)

    @property
    def value(self) -> str:
        """What is proposed, as one text: refused for good, it is not proposed again.

        A new product is refused whatever its price, a changed one at this price.
        """
        if self.kind in (NEW, GONE) or not self.offer:
            return NEW if self.kind == NEW else GONE
        price = self.terms.pack_price(self.offer.price or Decimal(0))
        pack = f"{self.terms.unit} {self.terms.pack.normalize():f}"
        return f"{pack} {price.quantize(Decimal('0.0001')):f}"


def diff(
    shop: Shop, offers: Iterable[Offer], rules: Rules = Rules()
) -> tuple[Difference, ...]:
    """One difference for each offer, in order, then what is gone from the list."""
    offers = tuple(map(_without_vat, offers))
    groups: dict[str, list[Offer]] = defaultdict(list)
    for offer in offers:
        groups[offer.key].append(offer)
    matches = match(shop, offers)
    found = [
        _difference(offer, groups[offer.key], one, rules)
        for offer, one in zip(offers, matches, strict=True)
    ]
    seen = {one.line.ref for one in matches if one.line}
    seen_codes = {offer.code for offer in offers}
    gone = [
        Difference(GONE, known=line, product=line.product)
        for line in shop.known
        if rules.is_full and line.ref not in seen and line.code not in seen_codes - {""}
    ]
    return tuple(_remembering(one, shop) for one in (*found, *gone))


def _without_vat(offer: Offer) -> Offer:
    """Vendor prices hold no VAT."""
    if offer.net or offer.price is None or offer.vat is None:
        return offer
    return replace(offer, price=offer.price / (1 + offer.vat / 100), net=True)


def _remembering(found: Difference, shop: Shop) -> Difference:
    """What earlier lists and people said of this row."""
    if found.key in shop.offered:
        found = replace(found, offered_before=True)
    open_kind = found.kind in (NEW, CHANGED, GONE, CONFLICT, ASK)
    if open_kind and (found.key, found.value) in shop.answers.ignored:
        return replace(found, kind=REFUSED)
    return found


def _difference(offer, twins: list[Offer], found: Match, rules: Rules) -> Difference:
    base = Difference(
        *(NEW, offer, found.line, offer.terms, None, ()),
        *(found.product, found.proposals),
        bought=bool(found.product) or found.conflict == SEVERAL_KNOWN,
    )
    kind, reason = _held(offer, twins, found)
    if kind:
        return replace(base, kind=kind, reasons=tuple(filter(None, (reason,))))
    if offer.price is None or not offer.available:
        return replace(base, kind=UNAVAILABLE, reasons=offer.doubts)
    if found.line is None:
        zero = () if offer.price else (PRICE_ZERO,)
        return replace(base, reasons=(*zero, *found.notes, *offer.doubts))
    compared = _compare(base, rules)
    return replace(compared, reasons=(*compared.reasons, *found.notes, *offer.doubts))


def _held(offer: Offer, twins: list[Offer], found: Match) -> tuple[str, str]:
    """What keeps a row from being compared at all: a kind and its reason."""
    first = twins[0]
    if any((twin.price, twin.terms) != (first.price, first.terms) for twin in twins):
        return CONFLICT, CODE_TWICE
    if offer is not first:
        return REPEAT, ""
    if offer.withdrawn:
        return (GONE, WITHDRAWN) if found.product else (UNAVAILABLE, WITHDRAWN)
    if found.conflict:
        return CONFLICT, found.conflict
    if not offer.net and offer.price:
        return PROBLEM, VAT_UNKNOWN
    return "", ""


def _compare(base: Difference, rules: Rules) -> Difference:
    offer, line = base.offer, base.known
    unsaid = offer.terms.reason == UNIT_UNKNOWN  # then it is what it was
    if offer.terms.unit != line.unit and not unsaid:
        return replace(base, kind=ASK, reasons=(UNIT_DIFFERS,))
    if (offer.currency or rules.currency) != (line.currency or rules.currency):
        return replace(base, kind=ASK, reasons=(OTHER_CURRENCY,))
    agreed = _keep_pack(offer, line)
    moved = round(agreed.pack_price(offer.price), 4) != round(line.pack_price, 4)
    repacked = agreed.pack != line.pack
    if not (moved or repacked):
        return replace(base, kind=SAME, terms=agreed, percent=Decimal(0))
    return _moved(replace(base, kind=CHANGED, terms=agreed), repacked, rules)


def _moved(found: Difference, repacked: bool, rules: Rules) -> Difference:
    offer, line = found.offer, found.known
    old, new = line.unit_price, _unit_price(found)
    reasons = [PACK_CHANGED] if repacked else []
    if _resized(offer, line):
        reasons.append(CONTENT_CHANGED)
        old, new = old / line.content, new / offer.content
    percent = round((new / old - 1) * 100, 1) if old else None
    reasons += alarms(old, new, {line.pack, found.terms.pack}, rules.alarm_percent)
    if line.selling and line.unit_price <= line.selling < _unit_price(found):
        reasons.append(ABOVE_SELLING)
    return replace(found, percent=percent, reasons=tuple(reasons))


def _unit_price(found: Difference) -> Decimal:
    return found.terms.unit_price(found.offer.price)


def _resized(offer: Offer, line: Known) -> bool:
    """A piece that holds more or less than last time."""
    both = offer.content and line.content
    return bool(both and line.unit == "piece" and offer.content != line.content)


def _keep_pack(offer: Offer, line: Known) -> Terms:
    """A unit or pack that the list does not state, or leaves open, stays as it was."""
    stated = offer.terms.per_pack or (offer.pack_text and not offer.terms.reason)
    stated = stated or offer.terms.pack != 1
    return offer.terms if stated else Terms(line.unit, line.pack)


def alarms(old: Decimal, new: Decimal, packs, percent=ALARM_PERCENT) -> list[str]:
    """Why a move of the price of one unit is not to be believed.

    >>> alarms(Decimal("1.17"), Decimal("11.70"), {Decimal(6)})
    ['factor_ten', 'big_change']
    """
    if not new:
        return [PRICE_ZERO]
    if not old:
        return [BIG_CHANGE]
    ratio = new / old if new > old else old / new
    found = []
    if any(pack > 1 and _near(ratio, pack, "0.05") for pack in packs):
        found.append(FACTOR_PACK)
    elif any(_near(ratio, Decimal(factor), "0.2") for factor in (10, 100)):
        found.append(FACTOR_TEN)
    if abs(new / old - 1) * 100 > percent:
        found.append(BIG_CHANGE)
    return found


def _near(ratio: Decimal, factor: Decimal, tolerance: str) -> bool:
    return abs(ratio / factor - 1) <= Decimal(tolerance)
