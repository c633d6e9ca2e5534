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
    body = (text[said.end() :] if said else text).replace("\0", "")
    separator = said[1] if said else separator_of(body)
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        grid = Grid("", Budget())
        if _fill(grid, body, separator, quoting, first=2 if said else 1):
            break
    else:
        raise ReadError(NOT_A_WORKBOOK)
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


def _fill(grid: Grid, text: str, separator: str, quoting: int, first: int) -> bool:
    """Whether it went well: where quotes are not in pairs, a quote is but a sign."""
    # for the whole process: never less than others may need
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    try:
        for row, cells in enumerate(
            csv.reader(lines, delimiter=separator, quoting=quoting), start=first
        ):
            if not cells:
                continue
            if any(cell.count("\n") > _LONG_CELL for cell in cells):
                return False
            grid.put_row(row, (values.clean(cell) if cell else None for cell in cells))
    except csv.Error:
        return False
    return True
