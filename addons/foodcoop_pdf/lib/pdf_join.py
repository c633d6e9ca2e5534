# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of tables become sheets: one that goes on over pages is one sheet.

Blocks printed side by side become sheets of their own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Frame
from odoo.addons.foodcoop_sheet.lib.table import Sheet

from .pdf_lines import Line, is_amount
from .pdf_piece import Cell, Piece, Row, cell_of

_SIGN = re.compile(r"[€$£]|eur|euros?|chf|e", re.IGNORECASE)


@dataclass
class _Table:
    piece: Piece  # the last one; its columns are the table's
    rows: list[tuple[int, Row]] = field(default_factory=list)  # with their pages
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    first: tuple = ()

    def add(self, piece: Piece, between: Sequence[Row] = ()) -> None:
        self.first = self.first or (piece.page, piece.top, piece.left)
        self.rows += [(piece.page, row) for row in between]
        down = len(self.rows)
        self.merged += [
            (top + down, left, bottom + down, right)
            for top, left, bottom, right in piece.merged
        ]
        self.rows += [(piece.page, row) for row in piece.rows]
        self.piece = piece


def sheets_of(
    pieces: Iterable[Piece],
    beside: list[Line],
    frames: Mapping[int, tuple[Frame, Frame]],
) -> list[Sheet]:
    """Sheets named "Page 1, table 2" in reading order.

    ``beside`` are the lines outside pieces; those between two pieces of one table
    become its rows and leave the list. ``frames``: of each page, the frame of the
    pieces and that of the page image.
    """
    tables: list[_Table] = []
    for piece in sorted(pieces, key=lambda one: (one.page, one.top, one.left)):
        table = next((one for one in tables if one.piece.same_columns(piece)), None)
        if table:
            table.add(piece, _between(table.piece, piece, beside))
        else:
            tables.append(_Table(piece))
            tables[-1].add(piece)
    blocks = [
        block
        for table in sorted(tables, key=lambda one: one.first)
        for block in _blocks(_tidied(table))
    ]
    return _named(blocks, frames)


def _between(above: Piece, below: Piece, beside: list[Line]) -> list[Row]:
    """Titles between two pieces on one page: sections of the table."""
    if above.page != below.page or above.bottom > below.top + 3:
        return []
    inside = [
        line
        for line in beside
        if line.page == above.page
        and above.bottom - 3 < line.base <= below.top + 3
        and line.phrases[0].left < above.cuts[-1]
        and line.phrases[-1].right > above.left
    ]
    for line in inside:
        beside.remove(line)
    return [
        {0: cell_of(word for phrase in line.phrases for word in phrase.words)}
        for line in inside
    ]


@dataclass(frozen=True)
class _Block:
    rows: list[tuple[int, dict[int, Cell]]]
    merged: list[tuple[int, int, int, int]]


def _tidied(table: _Table) -> _Block:
    """Without columns that are empty or hold a currency sign alone."""
    columns = len(table.piece.cuts) - 1
    texts: list[list[str]] = [[] for _ in range(columns)]
    for _page, row in table.rows:
        for column, cell in row.items():
            texts[column].append(cell.text)
    signs = [n for n in range(columns) if _only_signs(texts, n)]
    place, kept = {}, 0
    for column in range(columns):
        after_amounts = column and any(map(is_amount, texts[column - 1]))
        if column in signs and after_amounts and column - 1 in place:
            place[column] = place[column - 1]
        elif texts[column]:
            place[column] = kept
            kept += column not in signs or column + 1 == columns
    rows = [(page, _moved(row, place)) for page, row in table.rows]
    return _Block(rows, _merged_kept(table.merged, place))


def _only_signs(texts: list[list[str]], column: int) -> bool:
    """Signs of a currency that stand apart from their amounts."""
    return (
        len(texts) > 2
        and len(texts[column]) > 1
        and all(_SIGN.fullmatch(text) for text in texts[column])
    )


def _moved(row: Row, place: Mapping[int, int]) -> dict[int, Cell]:
    moved: dict[int, Cell] = {}
    for column, cell in row.items():
        if not cell.text:
            continue
        other = moved.get(place[column])
        moved[place[column]] = _together(other, cell) if other else cell
    return moved


def _together(one: Cell, two: Cell) -> Cell:
    left, top, right, bottom = zip(one.box, two.box, strict=True)
    return Cell(
        f"{one.text} {two.text}", (min(left), min(top), max(right), max(bottom))
    )


def _merged_kept(merged, place: Mapping[int, int]) -> list[tuple[int, int, int, int]]:
    moved = []
    for top, left, bottom, right in merged:
        places = [place[column] for column in range(left, right + 1) if column in place]
        if places and (bottom > top or max(places) > min(places)):
            moved.append((top, min(places), bottom, max(places)))
    return moved


def _blocks(block: _Block) -> list[_Block]:
    """Blocks whose titles come again to the right: name, price, name, price."""
    width = max((max(row, default=0) for _page, row in block.rows), default=0) + 1
    for _page, row in block.rows:
        texts = [row[n].text.casefold() if n in row else "" for n in range(width)]
        if len(row) < 3 or any(map(is_amount, texts)):
            continue
        size = _period(texts)
        if size and (_same(texts, size) or _all_name(block, size, width)):
            return [
                part
                for start in range(0, width, size)
                if (part := _part(block, start, start + size)).rows
            ]
    return [block]


def _period(texts: Sequence[str]) -> int:
    """How many titles come before they come again, one at least the same; else 0.

    The first may be the title of a section, another in each block.

    >>> _period(["name", "price", "name", "price"]), _period(["name", "price", "name"])
    (2, 0)
    >>> _period(["hake", "euro", "", "ray", "euro", "", "sole", "euro", ""])
    3
    """
    for size in range(2, len(texts) // 2 + 1):
        if len(texts) % size:
            continue
        titles = [texts[offset::size] for offset in range(size)]
        alike = all(all(some) or not any(some) for some in titles)
        same = [len(set(some)) == 1 for some in titles if any(some)]
        if alike and len(same) > 1 and any(same):
            return size
    return 0


def _same(texts: Sequence[str], size: int) -> bool:
    return all(text == texts[number % size] for number, text in enumerate(texts))


def _all_name(block: _Block, size: int, width: int) -> bool:
    """The first column of each block holds names: words, hardly one of them twice."""
    for column in range(0, width, size):
        texts = [row[column].text for _page, row in block.rows if column in row]
        wordy = sum(bool(re.search(r"[^\W\d_]{3}", text)) for text in texts)
        if wordy < 0.6 * len(texts) or len(set(texts)) < 0.6 * len(texts):
            return False
    return True


def _part(block: _Block, start: int, end: int) -> _Block:
    rows, places = [], {}
    for number, (page, row) in enumerate(block.rows):
        inside = {n - start: cell for n, cell in row.items() if start <= n < end}
        if inside:
            places[number] = len(rows)
            rows.append((page, inside))
    merged = [
        (places[top], left - start, places[bottom], right - start)
        for top, left, bottom, right in block.merged
        if start <= left and right < end and top in places and bottom in places
    ]
    return _Block(rows, merged)


def _named(blocks: Iterable[_Block], frames) -> list[Sheet]:
    found, count = [], {}
    for block in blocks:
        page = block.rows[0][0]
        count[page] = count.get(page, 0) + 1
        found.append(_sheet(f"Page {page}, table {count[page]}", block, frames))
    return found


def _sheet(name: str, block: _Block, frames) -> Sheet:
    width = max(max(row, default=0) for _page, row in block.rows) + 1
    boxes = {}
    for number, (page, row) in enumerate(block.rows, start=1):
        frame, shown = frames[page]
        for column, cell in row.items():
            box = frame.moved(cell.box, shown)
            boxes[number, column + 1] = tuple(round(side, 1) for side in box)
    return Sheet(
        name,
        tuple(
            tuple(row[n].text if n in row else None for n in range(width))
            for _page, row in block.rows
        ),
        merged=tuple(tuple(side + 1 for side in area) for area in block.merged),
        pages=tuple(page for page, _row in block.rows),
        boxes=boxes,
    )
