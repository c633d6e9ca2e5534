# SPDX-License-Identifier: AGPL-3.0-or-later
"""A workbook of LibreOffice (ods, fods), as its content streams by.

odfpy would build the whole document in memory, some fifty times its size.
"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from . import values
from .archive import Archive
from .grid import Grid
from .limits import MAX_COLUMNS, MAX_FORMULA, MAX_ROWS, MAX_SHEETS, Budget
from .markup import Handler, parse
from .table import (
    COLUMNS_CUT,
    MACROS,
    NO_TABLE,
    PASSWORD,
    TOO_BIG,
    CellError,
    Document,
    ReadError,
    Value,
)

_MANIFEST = "META-INF/manifest.xml"
_HIDDEN = ("collapse", "filter")
_BESIDE = frozenset(
    ("annotation", "shapes", "frame", "custom-shape", "caption", "tracked-changes")
)


def is_workbook(archive: Archive) -> bool:
    return "content.xml" in archive or "encrypted-package" in archive


def read_workbook(archive: Archive) -> Document:
    """Sheets that hold anything; raises ReadError with a reason."""
    manifest = Manifest()
    if _MANIFEST in archive:
        archive.parse(_MANIFEST, manifest)
    if manifest.encrypted or "content.xml" not in archive:
        raise ReadError(PASSWORD)
    content = Content()
    archive.parse("content.xml", content)
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in archive.names)
    return content.document({MACROS: macros})


def read_flat(read: Callable[[int], bytes]) -> Document:
    """The same workbook as one XML file."""
    content = Content()
    parse(read, content)
    return content.document({})


class Manifest(Handler):
    encrypted = False

    def start(self, name, _attributes):
        if name == "encryption-data":
            self.encrypted = True


class Content(Handler):
    """The sheets, rows and cells; what is repeated is made once and counted."""

    def __init__(self) -> None:
        self.budget = Budget()
        self.grids: list[Grid] = []
        self.row = self.column = self.columns = 0
        self.row_times = self.cell_times = 1
        self.attributes: dict[str, str] | None = None
        self.filled: list[tuple[int, int, Value]] = []
        self.words: list[str] = []
        self.skipping = self.depth = 0
        self.style, self.hidden_styles = "", set()

    STARTS: ClassVar = {
        **{"table": "_table", "table-column": "_column", "table-row": "_row"},
        **{"table-cell": "_cell", "covered-table-cell": "_cell", "p": "_blank"},
        **{"line-break": "_blank", "s": "_blank", "tab": "_blank"},
        **{"style": "_style", "table-properties": "_table_look"},
    }

    def start(self, name, attributes):
        if self.skipping or name in _BESIDE:
            self.skipping += 1
        elif name in self.STARTS:
            getattr(self, self.STARTS[name])(attributes)

    def end(self, name):
        if self.skipping:
            self.skipping -= 1
        elif name in ("table-cell", "covered-table-cell"):
            self._cell_ends()
        elif name == "table-row":
            self._row_ends()
        elif name == "table":
            self.depth -= 1

    def text(self, text):
        if self.attributes is not None and not self.skipping:
            self.words.append(text)

    def _blank(self, _attributes):
        self.words.append(" ")

    def _style(self, attributes):
        self.style = attributes.get("name", "")

    def _table_look(self, attributes):
        if attributes.get("display") == "false":
            self.hidden_styles.add(self.style)

    def _table(self, attributes):
        self.depth += 1
        if self.depth > 1:  # a table inside a cell
            raise ReadError(TOO_BIG)
        grid = Grid(attributes.get("name", ""), self.budget)
        grid.hidden = attributes.get("style-name") in self.hidden_styles
        self.grids.append(grid)
        self.row = self.columns = 0
        if len(self.grids) > MAX_SHEETS:
            raise ReadError(TOO_BIG)

    def _column(self, attributes):
        first, times = self.columns + 1, _times(attributes, "columns")
        self.columns += times
        if attributes.get("visibility") in _HIDDEN and self.grids:
            self.grids[-1].hide_columns(first, self.columns)

    def _row(self, attributes):
        self.row += 1
        self.row_times = _times(attributes, "rows")
        self.column, self.filled = 0, []
        if attributes.get("visibility") in _HIDDEN and self.grids:
            for row in range(self.row, min(self.row + self.row_times, MAX_ROWS + 1)):
                self.grids[-1].hide_row(row)

    def _row_ends(self):
        if self.filled and self.grids:
            for row in range(self.row, self.row + self.row_times):
                for column, times, value in self.filled:
                    for place in range(column, column + min(times, MAX_COLUMNS + 1)):
                        self.grids[-1].put(row, place, value)
        self.row += self.row_times - 1

    def _cell(self, attributes):
        self.column += 1
        self.attributes, self.words = attributes, []
        self.cell_times = _times(attributes, "columns")

    def _cell_ends(self):
        attributes, self.attributes = self.attributes or {}, None
        value = _value(attributes, values.clean("".join(self.words)))
        if self.grids:
            self._what_it_is(attributes, self.grids[-1])
        if value is not None:
            self.filled.append((self.column, self.cell_times, value))
        self.column += self.cell_times - 1

    def _what_it_is(self, attributes, grid):
        formula = attributes.get("formula")
        if formula:
            text = formula.partition("=")[2][:MAX_FORMULA]
            grid.formula(self.row, self.column, f"={text}")
        down = int(attributes.get("number-rows-spanned", 1))
        right = int(attributes.get("number-columns-spanned", 1))
        if down > 1 or right > 1:
            last = (self.row + max(down, 1) - 1, self.column + max(right, 1) - 1)
            grid.merge(self.row, self.column, *last)

    def document(self, notes: dict[str, bool]) -> Document:
        notes = notes | {COLUMNS_CUT: self.budget.columns_cut}
        seen = (grid for grid in self.grids if not grid.hidden)
        found = tuple(sheet for grid in seen if (sheet := grid.sheet()))
        if not found:
            raise ReadError(NO_TABLE)
        return Document("ods", found, notes=tuple(n for n in notes if notes[n]))


def _times(attributes: dict[str, str], what: str) -> int:
    return max(1, int(attributes.get(f"number-{what}-repeated", 1)))


def _value(attributes: dict[str, str], words: str | None) -> Value:
    kind, formula = attributes.get("value-type", ""), "formula" in attributes
    if formula and words and words.startswith(("#", "Err:")):
        return CellError(words)
    if kind in _TYPED:
        return _TYPED[kind](attributes, words)
    if formula and not kind and words is None:
        return CellError("formula")  # never calculated
    return words or values.clean(attributes.get("string-value", ""))


def _number(attributes: dict[str, str], words: str | None) -> Value:
    """A code that the sheet shows with zeros in front keeps them."""
    value = values.number(attributes.get("value", ""))
    if isinstance(value, int) and words and words.isdecimal() and words[0] == "0":
        return words if int(words[:18]) == value and value else value
    return value


def _percentage(attributes: dict[str, str], _words: str | None) -> Value:
    number = values.number(attributes.get("value", ""))
    return values.shown(number, "0%", values.PERCENT, date.min)


def _boolean(attributes: dict[str, str], _words: str | None) -> Value:
    return attributes.get("boolean-value") == "true"


def _date(attributes: dict[str, str], words: str | None) -> Value:
    """A date; shown as day and month only, it was a calibre "6/8"."""
    parts = (words or "").replace("-", "/").replace(".", "/").split("/")
    if len(parts) == 2 and all(part.isdecimal() and len(part) < 3 for part in parts):
        return f"{int(parts[0])}/{int(parts[1])}"
    try:
        return date.fromisoformat(attributes.get("date-value", "")[:10])
    except ValueError:
        return words


_TYPED = {
    **dict.fromkeys(("float", "currency"), _number),
    **{"percentage": _percentage, "date": _date, "boolean": _boolean},
}
