# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's barcode rules: the first that matches decides what a scan is.

Two programs read them and do not always agree: the till (JavaScript) converts
a UPC-A before it looks at the encoding, the office (Python) looks at the code
as it came and knows no EAN-13 with a leading zero. Both are told here, so that
a change can be tried on every code of the shop before it is made.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from stdnum import ean

SIZES = {"ean13": 13, "ean8": 8, "upca": 12}
TO_EAN = ("upc2ean", "always")
TO_UPC = ("ean2upc", "always")
UNREAD = "error"
_VALUE = re.compile(r"\{(N*)(D*)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a nomenclature; ``id`` is 0 for a rule not made yet."""

    id: int
    name: str
    type: str
    encoding: str
    pattern: str
    sequence: int
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of a scan; ``rule`` is None when none matches."""

    type: str
    base_code: str
    value: float = 0.0
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Nomenclature:
    """Rules in their order, and how a UPC-A and an EAN-13 stand for each other."""

    rules: tuple[Rule, ...]
    conversion: str = "always"

    @classmethod
    def of(cls, rules: Iterable[Rule], conversion: str = "always") -> "Nomenclature":
        """Rules sorted as Odoo does: by sequence, then oldest first, new ones last."""
        order = sorted(rules, key=lambda rule: (rule.sequence, not rule.id, rule.id))
        return cls(tuple(order), conversion)

    def till(self, code: str) -> Reading:
        """As the till reads it.

        >>> rule = Rule(1, "Weight", "weight", "ean13", "21.....{NNDDD}", 10)
        >>> Nomenclature.of([rule]).till("2100001012342").value
        1.234
        """
        for rule in self.rules:
            current = self._converted(code, rule.encoding)
            if not is_encoded(current, rule.encoding):
                continue
            found = _till_match(current, rule.pattern, rule.encoding)
            if found and rule.type == "alias":
                code = rule.alias
            elif found:
                base = found.base_code
                is_ean13 = rule.encoding == "ean13"
                return Reading(
                    rule.type, _sanitized(base) if is_ean13 else base, found.value, rule
                )
        return Reading(UNREAD, code)

    def office(self, code: str) -> Reading:
        """As the server reads it: the encoding is that of the code as it came."""
        for rule in self.rules:
            zero = rule.encoding == "ean13" and code.startswith("0")
            if zero or not is_encoded(code, rule.encoding):
                continue
            found = _office_match(code, rule.pattern)
            if found and rule.type == "alias":
                code = rule.alias
            elif found:
                checked = rule.encoding in ("ean13", "upca")
                base = _sanitized(found.base_code) if checked else found.base_code
                base = base[1:] if rule.encoding == "upca" else base
                return Reading(rule.type, base, found.value, rule)
        return Reading(UNREAD, code)

    def _converted(self, code: str, encoding: str) -> str:
        if encoding == "ean13" and self.conversion in TO_EAN:
            return "0" + code if is_encoded(code, "upca") else code
        if encoding == "upca" and self.conversion in TO_UPC and code[:1] == "0":
            return code[1:] if is_encoded(code, "ean13") else code
        return code


def is_encoded(code: str, encoding: str) -> bool:
    """Whether the code may be printed in this symbology.

    >>> is_encoded("2200000000019", "ean13"), is_encoded("PACK1", "ean13")
    (True, False)
    """
    if encoding == "any":
        return True
    is_digits = code.isascii() and code.isdigit()
    return is_digits and len(code) == SIZES.get(encoding) and ean.is_valid(code)


class _Match(NamedTuple):
    base_code: str
    value: float


class _Till(NamedTuple):
    regex: re.Pattern | None
    start: int
    whole: int
    length: int


@lru_cache(maxsize=4096)
def _till_pattern(pattern: str) -> _Till:
    """Every alternative is anchored at the start, wherever its bar stands."""
    value = _VALUE.search(pattern)
    start, whole, length = 0, 0, 0
    if value:
        start, whole = value.start(), len(value.group(1))
        length = whole + len(value.group(2))
        pattern = pattern[:start] + "0" * length + pattern[value.end() :]
    parts = (p if p.startswith("^") else "^" + p for p in pattern.split("|"))
    return _Till(_regex("|".join(parts)), start, whole, length)


def _till_match(code: str, pattern: str, encoding: str) -> _Match | None:
    regex, start, whole, length = _till_pattern(pattern)
    base, value = code, 0.0
    if length:
        digits = code[start : start + length]
        value = _number(digits[:whole], digits[whole:])
        base = code[:start] + "0" * length + code[start + length :]
        if encoding in SIZES:
            base = base[:-1] + ean.calc_check_digit(base[:-1])
    if regex is None or not regex.search(base):
        return None
    return _Match(base, value)


def _office_match(code: str, pattern: str) -> _Match | None:
    """The server only looks at as many signs of the code as the pattern has."""
    base, number = code, 0.0
    value = _VALUE.search(pattern)
    if value and value.end() - value.start() > 2:
        start, whole = value.start(), len(value.group(1))
        length = value.end() - start - 2
        digits = code[start : start + length]
        if not digits[:whole] or digits[:whole].isdigit():
            number = _number(digits[:whole], digits[whole:])
            base = code[:start] + "0" * length + code[start + length :]
            pattern = pattern[:start] + "0" * length + pattern[value.end() :]
    regex = _regex(pattern)
    if regex is None or not regex.match(base[: len(pattern)]):
        return None
    return _Match(base, number)


@lru_cache(maxsize=4096)
def _regex(pattern: str) -> re.Pattern | None:
    try:
        return re.compile(pattern, re.ASCII)
    except re.error:
        return None


def _number(whole: str, decimals: str) -> float:
    try:
        return float(f"{whole or 0}.{decimals or 0}")
    except ValueError:
        return 0.0


def _sanitized(code: str) -> str:
    """Thirteen digits with their check digit, as Odoo pads them."""
    digits = code[:13].zfill(13)
    if not digits.isdigit():
        return digits
    return digits[:12] + ean.calc_check_digit(digits[:12])
