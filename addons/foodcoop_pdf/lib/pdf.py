# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF's tables become plain sheets; its other lines, texts.

PDFium reads it: nothing in the file is executed, no link is followed. Numbers stay
text, as printed.
"""

import contextlib
import re
import threading
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Page
from odoo.addons.foodcoop_pdf_page.lib.pdf_page import page_of
from odoo.addons.foodcoop_sheet.lib.table import (
    EMPTY_FILE,
    NO_TABLE,
    NO_TEXT,
    NOT_A_WORKBOOK,
    OCR,
    PASSWORD,
    PICTURE_PAGES,
    TOO_BIG,
    TOO_MANY_PAGES,
    TOO_MANY_ROWS,
    UNREADABLE_TEXT,
    WRONG_EXTENSION,
    Document,
    ReadError,
)

from .pdf_facts import facts_of
from .pdf_gaps import gap_pieces
from .pdf_grid import grid_pieces
from .pdf_join import sheets_of
from .pdf_lines import Line, lines_of

MAX_BYTES = 40_000_000
MAX_PAGES = 300
MAX_LETTERS = 2_000_000
MAX_ROWS = 20_000
MAX_TEXTS = 500
STRANGE = 0.05  # part of letters without meaning that spoils a list

PDFIUM = threading.RLock()  # PDFium works for one thread at a time


def read_pdf(data: bytes, filename: str) -> Document:
    """Tables, texts and facts of a PDF; raises ReadError with a reason."""
    with PDFIUM, opened(data) as document:
        if len(document) > MAX_PAGES:
            raise ReadError(TOO_MANY_PAGES, str(MAX_PAGES))
        return document_of(list(_pages(document)))


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The file as PDFium sees it; every failure inside becomes a ReadError."""
    _check(data)
    document = None
    try:
        document = pdfium.PdfDocument(data)
        yield document
    except ReadError:
        raise
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (
            raw.FPDF_ERR_PASSWORD,
            raw.FPDF_ERR_SECURITY,
        )
        raise ReadError(PASSWORD if locked else NOT_A_WORKBOOK) from error
    except Exception as error:  # a damaged file may hold numbers of any size
        raise ReadError(NOT_A_WORKBOOK) from error
    finally:
        if document:
            document.close()


def _check(data: bytes) -> None:
    """Refuse what is no PDF, or no longer a whole one: a part would look like all."""
    if not data:
        raise ReadError(EMPTY_FILE)
    if len(data) > MAX_BYTES:
        raise ReadError(TOO_BIG)
    start = data.find(b"%PDF-", 0, 1100)
    if start < 0:
        raise ReadError(WRONG_EXTENSION)
    ends = re.findall(rb"startxref\s+(\d{1,11})\s+%%EOF", data[-4096:])
    if not ends:
        raise ReadError(NOT_A_WORKBOOK)
    table = rb"\s*(?:xref|\d+\s+\d+\s+obj)"
    if not any(re.match(table, data[int(ends[-1]) + n :][:64]) for n in {0, start}):
        raise ReadError(NOT_A_WORKBOOK)


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    letters = 0
    if not len(document):
        raise ReadError(NOT_A_WORKBOOK)
    for index in range(len(document)):
        page = page_of(document, index)
        letters += page.letters
        if letters > MAX_LETTERS:
            raise ReadError(TOO_BIG, str(page.number))
        yield page


def document_of(pages: Sequence[Page], notes: tuple[str, ...] = ()) -> Document:
    """Tables out of pages that were read; raises ReadError when there is none."""
    _check_text(pages)
    pieces = [piece for page in pages for piece in grid_pieces(page)]
    taken = {
        page.number: set().union(*(p.words for p in pieces if p.page == page.number))
        for page in pages
    }
    free = [(page, _without(page, taken)) for page in pages]
    for piece in gap_pieces(free, ruled=bool(pieces)):
        pieces.append(piece)
        taken[piece.page] |= piece.words
    if not pieces:
        raise ReadError(NO_TEXT if any(page.pictured for page in pages) else NO_TABLE)
    beside = [line for page in pages for line in lines_of(page, _without(page, taken))]
    return _document(pages, pieces, beside, notes)


def _without(page: Page, taken) -> list:
    return [word for word in page.words if word not in taken[page.number]]


def _check_text(pages: Sequence[Page]) -> None:
    letters = sum(page.letters for page in pages)
    if letters == 0:
        raise ReadError(NO_TEXT)
    if sum(page.strange for page in pages) > STRANGE * letters:
        raise ReadError(UNREADABLE_TEXT)


def _document(pages, pieces, beside: list[Line], notes: tuple[str, ...]) -> Document:
    frames = {page.number: (page.frame, page.shown) for page in pages}
    sheets = sheets_of(pieces, beside, frames)
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise ReadError(TOO_MANY_ROWS)
    cells = (value for sheet in sheets for row in sheet.rows for value in row if value)
    if any(page.hidden for page in pages):
        notes += (OCR,)
    if any(page.pictured and len(page.words) < 15 for page in pages):
        notes += (PICTURE_PAGES,)
    return Document(
        "pdf",
        tuple(sheets),
        facts_of(beside, cells, lines_of(pages[0], pages[0].words)),
        tuple(dict.fromkeys(notes)),
        tuple(line.text for line in beside[:MAX_TEXTS]),
    )
