# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the digits of a valid code say by themselves, class by class."""

from collections.abc import Callable
from decimal import Decimal

from stdnum import ean, issn

from .explanation import Kind

VARIABLE_MEASURE = "9"
_DIGIT_ZEROS = {
    0x0660: "arabic-indic",
    0x06F0: "extended arabic-indic",
    0x0966: "devanagari",
    0x09E6: "bengali",
    0x0AE6: "gujarati",
    0x0BE6: "tamil",
    0x0E50: "thai",
    0x0ED0: "lao",
    0x1040: "myanmar",
    0x17E0: "khmer",
    0xFF10: "fullwidth",
    0x1D7CE: "mathematical bold",
    0x1D7D8: "mathematical double-struck",
    0x1D7E2: "mathematical sans-serif",
    0x1D7EC: "mathematical sans-serif bold",
    0x1D7F6: "mathematical monospace",
}


def facts(kind: Kind, digits: str) -> dict[str, str]:
    """The parts of a code of this class.

    >>> facts(Kind.GTIN14, "13017620422000")
    {'indicator': '1', 'inner_gtin13': '3017620422003'}
    """
    return _FACTS[kind](digits) if kind in _FACTS else {}


def foreign_digits(text: str) -> dict[str, str]:
    """Digits of another script: which one, and the code if they were ASCII.

    >>> foreign_digits("٤٠٠٦٣٨١٣٣٣٩٣١")
    {'digits': 'arabic-indic', 'would_be': '4006381333931'}
    """
    found: dict[str, str] = {}
    plain = ""
    for char in text:
        zero = next((z for z in _DIGIT_ZEROS if z <= ord(char) <= z + 9), None)
        if zero is not None:
            found.setdefault("digits", _DIGIT_ZEROS[zero])
        plain += char if zero is None else str(ord(char) - zero)
    if found and plain.isascii() and plain.isdigit():
        found["would_be"] = plain
    return found


def upce_expanded(digits: str) -> str:
    """The twelve digits behind the eight of a UPC-E.

    >>> upce_expanded("04252614")
    '042100005264'
    """
    system, body, check = digits[0], digits[1:7], digits[7]
    last = body[5]
    if last in "012":
        return f"{system}{body[:2]}{last}0000{body[2:5]}{check}"
    if last == "3":
        return f"{system}{body[:3]}00000{body[3:5]}{check}"
    if last == "4":
        return f"{system}{body[:4]}00000{body[4]}{check}"
    return f"{system}{body[:5]}0000{last}{check}"


def upce(digits: str, upca: str) -> dict[str, str]:
    """Eight digits that may be a UPC-E or an EAN-8: only the symbol tells."""
    may_be_ean8 = ean.is_valid(digits)
    told = {"ambiguous_as_ean8": "1"} if may_be_ean8 else {"ean8_check": "fails"}
    return {"needs_symbology": "UPC-E", "upca": upca} | told


def _gtin14(digits: str) -> dict[str, str]:
    if digits[0] == "0":
        return {"indicator": "0", "gtin13": digits[1:]}
    if digits[0] == VARIABLE_MEASURE:
        return {"indicator": digits[0], "variable_measure": "1"}
    inner = digits[1:-1]
    return {
        "indicator": digits[0],
        "inner_gtin13": inner + ean.calc_check_digit(inner),
    }


def _region(digits: str) -> dict[str, str]:
    prefix = {"prefix": digits[-13:].zfill(13)[:2]}
    return {"rcn": "region"} | prefix | _twelve_or_thirteen(digits)


def _company(digits: str) -> dict[str, str]:
    return {"rcn": "company"} | _twelve_or_thirteen(digits)


def _twelve_or_thirteen(digits: str) -> dict[str, str]:
    """A leading zero is lost by scanners and spreadsheets: both spellings are one."""
    if len(digits) == 12:
        return {
            "upca_number_system": digits[0],
            "lost": "1 zero(s)",
            "original": f"0{digits}",
        }
    return {"upca_twin": digits[-12:]} if digits[-13] == "0" else {}


def _small(digits: str) -> dict[str, str]:
    return {"rcn": "company"} | ({"ambiguous_upce": "0"} if digits[0] == "0" else {})


def _book(digits: str) -> dict[str, str]:
    """An ISBN's hyphens need a table that a terminal does not carry: digits only."""
    gtin13 = digits[-13:]
    if gtin13.startswith("977"):
        serial = gtin13[3:10]
        named = {"issn": issn.format(serial + issn.calc_check_digit(serial))}
    else:
        named = {"ismn" if gtin13.startswith("9790") else "isbn": gtin13}
    return named | {"not_restricted": "1"}


def _coupon(digits: str) -> dict[str, str]:
    """Euro coupons say their issuer, reference and value; the others only what."""
    gtin13, decoded = digits[-13:].zfill(13), {}
    if gtin13.startswith(("981", "982")):
        value = Decimal(gtin13[9:12]).scaleb(-1 if gtin13[2] == "1" else -2)
        decoded = {"issuer": gtin13[:7], "ref": gtin13[7:9], "value": f"{value} EUR"}
    return decoded | {"not_a_product": "1"}


_FACTS: dict[Kind, Callable[[str], dict[str, str]]] = {
    Kind.GTIN13: lambda digits: {"prefix": digits[:3]},
    Kind.GTIN8: lambda digits: {"prefix": digits[:3]},
    Kind.UPCA: lambda digits: {"number_system": digits[0]},
    Kind.GTIN14: _gtin14,
    Kind.RCN_REGION: _region,
    Kind.RCN_COMPANY: _company,
    Kind.RCN8: _small,
    Kind.ISBN_ISSN: _book,
    Kind.COUPON_REFUND: _coupon,
}
