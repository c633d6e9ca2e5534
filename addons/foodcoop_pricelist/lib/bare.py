# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists without any row of titles: told by their cells alone."""

from odoo.addons.foodcoop_sheet.lib.table import Sheet

from . import roles
from .blocks import Segment, Table, repeated
from .cells import parse_price
from .columns import Layout, Memory, understand
from .shape import shape_of


def bare_tables(sheet: Sheet, memory: Memory, before: Table | None) -> list[Table]:
    """``before``: the last table of the sheet before; it may go on here."""
    width = max((len(row) for row in sheet.rows), default=0)
    span = tuple(range(1, width + 1))
    if before and before.block == 1 and _goes_on(sheet, before, width):
        return [_table(sheet, 1, span, before.segments[-1].layout)]
    tables = []
    for block, part in enumerate(_parts(sheet, span), start=1):
        layout = Layout(None, part)
        understand(sheet, _goods(sheet, part), layout, block, memory)
        if _is_list(sheet, layout):
            tables.append(_table(sheet, block, part, layout))
    return tables


def _goes_on(sheet: Sheet, before: Table, width: int) -> bool:
    """As wide, and with prices where the table before has them."""
    price = before.segments[-1].layout.prices.paid
    if len(before.span) != width or not price:
        return False
    return shape_of([row[price - 1] for row in sheet.rows]).numbers > 0.5


def _parts(sheet: Sheet, span: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Blocks side by side, or the whole."""
    kinds = {}
    for column in span:
        shape = shape_of([row[column - 1] for row in sheet.rows])
        if shape.count:
            named = shape.wordy and shape.distinct > 0.5
            priced = shape.score(roles.PRICE) > 0.5
            kinds[column] = "N" if priced else "T" if named else "c"
    return repeated(kinds, len(span)) or [span]


def _goods(sheet: Sheet, part: tuple[int, ...]) -> list[int]:
    """Rows that hold a text and a number: no letterhead, no section."""
    found, rows = [], range(1, len(sheet.rows) + 1)
    for row in rows:
        cells = [sheet.value(row, column) for column in part]
        filled = [value for value in cells if value is not None]
        numbers = any(parse_price(value).value is not None for value in filled)
        if len(filled) > 1 and numbers:
            found.append(row)
    return found if len(found) > 1 else list(rows)


def _table(sheet: Sheet, block: int, span: tuple[int, ...], layout: Layout) -> Table:
    """From the first product on, or from the section right above it."""
    rows = range(1, len(sheet.rows) + 1)
    first = next((row for row in rows if _is_product(sheet, row, layout)), 1)
    if first > 1 and _is_alone(sheet, first - 1, layout):
        first -= any(_is_alone(sheet, row, layout) for row in rows[first:-1])
    segment = Segment(layout, first, len(sheet.rows) + 1)
    return Table(sheet, block, span, (segment,), frozenset())


def _is_product(sheet: Sheet, row: int, layout: Layout) -> bool:
    name = layout.names[:1] or (layout.column(roles.CODE),)
    both = (*name, layout.prices.paid)
    return all(column and sheet.value(row, column) is not None for column in both)


def _is_alone(sheet: Sheet, row: int, layout: Layout) -> bool:
    """Nothing but a short text where names stand: a section."""
    cells = enumerate(sheet.rows[row - 1], start=1)
    filled = [column for column, value in cells if value is not None]
    return filled == [*layout.names[:1]] and len(str(sheet.value(row, filled[0]))) < 40


def _is_list(sheet: Sheet, layout: Layout) -> bool:
    """At least two rows, and half of those that hold a price, are goods."""
    named = layout.column(roles.NAME) or layout.column(roles.CODE)
    if not layout.prices.paid or not named:
        return False
    rows = range(1, len(sheet.rows) + 1)
    goods = sum(_is_product(sheet, row, layout) for row in rows)
    return goods >= 2 and goods * 2 >= layout.shapes[layout.prices.paid].count
