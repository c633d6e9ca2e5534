# SPDX-License-Identifier: AGPL-3.0-or-later
"""Count sheets on A4: rows with bars to scan and a box for a pen."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.barcode import createBarcodeDrawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from stdnum import ean

REGULAR, BOLD = "FoodcoopSheet", "FoodcoopSheetBold"
WIDTH, HEIGHT = A4
LEFT, RIGHT = 12 * mm, WIDTH - 12 * mm
FIRST_ROW, LAST_ROW = HEIGHT - 58 * mm, 16 * mm
ROW = 15 * mm
BARS, BOX = 118 * mm, 168 * mm  # where they begin
SPARE_ROWS = 3  # for what is not on the list
PER_PAGE = int((FIRST_ROW - LAST_ROW) // ROW)


@dataclass(frozen=True)
class Row:
    name: str
    ordered: str
    code: str
    unit: str


@dataclass(frozen=True)
class Sheet:
    """``codes``: of the orders, the terminal opens the delivery by one of them."""

    supplier: str
    orders: str
    day: str
    codes: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Words:
    """In the reader's language. ``page`` holds two places for numbers."""

    title: str
    counted_by: str
    advice: str
    counted: str
    not_listed: str
    page: str


def use_fonts(regular: str, bold: str) -> None:
    """Files of a font that knows the names' letters."""
    pdfmetrics.registerFont(TTFont(REGULAR, regular))
    pdfmetrics.registerFont(TTFont(BOLD, bold))


def symbology(code: str) -> tuple[str, str] | None:
    """How a code is drawn: reportlab's name and the value, or None for no bars.

    A wrong check digit would be corrected silently as EAN: it stays as it is.

    >>> symbology("9520000000011"), symbology("301762042200")
    (('EAN13', '9520000000011'), ('Code128', '301762042200'))
    """
    if code.isascii() and code.isdigit() and ean.is_valid(code):
        if len(code) == 8:
            return "EAN8", code
        if len(code) in (12, 13):
            return "EAN13", code.zfill(13)
    if code and code.isascii() and code.isprintable() and len(code) <= 24:
        return "Code128", code
    return None


def pages(count: int) -> int:
    """Spare rows are part of the last page.

    >>> pages(1), pages(PER_PAGE - SPARE_ROWS), pages(PER_PAGE)
    (1, 1, 2)
    """
    return max(-(-(count + SPARE_ROWS) // PER_PAGE), 1)


def draw(sheets: Sequence[Sheet], words: Words) -> bytes:
    """All sheets one after the other; each counts its own pages and rows."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setTitle(words.title)
    for sheet in sheets:
        _draw_sheet(canvas, sheet, words)
    canvas.save()
    return stream.getvalue()


def _draw_sheet(canvas: Canvas, sheet: Sheet, words: Words) -> None:
    filled: list[Row | None] = [*sheet.rows, *[None] * SPARE_ROWS]
    last = pages(len(sheet.rows))
    for page in range(last):
        _draw_head(canvas, sheet, words)
        begin = page * PER_PAGE
        for place, row in enumerate(filled[begin : begin + PER_PAGE]):
            _draw_row(canvas, FIRST_ROW - place * ROW, begin + place + 1, row, words)
        canvas.setFont(REGULAR, 9)
        canvas.drawString(LEFT, 8 * mm, f"{sheet.supplier[:60]}  {sheet.orders[:40]}")
        canvas.drawRightString(
            RIGHT, 8 * mm, words.page % {"page": page + 1, "last": last}
        )
        canvas.showPage()


def _draw_head(canvas: Canvas, sheet: Sheet, words: Words) -> None:
    top = HEIGHT - 18 * mm
    canvas.setFont(BOLD, 18)
    canvas.drawString(LEFT, top, _cut(sheet.supplier, BOLD, 18, BARS - LEFT - 4 * mm))
    canvas.setFont(REGULAR, 11)
    canvas.drawString(LEFT, top - 7 * mm, f"{words.title}  {sheet.day}")
    canvas.drawString(LEFT, top - 13 * mm, _cut(sheet.orders, REGULAR, 11, 90 * mm))
    canvas.drawString(LEFT, top - 23 * mm, f"{words.counted_by}  {'.' * 50}")
    canvas.setFont(REGULAR, 9)
    canvas.drawString(LEFT, FIRST_ROW + 3 * mm, words.advice)
    canvas.setFont(BOLD, 10)
    canvas.drawString(BOX, FIRST_ROW + 3 * mm, words.counted)
    for place, code in enumerate(sheet.codes[:2]):
        _draw_bars(canvas, code, BARS + place * 40 * mm, top - 12 * mm, 38 * mm)
    canvas.line(LEFT, FIRST_ROW, RIGHT, FIRST_ROW)


def _draw_row(
    canvas: Canvas, top: float, number: int, row: Row | None, words: Words
) -> None:
    canvas.setFont(BOLD, 11)
    canvas.drawRightString(LEFT + 8 * mm, top - 9 * mm, str(number))
    canvas.roundRect(BOX, top - ROW + 2 * mm, RIGHT - BOX, ROW - 4 * mm, 2 * mm)
    canvas.setLineWidth(0.3)
    canvas.line(LEFT, top - ROW, RIGHT, top - ROW)
    canvas.setLineWidth(1)
    at = LEFT + 11 * mm
    if row is None:
        canvas.setFont(REGULAR, 9)
        canvas.drawString(at, top - 5 * mm, words.not_listed)
        return
    room = BARS - at - 3 * mm
    canvas.setFont(BOLD, 10)
    for place, text in enumerate(simpleSplit(row.name, BOLD, 10, room)[:2]):
        canvas.drawString(at, top - (5 + place * 4) * mm, _cut(text, BOLD, 10, room))
    canvas.setFont(REGULAR, 9)
    canvas.drawString(at, top - 13.2 * mm, _cut(row.ordered, REGULAR, 9, room))
    canvas.drawRightString(RIGHT - 1.5 * mm, top - ROW + 3.5 * mm, row.unit[:8])
    _draw_bars(canvas, row.code, BARS, top - ROW + 1.5 * mm, BOX - BARS - 3 * mm)


def _draw_bars(canvas: Canvas, code: str, left: float, low: float, room: float) -> None:
    """The figure under the bars is the code, for whoever types it."""
    found = symbology(code)
    if not found:
        return
    name, value = found
    options = {"barHeight": 9 * mm, "barWidth": 0.33 * mm, "humanReadable": False}
    drawing = createBarcodeDrawing(name, value=value, **options)
    if drawing.width > room:
        options["barWidth"] *= room / drawing.width
        drawing = createBarcodeDrawing(name, value=value, **options)
    drawing.drawOn(canvas, left, low + 3 * mm)
    canvas.setFont(REGULAR, 8)
    canvas.drawCentredString(left + drawing.width / 2, low, code)


def _cut(text: str, font: str, size: float, room: float) -> str:
    if pdfmetrics.stringWidth(text, font, size) <= room:
        return text
    while text and pdfmetrics.stringWidth(text + "…", font, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
