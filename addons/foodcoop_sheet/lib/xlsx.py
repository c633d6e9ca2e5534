# SPDX-License-Identifier: AGPL-3.0-or-later
"""A workbook's bytes become plain sheets: values only, nothing executed.

The cached value of a formula is read; macros and links are never followed.
Hidden rows and columns are read too, and said.
"""

import contextlib
import io
import math
import warnings
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath
from xml.parsers import expat

import openpyxl
from openpyxl.utils import range_boundaries

from .table import (
    EMPTY_FILE,
    NO_TABLE,
    NOT_A_WORKBOOK,
    PASSWORD,
    TOO_BIG,
    TOO_MANY_ROWS,
    WRONG_EXTENSION,
    CellError,
    ReadError,
    Sheet,
    Value,
)

MAX_BYTES = 20_000_000
MAX_UNPACKED = 40_000_000
MAX_PIECES = 600_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60

EXTENSIONS = (".xlsx", ".xlsm")
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


def read_workbook(data: bytes, filename: str) -> tuple[Sheet, ...]:
    """Sheets of an xlsx file that hold anything; raises ReadError with a reason."""
    _check_container(data, filename)
    values = _load(data, values=True)
    formulas = _load(data, values=False)
    sheets = [
        _sheet(worksheet, formulas[worksheet.title])
        for worksheet in values.worksheets
        if worksheet.sheet_state == "visible"
    ]
    sheets = [sheet for sheet in sheets if sheet.rows]
    if not sheets:
        raise ReadError(NO_TABLE)
    return tuple(sheets)


def _check_container(data: bytes, filename: str) -> None:
    """Refuse early what openpyxl would choke on."""
    if not data:
        raise ReadError(EMPTY_FILE)
    if PurePath(filename.lower()).suffix not in EXTENSIONS:
        raise ReadError(WRONG_EXTENSION, PurePath(filename).suffix)
    if len(data) > MAX_BYTES:
        raise ReadError(TOO_BIG)
    if data.startswith(_OLE_MAGIC):
        raise ReadError(PASSWORD)
    _check_archive(data)


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except ReadError:
        raise
    except Exception as error:  # a damaged archive may fail anywhere inside zipfile
        raise ReadError(NOT_A_WORKBOOK) from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Stop before openpyxl makes of a small file more than a price list ever holds."""
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ReadError(TOO_BIG)
    if "[Content_Types].xml" not in archive.namelist():
        raise ReadError(NOT_A_WORKBOOK)
    pieces = 0

    def count(name: str, attributes: dict[str, str]) -> None:
        nonlocal pieces
        pieces += _cells_made(name, attributes.get("ref", ""))
        if pieces > MAX_PIECES:
            raise ReadError(TOO_BIG)

    for part in parts:
        parser = expat.ParserCreate()
        parser.StartElementHandler = count
        with contextlib.suppress(expat.ExpatError):  # a picture; or openpyxl says so
            parser.Parse(archive.read(part), True)


def _cells_made(name: str, ref: str) -> int:
    """openpyxl makes every cell of a merged or linked area, be it empty.

    >>> _cells_made("mergeCell", "A1:B20"), _cells_made("c", "")
    (40, 1)
    """
    if ":" not in ref or name.rpartition(":")[2] not in ("mergeCell", "hyperlink"):
        return 1
    left, top, right, bottom = range_boundaries(ref)
    return (right - left + 1) * (bottom - top + 1)


def _load(data: bytes, *, values: bool) -> openpyxl.Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # print areas, styles: not our concern
            return openpyxl.load_workbook(
                io.BytesIO(data), data_only=values, keep_links=False
            )
    except Exception as error:  # a damaged file may fail anywhere inside openpyxl
        raise ReadError(NOT_A_WORKBOOK) from error


def _rows(values, formulas) -> list[tuple[Value, ...]]:
    """A sheet's cells up to the last that says anything; no empty one is made."""
    filled = {}
    for (row, column), original in formulas._cells.items():
        value = _value(values._cells[row, column], original)
        if value is not None and column <= MAX_COLUMNS:
            filled.setdefault(row, {})[column] = value
    last = max(filled, default=0)
    if last > MAX_ROWS:
        raise ReadError(TOO_MANY_ROWS, values.title)
    columns = range(1, 1 + max((max(row) for row in filled.values()), default=0))
    empty = (None,) * len(columns)
    return [
        tuple(map(filled[row].get, columns)) if row in filled else empty
        for row in range(1, last + 1)
    ]


def _sheet(values, formulas) -> Sheet:
    rows = _rows(values, formulas)
    return Sheet(
        name=values.title,
        rows=tuple(rows),
        merged=tuple(
            (area.min_row, area.min_col, area.max_row, area.max_col)
            for area in values.merged_cells.ranges
        ),
        hidden_rows=tuple(
            number
            for number, dimension in values.row_dimensions.items()
            if dimension.hidden and number <= len(rows)
        ),
        hidden_columns=tuple(
            letter
            for letter, dimension in values.column_dimensions.items()
            if dimension.hidden
        ),
    )


def _value(cell, original) -> Value:
    value = cell.value
    if value is None and original.data_type == "f":
        return CellError("formula")
    if cell.data_type == "e":
        return CellError(str(value))
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, float):
        finite = math.isfinite(value)
        return Decimal(repr(round(value, 6))) if finite else CellError("not a number")
    if isinstance(value, datetime):
        return _typed_fraction(value.date(), cell.number_format)
    return value if isinstance(value, int | date) else _text_or_none(value)


def _typed_fraction(value: date, number_format: str) -> Value:
    """A calibre "6/8" that the spreadsheet took for the 6th of August.

    A format of day and month only betrays it; real dates show their year.
    """
    if "y" not in number_format.lower() and "d" in number_format.lower():
        return f"{value.day}/{value.month}"
    return value


def _text_or_none(value) -> str | None:
    return None if value is None else str(value)
