# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which formulas of a workbook hang on cells that change."""

import io
import re
import warnings
from collections.abc import Iterable

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.formula import ArrayFormula

Cell = tuple[str, int, int]  # sheet, row, column
Area = tuple[str, int, int, int, int]  # sheet, left, top, right, bottom

_ANY = None  # a name, or a function that finds its cells itself: it may hang on all
_FINDS_ITSELF = re.compile(r"^(INDIRECT|OFFSET)\($", re.IGNORECASE)


def stale_cells(data: bytes, changed: Iterable[Cell]) -> set[Cell]:
    """Formula cells whose result no longer holds once these cells have changed."""
    formulas = _formulas(data)
    stale: set[Cell] = set()
    new = set(changed)
    while new:
        new = {
            cell
            for cell, areas in formulas.items()
            if cell not in stale and _touches(areas, new)
        }
        stale |= new
    return stale


def _touches(areas: list[Area] | None, cells: set[Cell]) -> bool:
    if areas is _ANY:
        return True
    return any(
        sheet == name and left <= column <= right and top <= row <= bottom
        for name, left, top, right, bottom in areas
        for sheet, row, column in cells
    )


def _formulas(data: bytes) -> dict[Cell, list[Area] | None]:
    """Every formula's cell, with the areas it reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    return {
        (sheet.title, cell.row, cell.column): _areas(cell.value, sheet.title)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _areas(formula, sheet: str) -> list[Area] | None:
    """
    >>> _areas("=SUM(B2:B9)*Prix!$C$1", "Commande")
    [('Commande', 2, 2, 2, 9), ('Prix', 3, 1, 3, 1)]
    """
    text = formula.text if isinstance(formula, ArrayFormula) else formula
    areas = []
    for token in Tokenizer(str(text)).items:
        if token.type == Token.FUNC and _FINDS_ITSELF.match(token.value):
            return _ANY
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            try:
                areas.append(_area(token.value, sheet))
            except (ValueError, TypeError):
                return _ANY
    return areas


def _area(text: str, sheet: str) -> Area:
    name, _, cells = text.rpartition("!")
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    end = 1_048_576
    return (
        name.strip("'").replace("''", "'") or sheet,
        left or 1,
        top or 1,
        right or end,
        bottom or end,
    )
