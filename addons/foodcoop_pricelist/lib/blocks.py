# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns that stand side by side: the same titles, or the same kinds of cells, again."""

from dataclasses import dataclass
from itertools import pairwise

from odoo.addons.foodcoop_sheet.lib.table import Sheet

from . import roles
from .cells import plain
from .columns import Layout
from .header import Header


@dataclass(frozen=True)
class Segment:
    """Rows ``start`` to ``end`` (without) stand under one header, or under none."""

    layout: Layout
    start: int
    end: int
    title: str = ""  # the section's, when the header carries it


@dataclass(frozen=True)
class Table:
    sheet: Sheet
    block: int
    span: tuple[int, ...]
    segments: tuple[Segment, ...]
    headers: frozenset[int]


def split_blocks(header: Header) -> list[tuple[int, ...]]:
    """Columns of each block, where titles repeat side by side.

    >>> split_blocks(Header(1, 1, {1: "Nom", 2: "Prix", 4: "Nom", 5: "Prix"}))
    [(1, 2, 3), (4, 5)]
    >>> split_blocks(Header(1, 1, {1: "Nom", 2: "Prix", 3: "Prix"}))
    [(1, 2, 3)]
    """
    columns = sorted(header.titles)
    whole = [tuple(range(columns[0], columns[-1] + 1))] if columns else []
    words = {column: plain(header.titles[column]) for column in columns}
    priced = [c for c in columns if header.title(c).role == roles.PRICE]
    starts = [c for c in columns if words[c] == words[columns[0]]]
    if len(starts) < 2:
        return _untitled_blocks(header, priced, words) or whole
    ends = [*starts[1:], columns[-1] + 1]
    parts = [tuple(range(s, e)) for s, e in zip(starts, ends, strict=True)]
    if all(any(c in part for c in priced) for part in parts):
        return parts
    return whole


def _untitled_blocks(header: Header, priced, words) -> list[tuple[int, ...]]:
    """A block whose first column has no title, or the section's: "", "EURO/Kg"."""
    alike = len({words[c] for c in priced}) == 1 and len(priced) > 1
    steps = {second - first for first, second in zip(priced, priced[1:], strict=False)}
    named = [
        c for c in words if header.title(c).role in (roles.NAME, roles.CODE, roles.GTIN)
    ]
    if not alike or len(steps) > 2 or min(steps) < 2 or 0 < len(named) < len(priced):
        return []
    lead = _lead(header, priced)
    starts = [c - lead for c in priced]
    last = max(words)
    ends = [*starts[1:], last + 1 if last > priced[-1] else priced[-1] + 2]
    return [tuple(range(s, e)) for s, e in zip(starts, ends, strict=True)]


def _lead(header: Header, priced: list[int]) -> int:
    """How many columns stand before each price: as many as before the first one."""
    width = priced[1] - priced[0]
    between = [c for c in header.titles if priced[0] < c < priced[1]]
    kept = [
        c
        for c in between
        if header.title(c).role not in ("", roles.NAME, roles.VARIANT)
    ]
    tail = max((c - priced[0] for c in kept or between[:0]), default=0)
    return max(1, min(priced[0] - 1, width - 1 - tail)) if priced[0] > 1 else 0


def repeated(kinds: dict[int, str], last: int) -> list[tuple[int, ...]]:
    """Columns of each block, where names (T) and prices (N) come again and again.

    >>> repeated({1: "T", 2: "N", 4: "T", 5: "N"}, 5)
    [(1, 2, 3), (4, 5)]
    >>> repeated({1: "T", 2: "c", 3: "N"}, 3)
    []
    """
    columns, pattern = list(kinds), "".join(kinds.values())
    for size in range(2, len(pattern) // 2 + 1):
        unit, times = pattern[:size], len(pattern) // size
        if unit * times == pattern and {"T", "N"} <= {*unit}:
            starts = [*columns[::size], last + 1]
            return [tuple(range(a, b)) for a, b in pairwise(starts)]
    return []
