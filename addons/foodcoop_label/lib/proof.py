# SPDX-License-Identifier: AGPL-3.0-or-later
"""The round trip: render at the printer's dots, read as a scanner would, compare."""

from collections import defaultdict

import pypdfium2
import zxingcpp

from .bars import symbol
from .problem import LabelError, Problem
from .sheet import POINTS, Placed, Printed

_LINEAR = zxingcpp.BarcodeFormat.AllLinear
_NOT_A_DOT_MORE = 1 - 1e-5  # pypdfium2 rounds a page's dots up


def prove(printed: Printed) -> int:
    """Read one label of every code; the first one that is not it is refused."""
    pages = defaultdict(list)
    seen = set()
    for placed in printed.labels:
        if placed.label.code not in seen:
            seen.add(placed.label.code)
            pages[placed.page].append(placed)
    pdf = pypdfium2.PdfDocument(printed.pdf)
    for page, labels in pages.items():
        picture = raster(pdf, page, printed.dpi)
        for placed in labels:
            _compare(placed, picture)
    return len(seen)


def raster(pdf: pypdfium2.PdfDocument, page: int, dpi: int):
    """The page as this printer's dots."""
    scale = dpi / POINTS * _NOT_A_DOT_MORE
    return pdf[page].render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()


def read(picture) -> list[str]:
    """Every code a scanner finds."""
    found = zxingcpp.read_barcodes(
        picture, formats=_LINEAR, try_downscale=False, try_invert=False
    )
    return [code.text for code in found]


def _compare(placed: Placed, picture) -> None:
    label = placed.label
    found = read(picture.crop(placed.box))
    if not found:
        raise LabelError(Problem.UNREADABLE, label.name, label.code)
    if len(found) > 1 or not symbol(label.code).same_as(found[0]):
        read_instead = ", ".join(found)
        raise LabelError(Problem.MISREAD, label.name, label.code, read_instead)


def first_page(pdf: bytes, dpi: int = 100):
    """A picture for the screen."""
    return raster(pypdfium2.PdfDocument(pdf), 0, dpi)
