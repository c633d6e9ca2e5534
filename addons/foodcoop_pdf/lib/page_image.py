# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of a PDF as a picture, for a person to point at its columns."""

import io
import math

from odoo.addons.foodcoop_sheet.lib.table import (
    NOT_A_WORKBOOK,
    TOO_BIG,
    TOO_MANY_PAGES,
    ReadError,
)

from .pdf import MAX_PAGES, PDFIUM, opened

WIDTH = 1200
MAX_PIXELS = 12_000_000  # a page of A4 at 300 dots an inch has 8.7 million
MAX_STRETCH = 20.0


def page_png(data: bytes, page: int, width: int = WIDTH) -> bytes:
    """Page ``page`` (from 1) as PNG, ``width`` pixels wide; less when it is very long.

    A box of ``Sheet.boxes`` in points stands at box * pixels / page width. Raises
    ReadError for what is no PDF, and for a page that does not exist.
    """
    image = page_picture(data, page, width)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def page_picture(data: bytes, page: int, width: int):
    """The page as a PIL image on white paper."""
    with PDFIUM, opened(data) as document:
        if not 1 <= page <= min(len(document), MAX_PAGES):
            raise ReadError(TOO_MANY_PAGES, str(page))
        sheet = document[page - 1]
        points, height = sheet.get_size()
        scale = _scale(points, height, width)
        return sheet.render(scale=scale, may_draw_forms=False).to_pil()


def page_size(data: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page as it is seen, in points."""
    with PDFIUM, opened(data) as document:
        if not 1 <= page <= len(document):
            raise ReadError(TOO_MANY_PAGES, str(page))
        return document.get_page_size(page - 1)  # without reading what is on it


def _scale(points: float, height: float, width: int) -> float:
    """Pixels for a point, within what memory a picture may take.

    >>> _scale(600, 800, 1200), _scale(600, 800, 100_000) < 6
    (2.0, True)
    """
    if not (0 < points < math.inf and 0 < height < math.inf):
        raise ReadError(NOT_A_WORKBOOK)
    scale = min(max(width, 50) / points, math.sqrt(MAX_PIXELS / (points * height)))
    if scale * min(points, height) < 1:
        raise ReadError(TOO_BIG)
    return min(scale, MAX_STRETCH)
