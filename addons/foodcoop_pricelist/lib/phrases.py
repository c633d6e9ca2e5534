# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pack phrases: "6x5x30gr", "Par bouteille de 1.5 litre. Colis de 6 bouteilles."

A phrase is read as numbers, each with the word behind it (grams, pieces, bottles),
the word before it (a case of, a tray of) and what joins it to the number before.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .cells import plain
from .tokens import EACH, STRANGE, Item, read_items
from .units import CASE, CASES, INNER, INNERS, MEASURES, PIECE, PIECES, basis_of

PACK_UNREAD = "pack_unread"  # the phrase means nothing to us
PACK_CHOICE = "pack_choice"  # "20 kg ou Pi", "3kg/6kg": the buyer chooses
PACK_APPROXIMATE = "pack_approximate"  # "env. 200 g": the weight varies
PACK_DOUBT = "pack_doubt"  # "6 x 0,125gr": a slip of the pen

_APPROXIMATE = re.compile(r"(?:\b(?:env|environ|ca|circa|ongev|approx|about|cca)\b|~)")
_ARTICLE = re.compile(r"\b[ld]['’]")
_UNIT_OREACH = re.compile(r"\d|\b(?:a|au|la|per|par|pro|je)\b")
_FRACTION = re.compile(r"\d[\d.,]*\s*/\s*\d[\d.,]*")
LONG = 300


@dataclass(frozen=True)
class Pack:
    """What a phrase says: ``count`` pieces, and or ``measure`` in kg or litres.

    ``each`` is the content of one piece, ``inner`` how many lie together in a pack
    within the case, ``basis`` what the phrase says the price is for.
    """

    count: int | None = None
    measure: Decimal | None = None
    unit: str = ""
    reason: str = ""
    each: Decimal | None = None
    inner: int | None = None
    basis: str = ""
    cased: bool = False  # it says "case", "carton"


@lru_cache(maxsize=20_000)
def parse_pack(text: str) -> Pack:
    """Read a pack cell.

    >>> pack = parse_pack("6 x 90g")
    >>> pack.count, pack.measure, pack.unit
    (6, Decimal('0.540'), 'kg')
    >>> parse_pack("20 kg ou Pi").reason
    'pack_choice'
    >>> parse_pack("Par bouteille de 1.5 litre. Colis de 6 bouteilles.").basis
    'piece'
    """
    phrase = _ARTICLE.sub("", plain(text))
    if not phrase or len(phrase) > LONG:
        return Pack(reason=PACK_UNREAD if phrase else "")
    reason = PACK_APPROXIMATE if _APPROXIMATE.search(phrase) else ""
    items, words, strange = read_items(_APPROXIMATE.sub(" ", phrase))
    if strange == "or" or (strange == "range" and not reason):
        return Pack(reason=reason or PACK_CHOICE)
    if not items:
        said = _said(words)
        return Pack(
            basis=said, reason="" if said or _only_units(words) else PACK_UNREAD
        )
    if strange:
        return _partly(items, words, reason)
    return _pack(items, words, reason)


@lru_cache(maxsize=50_000)
def find_pack(text: str) -> Pack:
    """The pack that a product's name mentions, or an empty one.

    >>> find_pack("Tarama rose pot 90g").each, find_pack("Andijvie - 6kg").measure
    (Decimal('0.090'), Decimal('6'))
    >>> find_pack("Lieu noir 2/3") == Pack()
    True
    """
    phrase = _ARTICLE.sub("", plain(text[:LONG]))
    if not _UNIT_OREACH.search(phrase):
        return Pack()
    items, words, strange = read_items(_FRACTION.sub(" ", phrase))
    if strange == "or":
        return Pack(reason=PACK_CHOICE)
    loose = strange == "range" or _APPROXIMATE.search(phrase)
    reason = PACK_APPROXIMATE if loose else ""
    sure = [
        item
        for place, item in enumerate(items)
        if _belongs(item, items[place + 1 : place + 2])
    ]
    measured = [item for item in sure if item.measured]
    sure = [item for item in sure if not item.measured or item is measured[-1]]
    sure = [item for item in sure if not _repeated(item, sure)]
    if sure:
        return _pack(sure, words, reason)
    return Pack(basis=_said(words))


def _repeated(item: Item, items: list[Item]) -> bool:
    """ "8 x 200g (vente au colis de 8)": the case is said twice."""
    first = items[0]
    twice = item is not first and item.before in CASES and not item.measured
    return twice and item.number == first.number


def _belongs(item: Item, following: list[Item]) -> bool:
    """A number in a name counts when a unit, a container or a "x" holds it."""
    if item.word == STRANGE:
        return False
    if item.word or item.before in CASES or item.before == "par":
        return True
    follows = bool(following) and following[0].joined == "x"
    return item.joined == "x" or (follows and following[0].word not in ("", STRANGE))


def _only_units(words: list[str]) -> bool:
    return all(
        word in MEASURES
        or word in CASES
        or word in PIECES
        or word in INNERS
        or word in EACH
        for word in words
    )


def _said(words: list[str]) -> str:
    """What a price is for: "par bouteille", "per stuk", "au kilo", "a l'unite"."""
    for first, second in zip(words, words[1:], strict=False):
        if first in EACH or first == "a":
            basis = basis_of(second)
            if basis in (PIECE, CASE) or second in ("kg", "kilo", "litre", "liter"):
                return basis
    return ""


def _pack(items: list[Item], words: list[str], reason: str) -> Pack:
    """Numbers together: the measure of one piece, how many in a pack, in a case."""
    measure = next((item for item in items if item.measured), None)
    counts = [item for item in items if not item.measured]
    if any(not item.counted for item in counts):
        return Pack(reason=PACK_UNREAD)
    numbers = [int(item.number) for item in counts]
    count, inner = _counts(numbers, measure)
    cased = any(word in CASES for word in words)
    basis = _said(words) or _contained(items, counts, measure)
    if measure is None:
        return Pack(count, reason=reason, inner=inner, basis=basis, cased=cased)
    unit, factor = MEASURES[measure.word]
    if not measure.number:
        return Pack(count, reason=PACK_UNREAD)
    if factor == Decimal("0.001") and measure.number < 1:
        return Pack(count, reason=PACK_DOUBT, inner=inner)  # was it a kilogram?
    one = measure.number * factor
    if _is_total(measure, items):
        return Pack(count, one, unit, reason, one / count, inner, basis, cased)
    each = one * (inner or 1)
    return Pack(count, each * (count or 1), unit, reason, each, inner, basis, cased)


def _counts(numbers: list[int], measure: Item | None) -> tuple:
    """Pieces of a case, and how many lie together in an inner pack.

    >>> _counts([6, 5], None), _counts([1, 10], None), _counts([], None)
    ((6, 5), (10, None), (None, None))
    """
    if len(numbers) < 2:
        return (numbers[0] if numbers else None), None
    if numbers[0] == 1 and measure is None:
        return numbers[1], None
    return numbers[0], numbers[1]


def _contained(items, counts, measure) -> str:
    """ "Colis de 10kg" is priced as a case, "Barquette de 2 pièces" as a tray."""
    first = items[0]
    if first.before in CASES:
        return CASE
    if first.before in INNERS:
        return INNER if counts and measure is None else PIECE
    return ""


def _is_total(measure: Item, items: list[Item]) -> bool:
    """ "24 pi, 2kg" weighs 2 kg altogether; "1 st a 4 kg" and "6 x 1 kg" do not."""
    place = items.index(measure)
    if not place or measure.joined in ("x", "of", "-") or measure.before in INNERS:
        return False
    return items[place - 1].counted and bool(items[place - 1].word)


def _partly(items: list[Item], words: list[str], reason: str) -> Pack:
    """ "12 x3k" lost the end of its unit, but the number of pieces is sure."""
    first, last = items[0], words[-1]
    cut = any(word.startswith(last) for word in MEASURES)
    if cut and len(items) > 1 and items[1].joined == "x" and first.counted:
        return Pack(int(first.number), reason=PACK_UNREAD)
    sure = [
        i for place, i in enumerate(items) if _belongs(i, items[place + 1 : place + 2])
    ]
    return (
        _pack(sure, words, reason)
        if sure == items
        else Pack(reason=reason or PACK_UNREAD)
    )
