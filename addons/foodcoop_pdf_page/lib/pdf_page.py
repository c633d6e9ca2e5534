# SPDX-License-Identifier: AGPL-3.0-or-later
"""One page of a PDF, as PDFium sees it: its words and its drawn lines."""

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from .pdf_frame import Frame, Page
from .pdf_letters import Glyph, glyphs_of
from .pdf_rules import drawn_lines
from .pdf_words import Letter, words_of

MAX_OBJECTS = 30_000  # drawn things of one page; more is a drawing, not a list
_INVISIBLE = 3  # text render mode of letters that text recognition leaves


def page_of(document: pdfium.PdfDocument, index: int) -> Page:
    """What stands on a page (index from 0); raises ReadError when it is too much."""
    page = document[index]
    try:
        return _read(page, index + 1)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int) -> Page:
    paper = _paper(page)
    glyphs = glyphs_of(page)
    shown = paper.turned(page.get_rotation() // 90)
    turns = Counter(glyph.turn for glyph in glyphs)
    upright = paper.turned(max(turns, key=turns.get)) if turns else shown
    objects = list(_objects(page.raw, *_OF_PAGE))
    across, down = drawn_lines(objects, upright)
    return Page(
        number,
        upright,
        shown,
        words_of(_seen(glyphs, upright)),
        across,
        down,
        letters=len(glyphs),
        strange=sum(glyph.strange for glyph in glyphs),
        pictured=_pictured(objects, paper),
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


_OF_PAGE = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
_OF_FORM = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject


def _seen(glyphs: list[Glyph], frame: Frame) -> Iterator[Letter]:
    """Letters in the frame in which most of the page reads upright."""
    for glyph in glyphs:
        if glyph.turn != frame.turn:
            continue
        box = frame.box(glyph.left, glyph.bottom, glyph.right, glyph.top)
        if box[2] < 0 or box[0] > frame.width or box[3] < 0 or box[1] > frame.height:
            continue  # beside the paper
        base = frame.seen(glyph.x, glyph.y)[1]
        yield Letter(glyph.text, *box, base, glyph.size, glyph.after_space)


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
            yield from _objects(item, *_OF_FORM, inner, depth + 1)


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
