# SPDX-License-Identifier: AGPL-3.0-or-later
"""One sheet of an Excel workbook, cell by cell as it streams by."""

import re
from datetime import date

from . import values
from .grid import Grid, letter, place
from .limits import MAX_CELLS, MAX_FORMULA, MAX_TEXT
from .markup import Handler
from .table import TOO_BIG, CellError, ReadError, Value

MAX_ELEMENTS = 3_000_000  # 100,000 formatted rows of 26 empty cells, and some
_REFERENCE = re.compile(
    r'"[^"]*"|\'[^\']*\'|(?<![\w.])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(])'
)


class Cells(Handler):
    """Fills a grid. ``looks``: the workbook's styles; ``strings``: its shared texts."""

    def __init__(self, grid: Grid, looks, strings: list[str | None]) -> None:
        self.grid, self.looks, self.strings = grid, looks, strings
        self.row = self.column = self.elements = 0
        self.type, self.style, self.formula = "n", 0, None
        self.words: list[str] = []
        self.listening = self.phonetic = False
        self.value: str | None = None
        self.shared: dict[str, tuple[str, int, int]] = {}
        self.starts = {
            **{"c": self._cell, "row": self._row, "v": self._listen},
            **{"t": self._listen, "f": self._formula, "rPh": self._phonetics},
            **{"mergeCell": self._merge, "col": self._columns},
        }
        self.ends = {
            **{"c": self._cell_ends, "v": self._value_ends, "t": self._text_ends},
            **{"f": self._formula_ends, "rPh": self._phonetics_end},
        }

    def start(self, name, attributes):
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise ReadError(TOO_BIG, self.grid.name)
        handle = self.starts.get(name)
        if handle:
            handle(attributes)

    def end(self, name):
        handle = self.ends.get(name)
        if handle:
            handle()

    def text(self, text):
        if self.listening:
            self.words.append(text)

    def _row(self, attributes):
        self.row = int(attributes.get("r") or self.row + 1)
        if self.row < 1:
            raise ValueError(self.row)
        self.column = 0
        if attributes.get("hidden") in ("1", "true"):
            self.grid.hide_row(self.row)

    def _cell(self, attributes):
        reference = attributes.get("r")
        if reference:
            self.row, self.column = place(reference)
        else:
            self.column += 1
        self.type = attributes.get("t", "n")
        self.style = int(attributes.get("s", 0))
        self.value = self.formula = None

    def _listen(self, _attributes):
        self.listening, self.words = not self.phonetic, []

    def _phonetics(self, _attributes):
        self.phonetic = True

    def _phonetics_end(self):
        self.phonetic = False

    def _value_ends(self):
        self.value, self.listening = "".join(self.words), False

    def _text_ends(self):
        """A cell's own text comes in pieces when it has several looks."""
        if self.listening:
            self.value = (self.value or "") + "".join(self.words)
        self.listening = False

    def _formula(self, attributes):
        self.formula = attributes
        self._listen(attributes)

    def _formula_ends(self):
        text, self.listening = "".join(self.words)[:MAX_FORMULA], False
        number = self.formula.get("si", "")
        if self.formula.get("t") == "shared" and text:
            if len(self.shared) < MAX_CELLS:
                self.shared[number] = (text, self.row, self.column)
        elif self.formula.get("t") == "shared" and number in self.shared:
            first, row, column = self.shared[number]
            text = moved(first, self.row - row, self.column - column)
        if self.grid.budget.column(self.column):
            self.grid.formula(self.row, self.column, f"={text[:MAX_FORMULA]}")

    def _cell_ends(self):
        value = self._value()
        if value is None and self.formula is not None:
            value = CellError("formula")  # never calculated
        if value is not None:
            self.grid.put(self.row, self.column, value)

    def _value(self) -> Value:
        text, kind = self.value, self.type
        if text is None or (not text and kind != "str"):
            return None
        if kind == "s":
            index = int(text)
            return self.strings[index] if 0 <= index < len(self.strings) else None
        if kind in ("str", "inlineStr"):
            return values.clean(text) if text else self._empty_text()
        return _TYPED[kind](text) if kind in _TYPED else self._number(text.strip())

    def _empty_text(self) -> None:
        """A formula whose result is no text, ``=""``: nothing to see, no error."""
        self.formula = None

    def _number(self, text):
        value = values.number(text)
        styles = self.looks.styles
        if not 0 <= self.style < len(styles):
            return value
        return values.shown(value, *styles[self.style], self.looks.base)

    def _merge(self, attributes):
        first, _, last = attributes.get("ref", "").partition(":")
        self.grid.merge(*place(first), *place(last or first))

    def _columns(self, attributes):
        if attributes.get("hidden") in ("1", "true"):
            first = int(attributes.get("min", 1))
            self.grid.hide_columns(first, int(attributes.get("max", first)))


def _iso(text: str) -> Value:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return values.clean(text)


_TYPED = {
    "b": lambda text: text.strip() in ("1", "true"),
    "e": lambda text: CellError(text[:MAX_TEXT]),
    "d": _iso,
}


def moved(formula: str, down: int, right: int) -> str:
    """A formula that several cells share, as it reads in another of them.

    >>> moved('A1*$B$2&"A1"+LOG10(C3)', 2, 1)
    'B3*$B$2&"A1"+LOG10(D5)'
    """

    def shift(found: re.Match) -> str:
        fixed_column, column, fixed_row, row = found.groups()
        if column is None:
            return found[0]
        if not fixed_column:
            column = letter(max(1, place(f"{column}1")[1] + right))
        if not fixed_row:
            row = str(max(1, int(row) + down))
        return f"{fixed_column}{column}{fixed_row}{row}"

    return _REFERENCE.sub(shift, formula)
