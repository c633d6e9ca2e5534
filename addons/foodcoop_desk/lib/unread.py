# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns that say something of the products and that we do not read: to be named."""

from collections.abc import Iterator

from odoo.addons.foodcoop_pricelist.lib.offer import HEADER, PROBLEM, Reading
from odoo.addons.foodcoop_sheet.lib.grid import letter
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet
from odoo.addons.foodcoop_words.lib.cells import as_text

MAX_TITLE = 40
PDF = "pdf"  # its columns have no letters that anybody sees


def unread(document: Document, reading: Reading) -> list[list[str]]:
    """``[["H", "Menge"], ["K", ""]]``: letter and title, each once.

    A file whose own standard names its columns (BNN, UBL) has no such columns.
    """
    found = [one for sheet in document.sheets for one in _columns(sheet, reading)]
    if document.kind == PDF:
        found = [("", title) for _letter, title in found if title]
    return [list(one) for one in dict.fromkeys(found)]


def _columns(sheet: Sheet, reading: Reading) -> Iterator[tuple[str, str]]:
    rows = _listed(sheet, reading)
    if sheet.roles or not rows:
        return
    known = {one.column for one in reading.columns if one.sheet == sheet.name}
    headers = [r.row for r in reading.of(HEADER) if r.sheet == sheet.name]
    for column in range(1, max(map(len, sheet.rows)) + 1):
        if column not in known and any(as_text(sheet.value(r, column)) for r in rows):
            titles = (as_text(sheet.value(row, column)) for row in headers)
            yield letter(column), next(filter(None, titles), "")[:MAX_TITLE]


def _listed(sheet: Sheet, reading: Reading) -> list[int]:
    """The rows of products, and of those that cannot be used."""
    listed = (*reading.offers, *reading.of(PROBLEM))
    return [row.row for row in listed if row.sheet == sheet.name]
