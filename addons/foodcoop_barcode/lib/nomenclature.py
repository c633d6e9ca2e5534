# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's barcode rules: the first that matches decides what a scan is.

Two programs read them and do not always agree: the till (JavaScript) converts
a UPC-A before it looks at the encoding, the office (Python) looks at the code
as it came and knows no EAN-13 with a leading zero. Both are told here, so that
a number can be tried before it is given, and a change of the rules on every code
of the shop before it is made.

Fast enough for whole batches: what a code may be printed in is found once, a
pattern is compiled once, and most rules are out by their first digits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from stdnum import ean

ANY, ALIAS, PRODUCT = "any", "alias", "product"
SYMBOLOGIES = {13: "ean13", 8: "ean8", 12: "upca"}
TO_EAN = ("upc2ean", "always")
TO_UPC = ("ean2upc", "always")
UNREAD = "error"
_VALUE = re.compile(r"\{(N*)(D*)\}")
_LITERAL = re.compile(r"[0-9]+(?=[.\[(]|\{[ND]|$)")


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
    """What the rules make of a scan; ``rule`` is None when none matches.

    ``via`` is the alias that put another code in the place of the scan.
    """

    type: str
    base_code: str
    value: float = 0.0
    rule: Rule | None = None
    via: Rule | None = None


@dataclass(frozen=True, slots=True)
class Nomenclature:
    """Rules in their order, and how a UPC-A and an EAN-13 stand for each other."""

    rules: tuple[Rule, ...]
    conversion: str = "always"
    name: str = ""

    @classmethod
    def of(
        cls, rules: Iterable[Rule], conversion: str = "always", name: str = ""
    ) -> "Nomenclature":
        """Rules sorted as Odoo does: by sequence, then oldest first, new ones last."""
        order = sorted(rules, key=lambda rule: (rule.sequence, not rule.id, rule.id))
        return cls(tuple(order), conversion, name)

    def till(self, code: str) -> Reading:
        """As the till reads it.

        >>> rule = Rule(1, "Weight", "weight", "ean13", "21.....{NNDDD}", 10)
        >>> Nomenclature.of([rule]).till("2100001012342").value
        1.234
        """
        via, forms = None, self._at_till(code)
        for rule in self.rules:
            current = forms.get(rule.encoding)
            if current is None or not (found := _till_match(current, rule)):
                continue
            if rule.type == ALIAS:
                via, code = via or rule, rule.alias
                forms = self._at_till(code)
                continue
            base = found.base_code
            base = _sanitized(base) if rule.encoding == "ean13" else base
            return Reading(rule.type, base, found.value, rule, via)
        return Reading(UNREAD, code, via=via)

    def office(self, code: str) -> Reading:
        """As the server reads it: the encoding is that of the code as it came."""
        via, forms = None, _in_office(code)
        for rule in self.rules:
            if rule.encoding not in forms or not (found := _office_match(code, rule)):
                continue
            if rule.type == ALIAS:
                via, code = via or rule, rule.alias
                forms = _in_office(code)
                continue
            checked = rule.encoding in ("ean13", "upca")
            base = _sanitized(found.base_code) if checked else found.base_code
            base = base[1:] if rule.encoding == "upca" else base
            return Reading(rule.type, base, found.value, rule, via)
        return Reading(UNREAD, code, via=via)

    def _at_till(self, code: str) -> dict[str, str]:
        """{encoding: the code in it}, of every encoding the till sees in a scan."""
        own = symbology(code)
        forms = {ANY: code, own: code}
        if own == "upca" and self.conversion in TO_EAN:
            forms["ean13"] = "0" + code
        elif own == "ean13" and code[0] == "0" and self.conversion in TO_UPC:
            forms["upca"] = code[1:]
        return forms


def _in_office(code: str) -> tuple[str, str]:
    """The encodings the office sees in a code."""
    own = symbology(code)
    return ANY, ANY if own == "ean13" and code[0] == "0" else own


@lru_cache(maxsize=1024)
def symbology(code: str) -> str:
    """What the code may be printed in, where its digits tell.

    >>> symbology("2200000000019"), symbology("PACK1")
    ('ean13', 'any')
    """
    found = SYMBOLOGIES.get(len(code))
    if not found or not (code.isascii() and code.isdigit()):
        return ANY
    return found if ean.calc_check_digit(code[:-1]) == code[-1] else ANY


class _Match(NamedTuple):
    base_code: str
    value: float


class _Shape(NamedTuple):
    """A pattern, its value replaced by noughts."""

    literal: str
    zeroed: str
    start: int
    whole: int
    length: int
    till: re.Pattern | None

    def without_value(self, code: str) -> str:
        end = self.start + self.length
        return code[: self.start] + "0" * self.length + code[end:]

    def value(self, code: str) -> tuple[str, str]:
        """The digits before and after the point."""
        digits = code[self.start : self.start + self.length]
        return digits[: self.whole], digits[self.whole :]


@lru_cache(maxsize=4096)
def _shape(pattern: str) -> _Shape:
    """For the till every alternative is anchored, wherever its bar stands."""
    literal = _LITERAL.match(pattern) if "|" not in pattern else None
    zeroed, start, whole, length = pattern, 0, 0, 0
    if value := _VALUE.search(pattern):
        start, whole = value.start(), len(value.group(1))
        length = whole + len(value.group(2))
        zeroed = pattern[:start] + "0" * length + pattern[value.end() :]
    parts = (p if p.startswith("^") else "^" + p for p in zeroed.split("|"))
    till = _regex("|".join(parts))
    return _Shape(literal[0] if literal else "", zeroed, start, whole, length, till)


def _till_match(code: str, rule: Rule) -> _Match | None:
    shape = _shape(rule.pattern)
    if not code.startswith(shape.literal) or shape.till is None:
        return None
    base, value = code, 0.0
    if shape.length:
        value = _number(*shape.value(code))
        base = shape.without_value(code)
        if rule.encoding in SYMBOLOGIES.values():
            base = base[:-1] + ean.calc_check_digit(base[:-1])
    return _Match(base, value) if shape.till.search(base) else None


def _office_match(code: str, rule: Rule) -> _Match | None:
    """The server only looks at as many signs of the code as the pattern has."""
    shape = _shape(rule.pattern)
    if not code.startswith(shape.literal):
        return None
    base, number, pattern = code, 0.0, rule.pattern
    if shape.length:
        whole, decimals = shape.value(code)
        if not whole or whole.isdigit():
            number = _number(whole, decimals)
            base, pattern = shape.without_value(code), shape.zeroed
    regex = _regex(pattern)
    if regex is None or not regex.match(base[: len(pattern)]):
        return None
    return _Match(base, number)


@lru_cache(maxsize=4096)
def _regex(pattern: str) -> re.Pattern | None:
    """A pattern that is no expression matches nothing."""
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
