# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of text become rows: most lines are one; a long name and a title go on.

A line that names no product of its own goes on with the row above (or below, where
prices stand at the middle or at the foot of their row) when it stands nearer to it
than rows stand to each other, or between the same drawn lines.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Page, Word

from .pdf_lines import SIGNS, Line, holds_amount, is_amount, text_of
from .pdf_piece import Cell, cell_of, column_at

LEADING = 1.4  # of the font's size: from line to line of one text


@dataclass
class _Row:
    """A row being built: its cells' words; ``first`` and ``last`` base of its lines."""

    cells: dict[int, list[Word]]
    first: float
    last: float
    size: float
    anchor: bool
    band: int
    title: bool = False

    def take(self, other: "_Row") -> None:
        for column, words in other.cells.items():
            self.cells.setdefault(column, []).extend(words)
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.anchor |= other.anchor

    def text(self, column: int) -> str:
        return text_of(self.cells[column])

    def left(self, column: int) -> float:
        return min(word.left for word in self.cells[column])


def rows_in(
    page: Page, lines: Sequence[Line], cuts: Sequence[float]
) -> list[dict[int, Cell]]:
    """Rows of one piece of a table whose columns are known."""
    ys = _bands(page, cuts)
    rows = [_row(line, cuts, ys) for line in lines]
    pitch = _pitch(rows)
    rows = _with_titles(rows)
    rows = _joined(rows, pitch, _shared_bands(rows))
    return [
        {
            column: cell_of(words, title=row.title)
            for column, words in sorted(row.cells.items())
        }
        for row in rows
    ]


def _row(line: Line, cuts: Sequence[float], ys: Sequence[float]) -> _Row:
    cells: dict[int, list[Word]] = {}
    for phrase in line.phrases:
        for column, words in _parts(phrase.words, cuts, line.wordy):
            cells.setdefault(column, []).extend(words)
    words = line.phrases[0].words
    middle = (words[0].top + words[0].bottom) / 2
    anchor = len(cells) > 1 and any(
        holds_amount(text_of(one)) for one in cells.values()
    )
    return _Row(cells, line.base, line.base, line.size, anchor, bisect(ys, middle))


def _parts(words: Sequence[Word], cuts: Sequence[float], titles: bool):
    """A phrase over a cut is divided there when an amount comes to stand alone, and
    between titles; else it is a name too long for its column, or a title across."""
    columns = [column_at(cuts, (word.left + word.right) / 2) for word in words]
    if is_amount(text_of(words)):  # "€ 9.33": where its last digits stand
        return [(columns[-1] if words[0].text in SIGNS else columns[0], words)]
    start = columns.index(columns[-1])
    if start and (titles or is_amount(text_of(words[start:]))):
        return [*_parts(words[:start], cuts, titles), (columns[-1], words[start:])]
    return [(columns[0], words)]


def _bands(page: Page, cuts: Sequence[float]) -> list[float]:
    """Drawn lines, and edges of coloured stripes, that run across half the table."""
    width = cuts[-1] - cuts[0]
    return sorted(
        rule.at
        for rule in page.across
        if min(rule.end, cuts[-1]) - max(rule.start, cuts[0]) > width / 2
    )


def _shared_bands(rows: Sequence[_Row]) -> set[int]:
    """Bands of one product and what goes on with it."""
    lines: dict[int, list[bool]] = {}
    for row in rows:
        lines.setdefault(row.band, []).append(row.anchor)
    if len(lines) < 3:
        return set()
    return {
        band for band, anchors in lines.items() if sum(anchors) == 1 < len(anchors) <= 5
    }


def _pitch(rows: Sequence[_Row]) -> float:
    """From one product's line to the next one's, at its usual least."""
    steps = sorted(
        below.first - above.first
        for above, below in pairwise([row for row in rows if row.anchor])
    )
    return steps[len(steps) // 4] if steps else 0.0


def _with_titles(rows: list[_Row]) -> list[_Row]:
    """Titles of columns on two or three lines become one row."""
    start = next((n for n, row in enumerate(rows) if row.anchor), len(rows))
    wordy = [n for n in range(start) if len(rows[n].cells) > 1]
    if not wordy or wordy[0] > 2:
        return rows
    title = rows[wordy[0]]
    title.title = True
    first, last = wordy[0], wordy[0] + 1
    while first and _goes_on_title(title, rows[first - 1]):
        first -= 1
        title.take(rows[first])
    while last < start and _goes_on_title(title, rows[last]):
        title.take(rows[last])
        last += 1
    return [*rows[:first], title, *rows[last:]]


def _goes_on_title(title: _Row, other: _Row) -> bool:
    """The rest of a title stands near; alone in the first column it names a section,
    unless the column's own title goes on in small letters."""
    near = min(abs(title.first - other.last), abs(other.first - title.last))
    if near > LEADING * title.size or abs(other.size - title.size) > 0.2 * title.size:
        return False
    alone = len(other.cells) == 1 and min(other.cells) == min(title.cells)
    return not alone or _continues(other.text(min(other.cells)))


def _continues(text: str) -> bool:
    return text[:1].islower() or text[:1] in "(/&,-+"


def _joined(rows: list[_Row], pitch: float, shared: set[int]) -> list[_Row]:
    done: list[_Row] = []
    for row in rows:
        above = done[-1] if done else None
        if above and _belongs(above, row, pitch, shared):
            above.take(row)
        else:
            done.append(row)
    return done


def _belongs(above: _Row, row: _Row, pitch: float, shared: set[int]) -> bool:
    if above.title or row.title:
        return False
    if row.band in shared and above.band == row.band:
        return not (above.anchor and row.anchor)
    step = row.first - above.last
    if step > LEADING * row.size or abs(row.size - above.size) > 0.2 * row.size:
        return False
    if above.anchor and not row.anchor:
        return _goes_on_below(above, row, step, pitch)
    if row.anchor:
        return _completes(above, row) and step < 0.7 * pitch
    same = set(above.cells) == set(row.cells) and len(row.cells) == 1
    return same and step < 0.8 * pitch and _level(above, row)


def _goes_on_below(above: _Row, row: _Row, step: float, pitch: float) -> bool:
    if len(row.cells) > 1 and not set(row.cells) <= set(above.cells):
        return False
    if any(holds_amount(row.text(column)) for column in row.cells):
        return False
    known = all(column in above.cells for column in row.cells)
    small = _continues(row.text(min(row.cells)))
    if not known:  # its name stood above the price's line
        return step < 0.7 * pitch
    return (step < 0.8 * pitch and _level(above, row)) or (small and step <= pitch)


def _completes(above: _Row, row: _Row) -> bool:
    """Two halves of one row that stand a little apart: no column in both."""
    return not set(above.cells) & set(row.cells)


def _level(above: _Row, row: _Row) -> bool:
    """Both begin at the same x, or are centred or set right in the same column."""
    return any(
        abs(above.left(column) - row.left(column)) < 3 or column > 0
        for column in row.cells
        if column in above.cells
    )
