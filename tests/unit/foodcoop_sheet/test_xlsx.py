"""Bytes become sheets, or an error that says why."""

import io
import time
import tracemalloc
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from odoo.addons.foodcoop_sheet.lib import table, xlsx
from odoo.addons.foodcoop_sheet.lib.table import CellError, ReadError


def _zip(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _changed(data, old, new):
    """The same workbook with other words in its sheet's XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    files[sheet] = files[sheet].replace(old, new)
    return _zip(**files)


def _saved(workbook):
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "filename", "reason"),
    [
        (b"", "list.xlsx", table.EMPTY_FILE),
        (b"%PDF-1.7", "list.pdf", table.WRONG_EXTENSION),
        (b"Code;Prix", "list.csv", table.WRONG_EXTENSION),
        (b"Code;Prix", "list.xlsx", table.NOT_A_WORKBOOK),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "list.xlsx", table.PASSWORD),
        (_zip(readme="hello"), "list.xlsx", table.NOT_A_WORKBOOK),
        (_zip(**{"[Content_Types].xml": "<x"}), "list.xlsx", table.NOT_A_WORKBOOK),
        (b"x" * (xlsx.MAX_BYTES + 1), "list.xlsx", table.TOO_BIG),
        (_saved(Workbook()), "list.xlsx", table.NO_TABLE),
    ],
)
def test_a_file_that_is_no_list_says_why(data, filename, reason):
    with pytest.raises(ReadError) as error:
        xlsx.read_workbook(data, filename)
    assert error.value.reason == reason


def test_a_cut_off_file_is_no_workbook(workbook_bytes):
    whole = workbook_bytes(("Code", "Prix"), (1, 2))
    for length in range(1, len(whole), 97):
        with pytest.raises(ReadError):
            xlsx.read_workbook(whole[:length], "list.xlsx")


def test_values_keep_what_the_person_sees():
    workbook = Workbook()
    sheet = workbook.active
    sheet.append([" Bar  ligné ", "0851", 29932.0, 1.7000000000000002, None, ""])
    sheet["G1"], sheet["G1"].number_format = date(2025, 8, 6), "d-mmm"
    sheet["H1"] = "=1+1"
    (read,) = xlsx.read_workbook(_saved(workbook), "list.xlsx")
    assert read.rows[0] == (
        "Bar ligné",
        "0851",
        29932,
        Decimal("1.7"),
        None,
        None,
        "6/8",
        CellError("formula"),
    )


def test_a_stray_cell_far_away_makes_no_empty_cells():
    workbook = Workbook()
    workbook.active["A1"] = "Code"
    workbook.active.cell(xlsx.MAX_ROWS, xlsx.MAX_COLUMNS, "x")
    data = _saved(workbook)
    tracemalloc.start()
    (read,) = xlsx.read_workbook(data, "list.xlsx")
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(read.rows), read.rows[-1][-1]) == (xlsx.MAX_ROWS, "x")
    assert peak < 5_000_000


def test_formatted_rows_without_words_are_no_rows():
    workbook = Workbook()
    workbook.active.append(["Code", "Prix"])
    workbook.active.cell(xlsx.MAX_ROWS + 9, 2).number_format = "0.00"
    (read,) = xlsx.read_workbook(_saved(workbook), "list.xlsx")
    assert read.rows == (("Code", "Prix"),)


def test_a_word_below_the_last_row_is_too_many_rows():
    workbook = Workbook()
    workbook.active.cell(xlsx.MAX_ROWS + 1, 1, "x")
    with pytest.raises(ReadError) as error:
        xlsx.read_workbook(_saved(workbook), "list.xlsx")
    assert error.value.reason == table.TOO_MANY_ROWS


@pytest.mark.parametrize(
    "bomb",
    [
        '<mergeCells><mergeCell ref="A1:BH20000"/></mergeCells>',
        "<x:mergeCell xmlns:x=\"y\" ref = 'A1:BH20000'/>",
        '<hyperlinks><hyperlink ref="A1:BH20000"/></hyperlinks>',
        "<c/>" * (xlsx.MAX_PIECES + 1),
    ],
    ids=["merged", "other spelling", "linked", "cells"],
)
def test_a_small_file_that_grows_is_too_big(bomb, workbook_bytes):
    data = _changed(workbook_bytes(("Code", 1)), "</sheetData>", "</sheetData>" + bomb)
    start = time.monotonic()
    with pytest.raises(ReadError) as error:
        xlsx.read_workbook(data, "list.xlsx")
    assert error.value.reason == table.TOO_BIG
    assert time.monotonic() - start < 3


def test_a_number_without_end_is_an_error_and_no_text(workbook_bytes):
    data = _changed(workbook_bytes(("Code", 1234567)), "1234567", "1e999")
    (read,) = xlsx.read_workbook(data, "list.xlsx")
    assert read.rows[0] == ("Code", CellError("not a number"))


def test_hidden_rows_and_columns_are_read_and_said():
    workbook = Workbook()
    workbook.active.append(["Code", "Prix"])
    workbook.active.append(["1", 2])
    workbook.active.row_dimensions[2].hidden = True
    workbook.active.column_dimensions["B"].hidden = True
    (read,) = xlsx.read_workbook(_saved(workbook), "list.xlsx")
    assert (read.hidden_rows, read.hidden_columns) == ((2,), ("B",))
    assert read.rows[1] == ("1", 2)


def test_too_many_rows_are_refused(monkeypatch, workbook_bytes):
    monkeypatch.setattr(xlsx, "MAX_ROWS", 3)
    with pytest.raises(ReadError) as error:
        xlsx.read_workbook(workbook_bytes(*[("a", 1)] * 4), "list.xlsx")
    assert error.value.reason == table.TOO_MANY_ROWS
