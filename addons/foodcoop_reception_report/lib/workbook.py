# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table as an xlsx file. Texts are written as texts: none becomes a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

Value = str | float | date | None
LONGEST = 32_767  # signs of a cell; what is longer is cut
_NO_SHEET_NAME = dict.fromkeys(map(ord, "[]:*?/\\'"), " ")


@dataclass(frozen=True)
class Column:
    """``style``: a number format of a spreadsheet, or nothing for texts."""

    title: str
    width: int
    style: str = ""


@dataclass(frozen=True)
class Table:
    """``heading``: lines above the table; ``total``: a last row in bold."""

    name: str
    heading: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    total: Sequence[Value] = ()


def xlsx(table: Table) -> bytes:
    stream = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(stream, options) as workbook:
        name = table.name.translate(_NO_SHEET_NAME).strip()[:31]
        sheet = workbook.add_worksheet(name or None)
        bold = workbook.add_format({"bold": True})
        for number, line in enumerate(table.heading):
            sheet.write_string(number, 0, line[:LONGEST], bold if not number else None)
        top = len(table.heading) + 1
        for column, told in enumerate(table.columns):
            sheet.write_string(top, column, told.title, bold)
            sheet.set_column(column, column, told.width)
        sheet.freeze_panes(top + 1, 1)
        plain = _styles(workbook, table.columns, bold=False)
        for number, row in enumerate(table.rows, start=top + 1):
            _write(sheet, number, row, plain)
        last = top + 1 + len(table.rows)
        _write(sheet, last, table.total, _styles(workbook, table.columns, bold=True))
    return stream.getvalue()


def _styles(workbook, columns: Sequence[Column], bold: bool) -> list:
    return [
        workbook.add_format({"bold": bold, "num_format": column.style or "General"})
        for column in columns
    ]


def _write(sheet, number: int, row: Sequence[Value], styles: Sequence) -> None:
    for column, (value, style) in enumerate(zip(row, styles, strict=False)):
        if isinstance(value, str):
            sheet.write_string(number, column, value[:LONGEST], style)
        elif isinstance(value, date):
            sheet.write_datetime(number, column, value, style)
        elif value is not None:
            sheet.write_number(number, column, value, style)
