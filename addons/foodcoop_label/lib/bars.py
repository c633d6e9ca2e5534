# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bars as whole printer dots.

The narrowest bar is a whole number of the printer's dots, so that it is as wide
on paper as on the drawing: a scanner measures bars against each other.
"""

from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from barcode import codex
from barcode.ean import EAN8, EAN13
from stdnum import ean

from .problem import LabelError, Problem

MM_PER_INCH = 25.4
NARROWEST, WIDEST = 0.25, 0.66  # mm a module, GS1; 0.25 on demand only
WIDE_ENOUGH = 0.40  # wider only takes room from the name and the price
DPI = (203, 300, 600)
LONGEST_TEXT = 30


class Code128(codex.Code128):
    """The library takes a pair 99 at the start for a change of subset, and loses it.

    >>> Code128("9912").encoded
    [105, 99, 12]
    """

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        is_pair = encoded[:2] == [105, 99]
        return encoded if is_pair else super()._try_to_optimize(encoded)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code's bars: ``modules`` of 0 and 1, and the quiet modules beside them."""

    kind: str
    code: str
    modules: str
    quiet_left: int = 11
    quiet_right: int = 7

    @property
    def width(self) -> int:
        return self.quiet_left + len(self.modules) + self.quiet_right

    def runs(self) -> list[tuple[int, int]]:
        """(first module, how many) of every black bar, quiet zone counted.

        >>> symbol("20012342").runs()[0]
        (7, 1)
        """
        runs, at = [], self.quiet_left
        for bar in self.modules.replace("01", "0 1").replace("10", "1 0").split():
            if bar[0] == "1":
                runs.append((at, len(bar)))
            at += len(bar)
        return runs

    def same_as(self, read: str) -> bool:
        """Whether ``read`` is this code, in the spelling of any scanner."""
        if self.kind == "code128":
            return read == self.code
        return read.isdigit() and read.zfill(14) == self.code.zfill(14)


@cache
def symbol(code: str) -> Symbol:
    """The bars of a code; a wrong check digit is refused, never corrected.

    >>> symbol("3017620422003").kind, symbol("3017620422003").width
    ('ean13', 113)
    """
    if not code:
        raise LabelError(Problem.NO_CODE)
    if code.isdigit() and len(code) in (8, 12, 13, 14) and not ean.is_valid(code):
        raise LabelError(Problem.BAD_CODE, code=code)
    if code.isdigit() and len(code) == 8:
        return Symbol("ean8", code, EAN8(code).build()[0], 7, 7)
    if code.isdigit() and len(code) in (12, 13):
        return Symbol("ean13", code.zfill(13), EAN13(code.zfill(13)).build()[0])
    if not (code.isascii() and code.isprintable()) or len(code) > LONGEST_TEXT:
        raise LabelError(Problem.BAD_CODE, code=code)
    return Symbol("code128", code, Code128(code).build()[0], 10, 10)


def choices(dpi: int) -> range:
    """Dots a module may have on this printer.

    >>> list(choices(203)), list(choices(300))
    ([2, 3, 4, 5], [3, 4, 5, 6, 7])
    """
    dot = MM_PER_INCH / dpi
    return range(ceil(NARROWEST / dot - 1e-9), floor(WIDEST / dot + 1e-9) + 1)


def dots_for(bars: Symbol, room: float, dpi: int) -> int:
    """Dots a module so that bars and quiet zones fit into ``room`` millimetres.

    >>> dots_for(symbol("3017620422003"), 60, 203)
    3
    """
    dot = MM_PER_INCH / dpi
    fitting = [
        dots
        for dots in choices(dpi)
        if bars.width * dots * dot <= room + 1e-9
        and (dots * dot <= WIDE_ENOUGH or dots == choices(dpi)[0])
    ]
    if not fitting:
        raise LabelError(Problem.TOO_NARROW, code=bars.code)
    return fitting[-1]


def millimetres(bars: Symbol, dots: int, dpi: int) -> float:
    """Width of bars and quiet zones."""
    return bars.width * dots * MM_PER_INCH / dpi
