# SPDX-License-Identifier: AGPL-3.0-or-later
"""One code, many spellings: zeros in front never make another code."""

from stdnum import ean

from .clean import LENGTHS


def gtin14_key(code: str) -> str:
    """The key two spellings of one code share, whatever their length.

    >>> gtin14_key("490010003694") == gtin14_key("0490010003694")
    True
    """
    return code.zfill(14)


def spellings(code: str) -> tuple[str, ...]:
    """The same code as other systems may have stored it.

    >>> spellings("490010003694")
    ('490010003694', '0490010003694', '00490010003694')
    """
    if not (code.isascii() and code.isdigit()) or len(code) not in LENGTHS:
        return (code,)
    digits = code.lstrip("0")
    return tuple(digits.zfill(n) for n in LENGTHS if n >= len(digits))


def stored_key(barcode: str) -> str:
    """The key of a code as the database holds it.

    >>> stored_key("490010003694"), stored_key("A-12")
    ('00490010003694', 'A-12')
    """
    is_gtin = barcode.isascii() and barcode.isdigit() and len(barcode) in LENGTHS
    return gtin14_key(barcode) if is_gtin and ean.is_valid(barcode) else barcode
