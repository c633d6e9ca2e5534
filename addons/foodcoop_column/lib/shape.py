# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column holds, told by its cells alone.

A few hundred cells are looked at, spread over the column; each answer is the share of
those that look like a price, a code, a GTIN, a pack, a country and so on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_phrase.lib.attributes import country, is_rate, labels_of
from odoo.addons.foodcoop_phrase.lib.cells import (
    as_text,
    decimal_sign,
    parse_gtin,
    parse_price,
    plain,
)
from odoo.addons.foodcoop_phrase.lib.packs import parse_basis, parse_pack
from odoo.addons.foodcoop_phrase.lib.titles import (
    CODE,
    COUNT,
    GTIN,
    LABEL,
    NAME,
    ORIGIN,
    PACK,
    PRICE,
    UNIT,
    VAT,
)
from odoo.addons.foodcoop_phrase.lib.units import MEASURES
from odoo.addons.foodcoop_sheet.lib.table import Value

SAMPLE = 150
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][\w./-]{0,19}|[A-Z]{2,12}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CENTS = re.compile(r"\d[.,]\d{2}(?!\d)")
_MONEY = re.compile(r"[€£$]|\b(?:eur|chf)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """Shares (0 to 1) of the filled cells, but ``filled``: of all rows."""

    filled: float = 0.0
    count: int = 0
    numbers: float = 0.0
    whole: float = 0.0  # whole numbers below 1,000
    cents: float = 0.0
    money: float = 0.0
    codes: float = 0.0
    gtins: float = 0.0
    long_digits: float = 0.0
    packs: float = 0.0
    measures: float = 0.0  # of those, packs that weigh something
    units: float = 0.0
    rates: float = 0.0
    countries: float = 0.0
    labels: float = 0.0
    words: float = 0.0  # words a cell, on average
    length: float = 0.0
    distinct: float = 0.0
    sign: str = ","
    lengths: int = 0
    increasing: bool = False

    def score(self, role: str) -> float:
        """How well the cells suit a role, 0 to 1."""
        if not self.count:
            return 0.0
        return _SCORES[role](self) if role in _SCORES else 0.0

    @property
    def wordy(self) -> bool:
        return self.words >= 0.9 and self.length > 1


def shape_of(values: Sequence[Value]) -> Shape:
    """Look at a column.

    >>> shape_of(["1,20", "3,45 €", None]).score("price") > 0.8
    True
    """
    filled = [value for value in values if value is not None]
    if not filled:
        return Shape()
    step = max(1, len(filled) // SAMPLE)
    sample = filled[::step]
    sign = decimal_sign(sample)
    texts = [as_text(value) for value in sample]
    number = len(sample)

    def share(test, items=texts):
        return sum(map(bool, map(test, items))) / number

    prices = [parse_price(value, sign).value for value in sample]
    return Shape(
        filled=len(filled) / len(values),
        count=number,
        numbers=share(lambda price: price is not None, prices),
        whole=share(lambda p: p is not None and p == int(p) and p < 1000, prices),
        cents=share(_has_cents, sample),
        money=share(_MONEY.search),
        codes=share(_CODE.fullmatch),
        gtins=share(_looks_like_gtin),
        long_digits=share(lambda text: text.isdecimal() and len(text) >= 8),
        packs=share(_is_pack),
        measures=share(lambda text: parse_pack(text).measure),
        units=share(_is_unit),
        rates=share(is_rate),
        countries=share(country),
        labels=share(labels_of),
        words=sum(len(_WORD.findall(text)) for text in texts) / number,
        length=sum(map(len, texts)) / number,
        distinct=len(set(texts)) / number,
        sign=sign,
        lengths=len({len(text) for text in texts}),
        increasing=_counts_up(prices),
    )


def _has_cents(value: Value) -> bool:
    if isinstance(value, Decimal):
        return value != int(value)
    return isinstance(value, str) and bool(_CENTS.search(value))


def _looks_like_gtin(text: str) -> bool:
    return len(text) >= 8 and (
        parse_gtin(text).value or parse_gtin(text).reason == "own_gtin"
    )


def _is_unit(text: str) -> bool:
    word = plain(text).strip(". ")
    return word in MEASURES or (bool(parse_basis(text)) and not text[:1].isdigit())


def _is_pack(text: str) -> bool:
    pack = parse_pack(text)
    return bool(pack.measure or pack.count or pack.basis) and not text.isdecimal()


def _counts_up(prices) -> bool:
    """1, 2, 3, 4: row numbers, not prices."""
    numbers = [price for price in prices if price is not None]
    pairs = zip(numbers, numbers[1:], strict=False)
    return len(numbers) > 3 and all(second - first == 1 for first, second in pairs)


def _price_score(shape: Shape) -> float:
    if shape.numbers < 0.6 or shape.long_digits > 0.2 or shape.increasing:
        return 0.0
    looks = max(shape.cents, shape.money, 0.35 if shape.whole > 0.8 else 0.25)
    rate = (
        0.3 if shape.rates > 0.95 and shape.distinct < 0.1 and shape.count > 10 else 1
    )
    return shape.numbers * (0.4 + 0.6 * looks) * rate


def _code_score(shape: Shape) -> float:
    if shape.codes < 0.85 or shape.cents > 0.3 or shape.gtins > 0.5:
        return 0.0
    few = 0.8 if shape.length < 3 else 1.0
    return shape.codes * max(0.0, shape.distinct * 2 - 1) * few * shape.filled


def _name_score(shape: Shape) -> float:
    if shape.words < 0.5 or shape.numbers > 0.5:
        return 0.0
    long = min(1.0, shape.length / 14) * min(1.0, 0.4 + shape.words / 3)
    return long * (0.4 + 0.6 * shape.distinct) * min(1.0, 0.3 + shape.filled)


def _count_score(shape: Shape) -> float:
    if shape.whole < 0.9 or shape.distinct > 0.8 or shape.cents > 0:
        return 0.0
    return 0.5 * shape.filled


_SCORES = {
    PRICE: _price_score,
    CODE: _code_score,
    NAME: _name_score,
    COUNT: _count_score,
    GTIN: lambda shape: shape.gtins if shape.long_digits > 0.5 else 0.0,
    PACK: lambda shape: shape.packs * (1 if shape.length < 30 else 0.4),
    UNIT: lambda shape: shape.units if shape.distinct < 0.5 or shape.count < 8 else 0.0,
    VAT: lambda shape: shape.rates if shape.count > 3 and shape.distinct < 0.4 else 0.0,
    ORIGIN: lambda shape: shape.countries if shape.length > 1.5 else 0.0,
    LABEL: lambda shape: shape.labels if shape.length < 25 else 0.0,
}
