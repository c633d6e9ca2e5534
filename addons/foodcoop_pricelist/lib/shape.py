# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column holds, told by its cells alone.

A few hundred cells are looked at, spread over the column; each answer is the share of
those that look like a price, a code, a GTIN, a pack, a country and so on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.table import Value

from . import roles
from .attributes import country, is_rate, labels_of
from .cells import as_text, decimal_sign, parse_gtin, parse_price, plain
from .packs import parse_basis, parse_pack
from .units import MEASURES

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
    sample = filled[:: max(1, len(filled) // SAMPLE)]
    sign, number = decimal_sign(sample), len(sample)
    texts = [as_text(value) for value in sample]
    prices = [parse_price(value, sign).value for value in sample]
    known = [price for price in prices if price is not None]
    shares = {name: sum(map(bool, map(test, texts))) for name, test in _TESTS.items()}
    return Shape(
        filled=len(filled) / len(values),
        count=number,
        numbers=len(known) / number,
        whole=sum(price == int(price) and price < 1000 for price in known) / number,
        cents=sum(map(_has_cents, sample)) / number,
        words=sum(len(_WORD.findall(text)) for text in texts) / number,
        length=sum(map(len, texts)) / number,
        distinct=len(set(texts)) / number,
        sign=sign,
        increasing=_counts_up(known),
        **{name: share / number for name, share in shares.items()},
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
    pairs = zip(prices, prices[1:], strict=False)
    return len(prices) > 3 and all(second - first == 1 for first, second in pairs)


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


# Shares of the texts that pass.
_TESTS = {
    "money": _MONEY.search,
    "codes": _CODE.fullmatch,
    "gtins": _looks_like_gtin,
    "long_digits": lambda text: text.isdecimal() and len(text) >= 8,
    "packs": _is_pack,
    "measures": lambda text: parse_pack(text).measure,
    "units": _is_unit,
    "rates": is_rate,
    "countries": country,
    "labels": labels_of,
}
_SCORES = {
    roles.PRICE: _price_score,
    roles.CODE: _code_score,
    roles.NAME: _name_score,
    roles.COUNT: _count_score,
    roles.GTIN: lambda shape: shape.gtins if shape.long_digits > 0.5 else 0.0,
    roles.PACK: lambda shape: shape.packs * (1 if shape.length < 30 else 0.4),
    roles.UNIT: lambda shape: (
        shape.units if shape.distinct < 0.5 or shape.count < 8 else 0.0
    ),
    roles.VAT: lambda shape: (
        shape.rates if shape.count > 3 and shape.distinct < 0.4 else 0.0
    ),
    roles.ORIGIN: lambda shape: shape.countries if shape.length > 1.5 else 0.0,
    roles.LABEL: lambda shape: shape.labels if shape.length < 25 else 0.0,
}
