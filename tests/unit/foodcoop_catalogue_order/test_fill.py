"""An order goes back in the supplier's own file: the quantity, and nothing else."""

import doctest
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from odoo.addons.foodcoop_catalogue_order.lib import (
    depends,
    fill,
    fill_csv,
    fill_ods,
    fill_xlsx,
    place,
)
from odoo.addons.foodcoop_catalogue_order.lib.fill_xlsx import FillError
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping
from odoo.addons.foodcoop_sheet.lib import wire
from odoo.addons.foodcoop_sheet.lib.table import TOO_LONG

MODULES = [depends, fill_csv]
THREE = Decimal(3)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.fixture
def order_form():
    """A supplier's form: a quantity to fill in, a line total, a sum elsewhere."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Bon de commande"
    sheet.append(["Code", "Produit", "Prix", "Qté", "Total"])
    for row, code in enumerate(("A1", "B2", "C3"), start=2):
        sheet.append([code, f"Produit {code}", 2.5, None, f"=C{row}*D{row}"])
    sheet["D2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["G1"] = "=1+1"
    workbook.create_sheet("Somme")["A1"] = "=SUM('Bon de commande'!E2:E4)"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_quantity_is_a_number_in_its_cell_and_its_look_stays(order_form):
    filled = fill_xlsx.fill_xlsx(order_form, {("Bon de commande", 2, 4): THREE})
    cell = openpyxl.load_workbook(io.BytesIO(filled))["Bon de commande"]["D2"]
    assert cell.value == 3
    assert cell.fill.fgColor.rgb == "00FFFF00"


def test_formulas_stay_and_only_what_hangs_on_the_order_is_computed_anew(order_form):
    form = openpyxl.load_workbook(io.BytesIO(order_form))
    cells = depends.stale_cells(order_form, [("Bon de commande", 2, 4)])
    assert cells == {("Bon de commande", 2, 5), ("Somme", 1, 1)}
    filled = fill_xlsx.fill_xlsx(order_form, {("Bon de commande", 2, 4): THREE})
    again = openpyxl.load_workbook(io.BytesIO(filled))
    for sheet in form.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert again[sheet.title][cell.coordinate].value == cell.value
    assert again.calculation.fullCalcOnLoad


def test_what_is_not_asked_for_stays_to_the_byte(order_form):
    old = parts(order_form)
    new = parts(fill_xlsx.fill_xlsx(order_form, {("Bon de commande", 2, 4): THREE}))
    assert list(old) == list(new)
    changed = {name for name in old if old[name] != new[name]}
    sheets = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert changed == {"xl/workbook.xml", *sheets}


def test_a_cell_that_is_not_there_yet_is_made_in_its_place(order_form):
    places = {("Bon de commande", 2, 28): THREE, ("Bon de commande", 40, 2): THREE}
    filled = fill_xlsx.fill_xlsx(order_form, places)
    sheet = openpyxl.load_workbook(io.BytesIO(filled))["Bon de commande"]
    assert (sheet["AB2"].value, sheet["B40"].value, sheet["E2"].value) == (
        3,
        3,
        "=C2*D2",
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (("Bon de commande", 2, 5), fill_xlsx.FORMULA_THERE),
        (("Tarif", 2, 4), fill_xlsx.NO_SHEET),
    ],
)
def test_a_place_that_cannot_take_it_says_why(order_form, cell, reason):
    with pytest.raises(FillError) as error:
        fill_xlsx.fill_xlsx(order_form, {cell: THREE})
    assert error.value.reason == reason


def test_csv_keeps_its_encoding_its_signs_and_its_other_lines():
    data = 'Code;Libellé;Qté\r\n001;"Crème; épaisse";\r\n002;Lait\r\n'.encode("cp1252")
    filled = fill_csv.fill_csv(data, {(3, 3): Decimal("2.50")}, ",")
    text = filled.decode("cp1252")
    assert text == 'Code;Libellé;Qté\r\n001;"Crème; épaisse";\r\n002;Lait;2,5\r\n'


def ods(rows):
    xml = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns'
        ':office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Liste">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", xml)
    return stream.getvalue()


def test_ods_cells_that_stand_for_many_are_cut(real_list):
    cells = '<table:table-cell table:number-columns-repeated="5"/>'
    row = f'<table:table-row table:number-rows-repeated="3">{cells}</table:table-row>'
    filled = fill_ods.fill_ods(
        ods(row), {("Liste", 2, 3): THREE, ("Liste", 9, 1): THREE}
    )
    content = parts(filled)["content.xml"].decode()
    assert content.count("<table:table-row") == 3 + 6
    assert content.count('office:value="3"') == 2
    assert next(iter(parts(filled))) == "mimetype"


def test_a_real_list_keeps_all_but_its_sheet(real_list):
    data = real_list("fr_demarne_maree_tarif_general_2026-01.xlsx").read_bytes()
    filled = fill_xlsx.fill_xlsx(data, {("Tarif Général", 5, 9): THREE})
    old, new = parts(data), parts(filled)
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(
    ("area", "wide"),
    [("A1:D4", "$A$1:$G$4"), ("A1:H4", "$A$1:$H$4")],
)
def test_what_is_ordered_is_printed(order_form, area, wide):
    workbook = openpyxl.load_workbook(io.BytesIO(order_form))
    workbook.active.print_area = area
    stream = io.BytesIO()
    workbook.save(stream)
    order = {("Bon de commande", 2, 7): THREE}
    filled = parts(fill_xlsx.fill_xlsx(stream.getvalue(), order))["xl/workbook.xml"]
    assert f"'Bon de commande'!{wide}<" in filled.decode()


def test_running_totals_are_computed_anew():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["Qté", "Total", "Cumul"])
    for row in range(2, 4000):
        sheet.append([None, f"=A{row}*2", f"=C{row - 1}+B{row}"])
    stream = io.BytesIO()
    workbook.save(stream)
    wanted = [("Sheet", row, 1) for row in range(2, 900)]
    stale = depends.stale_cells(stream.getvalue(), wanted)
    assert {("Sheet", 2, 3), ("Sheet", 3999, 3)} <= stale


ANSWERS = fill.Answers(Mapping())
WANTED = (
    place.Wanted(7, "A1", "Produit A1", THREE),
    place.Wanted(8, "Z9", "Miel", THREE),
)


def apart(data, name="form.xlsx", answers=ANSWERS):
    kept = wire.kept(read_document(data, name))
    return fill.filled_apart(kept, data, WANTED, answers)


def refused(*args):
    with pytest.raises(FillError) as error:
        apart(*args)
    return error.value.reason


def test_an_order_is_written_apart_as_here(order_form):
    found = apart(order_form)
    here = fill_xlsx.fill_xlsx(order_form, {("Bon de commande", 2, 4): THREE})
    assert parts(found.data) == parts(here)
    assert found.apart == {"not_listed": [8]}


def test_each_kind_is_filled_apart_or_says_why_not(order_form):
    lines = "Code;Produit;Prix;Qté\r\nA1;Riz;2,50;\r\nB2;Sel;1,20;\r\n"
    filled = apart(lines.encode(), "liste.csv").data.decode()
    assert filled == lines.replace("2,50;", "2,50;3")
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
        "</table:table-cell>"
        for text in ("Code", "Produit", "Prix", "Commande")
    )
    goods = cells.replace("Code", "A1").replace("Prix", "2.5").replace("Commande", "")
    row = "<table:table-row>%s</table:table-row>"
    found = apart(ods(row % cells + row % goods), "liste.ods").data
    assert b'office:value="3"' in parts(found)["content.xml"]
    assert refused(order_form, "form.xlsx", fill.Answers(Mapping(), column=5)) == (
        fill_xlsx.FORMULA_THERE
    )
    assert refused(b"Code;Produit;Prix\r\nA1;Riz;2,50\r\n") == fill.NO_COLUMN


def test_a_form_that_takes_too_long_is_refused_in_time(order_form, monkeypatch):
    monkeypatch.setattr(fill, "SECONDS", 0.01)
    assert refused(order_form) == TOO_LONG
