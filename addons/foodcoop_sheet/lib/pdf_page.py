# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of a PDF, as PDFium sees it: its words and its drawn lines."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from .pdf_frame import Frame, Page
from .pdf_rules import drawn_lines
from .pdf_words import Letter, words_of
from .table import TOO_BIG, ReadError

MAX_LETTERS = 60_000  # of one page; a page of the smallest print has 15,000
MAX_OBJECTS = 30_000  # drawn things of one page; more is a drawing, not a list
_SPACE = frozenset(" \t\r\n\u00a0\u2007\u2009\u202f\u3000\u200b")
_BROKEN = "\x02"  # PDFium's word for a hyphen at the end of a line
_INVISIBLE = 3  # text render mode of letters that text recognition leaves


def page_of(document: pdfium.PdfDocument, index: int) -> Page:
    """What stands on a page (index from 0); raises ReadError when it is too much."""
    page = document[index]
    try:
        return _read(page, index + 1)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int) -> Page:
    frame = _paper(page)
    letters = _Letters(page)
    try:
        found = letters.read()
    finally:
        letters.close()
    shown = frame.turned(page.get_rotation() // 90)
    turns = Counter(letter[-1] for letter in found)
    upright = frame.turned(max(turns, key=turns.get)) if turns else shown
    objects = list(
        _objects(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
    )
    across, down = drawn_lines(objects, upright)
    return Page(
        number,
        upright,
        shown,
        words_of(_seen(found, upright)),
        across,
        down,
        letters=len(found),
        strange=letters.strange,
        pictured=_pictured(objects, frame),
        hidden=_hidden(objects),
    )


def _paper(page: pdfium.PdfPage) -> Frame:
    """What is seen of the page: a crop that lies within the paper, else all of it."""
    left, bottom, right, top = page.get_mediabox()
    crop = page.get_cropbox()
    inner = (
        max(left, crop[0]),
        max(bottom, crop[1]),
        min(right, crop[2]),
        min(top, crop[3]),
    )
    shown = inner[2] - inner[0] > 1 and inner[3] - inner[1] > 1
    return Frame(*(inner if shown else (left, bottom, right, top)))


class _Letters:
    """Reads every character of a page with its place, in the PDF's axes."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page.get_textpage()
        self.strange = 0
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def close(self) -> None:
        self._page.close()

    def read(self) -> list[tuple]:
        """Text, box, origin, size, after_space and quarter turn of each letter."""
        count = max(0, self._page.count_chars())
        if count > MAX_LETTERS:
            raise ReadError(TOO_BIG)
        found, after_space = [], False
        for index in range(count):
            text = chr(min(raw.FPDFText_GetUnicode(self._page, index), 0x10FFFF))
            if text in _SPACE:
                after_space = True
                continue
            letter = self._letter(index, "-" if text == _BROKEN else text)
            if letter:
                found.append((*letter[:-1], after_space, letter[-1]))
                after_space = False
        return found

    def _letter(self, index: int, text: str) -> tuple | None:
        page, box, matrix = self._page, self._box, self._matrix
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        turn = _quarter(matrix.a, matrix.b)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        places = (
            box.left,
            box.bottom,
            box.right,
            box.top,
            self._x.value,
            self._y.value,
        )
        if turn is None or not all(map(math.isfinite, (*places, size))) or size < 1:
            return None  # a watermark, or nothing that a person could read
        if unicodedata.category(text) in ("Co", "Cn", "Cc", "Cs") or text == "\ufffd":
            self.strange += 1
        return (text, *places, size, turn)


def _quarter(a: float, b: float) -> int | None:
    """Quarter turns to the left of a writing direction; None for a slanted one."""
    if abs(b) <= 0.1 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return None


def _seen(found: list[tuple], frame: Frame) -> Iterator[Letter]:
    """Letters in the frame in which most of the page reads upright."""
    for text, left, bottom, right, top, x, y, size, after_space, turn in found:
        if turn != frame.turn:
            continue
        box = frame.box(left, bottom, right, top)
        if box[2] < 0 or box[0] > frame.width or box[3] < 0 or box[1] > frame.height:
            continue  # beside the paper
        yield Letter(text, *box, frame.seen(x, y)[1], size, after_space)


def _objects(parent, count, get, outer=None, depth: int = 0) -> Iterator[tuple]:
    """Every drawn thing with the matrix of the form that it is part of."""
    for index in range(min(max(0, count(parent)), MAX_OBJECTS)):
        item = get(parent, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield item, kind, outer
        elif depth < 4:
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, matrix)
            own = pdfium.PdfMatrix.from_raw(matrix)
            inner = own.multiply(outer) if outer else own
            yield from _objects(
                item,
                raw.FPDFFormObj_CountObjects,
                raw.FPDFFormObj_GetObject,
                inner,
                depth + 1,
            )


def _pictured(objects: list[tuple], frame: Frame) -> bool:
    """A picture, or several strips of one, fill most of the page."""
    sides = [ctypes.c_float() for _ in range(4)]
    covered = 0.0
    for item, kind, _outer in objects:
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(item, *sides):
            left, bottom, right, top = (side.value for side in sides)
            covered += abs(right - left) * abs(top - bottom)
    return covered > 0.4 * frame.width * frame.height


def _hidden(objects: list[tuple]) -> bool:
    modes = Counter(
        raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
        for item, kind, _outer in objects
        if kind == raw.FPDF_PAGEOBJ_TEXT
    )
    return modes[True] > modes[False]
