# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what a scanner, a keyboard or a sheet delivers to the digits in it.

Framing (blanks, quotes, AIM identifier) is taken off: the code is the same.
Damage (a doubled scan, another keyboard, a spreadsheet's number format) is
only *proposed* as repaired; a person confirms.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from .explanation import Kind, Reason

_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_FORMULA = re.compile(r'^="(.*)"$')
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_QUOTES = "'\"`\u2018\u2019\u201c\u201d"
_BLANKS = "\\s" + _INVISIBLE
_THOUSANDS = re.compile(r"^[0-9]{1,3}( [0-9]{3}){2,4}$")
_DECIMALS = re.compile(r"^([0-9]{8,14})[.,]0+$")
_SCIENTIFIC = re.compile(r"^([0-9])[.,]([0-9]+)[eE]\+?([0-9]{1,2})$")
_GS1 = re.compile(r"^\([0-9]{2,4}\)|\x1d|^01[0-9]{14}(?=[0-9]{2,}|$)")
_GS1_SYMBOLOGIES = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_AZERTY = str.maketrans("à&é\"'(-è_ç", "0123456789")
LENGTHS = (8, 12, 13, 14)


class Framed(NamedTuple):
    """The text without its framing, and the symbology the scanner named."""

    text: str
    symbology: str


class Repair(NamedTuple):
    """Digits that may have been meant, and what happened to them."""

    digits: str
    kind: Kind
    reason: Reason


def unframe(raw: str) -> Framed:
    r"""Take off what surrounds a code, never what is inside it.

    >>> unframe("]E03017620422003\r\n")
    Framed(text='3017620422003', symbology=']E0')
    """
    text = _stripped(raw)
    formula = _FORMULA.match(text)
    text = (formula.group(1) if formula else text).strip(_QUOTES)
    aim = _AIM.match(text)
    symbology = aim.group(0) if aim else ""
    return Framed(text[len(symbology) :], symbology)


def separators_removed(text: str) -> str:
    """Drop blanks and hyphens between digits.

    >>> separators_removed("3-017620-422003")
    '3017620422003'
    """
    return re.sub(f"[{_BLANKS}-]+", "", text)


def looks_like_gs1(framed: Framed) -> bool:
    """A string of application identifiers, not one bare number."""
    if framed.symbology in _GS1_SYMBOLOGIES:
        return True
    return bool(_GS1.search(framed.text)) and not _is_doubled(framed.text)


def repairs(raw: str, framed: Framed) -> Iterator[Repair]:
    """Every known damage this input could show, most telling first."""
    blank_free = _stripped(raw)
    if len(blank_free) >= 8 and not set(blank_free) - set("à&é\"'(-è_ç"):
        yield Repair(blank_free.translate(_AZERTY), Kind.AZERTY, Reason.KEYBOARD)
    yield from _from_number_format(framed.text)
    digits = separators_removed(framed.text)
    if _is_doubled(digits):
        yield Repair(digits[: len(digits) // 2], Kind.DIRTY, Reason.DOUBLE_SCAN)
    if _is_digits(framed.text):
        yield from _from_lost_zeros(framed.text)


def lost_its_digits(text: str) -> bool:
    """A spreadsheet's short form that no longer holds all digits.

    >>> lost_its_digits("3.01762E+12"), lost_its_digits("3.017620422003E+12")
    (True, False)
    """
    found = _SCIENTIFIC.match(text)
    return bool(found) and len(found.group(2)) < int(found.group(3))


def _stripped(text: str) -> str:
    return re.sub(f"^[{_BLANKS}]+|[{_BLANKS}]+$", "", text)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_doubled(text: str) -> bool:
    half, odd = divmod(len(text), 2)
    is_twice = not odd and text[:half] == text[half:]
    return is_twice and half in LENGTHS and _is_digits(text)


def _from_number_format(text: str) -> Iterator[Repair]:
    spaced = re.sub(r"\s", " ", text)
    if _THOUSANDS.match(spaced):
        yield Repair(spaced.replace(" ", ""), Kind.SCIENTIFIC, Reason.NUMBER_FORMAT)
    if whole := _DECIMALS.match(text):
        yield Repair(whole.group(1), Kind.SCIENTIFIC, Reason.NUMBER_FORMAT)
    if _SCIENTIFIC.match(text) and not lost_its_digits(text):
        number = Decimal(text.replace(",", "."))
        if number == number.to_integral_value():
            yield Repair(f"{number:.0f}", Kind.SCIENTIFIC, Reason.NUMBER_FORMAT)


def _from_lost_zeros(digits: str) -> Iterator[Repair]:
    """Three to five digits are a PLU or a menu number, not what is left of a code."""
    if len(digits) in (2, 6, 7):
        yield Repair(digits.zfill(8), Kind.LEADING_ZERO, Reason.ZEROS_LOST)
    elif len(digits) in (9, 10, 11):
        yield Repair(digits.zfill(12), Kind.LEADING_ZERO, Reason.ZEROS_LOST)
