# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell's value becomes a price, a code, a GTIN or a text: or says why not."""

from .amounts import MAX_PRICE, decimal_sign, is_dissenting, parse_price
from .codes import parse_code, parse_gtin
from .texts import (
    BAD_DEPOSIT,
    BAD_GTIN,
    BAD_PRICE,
    BAD_STATUS,
    BOOK_GTIN,
    CELL_ERROR,
    GTIN_DIGIT_LOST,
    HUGE_PRICE,
    NEGATIVE_PRICE,
    OWN_GTIN,
    SCIENTIFIC,
    Parsed,
    as_text,
    plain,
)

__all__ = (
    "BAD_DEPOSIT",
    "BAD_GTIN",
    "BAD_PRICE",
    "BAD_STATUS",
    "BOOK_GTIN",
    "CELL_ERROR",
    "GTIN_DIGIT_LOST",
    "HUGE_PRICE",
    "MAX_PRICE",
    "NEGATIVE_PRICE",
    "OWN_GTIN",
    "Parsed",
    "SCIENTIFIC",
    "as_text",
    "decimal_sign",
    "is_dissenting",
    "parse_code",
    "parse_gtin",
    "parse_price",
    "plain",
)
