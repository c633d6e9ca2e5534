# SPDX-License-Identifier: AGPL-3.0-or-later
"""One key for one code, however long it was scanned.

The same rule stands in ``static/src/model/code.js``; both are held to
``tests/unit/foodcoop_reception/cases.json``.
"""

from stdnum import ean
from stdnum.exceptions import ValidationError

GTIN_LENGTHS = (8, 12, 13, 14)
DIRT = " \t\r\n\u00a0\u200b\ufeff"


def scan_key(raw: str) -> str:
    """The key under which a scanned or stored code is looked up.

    A GTIN of any length becomes its 14 digits (zeros in front never change the
    check digit); anything else keeps its own characters, in capitals.

    >>> scan_key("4006381333931")
    '04006381333931'
    >>> scan_key(" lot-12 ")
    'LOT-12'
    """
    code = raw.strip(DIRT).upper()
    return code.zfill(14) if _is_gtin(code) else code


def _is_gtin(code: str) -> bool:
    if not (code.isascii() and code.isdigit() and len(code) in GTIN_LENGTHS):
        return False
    try:
        ean.validate(code.zfill(14))
    except ValidationError:
        return False
    return True
