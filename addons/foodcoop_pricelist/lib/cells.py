# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell's value becomes a price, a code, a GTIN or a text: or says why not."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stdnum import ean

from odoo.addons.foodcoop_sheet.lib.table import CellError, Value

BAD_PRICE = "bad_price"
NEGATIVE_PRICE = "negative_price"
HUGE_PRICE = "huge_price"
CELL_ERROR = "cell_error"
SCIENTIFIC = "scientific"
BAD_GTIN = "bad_gtin"
OWN_GTIN = "own_gtin"

MAX_PRICE = 1_000_000

_MONEY = re.compile(r"(?:€|\$|£|eur(?:os?)?|chf|e)(?=[\s\d.,-]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*")
_GTIN_LENGTHS = (8, 12, 13, 14)


@dataclass(frozen=True)
class Parsed:
    """A cell's meaning: ``value`` (None for nothing given) or a ``reason``."""

    value: Decimal | str | None = None
    reason: str = ""


def plain(text: str) -> str:
    """Lower case, no accents, single spaces, for comparing words.

    >>> plain("  Unité  fact. ")
    'unite fact.'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.split())


def as_text(value: Value) -> str:
    """What a person reads in the cell.

    >>> as_text(Decimal("29932.0"))
    '29932'
    """
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

    >>> decimal_sign(["12,50", "1.250,00", "3"])
    ','
    """
    votes = {",": 0, ".": 0}
    for value in values:
        text = value if isinstance(value, str) else ""
        match = re.search(r"([.,])\d{1,2}\D*$", text)
        if match:
            votes[match.group(1)] += 1
    return "." if votes["."] > votes[","] else ","


def parse_price(value: Value, sign: str = ",") -> Parsed:
    """A price; nothing or a dash is "not available"; doubt is a reason.

    >>> parse_price("€ 1.250,50").value
    Decimal('1250.50')
    >>> parse_price(" - ")
    Parsed(value=None, reason='')
    """
    if isinstance(value, CellError):
        return Parsed(reason=CELL_ERROR)
    if isinstance(value, bool | date):
        return Parsed(reason=BAD_PRICE)
    if value is None or isinstance(value, int | Decimal):
        number = None if value is None else Decimal(value)
    else:
        bare = _MONEY.sub("", value.replace("\xa0", " ").lstrip("'")).strip()
        if not bare.strip("-–— "):
            return Parsed()
        number = _number(bare, sign)
        if number is None:
            return Parsed(reason=BAD_PRICE)
    if number is not None and not 0 <= number <= MAX_PRICE:
        return Parsed(reason=NEGATIVE_PRICE if number < 0 else HUGE_PRICE)
    return Parsed(number)


def _number(text: str, sign: str) -> Decimal | None:
    """The number a text holds, thousands removed, when it is nothing but a number."""
    if not _NUMBER.fullmatch(text):
        return None
    other = "." if sign == "," else ","
    bare = re.sub(r"[ ']", "", text)
    if sign not in bare and re.fullmatch(rf"[+-]?\d+{re.escape(other)}\d{{1,2}}", bare):
        sign, other = other, sign  # 2.89 among 2,89: cannot be thousands
    whole, _, cents = bare.partition(sign)
    thousands = rf"[+-]?(\d+|\d{{1,3}}({re.escape(other)}\d{{3}})+)"
    if not re.fullmatch(thousands, whole) or not re.fullmatch(r"\d*", cents):
        return None
    return Decimal(f"{whole.replace(other, '')}.{cents or '0'}")


def parse_code(value: Value) -> Parsed:
    """A supplier's code is text: zeros in front stay, 29932.0 is 29932.

    >>> parse_code("0851").value, parse_code(Decimal("29932.0")).value
    ('0851', '29932')
    """
    if isinstance(value, CellError):
        return Parsed(reason=CELL_ERROR)
    text = as_text(value).lstrip("'")
    if re.fullmatch(r"\d+([.,]\d+)?E\+\d+", text, re.IGNORECASE):
        return Parsed(reason=SCIENTIFIC)
    if re.fullmatch(r"\d+\.0", text):
        text = text[:-2]
    return Parsed(text or None)


def parse_gtin(value: Value) -> Parsed:
    """A GTIN of 8, 12, 13 or 14 digits with its right check digit, else a reason.

    >>> parse_gtin("3017620422003").value, parse_gtin("3017620422004").reason
    ('3017620422003', 'bad_gtin')
    """
    code = parse_code(value)
    digits = re.sub(r"[\s-]", "", code.value or "")
    if code.reason or not digits or digits == "0":
        return Parsed(reason=code.reason)
    if not digits.isdecimal() or not digits.isascii():
        return Parsed(reason=BAD_GTIN)
    if len(digits) not in _GTIN_LENGTHS or not ean.is_valid(digits):
        return Parsed(reason=BAD_GTIN)
    if len(digits) in (12, 13) and digits.zfill(13)[:2] in {"02", "04"} | {
        str(prefix) for prefix in range(20, 30)
    }:
        return Parsed(reason=OWN_GTIN)  # numbers of some shop, not the world's
    return Parsed(digits)
