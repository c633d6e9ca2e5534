# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists as text (csv, tsv, txt) of any dialect. Every cell stays the text it is."""

import csv
import io
import re
from collections import Counter

from . import values
from .grid import Grid
from .limits import Budget
from .table import COLUMNS_CUT, NO_TABLE, NOT_A_WORKBOOK, Document, ReadError

SEPARATORS = ";\t,|"
_SAMPLE_LINES = 300
_LONG_CELL = 30  # lines in one cell: a quote was opened and never closed
_SAID = re.compile(r"\s*\"?sep=(.)\"?\s*\r?\n", re.IGNORECASE)


def read_text(text: str) -> Document:
    """One sheet; ReadError when nothing stands on it."""
    said = _SAID.match(text)
    body = text[said.end() :] if said else text
    separator = said[1] if said else separator_of(body)
    grid = Grid("", Budget())
    for row, cells in enumerate(_rows(body, separator), start=2 if said else 1):
        grid.put_row(row, map(values.clean, cells))
    sheet = grid.sheet()
    if sheet is None:
        raise ReadError(NO_TABLE)
    notes = (COLUMNS_CUT,) if grid.budget.columns_cut else ()
    return Document("csv", (sheet,), notes=notes)


def separator_of(text: str) -> str:
    """The sign that cuts most lines into the same number of cells.

    >>> separator_of("Nom;Prix\\nBar, entier;12,50\\nSole;3\\n")
    ';'
    """
    sample = "\n".join(text[:400_000].splitlines()[:_SAMPLE_LINES])
    return max(SEPARATORS, key=lambda sign: _regularity(sample, sign))


def _regularity(sample: str, separator: str) -> float:
    """Share of the rows that have the commonest width, times that width (to 8).

    A comma counts for less: it also stands in numbers and in sentences.
    """
    try:
        rows = list(csv.reader(io.StringIO(sample, ""), delimiter=separator))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if any(map(str.strip, row)))
    cut = {width: count for width, count in widths.items() if width > 1}
    if not cut:
        return 0
    width, count = max(cut.items(), key=lambda found: (found[1], found[0]))
    weight = 0.6 if separator == "," else 1
    return weight * count / widths.total() * min(width, 8)


def _rows(text: str, separator: str):
    """Rows of cells; where quotes are not in pairs, a quote is a sign like others."""
    csv.field_size_limit(len(text) + 1)
    try:
        rows = list(_parsed(text, separator, csv.QUOTE_MINIMAL))
        if not any(cell.count("\n") > _LONG_CELL for row in rows for cell in row):
            return rows
    except csv.Error:
        pass  # NUL, a quote without end
    try:
        return list(_parsed(text.replace("\0", ""), separator, csv.QUOTE_NONE))
    except csv.Error as error:
        raise ReadError(NOT_A_WORKBOOK) from error


def _parsed(text: str, separator: str, quoting: int):
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    return csv.reader(lines, delimiter=separator, quoting=quoting)
