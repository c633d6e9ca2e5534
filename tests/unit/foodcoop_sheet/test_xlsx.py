"""Excel's workbooks: the same values as openpyxl reads, formulas, what is hidden."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import limits, table, values
from odoo.addons.foodcoop_sheet.lib.table import CellError, ReadError

SHEET = "xl/worksheets/sheet1.xml"
REAL = (
    "fr_demarne_maree_tarif_general_2026-01.xlsx",
    "fr_cagette_pro_produits_offres.xlsx",
    "de_foodcoop_trockenware.xlsx",
)


def read(data):
    return read_document(data, "list.xlsx")


def first(data):
    return read(data).sheets[0]


def by_openpyxl(data):
    """What openpyxl finds, in our words; dates and percentages apart."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return [
        {
            (cell.row, cell.column): _plain(cell)
            for row in sheet.iter_rows()
            for cell in row
            if _plain(cell) is not None
        }
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _plain(cell):
    value = cell.value
    if isinstance(value, str):
        return CellError(value) if cell.data_type == "e" else values.clean(value)
    if isinstance(value, datetime):
        code = cell.number_format
        return value.date() if "y" in code.lower() else f"{value.day}/{value.month}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return values.from_float(float(value))


def by_us(data):
    return [
        {
            (row, column): value
            for row, cells in enumerate(sheet.rows, start=1)
            for column, value in enumerate(cells, start=1)
            if value is not None
        }
        for sheet in read(data).sheets
    ]


@pytest.mark.parametrize("name", REAL)
def test_real_lists_hold_what_openpyxl_reads(name, real_list):
    data = real_list(name).read_bytes()
    theirs, ours = by_openpyxl(data), by_us(data)
    assert ours == [cells for cells in theirs if cells]


cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.decimals(-1000, 1000, places=3).map(float),
    st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=9).filter(
        lambda text: not text.startswith("=")
    ),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=5))
def test_any_workbook_holds_what_openpyxl_reads(make, rows):
    data = make.xlsx([["titles"], *rows])
    assert by_us(data) == by_openpyxl(data)


def test_texts_may_stand_in_a_part_of_their_own(make):
    rows = (("Code", "Désignation "), ("0851", "Bar"), (7, "Bar"))
    assert first(make.shared(rows)).rows == (("Code", "Désignation"), *rows[1:])


def test_what_is_said_for_readers_of_japanese_is_no_text(make):
    data = make.shared([("Code", "鮭")])
    spoken = "<t>鮭</t><rPh><t>サケ</t></rPh>"
    data = make.rezipped(data, "xl/sharedStrings.xml", "<t>鮭</t>", spoken)
    assert first(data).rows == (("Code", "鮭"),)


def test_values_are_what_the_person_sees(make):
    workbook = Workbook()
    sheet = workbook.active
    sheet.append([" Bar  ligné ", "0851", 29932.0, 1.7000000000000002, None, ""])
    for cell, value, form in (
        ("G1", date(2025, 8, 6), "d-mmm"),
        ("H1", date(2025, 8, 6), "dd/mm/yyyy"),
        ("I1", 0.055, "0.0%"),
        ("J1", 851, "00000"),
        ("K1", 12.5, '#,##0.00\\ "€"'),
        ("L1", 0.4375, "h:mm"),
    ):
        sheet[cell], sheet[cell].number_format = value, form
    assert first(make.saved(workbook)).rows[0] == (
        *("Bar ligné", "0851", 29932, Decimal("1.7"), None, None),
        *("6/8", date(2025, 8, 6), "5.5%", "00851", Decimal("12.5"), "10:30:00"),
    )


def test_days_count_from_1904_where_the_workbook_says_so(make):
    workbook = Workbook()
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    workbook.active.append([date(2026, 3, 1)])
    assert first(make.saved(workbook)).rows == ((date(2026, 3, 1),),)


def test_a_formula_gives_its_last_value_and_its_text(make):
    data = make.xlsx([("Prix", "HT"), (2, "=A2*2"), (3, "=A3*2"), (4, "")])
    counted = make.computed(data, "A2*2", "<f>A2*2</f><v>4</v>")
    sheet = first(counted)
    assert (sheet.value(2, 2), sheet.value(3, 2)) == (4, CellError("formula"))
    assert sheet.formulas == {(2, 2): "=A2*2", (3, 2): "=A3*2"}


def test_a_shared_formula_reads_as_in_its_own_cell(make):
    data = make.xlsx([("Prix", "HT"), (2, "=A2*$A$1"), (3, "=A3")])
    shared = '<f t="shared" si="0">A2*$A$1</f><v>4</v>'
    data = make.computed(data, "A2*$A$1", shared)
    data = make.computed(data, "A3", '<f t="shared" si="0"/><v>6</v>')
    assert first(data).formulas == {(2, 2): "=A2*$A$1", (3, 2): "=A3*$A$1"}


def test_a_formula_that_says_nothing_is_an_empty_cell(make):
    data = make.xlsx([("Prix", "HT"), (2, "=A2")])
    data = make.computed(data, "A2", "<f>A2</f><v></v>")
    data = make.rezipped(data, SHEET, 'r="B2"', 'r="B2" t="str"')
    assert first(data).value(2, 2) is None


def test_hidden_rows_and_columns_are_read_and_said(make):
    workbook = Workbook()
    workbook.active.append(["Code", "Prix"])
    workbook.active.append(["1", 2])
    workbook.active.row_dimensions[2].hidden = True
    workbook.active.column_dimensions["B"].hidden = True
    sheet = first(make.saved(workbook))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ((2,), ("B",))
    assert sheet.rows[1] == ("1", 2)


def test_a_hidden_sheet_and_one_of_charts_are_left_out(make):
    workbook = Workbook()
    workbook.active.append(["Code"])
    workbook.create_sheet("secret").append(["Marge"])
    workbook["secret"].sheet_state = "hidden"
    workbook.create_chartsheet("Courbe")
    assert [sheet.name for sheet in read(make.saved(workbook)).sheets] == ["Sheet"]


def test_merged_cells_reach_as_far_as_the_sheet(make):
    data = make.xlsx([("Saumon", 1), (None, 2)])
    area = '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'
    sheet = first(make.rezipped(data, SHEET, "</sheetData>", f"</sheetData>{area}"))
    assert (sheet.merged, sheet.merged_from(2, 1)) == (((1, 1, 2, 1),), 1)


def test_macros_and_links_are_noted_and_nothing_more(make):
    files = make.unzipped(make.xlsx([("Code", "Prix")]))
    relations = files["xl/_rels/workbook.xml.rels"].decode()
    link = '<Relationship Id="x" Type="http://x/externalLink" Target="x.xml"/>'
    relations = relations.replace("</Relationships>", f"{link}</Relationships>")
    files |= {"xl/vbaProject.bin": b"\0", "xl/_rels/workbook.xml.rels": relations}
    document = read_document(make.zipped(files), "list.xlsm")
    assert document.notes == (table.MACROS, table.EXTERNAL_LINKS)


def test_names_with_a_prefix_are_the_same_names(make):
    files = make.unzipped(make.xlsx([("Code", 7)]))
    plain = files[SHEET].decode()
    for name in ("worksheet", "sheetData", "row", "c", "v"):
        plain = plain.replace(f"<{name}", f"<x:{name}").replace(
            f"</{name}>", f"</x:{name}>"
        )
    plain = plain.replace("xmlns=", "xmlns:x=").replace("x:cols", "cols")
    assert "<x:c " in plain
    prefixed = plain.partition("<x:sheetData")[2].partition("<pageMargins")[0]
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    whole = f'<x:worksheet xmlns:x="{space}"><x:sheetData{prefixed}</x:worksheet>'
    assert first(make.zipped(files | {SHEET: whole})).rows == (("Code", 7),)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("1e999", CellError("not a number")),
        ("9" * 5000, CellError("not a number")),
        ("1E+3", 1000),
        ("n/a", CellError("not a number")),
    ],
)
def test_a_number_that_is_none_is_an_error_and_no_text(make, number, value):
    data = make.rezipped(make.xlsx([("Code", 1234567)]), SHEET, "1234567", number)
    assert first(data).rows[0] == ("Code", value)


def test_a_stray_cell_far_away_makes_no_empty_cells(make):
    workbook = Workbook()
    workbook.active["A1"] = "Code"
    workbook.active.cell(limits.MAX_ROWS, 60, "x")
    sheet = first(make.saved(workbook))
    assert (len(sheet.rows), sheet.rows[-1][-1]) == (limits.MAX_ROWS, "x")
    assert len({id(row) for row in sheet.rows}) == 3  # the empty ones are one


def test_what_stands_too_far_right_is_left_out_and_noted(make):
    document = read(make.xlsx([("Code", *[None] * (limits.MAX_COLUMNS - 1), "x")]))
    assert document.sheets[0].rows == (("Code",),)
    assert document.notes == (table.COLUMNS_CUT,)


def test_a_word_below_the_last_row_is_too_many_rows(make):
    workbook = Workbook()
    workbook.active.cell(limits.MAX_ROWS + 1, 1, "x")
    with pytest.raises(ReadError) as error:
        read(make.saved(workbook))
    assert (error.value.reason, error.value.place) == (table.TOO_MANY_ROWS, "Sheet")
