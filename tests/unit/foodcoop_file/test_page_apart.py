# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page is drawn in another process: one without end ends there."""

import time

import pytest

from odoo.addons.foodcoop_file.lib import apart
from odoo.addons.foodcoop_pdf.lib import page_image
from odoo.addons.foodcoop_sheet.lib import table
from odoo.addons.foodcoop_sheet.lib.table import ReadError

ROOM = {"seconds": 60, "megabytes": 512}


def pdf_of(page, resources=b"", more=()):
    """A page of 600 x 800 points with Helvetica, as bytes."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate 90/Contents 4 0 R"
        b"/Resources<<%s>>>>" % resources,
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        *more,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, rows, len(objects) + 1, len(data))
    )


def test_a_page_is_drawn_apart():
    data = pdf_of(b"0 0 300 400 re f")
    assert apart.page_apart(data, 1, **ROOM) == page_image.page_png(data, 1)
    assert page_image.page_size(data, 1) == (800, 600)  # as it is seen, turned
    with pytest.raises(ReadError) as error:
        apart.page_apart(data, 2, **ROOM)
    assert error.value.reason == table.TOO_MANY_PAGES


def test_a_page_without_end_is_not_drawn():
    tile = b"0 0 1 1 re f"
    pattern = (
        b"<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001"
        b"/YStep .001/Resources<<>>/Length %d>>stream\n%s\nendstream"
    ) % (len(tile), tile)
    paint = b"/Pattern cs /P scn 0 0 600 800 re f"
    data = pdf_of(paint, b"/Pattern<</P 5 0 R>>", [pattern])
    start = time.monotonic()
    with pytest.raises(ReadError) as error:
        apart.page_apart(data, 1, seconds=1, megabytes=512)
    assert error.value.reason == table.TOO_LONG
    assert time.monotonic() - start < 10
    assert page_image.page_size(data, 1) == (800, 600)  # asked of the web worker
