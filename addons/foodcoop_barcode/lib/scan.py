# SPDX-License-Identifier: AGPL-3.0-or-later
"""One scan, explained: what it is, whether it holds, and why."""

from collections.abc import Sequence
from dataclasses import replace

from stdnum import ean

from . import gs1
from .clean import (
    LENGTHS,
    Framed,
    Repair,
    looks_like_gs1,
    lost_its_digits,
    repairs,
    separators_removed,
    unframe,
)
from .explanation import Explanation, Kind, Reason, Validity
from .facts import facts, foreign_digits, upce
from .kinds import RESTRICTED, canonical, kind_of, reason_of, upca_of
from .measure import DEFAULT_MEASURES, Measure, measure_of

_LABELS = {"price": Kind.PRICE, "weight": Kind.WEIGHT, "count": Kind.COUNT}
_LABEL_KEYS = {"price": "price", "weight": "kg", "count": "count"}


def explain(raw: str, measures: Sequence[Measure] | None = None) -> Explanation:
    """Say what a scanner, a keyboard or a sheet delivered.

    :param measures: how this shop reads price and weight labels. Without them the
        rules every Odoo begins with are tried, but a zero value is then no label.

    >>> explain("3017620422003").as_dict()["class"]
    'gtin13'
    >>> explain("4006381333930").expected_check_digit
    '1'
    """
    if raw.isascii() and raw.isdigit() and len(raw) in LENGTHS:
        return _of_digits(raw, Framed(raw, ""), measures)
    framed = unframe(raw)
    for repair in repairs(raw, framed):
        found = _of_digits(raw, Framed(repair.digits, ""), measures)
        if found:
            return _as_repair(found, repair, framed)
    if looks_like_gs1(framed):
        return _of_identifiers(raw, framed.text)
    if lost_its_digits(framed.text):
        return _refused(raw, Kind.SCIENTIFIC, Reason.DIGITS_LOST)
    text = separators_removed(framed.text)
    if not (text.isascii() and text.isdigit()):
        return _no_digits(raw, text)
    found = _of_digits(raw, Framed(text, framed.symbology), measures)
    return replace(found, kind=Kind.DIRTY, holds=found.kind) if found else found


def gtin14_key(code: str) -> str:
    """The key two spellings of one code share, whatever their length.

    >>> gtin14_key("490010003694") == gtin14_key("0490010003694")
    True
    """
    return code.zfill(14)


def _of_digits(
    raw: str, framed: Framed, measures: Sequence[Measure] | None
) -> Explanation:
    digits = framed.text
    if upca := upca_of(digits, framed.symbology):
        return _upce(raw, digits, upca)
    if len(digits) not in LENGTHS:
        return _wrong_length(raw, digits)
    expected = ean.calc_check_digit(digits[:-1])
    if digits[-1] != expected:
        return _failed_check(raw, digits, expected)
    kind = kind_of(digits)
    code = canonical(kind, digits)
    found = Explanation(
        input=raw,
        kind=kind,
        valid=Validity.VALID,
        reason=reason_of(kind),
        code=code,
        gtin14=gtin14_key(code),
        decoded=facts(kind, digits),
        digits=code,
    )
    return _as_label(found, measures) if kind in RESTRICTED else found


def _as_label(found: Explanation, measures: Sequence[Measure] | None) -> Explanation:
    """The same digits read by a rule of the shop, where one fits."""
    named = DEFAULT_MEASURES if measures is None else measures
    rule = measure_of(found.code, named)
    if not rule:
        return found
    read = rule.read(found.code)
    if measures is None and not read.value:
        return found
    value = " ".join(filter(None, (f"{read.value:f}", rule.currency)))
    told = {"rule": rule.rule, "item": read.item, _LABEL_KEYS[rule.kind]: value}
    guard = {"verifier": read.verifier} if read.verifier else {}
    label = replace(
        found,
        kind=_LABELS[rule.kind],
        reason=Reason.MEASURED if read.value else Reason.NO_MEASURE,
        code=read.base,
        gtin14=gtin14_key(read.base),
        decoded=found.decoded | told | guard,
        label=read,
    )
    return _misread(label) if read.verifier_ok is False else label


def _misread(label: Explanation) -> Explanation:
    """The value contradicts its own check: no item to be trusted either."""
    return replace(
        label, valid=Validity.REFUSED, reason=Reason.VERIFIER, code="", gtin14=""
    )


def _of_identifiers(raw: str, text: str) -> Explanation:
    try:
        found = gs1.elements(text)
    except gs1.Unreadable:
        return _refused(raw, Kind.GS1_128, Reason.UNREADABLE)
    code = gs1.gtin(found)
    if code and not ean.is_valid(code):
        return _wrong_check(raw, Kind.GS1_128, ean.calc_check_digit(code[:-1]))
    return Explanation(
        input=raw,
        kind=Kind.GS1_128,
        valid=Validity.VALID,
        reason=Reason.OK,
        code=code,
        gtin14=code,
        decoded=found,
        digits=code,
    )


def _upce(raw: str, digits: str, upca: str) -> Explanation:
    decoded = upce(digits, upca)
    ambiguous = "ambiguous_as_ean8" in decoded
    return Explanation(
        input=raw,
        kind=Kind.UPCE,
        valid=Validity.VALID,
        reason=Reason.AMBIGUOUS_UPCE if ambiguous else Reason.OK,
        code=upca.zfill(14),
        gtin14=upca.zfill(14),
        decoded=decoded,
        digits=digits,
    )


def _failed_check(raw: str, digits: str, expected: str) -> Explanation:
    """Wrong last digit, unless a digit too many or too few explains it better."""
    if len(digits) == 14 and ean.is_valid(digits[:13]):
        return _refused(raw, Kind.WRONG_LENGTH, Reason.TOO_MANY_DIGITS, length="14")
    if len(digits) == 12 and digits[0] != "0":
        return _refused(raw, Kind.WRONG_LENGTH, Reason.TOO_FEW_DIGITS, length="12")
    return _wrong_check(raw, Kind.BAD_CHECK_DIGIT, expected)


def _wrong_check(raw: str, kind: Kind, expected: str) -> Explanation:
    refused = _refused(raw, kind, Reason.CHECK_DIGIT, expected_check=expected)
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
    if not any(char.isdecimal() for char in text):
        return _refused(raw, Kind.TEXT, Reason.NOT_DIGITS)
    return _refused(
        raw, Kind.NON_ASCII_DIGITS, Reason.NOT_DIGITS, **foreign_digits(text)
    )


def _as_repair(found: Explanation, repair: Repair, framed: Framed) -> Explanation:
    told = {"original": repair.digits}
    if repair.reason is Reason.ZEROS_LOST:
        told["lost"] = f"{len(repair.digits) - len(framed.text)} zero(s)"
    return replace(
        found,
        kind=repair.kind,
        holds=found.kind,
        valid=Validity.REPAIR,
        reason=repair.reason,
        decoded=found.decoded | told,
    )


def _refused(raw: str, kind: Kind, reason: Reason, **decoded: str) -> Explanation:
    return Explanation(raw, kind, Validity.REFUSED, reason, decoded=decoded)
