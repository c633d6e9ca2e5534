"""Workbooks of Excel before 2007 and of LibreOffice."""

import datetime
from datetime import date
from decimal import Decimal

import xlwt

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import table
from odoo.addons.foodcoop_sheet.lib.table import CellError


def sheet_of(data, name="list"):
    (sheet,) = read_document(data, name).sheets
    return sheet


def test_old_excel_shows_what_a_person_sees(make):
    day, percent, zeros = (
        xlwt.easyxf(num_format_str=form) for form in ("dd/mm/yyyy", "0.0%", "00000")
    )
    half = xlwt.easyxf(num_format_str="d-mmm")
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Liste")
    sheet.write(0, 0, " Bar  ligné ")
    sheet.write(0, 1, 29932.0)
    sheet.write(0, 2, datetime.date(2026, 3, 1), day)
    sheet.write(0, 3, datetime.date(2026, 8, 6), half)
    sheet.write(0, 4, 0.055, percent)
    sheet.write(0, 5, 851, zeros)
    sheet.write(0, 6, True)
    read = sheet_of(make.saved(workbook))
    assert read.rows[0] == (
        *("Bar ligné", 29932, date(2026, 3, 1), "6/8", "5.5%", "00851", True),
    )


def test_old_excel_tells_merged_and_hidden_cells(make):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Liste")
    sheet.write_merge(1, 3, 0, 0, "Saumon")
    sheet.write(3, 1, 1.7000000000000002)
    sheet.row(3).hidden = True
    sheet.col(1).hidden = True
    workbook.add_sheet("secret").write(0, 0, "Marge")
    workbook.get_sheet(1).visibility = 1
    read = sheet_of(make.saved(workbook))
    assert (read.merged, read.merged_from(3, 1)) == (((2, 1, 4, 1),), 2)
    assert (read.hidden_rows, read.hidden_columns) == ((4,), ("B",))
    assert read.value(4, 2) == Decimal("1.7")


def row(*cells, **attributes):
    said = " ".join(
        f'table:{key.replace("_", "-")}="{v}"' for key, v in attributes.items()
    )
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def test_libreoffice_cells(make):
    cell = make.ods_cell
    read = sheet_of(
        make.ods(
            row(
                cell(" Bar  <text:span>ligné</text:span>"),
                cell("9,40 €", "currency", office_value="9.4"),
                cell("00851", "float", office_value="851"),
                cell("1er mars", "date", office_date_value="2026-03-01T00:00:00"),
                cell("06/08", "date", office_date_value="2026-08-06"),
                cell("5,5 %", "percentage", office_value="0.055"),
                cell("VRAI", "boolean", office_boolean_value="true"),
                cell("Err:509", "string", table_formula="of:=[.A1]+"),
                cell("18", "float", office_value="18", table_formula="of:=[.B1]*2"),
            )
        )
    )
    assert read.rows[0] == (
        *("Bar ligné", Decimal("9.4"), "00851", date(2026, 3, 1), "6/8", "5.5%"),
        *(True, CellError("Err:509"), 18),
    )
    assert read.formulas == {(1, 8): "=[.A1]+", (1, 9): "=[.B1]*2"}


def test_libreoffice_repeats_rows_and_cells(make):
    cell = make.ods_cell
    read = sheet_of(
        make.ods(
            '<table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/>'
            + row(cell("a", table_number_columns_repeated="2"), cell("b"))
            + row(number_rows_repeated="2")
            + row(cell("c"), number_rows_repeated="2", visibility="filter")
            + row("<table:table-cell/>", number_rows_repeated="1048000")
        )
    )
    assert read.rows == (("a", "a", "b"), *[(None,) * 3] * 2, *[("c", None, None)] * 2)
    assert (read.hidden_rows, read.hidden_columns) == ((4, 5), ("C",))


def test_libreoffice_notes_merges_and_hidden_sheets(make):
    note = "<office:annotation><text:p>du patron</text:p></office:annotation>"
    wide = make.ods_cell("Saumon", table_number_rows_spanned="2")
    styles = (
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles>"
    )
    named = row(wide, make.ods_cell(note + "Nom"))
    table_after = (
        f"{named}{row(make.ods_cell('x'))}</table:table>"
        '<table:table table:name="Marges" table:style-name="off">'
        f"{row(make.ods_cell('30'))}"
    )
    read = sheet_of(make.ods(table_after, styles))
    assert read.rows == (("Saumon", "Nom"), ("x", None))
    assert read.merged == ((1, 1, 2, 1),)


def test_a_flat_workbook_is_the_same_workbook(make):
    content = make.ods_content(row(make.ods_cell("Code"), make.ods_cell("Prix")))
    flat = content.replace("document-content", "document")
    assert read_document(flat.encode(), "list.fods").kind == "ods"


def test_macros_of_libreoffice_are_noted(make):
    content = row(make.ods_cell("Code"))
    data = make.ods(content, **{"Basic/Standard/Module1.xml": "<x/>"})
    assert read_document(data, "list.ods").notes == (table.MACROS,)
