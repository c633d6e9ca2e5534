# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of the shop's own: prefix, item, perhaps a value, check digit.

Only prefix 20 is free for goods by the piece: 21 to 29 are price and weight
labels in one country or another, 02 and 04 start with a zero that scanners,
spreadsheets and label printers lose, everything else belongs to a member of GS1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stdnum import ean

from odoo.addons.foodcoop_scan.lib.key import gtin14_key, spellings
from odoo.addons.foodcoop_scan.lib.measure import PRICE, WEIGHT, Measure

FREE_PREFIX = "20"
SMALL, MEASURED = "small", (PRICE, WEIGHT)
MOST_ITEM_DIGITS = 9
MOST_VALUE_DIGITS = 6
WIDEST_GAP = 1000  # free numbers; in a large range a hundredth of them
VERIFIED_DIGITS = (4, 5)
# Eight digits: 22 and 10 are Odoo's discounts and lots, 0 looks like a UPC-E.
SMALL_PREFIXES = tuple(["20", "21", "23", "24", "25", "26", "27", "28", "29"])
MEASURED_PREFIXES = tuple(f"2{digit}" for digit in range(1, 10))


class Problem(StrEnum):
    """Why a range cannot be."""

    NOT_DIGITS = "not_digits"
    LEADING_ZERO = "leading_zero"
    GS1 = "gs1"
    MEASURES_ONLY = "measures_only"
    NOT_A_MEASURE = "not_a_measure"
    NOT_SMALL = "not_small"
    ITEM_DIGITS = "item_digits"
    VALUE_DIGITS = "value_digits"
    VERIFIER = "verifier"
    WRONG_LENGTH = "wrong_length"
    WRONG_LENGTH_SMALL = "wrong_length_small"
    WRONG_LENGTH_MEASURE = "wrong_length_measure"


@dataclass(frozen=True, slots=True)
class Number:
    """An item's number: the digits, and the key to compare them by."""

    item: int
    code: str

    @property
    def gtin14(self) -> str:
        return gtin14_key(self.code)

    @property
    def spellings(self) -> tuple[str, ...]:
        return spellings(self.code)


@dataclass(frozen=True, slots=True)
class Range:
    """What a number of a range looks like.

    >>> Range("20000", 7).number(1).code
    '2000000000015'
    >>> Range("20", 5, "small").number(1).code
    '20000011'
    >>> Range("21", 5, "weight", whole_digits=2, decimals=3).pattern
    '21IIIIINNDDDC'
    """

    prefix: str
    item_digits: int
    purpose: str = "fixed"
    verifier: bool = False
    whole_digits: int = 0
    decimals: int = 0

    @property
    def length(self) -> int:
        """How many digits a number has, the check digit counted."""
        return 8 if self.purpose == SMALL else 13

    @property
    def is_measured(self) -> bool:
        return self.purpose in MEASURED

    @property
    def value_digits(self) -> int:
        return self.whole_digits + self.decimals if self.is_measured else 0

    @property
    def pattern(self) -> str:
        """The digits of a price or weight label; empty for other numbers."""
        if not self.is_measured:
            return ""
        item = "I" * self.item_digits + "V" * self.verifier
        return f"{self.prefix}{item}{'N' * self.whole_digits}{'D' * self.decimals}C"

    @property
    def capacity(self) -> int:
        """How many items fit; item 0 is left out, it looks like an empty label.

        >>> Range("20000", 7).capacity
        9999999
        """
        return 10 ** max(self.item_digits, 0) - 1

    @property
    def problem(self) -> Problem | None:
        """Why this range cannot be used, if so.

        >>> str(Range("21000", 7).problem)
        'measures_only'
        """
        return self._prefix_problem() or self._shape_problem()

    def _prefix_problem(self) -> Problem | None:
        prefix = self.prefix
        if not (prefix.isascii() and prefix.isdigit()):
            return Problem.NOT_DIGITS
        if self.purpose == SMALL:
            return None if prefix.startswith(SMALL_PREFIXES) else Problem.NOT_SMALL
        if self.is_measured:
            fits = prefix.startswith(MEASURED_PREFIXES)
            return None if fits else Problem.NOT_A_MEASURE
        if prefix.startswith(FREE_PREFIX):
            return None
        if prefix.startswith("0"):
            return Problem.LEADING_ZERO
        return Problem.MEASURES_ONLY if prefix.startswith("2") else Problem.GS1

    def _shape_problem(self) -> Problem | None:
        if not 1 <= self.item_digits <= MOST_ITEM_DIGITS:
            return Problem.ITEM_DIGITS
        if self.is_measured and (
            min(self.whole_digits, self.decimals) < 0
            or not 1 <= self.value_digits <= MOST_VALUE_DIGITS
        ):
            return Problem.VALUE_DIGITS
        has_verifier = self.is_measured and self.verifier
        if has_verifier and self.value_digits not in VERIFIED_DIGITS:
            return Problem.VERIFIER
        if self._body_digits == self.length - 1:
            return None
        if self.is_measured:
            return Problem.WRONG_LENGTH_MEASURE
        is_small = self.purpose == SMALL
        return Problem.WRONG_LENGTH_SMALL if is_small else Problem.WRONG_LENGTH

    @property
    def _body_digits(self) -> int:
        verifier = self.is_measured and self.verifier
        return len(self.prefix) + self.item_digits + verifier + self.value_digits

    def overlaps(self, other: "Range") -> bool:
        """Whether some number could come from both.

        >>> Range("200", 9).overlaps(Range("20012", 7))
        True
        """
        one, two = self.prefix, other.prefix
        nested = one.startswith(two) or two.startswith(one)
        return nested and self.length == other.length

    def number(self, item: int) -> Number:
        """The number of an item; a price or weight label's with a value of zero."""
        if not 1 <= item <= self.capacity:
            raise ValueError(f"item {item} is outside 1..{self.capacity}")
        if self.is_measured:
            return Number(item, Measure(self.pattern, self.purpose).base(item))
        body = f"{self.prefix}{item:0{self.item_digits}d}"
        return Number(item, body + ean.calc_check_digit(body))

    def numbers(self, items: Iterable[int]) -> list[Number]:
        """The numbers of these items, those the range does not hold left out."""
        return [self.number(item) for item in items if 1 <= item <= self.capacity]

    def reach(self, last: int, items: Iterable[int]) -> int:
        """How far to go on from ``last`` past these items, but for one far ahead.

        >>> Range("20000", 7).reach(0, [7, 41, 9_999_999])
        41
        """
        widest = max(WIDEST_GAP, self.capacity // 100)
        for item in sorted(items):
            if item - last > widest + 1:
                break
            last = max(last, item)
        return last

    def item_of(self, code: str) -> int | None:
        """Whose number this is, or None when it is not of this range.

        >>> Range("20000", 7).item_of("02000000000015")
        1
        """
        digits = code.lstrip("0")
        if len(digits) != self.length or not digits.startswith(self.prefix):
            return None
        start = len(self.prefix)
        item = digits[start : start + self.item_digits]
        return int(item) if item.isascii() and item.isdigit() else None
