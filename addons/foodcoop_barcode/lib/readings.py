# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shop's own barcode rules make of a number we are about to give.

The first rule that matches decides, and two programs ask: the office (Python)
compares as many signs as the pattern has, the till (JavaScript) anchors every
alternative and puts the check digit right. A number is good when both read what
it is for. Written for whole batches of our numbers: digits, no leading zero, a
right check digit; so an encoding is a length.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from stdnum import ean

from .numbering import Range

LENGTHS = {"ean13": 13, "ean8": 8, "upca": 12}
ANY, ALIAS, PRODUCT = "any", "alias", "product"
# What a number may be read as, besides a product.
MEANT = {
    "price": ("price",),
    "weight": ("weight",),
    "member": ("client",),
    "transfer": ("package",),
}
_LITERAL = re.compile(r"[0-9]+(?=[.\[(]|\{[ND]|$)")
_VALUE = re.compile(r"\{(N*D*)\}")


@dataclass(frozen=True)
class Rule:
    """One row of a nomenclature; ``where`` is the nomenclature's name."""

    name: str
    type: str
    encoding: str
    pattern: str
    where: str = ""

    def is_for(self, length: int) -> bool:
        return self.encoding == ANY or LENGTHS.get(self.encoding) == length

    def matches(self, code: str) -> tuple[bool, bool]:
        """Whether the office and the till see this rule in the code.

        >>> Rule("", "weight", "ean13", "21.....{NNDDD}").matches("2112345012346")
        (True, True)
        """
        if not code.startswith(self._literal):
            return False, False
        base = code
        if self._digits:
            start = self._start
            base = code[:start] + "0" * self._digits + code[start + self._digits :]
        return self._office(base), self._till(base)

    def _office(self, base: str) -> bool:
        return bool(self._regex.match(base[: len(self._pattern)]))

    def _till(self, base: str) -> bool:
        if self._digits and self.encoding in LENGTHS:
            base = base[:-1] + ean.calc_check_digit(base[:-1])
        return bool(self._anchored.match(base))

    @cached_property
    def _value(self) -> re.Match | None:
        return _VALUE.search(self.pattern)

    @cached_property
    def _digits(self) -> int:
        return len(self._value[1]) if self._value else 0

    @cached_property
    def _start(self) -> int:
        return self._value.start() if self._value else 0

    @cached_property
    def _pattern(self) -> str:
        return _VALUE.sub("0" * self._digits, self.pattern, count=1)

    @cached_property
    def _literal(self) -> str:
        """The digits every match begins with; most rules are out by these."""
        found = _LITERAL.match(self.pattern) if "|" not in self.pattern else None
        return found[0] if found else ""

    @cached_property
    def _regex(self) -> re.Pattern:
        return _compiled(self._pattern)

    @cached_property
    def _anchored(self) -> re.Pattern:
        return _compiled("|".join(f"(?:{part})" for part in self._pattern.split("|")))


NO_RULE = Rule("", "error", ANY, "")


def _compiled(pattern: str) -> re.Pattern:
    """A pattern that is no expression matches nothing."""
    try:
        return re.compile(pattern, re.ASCII)
    except re.error:
        return re.compile(r"(?!)")


@dataclass(frozen=True)
class Reader:
    """The nomenclatures of a shop and its tills, for numbers of one purpose.

    >>> goods = Rule("Goods", "product", "any", ".*")
    >>> coupons = Rule("Coupons", "coupon", "any", "20")
    >>> Reader(((coupons, goods),), "fixed").misreading("2000000000015").name
    'Coupons'
    >>> Reader(((goods,),), "fixed").misreading("2000000000015")
    """

    nomenclatures: tuple[tuple[Rule, ...], ...]
    purpose: str

    def misreading(self, code: str) -> Rule | None:
        """The rule that makes something else of this number, if one does.

        ``NO_RULE`` when a nomenclature has none for it: the till would not know it.
        """
        for read in self.readings(code):
            if read.type not in self._meant:
                return read
        return None

    def readings(self, code: str) -> list[Rule]:
        """The rule the office ends at, and the till's, for each nomenclature."""
        return [
            read
            for rules in self._for_length[len(code)]
            for read in _first_matches(code, rules)
        ]

    def next_good(self, numbers: Range, item: int) -> int | None:
        """An item after this one that is read well, in leaps by decimal places.

        A rule looks at the first digits, so a leap passes a whole block of its.
        """
        step = 1
        while (candidate := (item // step + 1) * step) <= numbers.capacity:
            if not self.misreading(numbers.number(candidate).code):
                return candidate
            step *= 10
        return None

    @cached_property
    def _meant(self) -> tuple[str, ...]:
        return (PRODUCT, *MEANT.get(self.purpose, ()))

    @cached_property
    def _for_length(self) -> dict[int, list[list[Rule]]]:
        return {
            length: [
                [rule for rule in rules if rule.is_for(length)]
                for rules in self.nomenclatures
            ]
            for length in (8, 13)
        }


def _first_matches(code: str, rules: Iterable[Rule]) -> tuple[Rule, Rule]:
    """The rule the office ends at, and the one the till ends at."""
    office = till = None
    for rule in rules:
        in_office, at_till = rule.matches(code)
        if in_office and office is None:
            office = rule
        if at_till and till is None:
            till = rule
        if office and till:
            break
    return office or NO_RULE, till or NO_RULE
