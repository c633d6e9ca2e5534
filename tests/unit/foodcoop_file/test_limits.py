"""Files that are too much, or no list at all: a reason at once, and little memory."""

import io
import time
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import limits, table, xlsx_cells
from odoo.addons.foodcoop_sheet.lib.table import ReadError

SHEET = "xl/worksheets/sheet1.xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def reason_of(data, name="list.xlsx"):
    with pytest.raises(ReadError) as error:
        read_document(data, name)
    return error.value.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", table.EMPTY_FILE),
        (b" \r\n\0\0", table.EMPTY_FILE),
        (b"x" * (limits.MAX_BYTES + 1), table.TOO_BIG),
        (b"\x89PNG\r\n\x1a\n....", table.UNKNOWN_KIND),
        (b"{\\rtf1 Prix}", table.UNKNOWN_KIND),
        (b'{"products": []}', table.UNKNOWN_KIND),
        (bytes(range(256)) * 9, table.UNKNOWN_KIND),
        (OLE + b"\0" * 999, table.UNKNOWN_KIND),
        (OLE + "\0WordDocument\0".encode("utf-16-le"), table.UNKNOWN_KIND),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), table.PASSWORD),
        (OLE + "Workbook\0".encode("utf-16-le") * 99, table.NOT_A_WORKBOOK),
        (b"PK\x03\x04 and nothing more", table.NOT_A_WORKBOOK),
        (b"\n".join([b"a;b"] * (limits.MAX_ROWS + 1)), table.TOO_MANY_ROWS),
        (b"<?xml version='1.0'?><a><b>1</b>", table.NOT_A_WORKBOOK),
        (b"<?xml version='1.0'?><a/>", table.NO_TABLE),
        (b"<html><p>Bonjour</p></html>", table.NO_TABLE),
        (b"BNN;3;0;N;V;;EUR\r\n;;99", table.NO_TABLE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_says_why(data, reason):
    assert reason_of(data) == reason


def test_containers_of_other_things_are_told_apart(make):
    word = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
    assert reason_of(make.zipped(word)) == table.UNKNOWN_KIND
    assert reason_of(make.zipped({"liste.csv": "a;b"})) == table.UNKNOWN_KIND
    assert reason_of(make.zipped({"xl/workbook.xml": "<x"})) == table.NOT_A_WORKBOOK


def test_passwords_are_told_from_damage(make):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    locked = make.ods("", **{"META-INF/manifest.xml": manifest})
    assert reason_of(locked) == table.PASSWORD
    assert reason_of(make.zipped({"encrypted-package": "x"})) == table.PASSWORD
    data = bytearray(make.xlsx([("Code", 1)]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1  # as a zip program with a password does
            place = data.find(mark, place + 4)
    assert reason_of(bytes(data)) == table.PASSWORD


def test_an_empty_workbook_has_no_table(make):
    assert reason_of(make.saved(Workbook())) == table.NO_TABLE
    assert reason_of(make.xls([()])) == table.NO_TABLE
    assert reason_of(make.ods("")) == table.NO_TABLE


@pytest.mark.parametrize("start", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_are_refused_before_they_grow(make, start):
    body = "<list><i><a>&a;</a><b>1</b></i></list>"
    assert reason_of(f"<?xml version='1.0'?>{start}{body}".encode()) == table.UNSAFE
    files = make.unzipped(make.shared([("Code", "Prix")]))
    for name in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        changed = files | {name: start.encode() + files[name]}
        assert reason_of(make.zipped(changed)) == table.UNSAFE
    content = start + make.ods_content("")
    assert reason_of(make.zipped({"content.xml": content})) == table.UNSAFE


def sheet_with(make, rows, after=""):
    data = make.xlsx([("Code", "Prix")])
    return make.rezipped(data, SHEET, "</sheetData>", f"{rows}</sheetData>{after}")


def workbook_bombs(make):
    """Small workbooks that would fill a machine."""
    good = make.unzipped(make.xlsx([("Code", "Prix")]))
    cell = make.ods_cell("x", table_number_columns_repeated="16384")
    one = make.shared([("x" * 4000,)])
    again = '<row><c t="s"><v>0</v></c></row>' * 9_000
    areas = '<mergeCell ref="A1:A20000"/>' * 9_000
    last = "<row r='19999'><c><v>1</v></c></row>"
    many = "<table:table-row table:number-rows-repeated="
    return {
        "zeros": make.zipped(good | {SHEET: b"\0" * (limits.MAX_UNPACKED + 1)}),
        "parts": make.zipped(good | {f"{n}": "" for n in range(limits.MAX_PARTS + 1)}),
        "elements": sheet_with(make, f"<row>{'<c/>' * 100_000}</row>"),
        "cells": sheet_with(make, f"<row>{'<c><v>1</v></c>' * 200}</row>" * 101),
        "text": make.rezipped(one, SHEET, "</row>", f"</row>{again}"),
        "merged": sheet_with(make, last, f"<mergeCells>{areas}</mergeCells>"),
        "ods cells": make.ods(f"{many}'19999'>{cell}</table:table-row>"),
        "ods rows": make.ods(f"{many}'1048576'>{make.ods_cell('x')}</table:table-row>"),
    }


def text_bombs():
    """Texts that would."""
    paths = "".join(f"<i><a{number}/></i>" for number in range(9_000))
    return {
        "deep": b"<?xml version='1.0'?>" + b"<a>" * 100_000 + b"</a>" * 100_000,
        "paths": f"<?xml version='1.0'?><l>{paths}</l>".encode(),
        "html": b"<table>" + b"<tr><td>x" * (limits.MAX_ROWS + 1),
        "spans": b"<table>" + b"<tr><td colspan=9999 rowspan=99999>x" * 21_000,
        "comments": b"<table><tr><td>" + b"<!--" * 400_000,
        "csv cells": b"\n".join([b"1;" * 200] * 101),
    }


TOO_MUCH = {table.NO_TABLE, table.TOO_BIG, table.TOO_MANY_ROWS, table.NOT_A_WORKBOOK}


@pytest.fixture(scope="module")
def all_bombs(make):
    return workbook_bombs(make) | text_bombs()


@pytest.mark.parametrize(
    "name",
    [
        *("zeros", "parts", "elements", "cells", "text", "merged"),
        *("ods cells", "ods rows", "deep", "paths", "html", "spans", "csv cells"),
        "comments",
    ],
)
def test_a_bomb_does_not_go_off(all_bombs, name, monkeypatch):
    if name == "elements":
        monkeypatch.setattr(xlsx_cells, "MAX_ELEMENTS", 100_000)
    elif name.endswith("cells"):
        monkeypatch.setattr(limits, "MAX_CELLS", 20_000)
    start = time.process_time()
    assert reason_of(all_bombs[name]) in TOO_MUCH
    assert time.process_time() - start < 12


def test_a_zip_whose_sizes_lie_gives_no_more_than_it_said(make):
    data = bytearray(make.zipped({"xl/workbook.xml": b" " * 30_000_000}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        offset = archive.start_dir
    data[offset + 24 : offset + 28] = (100).to_bytes(4, "little")
    tracemalloc.start()
    assert reason_of(bytes(data)) == table.NOT_A_WORKBOOK
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_100000_formatted_rows_are_no_rows(make):
    row = "<row>" + '<c s="0"/>' * 10 + "</row>"
    files = make.unzipped(make.xlsx([("Code", "Prix")]))
    text = files[SHEET].decode().replace("</sheetData>", row * 100_000 + "</sheetData>")
    data = make.zipped(files | {SHEET: text})
    start = time.process_time()
    (read,) = read_document(data, "list.xlsx").sheets
    assert read.rows == (("Code", "Prix"),)
    assert time.process_time() - start < 8


def test_a_workbook_reads_nothing_outside_of_itself(make):
    rels = "xl/_rels/workbook.xml.rels"
    files = make.unzipped(make.shared([("Code", "Prix"), ("A1", 2)]))
    plain = read_document(make.zipped(files), "list.xlsx")
    outside = (
        files[rels]
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="rId99" Type="x/sharedStrings" TargetMode="External" '
            'Target="file:///etc/passwd"/></Relationships>',
        )
    )
    assert read_document(make.zipped(files | {rels: outside}), "list.xlsx") == plain
    above = files[rels].decode().replace("worksheets/", "../../../../etc/worksheets/")
    assert reason_of(make.zipped(files | {rels: above})) in TOO_MUCH


def test_codes_that_look_the_same_are_the_same():
    data = "Code;Nom;Prix\nA\u200b1;\u202eRiz\u00ad long;2,50\n".encode()
    (sheet,) = read_document(data, "list.csv").sheets
    assert sheet.rows[1][:2] == ("A1", "Riz long")
