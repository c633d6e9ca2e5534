# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a workbook hides and we read all the same: shown before anybody says yes."""

from collections.abc import Iterator

from odoo.addons.foodcoop_sheet.lib.grid import letter
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet
from odoo.addons.foodcoop_words.lib.cells import as_text

from .answer import row_text

SHOWN = 5
MAX_TEXT = 60


def hidden(document: Document) -> dict[str, list[list[str]]]:
    """The first hidden rows with their words, hidden columns with their first word.

    ``{"rows": [["4", "Soupe | 3.20"]], "columns": [["B", "Prix"]]}``; blank ones say
    nothing and are left out.
    """
    rows = [one for sheet in document.sheets for one in _rows(sheet)]
    columns = [one for sheet in document.sheets for one in _columns(sheet)]
    return {"rows": rows[:SHOWN], "columns": columns[:SHOWN]}


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    for row in sheet.hidden_rows:
        text = row_text(sheet, row)[:MAX_TEXT] if row <= len(sheet.rows) else ""
        if text:
            yield [str(row), text]


def _columns(sheet: Sheet) -> Iterator[list[str]]:
    width = max((len(cells) for cells in sheet.rows), default=0)
    for column in range(1, width + 1):
        if letter(column) in sheet.hidden_columns:
            values = (cells[column - 1] for cells in sheet.rows if column <= len(cells))
            text = next(filter(None, map(as_text, values)), "")[:MAX_TEXT]
            if text:
                yield [letter(column), text]
