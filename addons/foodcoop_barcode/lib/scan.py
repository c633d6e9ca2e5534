# SPDX-License-Identifier: AGPL-3.0-or-later
"""One scan, explained: what it is, whether it holds, and why."""

from dataclasses import replace

from stdnum import ean

from . import gs1
from .clean import (
    LENGTHS,
    Framed,
    looks_like_gs1,
    lost_its_digits,
    repairs,
    separators_removed,
    unframe,
)
from .explanation import Explanation, Kind, Reason, Validity

_EAN8 = "]E4"
_COUPONS = ("05", "980", "981", "982", "983", "99")
_RESTRICTED = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)


def explain(raw: str) -> Explanation:
    """Say what a scanner, a keyboard or a sheet delivered.

    >>> explain("3017620422003").as_dict()["class"]
    'gtin13'
    >>> explain("4006381333930").expected_check_digit
    '1'
    """
    framed = unframe(raw)
    for repair in repairs(raw, framed):
        found = _of_digits(raw, Framed(repair.digits, ""))
        if found:
            return _as_repair(found, repair.kind, repair.reason)
    if looks_like_gs1(framed):
        return _of_identifiers(raw, framed.text)
    if lost_its_digits(framed.text):
        return _refused(raw, Kind.SCIENTIFIC, Reason.DIGITS_LOST)
    text = separators_removed(framed.text)
    if not (text.isascii() and text.isdigit()):
        return _no_digits(raw, text)
    return _of_digits(raw, Framed(text, framed.symbology))


def gtin14_key(code: str) -> str:
    """The key two spellings of one code share, whatever their length.

    >>> gtin14_key("490010003694") == gtin14_key("0490010003694")
    True
    """
    return code.zfill(14)


def _of_digits(raw: str, framed: Framed) -> Explanation:
    digits = framed.text
    if digits.startswith("0") and len(digits) == 8 and framed.symbology != _EAN8:
        upca = _upce_expanded(digits)
        if ean.is_valid(upca):
            return _upce(raw, digits, upca)
    if len(digits) not in LENGTHS:
        return _wrong_length(raw, digits)
    expected = ean.calc_check_digit(digits[:-1])
    if digits[-1] != expected:
        return _failed_check(raw, digits, expected)
    kind = _kind(digits)
    return Explanation(
        input=raw,
        kind=kind,
        valid=Validity.VALID,
        reason=_reason(kind),
        code=_canonical(kind, digits),
        gtin14=gtin14_key(digits),
        decoded=_decoded(kind, digits),
    )


def _of_identifiers(raw: str, text: str) -> Explanation:
    found = gs1.elements(text)
    if found is None:
        return _refused(raw, Kind.GS1_128, Reason.UNREADABLE)
    code = gs1.gtin(found)
    return Explanation(
        raw, Kind.GS1_128, Validity.VALID, Reason.OK, code, code, decoded=found
    )


def _kind(digits: str) -> Kind:
    if len(digits) == 8:
        return Kind.RCN8 if digits[0] in "02" else Kind.GTIN8
    if len(digits) == 14 and digits[0] != "0":
        return Kind.GTIN14
    plain = {12: Kind.UPCA, 13: Kind.GTIN13, 14: Kind.GTIN14}[len(digits)]
    return _restricted_or(digits[-13:].zfill(13), plain)


def _restricted_or(gtin13: str, plain: Kind) -> Kind:
    """GS1's prefixes that name no product of a member company."""
    if gtin13.startswith("2") or gtin13.startswith("02"):
        return Kind.RCN_REGION
    if gtin13.startswith(("04", "0000000")):
        return Kind.RCN_COMPANY
    if gtin13.startswith(_COUPONS):
        return Kind.COUPON_REFUND
    if gtin13.startswith(("977", "978", "979")):
        return Kind.ISBN_ISSN
    return plain


def _reason(kind: Kind) -> Reason:
    if kind in _RESTRICTED:
        return Reason.OUR_OWN
    return Reason.NOT_A_PRODUCT if kind is Kind.COUPON_REFUND else Reason.OK


def _canonical(kind: Kind, digits: str) -> str:
    if kind is Kind.RCN8:
        return digits
    if kind in _RESTRICTED or kind is Kind.COUPON_REFUND:
        return digits[-13:].zfill(13)
    return digits.zfill(14)


def _decoded(kind: Kind, digits: str) -> dict[str, str]:
    if kind in _RESTRICTED:
        return {"rcn": "region" if kind is Kind.RCN_REGION else "company"}
    if kind is Kind.GTIN14 and digits[0] in "12345678":
        inner = digits[1:-1]
        return {
            "indicator": digits[0],
            "inner_gtin13": inner + ean.calc_check_digit(inner),
        }
    if kind is Kind.GTIN14 and digits[0] == "9":
        return {"indicator": "9", "variable_measure": "1"}
    return {}


def _upce_expanded(digits: str) -> str:
    """The twelve digits behind the eight of a UPC-E.

    >>> _upce_expanded("04252614")
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


def _upce(raw: str, digits: str, upca: str) -> Explanation:
    ambiguous = ean.is_valid(digits)
    decoded = {"upca": upca} | ({"ambiguous_as_ean8": "1"} if ambiguous else {})
    return Explanation(
        input=raw,
        kind=Kind.UPCE,
        valid=Validity.VALID,
        reason=Reason.AMBIGUOUS_UPCE if ambiguous else Reason.OK,
        code=upca.zfill(14),
        gtin14=upca.zfill(14),
        decoded=decoded,
    )


def _failed_check(raw: str, digits: str, expected: str) -> Explanation:
    """Wrong last digit, unless a digit too many or too few explains it better."""
    if len(digits) == 14 and ean.is_valid(digits[:13]):
        return _refused(raw, Kind.WRONG_LENGTH, Reason.TOO_MANY_DIGITS, length="14")
    if len(digits) == 12 and digits[0] != "0":
        return _refused(raw, Kind.WRONG_LENGTH, Reason.TOO_FEW_DIGITS, length="12")
    refused = _refused(
        raw, Kind.BAD_CHECK_DIGIT, Reason.CHECK_DIGIT, expected_check=expected
    )
    return replace(refused, expected_check_digit=expected)


def _wrong_length(raw: str, digits: str) -> Explanation:
    if 1 <= len(digits) <= 5:
        reason = Reason.SHORT_NUMBER
    elif len(digits) < 14:
        reason = Reason.TOO_FEW_DIGITS
    else:
        reason = Reason.TOO_MANY_DIGITS
    return _refused(raw, Kind.WRONG_LENGTH, reason, length=str(len(digits)))


def _no_digits(raw: str, text: str) -> Explanation:
    if not text:
        return _refused(raw, Kind.WRONG_LENGTH, Reason.EMPTY, length="0")
    has_digit = any(char.isdigit() for char in text)
    kind = Kind.NON_ASCII_DIGITS if has_digit else Kind.TEXT
    return _refused(raw, kind, Reason.NOT_DIGITS)


def _as_repair(found: Explanation, kind: Kind, reason: Reason) -> Explanation:
    return replace(
        found,
        kind=kind,
        valid=Validity.REPAIR,
        reason=reason,
        decoded={**found.decoded, "repaired_class": str(found.kind)},
    )


def _refused(raw: str, kind: Kind, reason: Reason, **decoded: str) -> Explanation:
    return Explanation(raw, kind, Validity.REFUSED, reason, decoded=decoded)
