# SPDX-License-Identifier: AGPL-3.0-or-later
"""A cell becomes an amount of money, whatever the country's habits."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from odoo.addons.foodcoop_sheet.lib.table import CellError, Value

from .texts import (
    BAD_PRICE,
    CELL_ERROR,
    HUGE_PRICE,
    NEGATIVE_PRICE,
    NOTHING,
    Parsed,
    plain,
)

MAX_PRICE = 1_000_000
_CODES = ("SEK", "DKK", "NOK", "PLN", "CZK", "HUF", "RON", "CAD", "MAD", "TND")
_CURRENCIES = {
    **dict.fromkeys(("€", "eur", "euro", "euros", "e"), "EUR"),
    **dict.fromkeys(("chf", "sfr", "fr"), "CHF"),
    **dict.fromkeys(("£", "gbp"), "GBP"),
    **dict.fromkeys(("$", "usd"), "USD"),
    **{code.lower(): code for code in _CODES},
}
_MONEY = re.compile(
    rf"(?<![a-z])(?:{'|'.join(map(re.escape, sorted(_CURRENCIES, key=len)[::-1]))})"
    r"(?![a-z])",
)
_PER = re.compile(r"\s*(?:/|\b(?:per|par|le|la|au|pro|je|al|por)\s)\s*([a-z]+)\.?$")
_TAX = re.compile(r"\b(?:h\.?t\.?v?a?|ttc|netto|net|brutto)\b\.?")
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*")
_SHARE = re.compile(r"([.,])(\d+)\D*$")
_GONE = re.compile(
    r"(?:[-–—./ ]*|x|n/?[acd]|(?:en )?rupture.*|(?:non |in)disponible|epuise|sold out|"
    r"out of stock|not available|unavailable|ausverkauft|nicht (?:lieferbar|verfugbar)|"
    r"uitverkocht|niet leverbaar|agotado|no disponible|esaurito|non disponibile)"
)
_PLAIN_NUMBER = re.compile(r"\d+[.,]\d\d?")
_ODD = {mark: re.compile(rf"[+-]?\d+{re.escape(mark)}\d{{1,2}}") for mark in ".,"}
_WHOLE = {
    mark: re.compile(rf"[+-]?(\d+|\d{{1,3}}({re.escape(mark)}\d{{3}})+)")
    for mark in ".,"
}


def decimal_sign(values: Iterable[Value]) -> str:
    """The column's decimal sign: the one most often followed by 1 or 2 last digits.

    Three digits everywhere ("3.749") are decimals too; in one cell they are thousands.

    >>> decimal_sign(["12,50", "1.250,00", "3"]), decimal_sign(["3.749", "0.125"])
    (',', '.')
    """
    votes, soft, texts = Counter(), Counter(), 0
    for value in values:
        texts += isinstance(value, str)
        match = _SHARE.search(value) if isinstance(value, str) else None
        if match and len(match[2]) < 3:
            votes[match[1]] += 1
        elif match and len(match[2]) == 3:
            soft[match[1]] += 1
    if not votes and soft.total() * 5 >= texts * 3:
        votes = soft
    return "." if votes["."] > votes[","] else ","


def parse_price(value: Value, sign: str = ",") -> Parsed:
    """A price; nothing or a dash is "not available"; doubt is a reason.

    >>> parse_price("€ 1.250,50")
    Parsed(value=Decimal('1250.50'), reason='', currency='EUR', per='')
    >>> parse_price("40/kg").per, parse_price(" - ").value
    ('kg', None)
    """
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return _price_text(value, sign)
    if isinstance(value, CellError):
        return Parsed(reason=CELL_ERROR)
    if isinstance(value, bool | date):
        return Parsed(reason=BAD_PRICE)
    return _bounded(value if isinstance(value, Decimal) else Decimal(value))


def _bounded(number: Decimal, currency: str = "", per: str = "") -> Parsed:
    if not 0 <= number <= MAX_PRICE:
        return Parsed(reason=NEGATIVE_PRICE if number < 0 else HUGE_PRICE)
    return Parsed(number, "", currency, per)


@lru_cache(maxsize=50_000)
def _price_text(text: str, sign: str) -> Parsed:
    if _PLAIN_NUMBER.fullmatch(text):
        return _bounded(_number(text, sign))
    bare = plain(text).lstrip("'*").rstrip("*")
    money = _MONEY.search(bare)
    bare = _TAX.sub("", _MONEY.sub("", bare)).strip()
    per = _PER.search(bare)
    bare = _PER.sub("", bare).strip()
    if _GONE.fullmatch(bare):
        return Parsed()
    number = _number(bare.removesuffix("-").rstrip(",. ") if bare else bare, sign)
    if number is None:
        return Parsed(reason=BAD_PRICE)
    currency = _CURRENCIES[money[0]] if money else ""
    return _bounded(number, currency, per[1] if per else "")


def _number(text: str, sign: str) -> Decimal | None:
    """The number a text holds, thousands removed, when it is nothing but a number."""
    if not _NUMBER.fullmatch(text):
        return None
    other = "." if sign == "," else ","
    bare = text.replace(" ", "").replace("'", "")
    if sign not in bare and _ODD[other].fullmatch(bare):
        sign, other = other, sign  # 2.89 among 2,89: cannot be thousands
    whole, _, cents = bare.partition(sign)
    if not _WHOLE[other].fullmatch(whole) or (cents and not cents.isdecimal()):
        return None
    return Decimal(f"{whole.replace(other, '')}.{cents}".rstrip("."))


def is_dissenting(value: Value, sign: str) -> bool:
    """A cell with the other decimal sign than its column: 2.89 among 2,89."""
    if not isinstance(value, str) or sign in value:
        return False
    match = _SHARE.search(value)
    return bool(match) and match[1] != sign and len(match[2]) < 3
