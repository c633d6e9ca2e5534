# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes as printed on goods, under 952: the prefix GS1 keeps for demonstrations."""

from __future__ import annotations

from stdnum import ean

DEMONSTRATION_PREFIX = "952"


def gtin13(maker: int, item: int) -> str:
    """The GTIN-13 of an item of a maker.

    >>> gtin13(1, 7)
    '9520001000073'
    """
    return _with_check(f"{DEMONSTRATION_PREFIX}{maker:04d}{item:05d}")


def gtin8(item: int) -> str:
    """The short code of a small article.

    >>> gtin8(7)
    '95200078'
    """
    return _with_check(f"{DEMONSTRATION_PREFIX}{item:04d}")


def gtin14(content: str, indicator: int = 1) -> str:
    """The code of a case that holds goods of this GTIN-13.

    >>> gtin14("9520001000073")
    '19520001000070'
    """
    return _with_check(f"{indicator}{content[:-1]}")


def _with_check(digits: str) -> str:
    return digits + ean.calc_check_digit(digits)
