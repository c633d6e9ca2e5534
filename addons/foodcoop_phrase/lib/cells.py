# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell's value becomes a price, a code, a GTIN or a text: or says why not."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from stdnum import ean

from odoo.addons.foodcoop_sheet.lib.table import CellError, Value

BAD_PRICE = "bad_price"
NEGATIVE_PRICE = "negative_price"
HUGE_PRICE = "huge_price"
CELL_ERROR = "cell_error"
SCIENTIFIC = "scientific"
BAD_GTIN = "bad_gtin"
OWN_GTIN = "own_gtin"
GTIN_DIGIT_LOST = "gtin_digit_lost"
BOOK_GTIN = "book_gtin"
BAD_DEPOSIT = "bad_deposit"
BAD_STATUS = "bad_status"

MAX_PRICE = 1_000_000

_CURRENCIES = {
    **dict.fromkeys(("€", "eur", "euro", "euros", "e"), "EUR"),
    **dict.fromkeys(("chf", "sfr", "fr"), "CHF"),
    **dict.fromkeys(("£", "gbp"), "GBP"),
    **dict.fromkeys(("$", "usd"), "USD"),
    **{
        code: code.upper()
        for code in [
            "sek",
            "dkk",
            "nok",
            "pln",
            "czk",
            "huf",
            "ron",
            "cad",
            "aud",
            "jpy",
            "mad",
            "tnd",
            "xof",
        ]
    },
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
_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?e\+\d+", re.IGNORECASE)
_GTIN_LENGTHS = (8, 12, 13, 14)


@dataclass(frozen=True)
class Parsed:
    """A cell's meaning: ``value`` (None for nothing given) or a ``reason``.

    A price cell may name its ``currency`` and what it is ``per`` ("40/kg").
    """

    value: Decimal | str | None = None
    reason: str = ""
    currency: str = ""
    per: str = ""


NOTHING = Parsed()


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Lower case, no accents, single spaces, for comparing words.

    >>> plain("  Unité  fact. ")
    'unite fact.'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.split())


def as_text(value: Value) -> str:
    """What a person reads in the cell.

    >>> as_text(Decimal("29932.0"))
    '29932'
    """
    if isinstance(value, str):
        return " ".join(value.split())
    if value is None or isinstance(value, CellError):
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return format(_trimmed(value), "f")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())


def _trimmed(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


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


_PLAIN_NUMBER = re.compile(r"\d+[.,]\d\d?")
_ODD = {mark: re.compile(rf"[+-]?\d+{re.escape(mark)}\d{{1,2}}") for mark in ".,"}
_WHOLE = {
    mark: re.compile(rf"[+-]?(\d+|\d{{1,3}}({re.escape(mark)}\d{{3}})+)")
    for mark in ".,"
}


def parse_code(value: Value) -> Parsed:
    """A supplier's code is text: zeros in front stay, 29932.0 is 29932.

    >>> parse_code("0851").value, parse_code(Decimal("29932.0")).value
    ('0851', '29932')
    """
    if value is None:
        return NOTHING
    if isinstance(value, CellError):
        return Parsed(reason=CELL_ERROR)
    text = as_text(value).lstrip("'")
    if "+" in text and _SCIENTIFIC.fullmatch(text):
        return Parsed(reason=SCIENTIFIC)
    if text.endswith(".0") and text[:-2].isdecimal():
        text = text[:-2]
    return Parsed(text or None)


def parse_gtin(value: Value) -> Parsed:
    """A GTIN of 8, 12, 13 or 14 digits with its right check digit, else a reason.

    >>> parse_gtin("3017620422003").value, parse_gtin("3017620422004").reason
    ('3017620422003', 'bad_gtin')
    >>> parse_gtin("713445030229").reason
    'gtin_digit_lost'
    """
    code = parse_code(value)
    if code.reason or code.value is None:
        return Parsed(reason=code.reason)
    return _gtin_text(code.value)


@lru_cache(maxsize=50_000)
def _gtin_text(text: str) -> Parsed:
    digits = text.replace(" ", "").replace("-", "").replace("\xa0", "")
    if not digits.strip("0"):
        return Parsed()
    if not digits.isdecimal() or not digits.isascii():
        return Parsed(reason=BAD_GTIN)
    if len(digits) not in _GTIN_LENGTHS or not ean.is_valid(digits):
        # 713445030229 was 8713445030229: the first digit is gone, and not ours to guess
        lost = len(digits) == 12 and not digits.startswith("0")
        return Parsed(reason=GTIN_DIGIT_LOST if lost else BAD_GTIN)
    if digits.startswith(("978", "979")) and len(digits) == 13:
        return Parsed(reason=BOOK_GTIN)
    if len(digits) in (12, 13) and digits.zfill(13)[:2] in _IN_STORE:
        return Parsed(reason=OWN_GTIN)  # numbers of some shop, not the world's
    return Parsed(digits)


_IN_STORE = frozenset({"02", "04", *map(str, range(20, 30))})
