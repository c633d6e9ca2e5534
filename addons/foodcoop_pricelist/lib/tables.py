# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sheet's tables: blocks side by side, each a run of segments under its headers."""

import re
from collections.abc import Mapping

from odoo.addons.foodcoop_columns.lib.bare import bare_tables
from odoo.addons.foodcoop_columns.lib.blocks import Segment, Table, split_blocks
from odoo.addons.foodcoop_columns.lib.columns import Layout, understand
from odoo.addons.foodcoop_columns.lib.header import Header, find_headers
from odoo.addons.foodcoop_sheet.lib.table import Sheet
from odoo.addons.foodcoop_words.lib.cells import plain

from .memory import Memory


def tables_of(sheet: Sheet, memory: Memory, before: Table | None) -> list[Table]:
    """The tables of a sheet; none when it names no columns and shows no prices.

    ``before``: the last table of the sheet before, which may go on here without header.
    """
    whole = _whole(sheet)
    if not whole:
        return []
    if sheet.roles:
        titles = {c: str(v) for c, v in enumerate(sheet.rows[0], start=1) if v}
        headers, blocks = (Header(1, 1, titles),), [[whole]]
    else:
        headers = find_headers(sheet)
        blocks = [split_blocks(header) for header in headers]
    if not headers:
        return bare_tables(sheet, memory, before)
    taken = frozenset(row for h in headers for row in range(h.first, h.last + 1))
    count = max(map(len, blocks))
    tables = []
    for block in range(1, count + 1):
        spans = [_nth(parts, block) if count > 1 else whole for parts in blocks]
        spans = [tuple(c for c in span if c in whole) for span in spans]
        segments = _Segments(sheet, headers, spans, block, memory).all()
        tables.append(Table(sheet, block, spans[0], segments, taken))
    if any(map(_is_priced, tables)):
        return tables
    return bare_tables(sheet, memory, before) or tables


def _is_priced(table: Table) -> bool:
    """A row of titles with no price below it may be anything."""
    layouts = [segment.layout for segment in table.segments]
    return any(one.prices.paid and one.shapes[one.prices.paid].count for one in layouts)


def _whole(sheet: Sheet) -> tuple[int, ...]:
    width = max((len(row) for row in sheet.rows), default=0)
    return tuple(range(1, width + 1))


def _nth(parts, block: int) -> tuple[int, ...]:
    """The columns of the n-th block under a header; none where it is missing."""
    return parts[block - 1] if block <= len(parts) else ()


PAGE = re.compile(r"(?:page|seite|pagina|blad) ?\d+\b")


class _Segments:
    """One block's rows, cut at its headers."""

    def __init__(
        self, sheet: Sheet, headers, spans, block: int, memory: Memory
    ) -> None:
        self.sheet, self.headers, self.spans = sheet, headers, spans
        self.block, self.memory = block, memory
        self.ends = [h.first for h in headers[1:]] + [len(sheet.rows) + 1]

    def all(self) -> tuple[Segment, ...]:
        layouts = self._layouts()
        _inherit(layouts)
        several = len(self.headers) > 1
        segments = []
        for place, (header, end) in enumerate(
            zip(self.headers, self.ends, strict=True)
        ):
            layout = layouts[place]
            above = _above(self.sheet, header) if several else ""
            title = _section(header, layout) or above
            segments.append(Segment(layout, header.last + 1, end, title))
        return tuple(segments)

    def _layouts(self) -> dict[int, Layout]:
        """Headers that name the same columns are understood together."""
        groups: dict[tuple, list[int]] = {}
        for place, (header, span) in enumerate(
            zip(self.headers, self.spans, strict=True)
        ):
            signature = tuple(one for one in header.signature if one[0] in span)
            groups.setdefault((span, signature), []).append(place)
        layouts: dict[int, Layout] = {}
        for (span, _signature), places in groups.items():
            rows = [row for place in places for row in self._below(place)]
            layout = Layout(self.headers[places[0]], span)
            understand(self.sheet, rows, layout, self.block, self.memory)
            layouts |= dict.fromkeys(places, layout)
        return layouts

    def _below(self, place: int) -> range:
        return range(self.headers[place].last + 1, self.ends[place])


def _section(header: Header, layout: Layout) -> str:
    return header.titles.get(layout.section, "") if layout.section else ""


def _above(sheet: Sheet, header: Header) -> str:
    """The line alone above each of several headers is their section."""
    if header.first < 2:
        return ""
    filled = [value for value in sheet.rows[header.first - 2] if value is not None]
    alone = len(filled) == 1 and isinstance(filled[0], str) and len(filled[0]) < 60
    return filled[0] if alone and not PAGE.match(plain(filled[0])) else ""


def _inherit(layouts: Mapping[int, Layout]) -> None:
    """A column without title keeps the role that it has under the other headers."""
    for layout in {id(one): one for one in layouts.values()}.values():
        for other in layouts.values():
            for column, role in other.roles.items():
                taken = column in layout.roles or role in layout.roles.values()
                titled = layout.words(column) or not other.words(column)
                named = column in layout.names or column not in layout.span
                if not (taken or titled or named):
                    layout.roles[column] = role
