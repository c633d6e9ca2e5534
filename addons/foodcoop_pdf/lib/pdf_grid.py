# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables whose cells are drawn: the grids that lines on a page make."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Page, Rule, Word
from odoo.addons.foodcoop_pdf_page.lib.pdf_words import by_base
from odoo.addons.foodcoop_sheet.lib.table import Box

from .pdf_lines import is_amount, lines_of, text_of
from .pdf_piece import Cell, Piece, cell_of, is_list, split_fused
from .pdf_rows import rows_in

REACH = 2.5  # points: lines that end so near to another touch it
MAX_RULES = 4_000  # of one page; beyond, it is a drawing
MAX_CELLS = 20_000


@dataclass(frozen=True)
class _Grid:
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    def holds(self, word: Word) -> bool:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def box(self, column: int, top: float, height: float) -> Box:
        return self.xs[column], top, self.xs[column + 1], top + height

    def place(self, word: Word) -> tuple[int, int]:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return row, min(bisect_right(self.xs, x), len(self.xs) - 1) - 1


def grid_pieces(page: Page) -> list[Piece]:
    """The ruled lists of a page; frames and half-drawn tables are left to the gaps."""
    found: list[Piece] = []
    free = set(page.words)
    for grid in sorted(_grids(page), key=lambda one: len(one.xs) * len(one.ys))[::-1]:
        words = [word for word in page.words if word in free and grid.holds(word)]
        piece = _piece(page, grid, words) if words else None
        if piece:
            found.append(piece)
            free -= piece.words
    return sorted(found, key=lambda piece: (piece.top, piece.left))


def _grids(page: Page) -> Iterator[_Grid]:
    if len(page.across) + len(page.down) > MAX_RULES:
        return
    for across, down in _connected(page.across, page.down):
        xs, ys = _places(down), _places(across)
        if len(xs) > 2 and len(ys) > 2 and len(xs) * len(ys) <= MAX_CELLS:
            yield _Grid(xs, ys, across, down)


def _connected(across: Sequence[Rule], down: Sequence[Rule]):
    """Lines that touch each other, directly or through others."""
    touching: dict[Rule, list[Rule]] = {}
    for rule in across:
        for other in down:
            if (
                rule.start - REACH <= other.at <= rule.end + REACH
                and other.start - REACH <= rule.at <= other.end + REACH
            ):
                touching.setdefault((0, *rule), []).append((1, *other))
                touching.setdefault((1, *other), []).append((0, *rule))
    while touching:
        reached, waiting = set(), [next(iter(touching))]
        while waiting:
            rule = waiting.pop()
            if rule not in reached:
                reached.add(rule)
                waiting += touching.pop(rule, ())
        yield tuple(
            tuple(Rule(*rule[1:]) for rule in sorted(reached) if rule[0] == kind)
            for kind in (0, 1)
        )


def _places(rules: Sequence[Rule]) -> tuple[float, ...]:
    """Where lines stand; two of a double line count as one."""
    places: list[float] = []
    for at in sorted({rule.at for rule in rules}):
        if not places or at - places[-1] > REACH + 0.5:
            places.append(at)
    return tuple(places)


def _drawn(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(
        abs(rule.at - at) <= REACH + 0.5 and rule.start <= middle <= rule.end
        for rule in rules
    )


def _open_walls(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Each cell's first cell: the one at top left of those without lines between."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    columns = list(pairwise(grid.xs))
    for row, (top, bottom) in enumerate(pairwise(grid.ys)):
        for column, (left, right) in enumerate(columns):
            own = (row, column)
            first[own] = own
            if column and not _drawn(grid.down, left, (top + bottom) / 2):
                first[own] = first[row, column - 1]
            elif row and not _drawn(grid.across, top, (left + right) / 2):
                above = first[row - 1, column]
                first[own] = above if above[1] == column else own
    return first


def _piece(page: Page, grid: _Grid, words: list[Word]) -> Piece | None:
    first = _open_walls(grid)
    cells = _filled(grid, first, words)
    if _half_drawn(page, cells, first):
        return None
    bands: list[dict[int, list[Word]]] = [{} for _ in grid.ys[1:]]
    for (row, column), inside in cells.items():
        bands[row][column] = inside
    rows = [
        row
        for number, band in enumerate(bands)
        for row in _band(page, grid, number, band)
    ]
    if not is_list(rows):
        return None
    merged = [(*start, *end) for start, end in _merged(first).items() if start in cells]
    return Piece(
        page.number,
        grid.xs,
        tuple(rows),
        grid.ys[0],
        grid.ys[-1],
        tuple(merged) if len(rows) == len(bands) else (),
        frozenset(words),
    )


def _filled(grid: _Grid, first, words) -> dict[tuple[int, int], list[Word]]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(first[grid.place(word)], []).append(word)
    return cells


def _half_drawn(page: Page, cells, first) -> bool:
    """Cells that span columns yet hold several phrases: the lines do not say all."""
    wide = {start for cell, start in first.items() if cell[1] > start[1]}
    doubtful = sum(
        any(len(line.phrases) > 1 for line in lines_of(page, words))
        for start, words in cells.items()
        if start in wide
    )
    rows = len({row for row, _column in cells})
    return doubtful * 4 > rows


def _band(page: Page, grid: _Grid, number: int, filled) -> list[dict[int, Cell]]:
    """The rows between two lines across: one, or several that nobody divided."""
    lines = {column: list(by_base(words)) for column, words in filled.items()}
    rows = split_fused(lines) if lines else [{}]
    if len(rows) == 1 and len(lines) > 1 and _several(lines.values()):
        every = [word for words in filled.values() for word in words]
        return rows_in(page, lines_of(page, every), grid.xs)
    top, bottom = grid.ys[number : number + 2]
    step = (bottom - top) / len(rows)
    return [
        {
            column: cell_of(
                words, grid.box(column, top + index * step, step), title=number < 2
            )
            for column, words in sorted(row.items())
        }
        for index, row in enumerate(rows)
    ]


def _several(cells: Iterable[Sequence[Sequence[Word]]]) -> bool:
    """A column holds two amounts, one under the other: so many products."""
    return any(sum(is_amount(text_of(line)) for line in lines) > 1 for lines in cells)


def _merged(first) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells that reach over others: first cell -> last cell."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), start in first.items():
        before = last.get(start, start)
        last[start] = max(before[0], row), max(before[1], column)
    return {start: end for start, end in last.items() if start != end}
