# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which formulas of a workbook hang on cells that change."""

import io
import re
import warnings
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.formula import ArrayFormula

Cell = tuple[str, int, int]  # sheet, row, column
Area = tuple[str, int, int, int, int]  # sheet, left, top, right, bottom

MAX_ROUNDS = 20  # of formulas that hang on formulas
_ANY = None  # a name, or a function that finds its cells itself: it may hang on all
_FINDS_ITSELF = re.compile(r"^(INDIRECT|OFFSET)\($", re.IGNORECASE)


def stale_cells(data: bytes, changed: Iterable[Cell]) -> set[Cell]:
    """Formula cells whose result no longer holds once these cells have changed.

    All of them where they hang on each other in a long chain, as running totals do:
    a result that is missing is only computed, one that is stale would be believed.
    """
    formulas = _formulas(data)
    stale: set[Cell] = set()
    new = set(changed)
    for _round in range(MAX_ROUNDS):
        touches = _touching(new)
        new = {
            cell
            for cell, areas in formulas.items()
            if cell not in stale and touches(areas)
        }
        if not new:
            return stale
        stale |= new
    return set(formulas)


def _touching(cells: set[Cell]):
    """A function that tells whether any of the cells lies in one of some areas."""
    rows: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for sheet, row, column in sorted(cells):
        rows[sheet][column].append(row)

    def inside(area: Area) -> bool:
        name, left, top, right, bottom = area
        return any(
            left <= column <= right
            and (place := bisect_left(there, top)) < len(there)
            and there[place] <= bottom
            for column, there in rows.get(name, {}).items()
        )

    return lambda areas: areas is _ANY or any(map(inside, areas))


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
