# SPDX-License-Identifier: AGPL-3.0-or-later
"""Excel's own XML of 2003, which accounting software still saves as .xls."""

from collections.abc import Callable
from datetime import date

from odoo.addons.foodcoop_sheet.lib import values
from odoo.addons.foodcoop_sheet.lib.grid import Grid
from odoo.addons.foodcoop_sheet.lib.limits import (
    MAX_COLUMNS,
    MAX_FORMULA,
    MAX_SHEETS,
    Budget,
)
from odoo.addons.foodcoop_sheet.lib.markup import Handler, parse
from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TABLE,
    TOO_BIG,
    CellError,
    Document,
    ReadError,
    Value,
)


def read_flat(read: Callable[[int], bytes]) -> Document:
    """Sheets that hold anything; raises ReadError with a reason."""
    book = Book()
    parse(read, book)
    sheets = tuple(sheet for grid in book.grids if (sheet := grid.sheet()))
    if not sheets:
        raise ReadError(NO_TABLE)
    return Document("xls", sheets)


class Book(Handler):
    def __init__(self) -> None:
        self.budget, self.grids = Budget(), []
        self.row = self.column = self.wide = self.columns = 0
        self.kind = ""
        self.words: list[str] | None = None

    def start(self, name, attributes):
        if name == "Worksheet":
            self.grids.append(Grid(attributes.get("Name", ""), self.budget))
            self.row = self.columns = 0
            if len(self.grids) > MAX_SHEETS:
                raise ReadError(TOO_BIG)
        elif self.grids and name in ("Row", "Column", "Cell", "Data"):
            getattr(self, f"_{name.lower()}")(attributes)

    def text(self, text):
        if self.words is not None:
            self.words.append(text)

    def end(self, name):
        if name == "Data" and self.words is not None:
            value = _value(self.kind, "".join(self.words))
            self.grids[-1].put(max(self.row, 1), max(self.column, 1), value)
            self.words = None
        elif name == "Cell":
            self.column += self.wide

    def _row(self, attributes):
        self.row = max(1, int(attributes.get("Index", self.row + 1)))
        self.column = 0
        if attributes.get("Hidden") == "1":
            self.grids[-1].hide_row(self.row)

    def _column(self, attributes):
        first = max(1, int(attributes.get("Index", self.columns + 1)))
        self.columns = first + max(0, int(attributes.get("Span", 0)))
        if attributes.get("Hidden") == "1":
            self.grids[-1].hide_columns(first, self.columns)

    def _cell(self, attributes):
        self.column = max(1, int(attributes.get("Index", self.column + 1)))
        self.wide = max(0, int(attributes.get("MergeAcross", 0)))
        down = max(0, int(attributes.get("MergeDown", 0)))
        if self.wide or down:
            last = (self.row + down, self.column + self.wide)
            self.grids[-1].merge(self.row, self.column, *last)
        if "Formula" in attributes and self.column <= MAX_COLUMNS:
            text = attributes["Formula"][:MAX_FORMULA]
            self.grids[-1].formula(self.row, self.column, text)

    def _data(self, attributes):
        self.kind, self.words = attributes.get("Type", "String"), []


def _value(kind: str, text: str) -> Value:
    if kind == "Number":
        return values.number(text.strip()) if text.strip() else None
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "Error":
        return CellError(text)
    if kind == "DateTime":
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return values.clean(text)
    return values.clean(text)
