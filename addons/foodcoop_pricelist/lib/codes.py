# SPDX-License-Identifier: AGPL-3.0-or-later
"""A cell becomes a supplier's code, or a GTIN that the whole world may use."""

import re
from functools import lru_cache

from stdnum import ean

from odoo.addons.foodcoop_sheet.lib.table import CellError, Value

from .texts import (
    BAD_GTIN,
    BOOK_GTIN,
    CELL_ERROR,
    GTIN_DIGIT_LOST,
    NOTHING,
    OWN_GTIN,
    SCIENTIFIC,
    Parsed,
    as_text,
)

_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?e\+\d+", re.IGNORECASE)
_GTIN_LENGTHS = (8, 12, 13, 14)
_IN_STORE = frozenset({"02", "04", *map(str, range(20, 30))})


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
