# SPDX-License-Identifier: AGPL-3.0-or-later
"""The old Excel format (.xls), by xlrd: values, merged cells, what is hidden.

xlrd knows no formula's text; it gives the value that Excel computed last.
"""

import io

import xlrd
from xlrd import biffh

from . import values
from .grid import Grid
from .limits import MAX_SHEETS, Budget
from .table import (
    COLUMNS_CUT,
    MACROS,
    NO_TABLE,
    NOT_A_WORKBOOK,
    PASSWORD,
    TOO_BIG,
    UNKNOWN_KIND,
    CellError,
    Document,
    ReadError,
    Value,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_BARE = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_ROW_LIMIT = 65_536
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5


def is_old_excel(data: bytes) -> bool:
    """Whether these are the first bytes of an .xls, or of its container."""
    return data.startswith((OLE, *_BARE))


def read_old_excel(data: bytes) -> Document:
    """Visible sheets that hold anything; raises ReadError with a reason."""
    if data.startswith(OLE):
        _check_container(data)
    try:
        book = xlrd.open_workbook(
            file_contents=data,
            logfile=io.StringIO(),
            formatting_info=True,  # else it tells neither merged nor hidden
            ragged_rows=True,
            on_demand=True,
        )
        return _document(book, _named(data, "VBA"))
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # a damaged file may fail anywhere inside xlrd
        reason = PASSWORD if "encrypted" in str(error).lower() else NOT_A_WORKBOOK
        raise ReadError(reason) from error


def _check_container(data: bytes) -> None:
    """The container is also that of .doc, .msg, and of an xlsx with a password."""
    if _named(data, "EncryptedPackage"):
        raise ReadError(PASSWORD)
    if not (_named(data, "Workbook") or _named(data, "Book")):
        raise ReadError(UNKNOWN_KIND)


def _named(data: bytes, name: str) -> bool:
    """Whether the container has a stream of this name (they are written UTF-16)."""
    return f"{name}\0".encode("utf-16-le") in data


def _document(book, macros: bool) -> Document:
    if book.nsheets > MAX_SHEETS:
        raise ReadError(TOO_BIG)
    base = values.excel_base(book.datemode == 1)
    looks = [_look(book, style) for style in book.xf_list]
    budget, sheets = Budget(), []
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        if not sheet.visibility:
            sheets.append(_sheet(sheet, looks, base, budget))
        book.unload_sheet(index)
    found = tuple(sheet for sheet in sheets if sheet)
    if not found:
        raise ReadError(NO_TABLE)
    notes = {MACROS: macros, COLUMNS_CUT: budget.columns_cut}
    return Document("xls", found, notes=tuple(n for n in notes if notes[n]))


def _look(book, style) -> tuple[str, int]:
    form = book.format_map.get(style.format_key)
    code = form.format_str if form else "General"
    return code, values.format_kind(code)


def _sheet(sheet, looks, base, budget):
    grid = Grid(sheet.name, budget)

    def value_of(row: int, column: int, kind: int, value) -> Value:
        if kind in (_NUMBER, _DATE):
            look = looks[sheet.cell_xf_index(row, column)]
            return values.shown(values.from_float(value), *look, base)
        return _value(kind, value)

    for row in range(min(sheet.nrows, _ROW_LIMIT)):
        cells = zip(sheet.row_types(row), sheet.row_values(row), strict=True)
        for column, (kind, value) in enumerate(cells):
            grid.put(row + 1, column + 1, value_of(row, column, kind, value))
    for top, bottom, left, right in sheet.merged_cells:
        grid.merge(top + 1, left + 1, bottom, right)
    _hide(grid, sheet)
    return grid.sheet()


def _hide(grid: Grid, sheet) -> None:
    for row, look in sheet.rowinfo_map.items():
        if look.hidden:
            grid.hide_row(row + 1)
    for column, look in sheet.colinfo_map.items():
        if look.hidden:
            grid.hide_columns(column + 1, column + 1)


def _value(kind: int, value) -> Value:
    if kind == _TEXT:
        return values.clean(value)
    if kind == _BOOLEAN:
        return bool(value)
    if kind == _ERROR:
        return CellError(biffh.error_text_from_code.get(value, "error"))
    return None
