# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which product of the shop a row of the list is.

By supplier code, then by GTIN, then by name. What contradicts itself is a conflict,
and names that nearly match are proposals: a person decides, and is not asked again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_words.lib.cells import plain

from .names import Names, strangers

SEVERAL_KNOWN = "several_known"  # same code on several vendor lines of the shop
CODE_REUSED = "code_reused"  # the code's name has nothing of the one known
GTIN_TWICE = "gtin_twice"  # one GTIN on several rows of the list
GTIN_ELSEWHERE = "gtin_elsewhere"  # code and GTIN name two products
GTIN_OTHER_SUPPLIER = "gtin_other_supplier"  # only others sell us this product
# Nothing is applied before a person has said which product it is.
CONTRADICTIONS = (
    *(SEVERAL_KNOWN, CODE_REUSED),
    *(GTIN_TWICE, GTIN_ELSEWHERE, GTIN_OTHER_SUPPLIER),
)
CODE_CHANGED = "code_changed"  # same GTIN, another code than last time
NAME_PROPOSED = "name_proposed"


@dataclass(frozen=True)
class Known:
    """A vendor line of the shop: the price of one pack of so many units.

    ``selling`` is the shelf price without VAT of one unit; ``content`` what one piece
    held on the last list, in kg or litres.
    """

    ref: int
    product: int
    code: str
    unit: str
    pack: Decimal
    pack_price: Decimal
    name: str = ""  # the supplier's
    shop_name: str = ""
    currency: str = ""
    selling: Decimal | None = None
    content: Decimal | None = None

    @property
    def unit_price(self) -> Decimal:
        return self.pack_price / self.pack


@dataclass(frozen=True)
class Ware:
    """A product of the shop: ``ours`` when this supplier sells it, ``others`` when
    another one does."""

    ref: int
    name: str
    gtins: tuple[str, ...] = ()
    ours: bool = False
    others: bool = False


@dataclass(frozen=True)
class Answers:
    """What people said of this supplier's rows, by the row's key."""

    same: Mapping[str, int] = field(default_factory=dict)  # it is this product
    other: frozenset[tuple[str, int]] = frozenset()  # it is not this product
    ignored: frozenset[tuple[str, str]] = frozenset()  # not this value, never


@dataclass(frozen=True)
class Shop:
    """``formerly``: code -> product, from vendor lines that hold no longer.
    ``offered``: keys of what earlier lists named, bought or not."""

    known: tuple[Known, ...] = ()
    wares: tuple[Ware, ...] = ()
    answers: Answers = field(default_factory=Answers)
    formerly: Mapping[str, int] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Match:
    """``conflict`` is a reason that holds everything until a person decides."""

    line: Known | None = None
    product: int = 0
    conflict: str = ""
    notes: tuple[str, ...] = ()
    proposals: tuple[tuple[int, int], ...] = ()


def match(shop: Shop, offers: Iterable[Offer]) -> tuple[Match, ...]:
    """A match for each offer, in order."""
    return _Matcher(shop, tuple(offers)).all()


class _Matcher:
    def __init__(self, shop: Shop, offers: tuple[Offer, ...]) -> None:
        self.shop, self.offers = shop, offers
        self.by_code = _grouped(shop.known, lambda line: line.code)
        self.by_product = _grouped(shop.known, lambda line: line.product)
        ours = _grouped(shop.known, lambda line: plain(line.shop_name))
        self.by_name = {**ours, **_grouped(shop.known, lambda line: plain(line.name))}
        self.by_gtin = {gtin: ware for ware in shop.wares for gtin in ware.gtins}
        self.codes = {offer.code for offer in offers}
        self.gtin_keys = _grouped(offers, lambda offer: offer.gtin)
        self.title_keys = _grouped(offers, lambda offer: plain(offer.title))

    def all(self) -> tuple[Match, ...]:
        found = [self._one(offer) for offer in self.offers]
        taken = {one.product for one in found if one.product}
        names = Names(
            (ware.ref, ware.name) for ware in self.shop.wares if ware.ref not in taken
        )
        return tuple(
            one if one.product or one.conflict else self._propose(offer, names)
            for offer, one in zip(self.offers, found, strict=True)
        )

    def _one(self, offer: Offer) -> Match:
        answered = self.shop.answers.same.get(offer.key)
        if answered:
            return self._of_product(offer, answered)
        found = self._by_code(offer) or self._by_gtin(offer) or self._by_name(offer)
        if (offer.key, found.product) in self.shop.answers.other:
            return Match()
        if len({twin.key for twin in self.gtin_keys.get(offer.gtin, ())}) > 1:
            return Match(found.line, found.product, GTIN_TWICE)
        return found

    def _of_product(self, offer: Offer, product: int) -> Match:
        lines = self.by_product.get(product, [])
        mine = [line for line in lines if line.code == offer.code] or lines
        line = _choose(mine, offer)
        if mine and not line:
            return Match(None, product, SEVERAL_KNOWN)
        return Match(line, product)

    def _by_code(self, offer: Offer) -> Match | None:
        lines = self.by_code.get(offer.code)
        if not lines:
            return None
        line = _choose(lines, offer)
        if not line:
            return Match(conflict=SEVERAL_KNOWN)
        ware = self.by_gtin.get(offer.gtin)
        if ware and ware.ref != line.product:
            return Match(line, line.product, GTIN_ELSEWHERE)
        names = filter(None, (line.name, line.shop_name))
        reused = not ware and all(strangers(offer.title, name) for name in names)
        named = line.name or line.shop_name
        return Match(line, line.product, CODE_REUSED if reused and named else "")

    def _by_gtin(self, offer: Offer) -> Match | None:
        ware = self.by_gtin.get(offer.gtin)
        if not ware:
            return None
        found = self._of_product(offer, ware.ref)
        if found.conflict:
            return found
        if not found.line:
            only_others = ware.others and not ware.ours
            return Match(None, ware.ref, GTIN_OTHER_SUPPLIER if only_others else "")
        if found.line.code and found.line.code in self.codes:
            return Match(found.line, ware.ref, GTIN_ELSEWHERE)
        changed = offer.code and found.line.code
        return Match(found.line, ware.ref, notes=(CODE_CHANGED,) if changed else ())

    def _by_name(self, offer: Offer) -> Match:
        """The very same name, once here and once there, where a code is missing."""
        title = plain(offer.title)
        lines = self.by_name.get(title, [])
        alone = len({twin.key for twin in self.title_keys[title]}) == 1
        if alone and len(lines) == 1 and not (offer.code and lines[0].code):
            return Match(lines[0], lines[0].product)
        return Match(product=self.shop.formerly.get(offer.code, 0))

    def _propose(self, offer: Offer, names: Names) -> Match:
        refused = {ref for key, ref in self.shop.answers.other if key == offer.key}
        proposals = names.closest(offer.title, refused)
        return Match(notes=(NAME_PROPOSED,) * bool(proposals), proposals=proposals)


def _choose(lines: list[Known], offer: Offer) -> Known | None:
    """The only line, or the only one of this pack."""
    packed = (offer.terms.unit, offer.terms.pack)
    same = [line for line in lines if (line.unit, line.pack) == packed]
    for chosen in (lines, same):
        if len(chosen) == 1:
            return chosen[0]
    return None


def _grouped(things, key) -> dict:
    groups = defaultdict(list)
    for one in things:
        if key(one):
            groups[key(one)].append(one)
    return dict(groups)
