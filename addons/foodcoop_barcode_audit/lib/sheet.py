# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes out of a workbook, a CSV file or a pasted text: values only, bounded."""

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePath

import openpyxl

from odoo.addons.foodcoop_scan.lib.explanation import Validity
from odoo.addons.foodcoop_scan.lib.scan import explain

MAX_BYTES = 10_000_000
MAX_UNPACKED = 15_000_000
MAX_TEXT = 5_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 60
MAX_CELL = 200
_SAMPLE = 200

EMPTY = "empty"
EXTENSION = "extension"
TOO_BIG = "too_big"
TOO_LONG = "too_long"
TOO_MANY = "too_many"
NOT_A_WORKBOOK = "not_a_workbook"
FORMULA = "formula"
NO_CODES = "no_codes"

_CODE = ("barcode", "code barre", "codebarre", "ean", "gtin", "gencod", "upc")
_REFERENCE = ("reference", "ref", "article", "sku", "default code", "code interne")
_NAME = ("name", "nom", "designation", "libelle", "produit", "product", "description")


class SheetError(Exception):
    """The sheet cannot be read: a reason code, and where."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{reason} {place}".strip())
        self.reason = reason
        self.place = place


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds a code; ``number`` counts from 1 as the sheet shows it."""

    number: int
    code: str
    reference: str = ""
    name: str = ""


def read_file(data: bytes, filename: str) -> list[Row]:
    """Rows of an xlsx or csv file."""
    suffix = PurePath(filename.lower()).suffix
    if not data:
        raise SheetError(EMPTY)
    if suffix not in (".xlsx", ".xlsm", ".csv", ".txt"):
        raise SheetError(EXTENSION, suffix)
    if len(data) > MAX_BYTES:
        raise SheetError(TOO_BIG)
    is_workbook = suffix in (".xlsx", ".xlsm")
    return _rows(_workbook(data) if is_workbook else _separated(_decoded(data)))


def read_text(text: str) -> list[Row]:
    """Rows of a pasted text: one code a line, or columns copied from a sheet.

    >>> read_text("4006381333931\\tPen")
    [Row(number=1, code='4006381333931', reference='', name='Pen')]
    """
    if not text.strip():
        raise SheetError(EMPTY)
    if len(text) > MAX_TEXT:
        raise SheetError(TOO_LONG)
    return _rows(_separated(text, "\t;"))


def _rows(table: Iterable[Sequence[str]]) -> list[Row]:
    rows = []
    for number, cells in enumerate(table, start=1):
        if number > MAX_ROWS:
            raise SheetError(TOO_MANY, f"{MAX_ROWS:,}")
        rows.append([_bounded(cell) for cell in cells[:MAX_COLUMNS]])
    head = _head(rows)
    code, reference, name = _columns(rows, head)
    found = [
        Row(number, cells[code], _at(cells, reference), _at(cells, name))
        for number, cells in enumerate(rows, start=1)
        if number > head and _at(cells, code).strip()
    ]
    if not found:
        raise SheetError(NO_CODES)
    return found


def _bounded(cell: str) -> str:
    """No longer than a code or a name is, and without NUL: no database holds one."""
    return cell[:MAX_CELL].replace("\0", "")


def _at(cells: Sequence[str], column: int | None) -> str:
    return "" if column is None or column >= len(cells) else cells[column]


def _head(rows: list[list[str]]) -> int:
    """The number of the row with the headings, 0 when there is none."""
    for number, cells in enumerate(rows[:_SAMPLE], start=1):
        if any(_is_code(cell) for cell in cells):
            return 0
        if any(_heads(cell, _CODE) for cell in cells):
            return number
    return 0


def _columns(rows: list[list[str]], head: int) -> tuple[int, int | None, int | None]:
    """Where the code, the reference and the name stand."""
    sample = rows[head : head + _SAMPLE]
    width = max((len(cells) for cells in sample), default=0)
    titles = rows[head - 1] if head else []
    scores = [sum(_is_code(_at(cells, c)) for cells in sample) for c in range(width)]
    titled = _titled(titles, _CODE)
    code = max(range(width), key=lambda c: (c == titled, scores[c]), default=0)
    if titled is None and not any(scores) and width > 1:
        raise SheetError(NO_CODES)
    if head:
        return code, _titled(titles, _REFERENCE, code), _titled(titles, _NAME, code)
    texts = [c for c in range(width) if c != code and _is_wordy(sample, c)]
    return code, None, texts[0] if texts else None


def _titled(titles: Sequence[str], words: tuple[str, ...], but: int = -1) -> int | None:
    found = (c for c, t in enumerate(titles) if c != but and _heads(t, words))
    return next(found, None)


def _heads(title: str, words: tuple[str, ...]) -> bool:
    """Whether a heading is about one of these, whatever its accents.

    >>> _heads("Référence interne", _REFERENCE), _heads("Océan", _CODE)
    (True, False)
    """
    plain = unicodedata.normalize("NFKD", title.lower())
    plain = re.sub("[^a-z0-9]+", " ", plain.encode("ascii", "ignore").decode())
    return any(re.search(rf"\b{word}s?(13|8)?\b", plain) for word in words)


def _is_code(cell: str) -> bool:
    return len(cell.strip()) >= 6 and explain(cell).valid is not Validity.REFUSED


def _is_wordy(rows: list[list[str]], column: int) -> bool:
    return any(re.search("[A-Za-z]{3}", _at(cells, column)) for cells in rows)


def _decoded(data: bytes) -> str:
    if b"\0" in data[:1000]:
        raise SheetError(NOT_A_WORKBOOK)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separated(text: str, separators: str = "\t;,|") -> Iterator[list[str]]:
    """A comma inside a number is no separator where another one is used."""
    start = text[:5000]
    separator = next((one for one in separators if one in start), "\t")
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise SheetError(NOT_A_WORKBOOK) from error


def _workbook(data: bytes) -> Iterator[list[str]]:
    """The first visible sheet; macros and links are never followed."""
    _check_archive(data)
    values, formulas = _load(data, True), _load(data, False)
    pair = zip(values.worksheets, formulas.worksheets, strict=True)
    shown = next((two for two in pair if two[0].sheet_state == "visible"), None)
    if shown is None:
        raise SheetError(NO_CODES)
    limits = {"max_row": MAX_ROWS + 1, "max_col": MAX_COLUMNS}
    rows = zip_longest(*(sheet.iter_rows(**limits) for sheet in shown), fillvalue=())
    try:
        for value_cells, formula_cells in rows:
            yield [*map(_text, value_cells, formula_cells)]
    except SheetError:
        raise
    except Exception as error:  # a damaged sheet may fail anywhere inside openpyxl
        raise SheetError(NOT_A_WORKBOOK) from error


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except Exception as error:  # not a zip file, or a damaged one
        raise SheetError(NOT_A_WORKBOOK) from error
    if unpacked > MAX_UNPACKED:
        raise SheetError(TOO_BIG)


def _load(data: bytes, values: bool) -> openpyxl.Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # print areas, styles: not our concern
            return openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=values, keep_links=False
            )
    except Exception as error:  # a damaged file may fail anywhere inside openpyxl
        raise SheetError(NOT_A_WORKBOOK) from error


def _text(cell, formula) -> str:
    """A cell's value as digits; a formula never calculated has none."""
    value = cell.value
    if value is None and formula.data_type == "f":
        raise SheetError(FORMULA, formula.coordinate)
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return "" if value is None else str(value)
