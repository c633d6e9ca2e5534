# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pack and unit phrases: "6 x 90g" at 1,17 a piece is a case of 6.

Two cells decide together. The unit cell says what the price is for (a kilogram,
a piece, a litre, or the whole case when it holds the case's weight). The pack
cell says how much comes in one case. What is not certain is left at one unit,
with a reason: never guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from .cells import plain

KG, LITRE, PIECE, CASE = "kg", "l", "piece", "case"

UNIT_UNKNOWN = "unit_unknown"  # nothing says what the price is for
PACK_UNREAD = "pack_unread"  # the phrase means nothing to us
PACK_CHOICE = "pack_choice"  # "20 kg ou Pi", "3kg/6kg": the buyer chooses
PACK_APPROXIMATE = "pack_approximate"  # "env. 200 g": the weight varies
PACK_DOUBT = "pack_doubt"  # "6 x 0,125gr": a slip of the pen
PACK_OTHER_UNIT = "pack_other_unit"  # "3 pc" while the price is per kilogram

_FACTORS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogramm"), (KG, Decimal(1))),
    **dict.fromkeys(("g", "gr", "grs", "gram", "gramm"), (KG, Decimal("0.001"))),
    **dict.fromkeys(("l", "lt", "ltr", "litre", "liter"), (LITRE, Decimal(1))),
    "cl": (LITRE, Decimal("0.01")),
    "ml": (LITRE, Decimal("0.001")),
}
_PIECE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        pi pc pcs pce piece pieces u un unite unites unit units st stk stuck stuks
        stuk boite boites sachet sachets barquette bocal pot bouteille fles flasche
        bottle dose packung box
        """,
    )
)
_CASE_WORDS = frozenset(
    ("colis", "carton", "caisse", "case", "kiste", "karton", "collo", "doos", "krat")
)
_APPROXIMATE = re.compile(r"\b(env|environ|ca|circa|ongev|approx|about)\b\.?")
_CHOICE = re.compile(r"\b(ou|or|oder|of)\b|/")
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
_MEASURE = re.compile(rf"{_NUMBER}\s*([a-z]+)\.?(?:\s+(?:ne|net))?")
_TIMES = re.compile(rf"(\d{{1,6}})\s*[x*]\s*{_NUMBER}\s*([a-z]+)\.?")


@dataclass(frozen=True)
class Pack:
    """What a phrase says: ``count`` pieces, and or ``measure`` in kg or litres."""

    count: int | None = None
    measure: Decimal | None = None
    unit: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Terms:
    """One order pack holds ``pack`` of ``unit``; the price is for one unit, or for
    the whole pack when ``per_pack``."""

    unit: str = ""
    pack: Decimal = Decimal(1)
    per_pack: bool = False
    reason: str = ""

    def pack_price(self, price: Decimal) -> Decimal:
        return price if self.per_pack else price * self.pack

    def unit_price(self, price: Decimal) -> Decimal:
        return price / self.pack if self.per_pack else price


def parse_pack(text: str) -> Pack:
    """Read a pack phrase.

    >>> parse_pack("6 x 90g")
    Pack(count=6, measure=Decimal('0.540'), unit='kg', reason='')
    >>> parse_pack("20 kg ou Pi").reason
    'pack_choice'
    """
    phrase = plain(text)
    if not phrase:
        return Pack()
    if _APPROXIMATE.search(phrase):
        return Pack(reason=PACK_APPROXIMATE)
    if _CHOICE.search(phrase):
        return Pack(reason=PACK_CHOICE)
    parts = [_part(part.strip()) for part in re.split(r",\s+|,(?=\D)|;|\+", phrase)]
    if len(parts) == 2 and parts[0].count and not parts[0].unit and parts[1].unit:
        return Pack(parts[0].count, parts[1].measure, parts[1].unit, parts[1].reason)
    return parts[0] if len(parts) == 1 else Pack(reason=PACK_UNREAD)


def _part(phrase: str) -> Pack:
    times = _TIMES.fullmatch(phrase)
    single = _MEASURE.fullmatch(phrase)
    if times:
        return _quantity(int(times[1]), _decimal(times[2]), times[3])
    if single:
        return _quantity(None, _decimal(single[1]), single[2])
    if phrase in _PIECE_WORDS or phrase in _FACTORS:
        return Pack()
    return Pack(reason=PACK_UNREAD)


def _quantity(count: int | None, number: Decimal, word: str) -> Pack:
    """So many times a number of pieces, grams, litres."""
    if word in _PIECE_WORDS and number == int(number) and number:
        return Pack(count=(1 if count is None else count) * int(number) or None)
    if word not in _FACTORS or count == 0:
        return Pack(reason=PACK_UNREAD)
    return _measured(count, number, word)


def _measured(count: int | None, number: Decimal, word: str) -> Pack:
    unit, factor = _FACTORS[word]
    if not number:
        return Pack(count, reason=PACK_UNREAD)
    if factor == Decimal("0.001") and number < 1:
        return Pack(count, reason=PACK_DOUBT)  # 0,125 gr: was it a kilogram?
    return Pack(count, number * factor * (count or 1), unit)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def parse_basis(text: str) -> str:
    """What the price is for: kg, l, piece, case, or "" when it is not said.

    >>> parse_basis("KG"), parse_basis("U"), parse_basis("2,75kg"), parse_basis("")
    ('kg', 'piece', 'case', '')
    """
    word = plain(text).strip(". ")
    if word in _FACTORS:
        unit, factor = _FACTORS[word]
        return unit if factor == 1 else ""
    if word in _PIECE_WORDS:
        return PIECE
    if word in _CASE_WORDS or parse_pack(text).measure:
        return CASE
    return ""


def terms(pack_text: str, unit_text: str, quantity: Decimal | None = None) -> Terms:
    """Pack and unit cells together.

    >>> terms("6 x 90g", "U").pack_price(Decimal("1.17"))
    Decimal('7.02')
    >>> terms("24 pi", "2kg")
    Terms(unit='piece', pack=Decimal('24'), per_pack=True, reason='')
    """
    basis = parse_basis(unit_text)
    if quantity:
        known = basis in (KG, LITRE, PIECE)
        return Terms(basis, quantity, True) if known else Terms(reason=UNIT_UNKNOWN)
    pack = parse_pack(pack_text)
    if basis == CASE:
        return _case_terms(pack, parse_pack(unit_text))
    if not basis:
        return Terms(reason=UNIT_UNKNOWN)
    if basis == PIECE:
        return Terms(PIECE, Decimal(pack.count or 1), reason=_doubt(pack, pack.count))
    if pack.measure and pack.unit == basis:
        return Terms(basis, pack.measure)
    other = PACK_OTHER_UNIT if pack.count or pack.measure else ""
    return Terms(basis, reason=pack.reason or other)


def _case_terms(pack: Pack, weight: Pack) -> Terms:
    """The price is for the case: 24 pieces, or so many kilograms."""
    if pack.count:
        return Terms(PIECE, Decimal(pack.count), True, _doubt(pack, pack.count))
    if pack.measure or weight.measure:
        held = pack if pack.measure else weight
        return Terms(held.unit, held.measure, True, pack.reason)
    return Terms(reason=UNIT_UNKNOWN)


def _doubt(pack: Pack, count: int | None) -> str:
    """A doubt about the weight does not matter where pieces are counted."""
    return "" if count else pack.reason
