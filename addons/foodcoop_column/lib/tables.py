# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sheet's tables: blocks side by side, each a run of segments under its headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from odoo.addons.foodcoop_phrase.lib.cells import parse_price
from odoo.addons.foodcoop_phrase.lib.titles import CODE, NAME, PRICE
from odoo.addons.foodcoop_sheet.lib.table import Sheet

from .columns import Layout, understand
from .header import Header, find_headers, split_blocks
from .memory import Memory
from .shape import shape_of


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


def tables_of(sheet: Sheet, memory: Memory, before: Table | None) -> list[Table]:
    """The tables of a sheet; none when it names no columns and shows no prices.

    ``before``: the last table of the sheet before, which may go on here without header.
    """
    if sheet.roles:
        titles = {c: str(v) for c, v in enumerate(sheet.rows[0], start=1) if v}
        headers = (Header(1, 1, titles),)
    else:
        headers = find_headers(sheet)
    if not headers:
        return _without_header(sheet, memory, before)
    rows = frozenset(row for h in headers for row in range(h.first, h.last + 1))
    blocks = (
        [[tuple(_whole(headers, sheet))]]
        if sheet.roles
        else [split_blocks(h) for h in headers]
    )
    count = max(len(block) for block in blocks)
    if count == 1 or sheet.roles:
        spans = [[_whole(headers, sheet)] * len(headers)]
    else:
        spans = [_aligned(blocks, place) for place in range(count)]
    return [
        Table(
            sheet,
            block,
            spans_of[0],
            _segments(sheet, headers, spans_of, rows, block, memory),
            rows,
        )
        for block, spans_of in enumerate(spans, start=1)
    ]


def _whole(headers, sheet: Sheet) -> tuple[int, ...]:
    width = max((len(row) for row in sheet.rows), default=0)
    return tuple(range(1, width + 1))


def _aligned(blocks, place) -> list[tuple[int, ...]]:
    """The columns of the n-th block under each header; where it is missing, none."""
    return [block[place] if place < len(block) else () for block in blocks]


def _segments(sheet, headers, spans, taken, block, memory) -> tuple[Segment, ...]:
    """Headers that name the same columns are understood together."""
    ends = [h.first for h in headers[1:]] + [len(sheet.rows) + 1]
    groups: dict[tuple, list[int]] = {}
    for place, header in enumerate(headers):
        signature = tuple(s for s in header.signature if s[0] in spans[place])
        groups.setdefault((spans[place], signature), []).append(place)
    layouts: dict[int, Layout] = {}
    for (span, _signature), places in groups.items():
        rows = [
            row
            for place in places
            for row in range(headers[place].last + 1, ends[place])
            if row not in taken
        ]
        layout = understand(sheet, rows, span, headers[places[0]], block, memory)
        layouts |= dict.fromkeys(places, layout)
    _inherit(layouts)
    return tuple(
        Segment(
            layouts[place],
            header.last + 1,
            end,
            _section(header, layouts[place]) or _above(sheet, header, len(headers)),
        )
        for place, (header, end) in enumerate(zip(headers, ends, strict=True))
    )


def _section(header: Header, layout: Layout) -> str:
    return header.titles.get(layout.section, "") if layout.section else ""


def _above(sheet: Sheet, header: Header, headers: int) -> str:
    """The line alone above each of several headers is their section."""
    if headers < 2 or header.first < 2:
        return ""
    filled = [value for value in sheet.rows[header.first - 2] if value is not None]
    alone = len(filled) == 1 and isinstance(filled[0], str) and len(filled[0]) < 60
    return filled[0] if alone else ""


def _inherit(layouts: Mapping[int, Layout]) -> None:
    """A column without title keeps the role that it has under the other headers."""
    for layout in {id(one): one for one in layouts.values()}.values():
        for other in layouts.values():
            for column, role in other.roles.items():
                free = column not in layout.roles and not layout.words(column)
                if free and other.words(column) and column in layout.span:
                    if role not in layout.roles.values() and column not in layout.names:
                        layout.roles[column] = role


def _without_header(sheet, memory, before) -> list[Table]:
    span = _whole((), sheet)
    rows = range(1, len(sheet.rows) + 1)
    if before and len(before.span) == len(span) and before.block == 1:
        layout = before.segments[-1].layout
        price = layout.prices.paid
        cells = [row[price - 1] for row in sheet.rows if price <= len(row)]
        if price and shape_of(cells).numbers > 0.5:
            return [_table(sheet, 1, span, layout)]
    tables = []
    for block, part in enumerate(_repeated(sheet, span), start=1):
        layout = understand(sheet, _goods(sheet, rows, part), part, None, block, memory)
        if _is_list(sheet, layout):
            tables.append(_table(sheet, block, part, layout))
    return tables


def _goods(sheet: Sheet, rows, part: tuple[int, ...]) -> list[int]:
    """Rows that hold a text and a number: no letterhead, no section."""
    found = []
    for row in rows:
        cells = [
            value for value in (sheet.value(row, c) for c in part) if value is not None
        ]
        if len(cells) > 1 and any(
            parse_price(value).value is not None for value in cells
        ):
            found.append(row)
    return found if len(found) > 1 else list(rows)


def _table(sheet: Sheet, block: int, span: tuple[int, ...], layout: Layout) -> Table:
    price = layout.prices.paid
    shape = layout.shapes[price] if price in layout.shapes else None
    rows = range(1, len(sheet.rows) + 1)
    first = next((row for row in rows if _is_product(sheet, row, layout)), 1)
    if first > 1 and _is_alone(sheet, first - 1, layout):
        first -= any(_is_alone(sheet, row, layout) for row in rows[first:-1])
    return (
        Table(
            sheet,
            block,
            span,
            (Segment(layout, first, len(sheet.rows) + 1),),
            frozenset(),
        )
        if shape or price
        else Table(sheet, block, span, (), frozenset())
    )


def _is_product(sheet: Sheet, row: int, layout: Layout) -> bool:
    name = layout.names[:1] or (layout.column(CODE),)
    both = (*name, layout.prices.paid)
    return all(column and sheet.value(row, column) is not None for column in both)


def _is_alone(sheet: Sheet, row: int, layout: Layout) -> bool:
    """Nothing but a short text where names stand: a section."""
    filled = [
        c for c, value in enumerate(sheet.rows[row - 1], start=1) if value is not None
    ]
    return filled == [*layout.names[:1]] and len(str(sheet.value(row, filled[0]))) < 40


def _is_list(sheet: Sheet, layout: Layout) -> bool:
    """At least two rows, and half of those that hold a price, are goods."""
    if not layout.prices.paid or not (layout.column(NAME) or layout.column(CODE)):
        return False
    goods = sum(
        _is_product(sheet, row, layout) for row in range(1, len(sheet.rows) + 1)
    )
    return goods >= 2 and goods * 2 >= layout.shapes[layout.prices.paid].count


def _repeated(sheet: Sheet, span: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Blocks side by side without header: names and prices that come again and again."""
    kinds = {}
    for column in span:
        shape = shape_of([row[column - 1] for row in sheet.rows if column <= len(row)])
        if shape.count:
            price = shape.score(PRICE) > 0.5
            kinds[column] = (
                "N" if price else "T" if shape.wordy and shape.distinct > 0.5 else "c"
            )
    columns, pattern = list(kinds), "".join(kinds.values())
    for size in range(2, len(pattern) // 2 + 1):
        unit = pattern[:size]
        if len(pattern) % size == 0 and unit * (len(pattern) // size) == pattern:
            if "T" in unit and "N" in unit:
                starts = [*columns[::size], span[-1] + 1]
                return [tuple(range(a, b)) for a, b in pairwise(starts)]
    return [span]
