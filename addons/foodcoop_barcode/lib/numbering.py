# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of the shop's own: prefix, item, check digit.

Only prefix 20 is free for fixed goods: 21 to 29 are price and weight labels in
one country or another, 02 and 04 start with a zero that scanners, spreadsheets
and label printers lose, everything else belongs to a member of GS1.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stdnum import ean

from .scan import gtin14_key

EAN13_BODY = 12
FREE_PREFIX = "20"
MOST_ITEM_DIGITS = 9


class Problem(StrEnum):
    """Why a range cannot be."""

    NOT_DIGITS = "not_digits"
    NOT_OURS = "not_ours"
    ITEM_DIGITS = "item_digits"
    WRONG_LENGTH = "wrong_length"


@dataclass(frozen=True, slots=True)
class Number:
    """An item's number: the thirteen digits and the key to compare them by."""

    item: int
    code: str

    @property
    def gtin14(self) -> str:
        return gtin14_key(self.code)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The same code as other systems may have stored it."""
        return self.code, self.gtin14


@dataclass(frozen=True, slots=True)
class Range:
    """A prefix and the number of digits left for items."""

    prefix: str
    item_digits: int

    @property
    def capacity(self) -> int:
        """How many items fit; item 0 is left out, it looks like an empty label.

        >>> Range("20000", 7).capacity
        9999999
        """
        return 10 ** max(self.item_digits, 0) - 1

    def problem(self) -> Problem | None:
        """Why this range cannot be used, if so.

        >>> str(Range("21000", 7).problem())
        'not_ours'
        """
        if not (self.prefix.isascii() and self.prefix.isdigit()):
            return Problem.NOT_DIGITS
        if not self.prefix.startswith(FREE_PREFIX):
            return Problem.NOT_OURS
        if not 1 <= self.item_digits <= MOST_ITEM_DIGITS:
            return Problem.ITEM_DIGITS
        if len(self.prefix) + self.item_digits != EAN13_BODY:
            return Problem.WRONG_LENGTH
        return None

    def overlaps(self, other: "Range") -> bool:
        """Whether some number could come from both.

        >>> Range("200", 9).overlaps(Range("20012", 7))
        True
        """
        return self.prefix.startswith(other.prefix) or other.prefix.startswith(
            self.prefix
        )

    def number(self, item: int) -> "Number":
        """The EAN-13 of an item.

        >>> Range("20000", 7).number(1).code
        '2000000000015'
        """
        if not 1 <= item <= self.capacity:
            raise ValueError(f"item {item} is outside 1..{self.capacity}")
        body = f"{self.prefix}{item:0{self.item_digits}d}"
        return Number(item, body + ean.calc_check_digit(body))

    def numbers(self, first: int, count: int) -> list["Number"]:
        """``count`` numbers in a row."""
        return [self.number(item) for item in range(first, first + count)]


def split_taken(
    candidates: Iterable[Number], taken: Collection[str]
) -> tuple[list[Number], list[Number]]:
    """(free, taken) by any spelling found somewhere in the shop."""
    free: list[Number] = []
    in_use: list[Number] = []
    for candidate in candidates:
        is_taken = any(spelling in taken for spelling in candidate.spellings)
        (in_use if is_taken else free).append(candidate)
    return free, in_use


def holder(number: Number, holders: Mapping[str, str]) -> str:
    """Who bears this number, under whichever spelling."""
    return next((holders[s] for s in number.spellings if s in holders), "")
