# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every letter of a page with its place, in the PDF's own axes."""

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from odoo.addons.foodcoop_sheet.lib.table import TOO_BIG, ReadError

from .pdf_rules import clip_of

MAX_LETTERS = 60_000  # of one page; a page of the smallest print has 15,000
_SPACE = frozenset(" \t\r\n\u00a0\u2007\u2009\u202f\u3000\u200b")
_BROKEN = "\x02"  # PDFium's word for a hyphen at the end of a line
_SHORT_END = 3
_MEANINGLESS = ("Co", "Cn", "Cc", "Cs")  # private use, unassigned, control


class Glyph(NamedTuple):
    """A letter: its box, the point x, y that it stands on, its quarter turn."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    size: float
    turn: int
    after_space: bool

    @property
    def strange(self) -> bool:
        return self.text == "\ufffd" or unicodedata.category(self.text) in _MEANINGLESS


def glyphs_of(page: pdfium.PdfPage) -> list[Glyph]:
    """The letters that a person sees, in the file's order; raises ReadError when
    they are too many. Slanted ones (a watermark) are left out."""
    text_page = page.get_textpage()
    try:
        count = max(0, text_page.count_chars())
        if count > MAX_LETTERS:
            raise ReadError(TOO_BIG)
        return _Reader(text_page).read(count)
    finally:
        text_page.close()


class _Reader:
    def __init__(self, page: pdfium.PdfTextPage) -> None:
        self._page = page
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._clips: dict[int, tuple[float, float]] = {}

    def read(self, count: int) -> list[Glyph]:
        found: list[Glyph] = []
        covered: list[list[Glyph]] = [[]]  # runs of letters beyond their cell
        after_space = False
        for index in range(count):
            text = chr(min(raw.FPDFText_GetUnicode(self._page, index), 0x10FFFF))
            if text in _SPACE:
                after_space = True
                continue
            glyph = self._glyph(index, "-" if text == _BROKEN else text, after_space)
            if glyph is None:
                continue
            after_space = False
            if self._shows(index, glyph):
                found.append(glyph)
                covered += [[]] if covered[-1] else []
            else:
                covered[-1].append(glyph)
        return found + [one for run in _readable(covered, found) for one in run]

    def _glyph(self, index: int, text: str, after_space: bool) -> Glyph | None:
        page, box, matrix = self._page, self._box, self._matrix
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        turn = _quarter(matrix.a, matrix.b)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        sides = (box.left, box.bottom, box.right, box.top)
        places = (*sides, self._x.value, self._y.value, size)
        if turn is None or size < 1 or not all(map(math.isfinite, places)):
            return None
        return Glyph(text, *places, turn, after_space)

    def _shows(self, index: int, glyph: Glyph) -> bool:
        """Whether a letter lies within what its text may paint: a text too long for
        its cell goes on, unseen, under the next one."""
        item = raw.FPDFText_GetTextObject(self._page, index)
        if not item or glyph.turn % 2:
            return True
        key = ctypes.addressof(item.contents)
        if key not in self._clips:
            self._clips[key] = clip_of(item)
        left, right = self._clips[key]
        return left <= (glyph.left + glyph.right) / 2 <= right


def _readable(
    covered: Iterable[Sequence[Glyph]], seen: Sequence[Glyph]
) -> list[Sequence[Glyph]]:
    """The unseen end of a number, where no other text covers or follows it closely.

    A name's unseen end would only lie across the next columns.
    """
    lines: dict[int, list[Glyph]] = {}
    for glyph in seen:
        lines.setdefault(round(glyph.y), []).append(glyph)
    return [
        run
        for run in covered
        if 0 < len(run) <= _SHORT_END and not _is_covered(run, lines)
    ]


def _is_covered(run: Sequence[Glyph], lines: dict[int, list[Glyph]]) -> bool:
    reach = 0.4 * run[0].size
    left = min(glyph.left for glyph in run)
    right = max(glyph.right for glyph in run) + reach
    near = range(round(run[0].y - reach), round(run[0].y + reach) + 1)
    return any(
        glyph.left < right and glyph.right > left + reach
        for y in near
        for glyph in lines.get(y, ())
    )


def _quarter(a: float, b: float) -> int | None:
    """Quarter turns to the left of a writing direction; None for a slanted one."""
    if abs(b) <= 0.1 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return None
