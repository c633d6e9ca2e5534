# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person reads in a cell; and the answer that a cell gives."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

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
    return " ".join(kept.casefold().split())


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
