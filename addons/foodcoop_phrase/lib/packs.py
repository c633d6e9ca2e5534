# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a price is for: "6 x 90g" at 1,17 a piece is a case of 6.

The unit cell, the price's title or its cell say what the price is for (a kilogram,
a litre, a piece, an inner pack, the whole case). Pack cells and the name say how much
comes in one case. What is not certain is left at one unit, with a reason: never guessed.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .cells import plain
from .phrases import (
    PACK_APPROXIMATE,
    PACK_CHOICE,
    PACK_DOUBT,
    PACK_UNREAD,
    Pack,
    find_pack,
    parse_pack,
)
from .units import CASE, INNER, KG, LITRE, PIECE, basis_of

__all__ = (
    "CASE",
    "INNER",
    "KG",
    "LITRE",
    "PACK_APPROXIMATE",
    "PACK_CHOICE",
    "PACK_DOUBT",
    "PACK_UNREAD",
    "PIECE",
    "Pack",
    "Terms",
    "find_pack",
    "parse_basis",
    "parse_pack",
    "terms",
)

UNIT_UNKNOWN = "unit_unknown"  # nothing says what the price is for
PACK_OTHER_UNIT = "pack_other_unit"  # "3 pc" while the price is per kilogram
NOTHING = Pack()


@dataclass(frozen=True)
class Terms:
    """One order pack holds ``pack`` of ``unit``; the price is for one unit, or for
    the whole pack when ``per_pack``. ``basis`` says the same as one word (kg, l, piece,
    inner, case, or "" for unknown); ``inner`` pieces lie together in what is sold."""

    unit: str = ""
    pack: Decimal = Decimal(1)
    per_pack: bool = False
    reason: str = ""
    basis: str = ""
    inner: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.basis:
            object.__setattr__(self, "basis", CASE if self.per_pack else self.unit)

    def pack_price(self, price: Decimal) -> Decimal:
        return price if self.per_pack else price * self.pack

    def unit_price(self, price: Decimal) -> Decimal:
        return price / self.pack if self.per_pack else price


@lru_cache(maxsize=20_000)
def parse_basis(text: str) -> str:
    """What the price is for: kg, l, piece, case, or "" when it is not said.

    >>> parse_basis("KG"), parse_basis("U"), parse_basis("2,75kg"), parse_basis("")
    ('kg', 'piece', 'case', '')
    """
    word = plain(text).strip(". /")
    basis = basis_of(word)
    if basis or word in ("g", "gr", "gram", "gramm"):
        return basis
    pack = parse_pack(text)
    if pack.basis in (PIECE, KG, LITRE):
        return pack.basis
    if pack.measure == 1 and not pack.count:
        return pack.unit
    return CASE if pack.measure else ""


def terms(pack_text: str, unit_text: str, quantity: Decimal | None = None) -> Terms:
    """Pack and unit cells together.

    >>> terms("6 x 90g", "U").pack_price(Decimal("1.17"))
    Decimal('7.02')
    >>> agreed = terms("24 pi", "2kg")
    >>> agreed.unit, agreed.pack, agreed.basis
    ('piece', Decimal('24'), 'case')
    """
    basis = parse_basis(unit_text)
    if quantity:
        return offered(basis, quantity)
    weight = parse_pack(unit_text) if basis == CASE else NOTHING
    return agree(basis, parse_pack(pack_text), weight=weight)


def offered(basis: str, quantity: Decimal) -> Terms:
    """The price is for so many of a unit: 5 (kg) at 8,75."""
    known = basis in (KG, LITRE, PIECE)
    if known and quantity == 1:
        return Terms(basis)
    return Terms(basis, quantity, True) if known else Terms(reason=UNIT_UNKNOWN)


def agree(
    basis: str,
    pack: Pack,
    *,
    count: Decimal | None = None,
    weight: Pack = NOTHING,
    piece: Pack = NOTHING,
) -> Terms:
    """What all cells say together.

    ``pack``: the pack cell, or the pack in the name; ``count``: units in a case when a
    column of its own says so; ``piece``: the content of one piece; ``weight``: what the
    case weighs.
    """
    basis = basis or pack.basis
    if not basis:
        return Terms(reason=UNIT_UNKNOWN)
    if basis == CASE:
        return _case_terms(pack, weight, piece, count)
    if basis == INNER:
        number = Decimal(pack.count or 1)
        return Terms(PIECE, number, True, pack.reason, INNER, number)
    number = count or (Decimal(pack.count) if pack.count else None)
    if basis == PIECE:
        inner = Decimal(pack.inner) if pack.inner else None
        reason = _doubt(pack, number or piece.measure)
        return Terms(PIECE, number or Decimal(1), reason=reason, inner=inner)
    return _weighed_terms(basis, pack, count, piece)


def _weighed_terms(basis, pack, count, piece) -> Terms:
    """The price is for a kilogram or a litre; the case holds so many of them."""
    if count and piece.each and piece.unit == basis:
        return Terms(basis, count * piece.each)
    if count and count > 1 and not pack.measure:
        return Terms(basis, count)
    for held in (pack, piece):
        if held.measure and held.unit == basis and not held.reason:
            return Terms(basis, held.measure)
    other = PACK_OTHER_UNIT if pack.count or pack.measure else ""
    return Terms(basis, reason=pack.reason or other)


def _case_terms(pack: Pack, weight: Pack, piece: Pack, count) -> Terms:
    """The price is for the case: 24 pieces, or so many kilograms."""
    number = count or (Decimal(pack.count) if pack.count else None)
    inner = Decimal(pack.inner) if pack.inner else None
    if number and not (number == 1 and pack.measure):
        reason = _doubt(pack, number)
        return Terms(PIECE, number, True, reason, inner=inner)
    for held in (pack, weight, piece):
        if held.measure:
            return Terms(held.unit, held.measure, True, held.reason)
    if number:
        return Terms(PIECE, number, True, inner=inner)
    return Terms(reason=pack.reason or UNIT_UNKNOWN)


def _doubt(pack: Pack, count) -> str:
    """A doubt about the weight does not matter where pieces are counted."""
    return "" if count else pack.reason
