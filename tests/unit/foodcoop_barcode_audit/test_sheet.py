# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes out of sheets and pasted text; a bad sheet is a reason, never a crash."""

import doctest
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from odoo.addons.foodcoop_barcode_audit.lib import sheet
from odoo.addons.foodcoop_barcode_audit.lib.sheet import (
    Row,
    SheetError,
    read_file,
    read_text,
)

PEN = "4006381333931"
JAM = "3017620422003"


def book(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_the_doctests_hold():
    assert doctest.testmod(sheet).failed == 0


def test_the_headings_say_where_code_reference_and_name_are():
    rows = read_file(
        book(
            ["Les articles"], ["Désignation", "Réf.", "Code-barres"], ["Pen", "P1", PEN]
        ),
        "list.xlsx",
    )
    assert rows == [Row(3, PEN, "P1", "Pen")]


def test_without_headings_the_column_full_of_codes_is_taken():
    rows = read_file(book([1, "Pen", int(PEN)], [2, "Jam", float(JAM)]), "list.xlsx")
    assert [(row.code, row.name) for row in rows] == [(PEN, "Pen"), (JAM, "Jam")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_csv_of_a_french_spreadsheet_is_read(encoding):
    data = f"Libellé;EAN\nThé vert;{PEN}\nMiel;3,01762E+12\n".encode(encoding)
    assert [(row.name, row.code) for row in read_file(data, "x.csv")] == [
        ("Thé vert", PEN),
        ("Miel", "3,01762E+12"),
    ]


def test_one_code_a_line_is_enough():
    rows = read_text(f"{PEN}\n\n 3 017 620 422 003 \r\nwrong\n")
    assert [row.code.strip() for row in rows] == [PEN, "3 017 620 422 003", "wrong"]
    assert [row.number for row in rows] == [1, 3, 4]


def reason(data, name="x.xlsx"):
    with pytest.raises(SheetError) as caught:
        read_file(data, name)
    return caught.value.reason


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (sheet.MAX_UNPACKED + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "x.xlsx", sheet.EMPTY),
        (b"%PDF-1.7", "x.pdf", sheet.EXTENSION),
        (b"not a workbook", "x.xlsx", sheet.NOT_A_WORKBOOK),
        (b"PK\x05\x06" + b"\0" * 18, "x.xlsx", sheet.NOT_A_WORKBOOK),
        (b"a\0b", "x.csv", sheet.NOT_A_WORKBOOK),
        (b"x" * (sheet.MAX_BYTES + 1), "x.csv", sheet.TOO_BIG),
        (b"1\n" * (sheet.MAX_ROWS + 1), "x.csv", sheet.TOO_MANY),
        (b"name;price\nPen;2\n", "x.csv", sheet.NO_CODES),
        (b"\n\n", "x.csv", sheet.NO_CODES),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(data, name, expected):
    assert reason(data, name) == expected


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    assert reason(bomb()) == sheet.TOO_BIG


def test_a_formula_never_calculated_is_named_by_its_cell():
    with pytest.raises(SheetError) as caught:
        read_file(book(["EAN"], [PEN], ["=A2"]), "x.xlsx")
    assert (caught.value.reason, caught.value.place) == (sheet.FORMULA, "A3")


@given(st.binary(max_size=300), st.sampled_from(["x.xlsx", "x.csv", "x.txt"]))
def test_any_bytes_give_rows_or_a_reason(data, name):
    try:
        rows = read_file(data, name)
    except SheetError as error:
        assert error.reason
    else:
        assert all(row.code.strip() for row in rows)


@given(st.text(max_size=300))
def test_any_pasted_text_gives_rows_or_a_reason(text):
    try:
        rows = read_text(text)
    except SheetError as error:
        assert error.reason
    else:
        assert all(row.code.strip() for row in rows)


def test_no_nul_goes_on_to_the_database():
    assert read_text(f"{PEN}\0\tPe\0n") == [Row(1, PEN, "", "Pen")]


def test_a_text_without_end_is_refused():
    with pytest.raises(SheetError) as error:
        read_text("4006381333931\n" * 400_000)
    assert error.value.reason == sheet.TOO_LONG
