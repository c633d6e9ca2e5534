# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much a price list may be. Beyond, it is a mistake or an attack, and said so.

A wholesaler's whole range is some 15,000 rows of 30 columns in 5 MB.
"""

from .table import TOO_BIG, TOO_MANY_ROWS, ReadError, Value

MAX_BYTES = 20_000_000  # of the file as it came
MAX_UNPACKED = 60_000_000  # bytes of all parts of a zip together
MAX_PARTS = 5_000  # of a zip
MAX_ROWS = 20_000  # of one sheet, up to the last that says anything
MAX_COLUMNS = 256  # what stands further right is not read, and that is noted
MAX_CELLS = 600_000  # that say anything, in the whole file
MAX_TEXT = 5_000  # characters of one cell; a description, not a book
MAX_FORMULA = 1_000  # characters of one formula
MAX_CHARACTERS = 30_000_000  # of all cells and formulas: one text may stand in many
MAX_SHEETS = 200
MAX_AREAS = 50_000  # merged ranges of a sheet


class Budget:
    """Counts what a file makes while it is read, and stops where it is too much."""

    def __init__(self) -> None:
        self.cells = self.characters = 0
        self.columns_cut = False

    def cell(self, value: Value) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise ReadError(TOO_BIG)
        if value.__class__ is str:
            self.text(len(value))

    def text(self, length: int) -> None:
        self.characters += length
        if self.characters > MAX_CHARACTERS:
            raise ReadError(TOO_BIG)

    def row(self, number: int, place: str) -> None:
        if number > MAX_ROWS:
            raise ReadError(TOO_MANY_ROWS, place)

    def column(self, number: int) -> bool:
        """Whether this column is read at all."""
        if number > MAX_COLUMNS:
            self.columns_cut = True
        return number <= MAX_COLUMNS
