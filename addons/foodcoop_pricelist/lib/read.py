# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets become offered products; every source row ends in exactly one list.

A row is a product, a section, a header, blank, ignored (with why) or a problem
(with why); ``Reading.counts`` adds up to the rows of the file.
"""

from collections.abc import Iterable
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TABLE,
    CellError,
    Document,
    ReadError,
    Sheet,
)

from . import header as head
from .cells import (
    CELL_ERROR,
    as_text,
    decimal_sign,
    parse_code,
    parse_gtin,
    parse_price,
)
from .header import Header
from .mapping import Mapping
from .offer import (
    BLANK,
    HEADER,
    IGNORED,
    PROBLEM,
    SECTION,
    Column,
    Offer,
    Reading,
    SourceRow,
)
from .packs import terms

BEFORE_TABLE = "before_table"
NOTHING_OFFERED = "nothing_offered"  # a unit or an origin alone
NO_CODE = "no_code"
NO_NAME = "no_name"


def read(document: Document, mapping: Mapping | None = None, known=()) -> Reading:
    """Understand every sheet; raises ReadError when none has a row of column names.

    ``known`` holds the codes and prices of the last list (``{code: price}``): columns
    that moved are found again by them.
    """
    headers = {sheet.name: head.find_headers(sheet) for sheet in document.sheets}
    if not any(headers.values()):
        raise ReadError(NO_TABLE)
    offers, others, columns = [], [], []
    for sheet in document.sheets:
        columns += _columns(sheet, headers[sheet.name])
        for row in _SheetReader(sheet, headers[sheet.name]).rows():
            (offers if isinstance(row, Offer) else others).append(row)
    return Reading(
        tuple(offers),
        tuple(others),
        tuple(columns),
        facts=document.facts,
        mapping=mapping or Mapping(),
        notes=document.notes,
        hidden_rows=sum(len(sheet.hidden_rows) for sheet in document.sheets),
        hidden_columns=sum(len(sheet.hidden_columns) for sheet in document.sheets),
    )


def _columns(sheet: Sheet, headers: tuple[Header, ...]) -> Iterable[Column]:
    for header in headers[:1]:
        for role, column in header.columns.items():
            title = as_text(sheet.value(header.row, column))
            yield Column(sheet.name, column, role, title)


class _SheetReader:
    """Walks down one sheet, remembering header, section and the name above."""

    def __init__(self, sheet: Sheet, headers: tuple[Header, ...]) -> None:
        self.sheet = sheet
        self.headers = {header.row: header for header in headers}
        self.header: Header | None = None
        self.section = self.name = self.unit = ""
        self.sign = decimal_sign(
            sheet.value(row, header.columns[head.PRICE])
            for header in headers[:1]
            for row in range(header.row + 1, len(sheet.rows) + 1)
        )

    def rows(self) -> Iterable[Offer | SourceRow]:
        for row in range(1, len(self.sheet.rows) + 1):
            yield self._row(row)

    def _row(self, row: int) -> Offer | SourceRow:
        if self.sheet.is_blank(row):
            return self._other(row, BLANK)
        if row in self.headers:
            self.header = self.headers[row]
            self.section, self.name, self.unit = self.header.title, "", ""
            return self._other(row, HEADER)
        if self.header is None:
            return self._other(row, IGNORED, BEFORE_TABLE)
        return self._below_header(row)

    def _below_header(self, row: int) -> Offer | SourceRow:
        cells = self._contents(row)
        if all(isinstance(value, CellError) for value in cells.values()):
            self.name = ""
            return self._other(row, IGNORED, CELL_ERROR)
        names = [column for column in self.header.names if column in cells]
        if names and len(cells) == 1:
            self.section, self.name = as_text(cells[names[0]]), ""
            return self._other(row, SECTION)
        known = {head.CODE, head.GTIN, head.PRICE}
        if not names and not any(self.header.column(role) in cells for role in known):
            return self._other(row, IGNORED, NOTHING_OFFERED)
        return self._offer(row)

    def _offer(self, row: int) -> Offer | SourceRow:
        code = parse_code(self._value(row, head.CODE))
        gtin = parse_gtin(self._value(row, head.GTIN))
        price = parse_price(self._value(row, head.PRICE), self.sign)
        name = self._name(row)
        lacks_code = self.header.column(head.CODE) and not code.value and not gtin.value
        problem = (
            code.reason
            or self.header.problem
            or price.reason
            or (NO_CODE if lacks_code else "")
            or ("" if name else NO_NAME)
        )
        return (
            self._other(row, PROBLEM, problem)
            if problem
            else self._priced(row, name, code, gtin, price)
        )

    def _priced(self, row, name, code, gtin, price) -> Offer:
        pack_text, unit_text = self._text(row, head.PACK), self._unit(row)
        agreed = terms(pack_text, unit_text, self._quantity(row))
        return Offer(
            sheet=self.sheet.name,
            row=row,
            name=name,
            code=code.value or "",
            gtin=gtin.value or "",
            section=self.section,
            price=price.value,
            pack_text=pack_text,
            unit_text=unit_text,
            terms=agreed,
            doubts=tuple(filter(None, (agreed.reason, gtin.reason))),
        )

    def _name(self, row: int) -> str:
        """The row's own name, or the one above it, then its variants."""
        first, *variants = self.header.names or (0,)
        own = as_text(self._at(row, first)) if first else ""
        self.name = own or self.name or self.section
        parts = [self.name, *(as_text(self._at(row, column)) for column in variants)]
        return ", ".join(filter(None, parts))

    def _unit(self, row: int) -> str:
        """The unit cell; the price's own title; above, where quantities are given."""
        own = self._text(row, head.UNIT) or self.header.basis
        if self.header.column(head.QUANTITY):
            own = own or self.unit
        self.unit = own
        return own

    def _quantity(self, row: int) -> Decimal | None:
        value = self._value(row, head.QUANTITY)
        return parse_price(value).value or None

    def _contents(self, row: int) -> dict[int, object]:
        """Cells that say something: no marks such as "p" in a column without title."""
        known = {*self.header.names, *self.header.columns.values()}
        return {
            column: value
            for column, value in enumerate(self.sheet.rows[row - 1], start=1)
            if value is not None and (column in known or len(as_text(value)) != 1)
        }

    def _value(self, row: int, role: str):
        column = self.header.column(role)
        return self._at(row, column) if column else None

    def _at(self, row: int, column: int):
        """The cell, or the merged cell that reaches down to it from this section."""
        value = self.sheet.value(row, column)
        top = self.sheet.merged_from(row, column)
        if value is None and top and top > self.header.row:
            return self.sheet.value(top, column)
        return value

    def _text(self, row: int, role: str) -> str:
        return as_text(self._value(row, role))

    def _other(self, row: int, kind: str, reason: str = "") -> SourceRow:
        texts = [as_text(value) for value in self.sheet.rows[row - 1]]
        text = " | ".join(filter(None, texts))[:200]
        return SourceRow(self.sheet.name, row, kind, reason, text)
