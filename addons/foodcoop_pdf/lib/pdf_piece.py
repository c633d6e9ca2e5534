# SPDX-License-Identifier: AGPL-3.0-or-later
"""A piece of a table: the part that stands on one page, with drawn lines or without."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Word
from odoo.addons.foodcoop_sheet.lib.table import Box

from .pdf_lines import holds_amount, is_amount, surround, text_of


@dataclass(frozen=True)
class Cell:
    text: str
    box: Box


Row = Mapping[int, Cell]  # column, counted from 0


@dataclass(frozen=True)
class Piece:
    """``cuts`` are the x between its columns and at both ends; ``merged`` cells are
    (row, column, last row, last column), all counted from 0."""

    page: int
    cuts: tuple[float, ...]
    rows: tuple[Row, ...]
    top: float
    bottom: float
    merged: tuple[tuple[int, int, int, int], ...] = ()
    words: frozenset[Word] = field(default=frozenset(), repr=False)

    @property
    def left(self) -> float:
        return self.cuts[0]

    def same_columns(self, other: "Piece", slack: float = 4.0) -> bool:
        return len(self.cuts) == len(other.cuts) and all(
            abs(one - two) <= slack
            for one, two in zip(self.cuts, other.cuts, strict=True)
        )


def cell_of(words: Iterable[Word], box: Box | None = None, title=False) -> Cell:
    words = tuple(words)
    return Cell(text_of(words, title), box or surround(words))


def is_list(rows: Sequence[Row], amounts: int = 1) -> bool:
    """Rows of several cells with a column of amounts: no letterhead in a frame.

    Or rows below titles whose prices we cannot read: three of them must do.
    """
    several = [row for row in rows if len(row) > 1]
    counted: dict[int, int] = {}
    for row in several:
        for column, cell in row.items():
            counted[column] = counted.get(column, 0) + holds_amount(cell.text)
    return len(several) > 1 and max(counted.values()) >= amounts


def split_fused(row: Mapping[int, Sequence[Sequence[Word]]]) -> list[dict[int, tuple]]:
    """A row whose every cell holds as many lines is so many rows.

    ``row`` maps a column to the lines of its cell. Each line must hold an amount:
    titles on two lines and long names stay one row.
    """
    counts = {len(lines) for lines in row.values()}
    if len(row) > 1 and len(counts) == 1 and counts != {1}:
        rows = [
            {column: tuple(lines[index]) for column, lines in row.items()}
            for index in range(counts.pop())
        ]
        if all(_priced(part) for part in rows):
            return rows
    return [{column: sum(map(tuple, lines), ()) for column, lines in row.items()}]


def _priced(row: Mapping[int, tuple]) -> bool:
    return any(is_amount(text_of(words)) for words in row.values())


def column_at(cuts: Sequence[float], x: float) -> int:
    """The column in which x lies; the outermost take what stands beside.

    >>> column_at((0, 50, 100), 70), column_at((0, 50, 100), 120)
    (1, 1)
    """
    for column, (_left, right) in enumerate(pairwise(cuts)):
        if x < right:
            return column
    return len(cuts) - 2
