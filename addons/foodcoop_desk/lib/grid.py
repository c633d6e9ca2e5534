# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sheet as the repair screen shows it: cells, and what each column and row is.

A window of a long sheet, or one page of a PDF with the places of its columns.
"""

from collections import defaultdict

from odoo.addons.foodcoop_columns.lib.header import find_headers
from odoo.addons.foodcoop_pricelist.lib.offer import PRODUCT, Reading
from odoo.addons.foodcoop_sheet.lib.grid import letter
from odoo.addons.foodcoop_sheet.lib.table import Box, Sheet
from odoo.addons.foodcoop_words.lib.cells import as_text

WINDOW = 60
MAX_COLUMNS = 60
MAX_TEXT = 80
_UNSAID = {"kind": "", "reason": "", "text": "", "bad": []}


def window(sheet: Sheet, reading: Reading | None, first: int) -> dict:
    """Rows ``first`` and the next ones; a PDF's sheet: those of the first's page."""
    first = min(max(first, 1), max(len(sheet.rows), 1))
    rows = _numbers(sheet, first)
    width = min(MAX_COLUMNS, max((len(cells) for cells in sheet.rows), default=0))
    kinds = _kinds(sheet, reading)
    return {
        "first": rows[0] if rows else 1,
        "total": len(sheet.rows),
        "before": _before(sheet, rows),
        "after": rows[-1] + 1 if rows and rows[-1] < len(sheet.rows) else None,
        "page": sheet.page(first) if sheet.rows else 0,
        "columns": _columns(sheet, reading, width, rows),
        "rows": [
            {
                "row": row,
                "cells": [as_text(value)[:MAX_TEXT] for value in _cells(sheet, row)],
                "box": _union(_boxes(sheet, row, width)),
                **kinds.get(row, _UNSAID),
            }
            for row in rows
        ],
    }


def _numbers(sheet: Sheet, first: int) -> list[int]:
    if sheet.pages:
        page = sheet.page(first)
        return [row for row, there in enumerate(sheet.pages, start=1) if there == page]
    return [*range(first, min(first + WINDOW, len(sheet.rows) + 1))]


def _before(sheet: Sheet, rows: list[int]) -> int | None:
    """A row of the page, or the first of the window, that stands before."""
    if not rows or rows[0] == 1:
        return None
    return rows[0] - 1 if sheet.pages else max(1, rows[0] - WINDOW)


def _cells(sheet: Sheet, row: int) -> tuple:
    return sheet.rows[row - 1][:MAX_COLUMNS]


def _kinds(sheet: Sheet, reading: Reading | None) -> dict:
    """What each row is; a product in one of its blocks makes it a product."""
    if reading is None:
        return {}
    kinds = {
        other.row: {
            "kind": other.kind,
            "reason": other.reason,
            "text": other.text,
            "bad": [[letter(column), why] for column, why in other.cells],
        }
        for other in reading.others
        if other.sheet == sheet.name
    }
    offered = (offer.row for offer in reading.offers if offer.sheet == sheet.name)
    return kinds | {row: {**_UNSAID, "kind": PRODUCT} for row in offered}


def _columns(sheet: Sheet, reading: Reading | None, width: int, rows) -> list[dict]:
    known = {
        column.column: column
        for column in (reading.columns if reading else ())
        if column.sheet == sheet.name
    }
    titles = _titles(sheet)
    places = defaultdict(list)
    for (row, column), box in sheet.boxes.items():
        if rows and rows[0] <= row <= rows[-1]:
            places[column].append(box)
    return [
        {
            "column": column,
            "role": known[column].role if column in known else "",
            "title": known[column].title if column in known else titles.get(column, ""),
            "block": known[column].block if column in known else 1,
            "box": _union(places[column]),
        }
        for column in range(1, width + 1)
    ]


def _titles(sheet: Sheet) -> dict[int, str]:
    """What the first header says of each column."""
    headers = find_headers(sheet)
    return dict(headers[0].titles) if headers else {}


def _boxes(sheet: Sheet, row: int, width: int) -> list[Box]:
    places = ((row, column) for column in range(1, width + 1))
    return [sheet.boxes[place] for place in places if place in sheet.boxes]


def _union(boxes: list[Box]) -> list[float] | None:
    """The smallest box around all of them."""
    if not boxes:
        return None
    left, top, right, bottom = zip(*boxes, strict=True)
    return [min(left), min(top), max(right), max(bottom)]
