# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cells as they come, in any order, become a sheet without a needless empty one."""

from dataclasses import dataclass, field

from .limits import MAX_AREAS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Budget
from .table import TOO_BIG, ReadError, Sheet, Value

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LAST_COLUMN = 16_384  # of Excel


@dataclass
class Grid:
    """One sheet while it is being read."""

    name: str
    budget: Budget
    cells: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    roles: dict[str, int] = field(default_factory=dict)
    hidden: bool = False  # the whole sheet

    def put(self, row: int, column: int, value: Value) -> None:
        if value is None or not self.budget.column(column):
            return
        self.budget.row(row, self.name)
        self.budget.cell(value)
        line = self.cells.get(row)
        if line is None:
            line = self.cells[row] = {}
        line[column] = value

    def put_row(self, row: int, values) -> None:
        for column, value in enumerate(values, start=1):
            if value is not None:
                self.put(row, column, value)

    def formula(self, row: int, column: int, text: str) -> None:
        if column <= MAX_COLUMNS:
            self.budget.row(row, self.name)
            self.budget.text(len(text))
            self.formulas[row, column] = text

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if len(self.merged) >= MAX_AREAS:
            raise ReadError(TOO_BIG)
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))

    def hide_row(self, row: int) -> None:
        if row <= MAX_ROWS:
            self.hidden_rows.add(row)

    def hide_columns(self, first: int, last: int) -> None:
        """Often "all the rest of the sheet", that is 16,384 columns."""
        self.hidden_columns.update(range(max(first, 1), min(last, MAX_COLUMNS) + 1))

    def sheet(self) -> Sheet | None:
        """The sheet, or None when nothing stands on it."""
        last = max(self.cells, default=0)
        width = max(map(max, self.cells.values()), default=0)
        if not last:
            return None
        return Sheet(
            name=self.name,
            rows=self._rows(last, width),
            merged=tuple(_inside(self.merged, last, width)),
            hidden_rows=tuple(sorted(row for row in self.hidden_rows if row <= last)),
            hidden_columns=tuple(
                letter(column)
                for column in sorted(self.hidden_columns)
                if column <= width
            ),
            formulas={
                place: text
                for place, text in self.formulas.items()
                if place[0] <= last and place[1] <= width
            },
            roles=dict(self.roles),
        )

    def _rows(self, last: int, width: int) -> tuple[tuple[Value, ...], ...]:
        columns, empty = range(1, width + 1), (None,) * width
        return tuple(
            tuple(map(self.cells[row].get, columns)) if row in self.cells else empty
            for row in range(1, last + 1)
        )


def _inside(areas, last, width):
    """Merged ranges cut to the sheet: a whole column merged is a million rows."""
    rows = 0
    for top, left, bottom, right in areas:
        if top <= last and left <= width:
            rows += min(bottom, last) - top + 1
            if rows > MAX_CELLS:
                raise ReadError(TOO_BIG)
            yield top, left, min(bottom, last), min(right, width)


def letter(column: int) -> str:
    """A column as a spreadsheet names it.

    >>> letter(1), letter(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place(reference: str) -> tuple[int, int]:
    """Row and column of "AB12"; ValueError when it is no cell.

    >>> place("AB12")
    (12, 28)
    """
    digits = reference.lstrip(_LETTERS)
    column, row = 0, int(digits)
    for char in reference[: len(reference) - len(digits)]:
        column = column * 26 + ord(char) - 64
    if not 1 <= column <= _LAST_COLUMN or row < 1:
        raise ValueError(reference)
    return row, column
