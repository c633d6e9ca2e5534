"""Each ordered product's quantity finds its row, its column and its unit."""

import doctest
import io
from decimal import Decimal

import openpyxl
import pdfplumber
import pytest

from odoo.addons.foodcoop_catalogue_order.lib import own_form, place
from odoo.addons.foodcoop_catalogue_order.lib.own_form import Form, Row
from odoo.addons.foodcoop_catalogue_order.lib.place import Wanted, plan
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

TWELVE = Decimal(12)


@pytest.mark.parametrize("module", [place, own_form], ids=lambda m: m.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def planned(title, *wanted, **answers):
    rows = (
        ("Code", "Désignation", "Colisage", "Tarif", "Unité", title),
        ("A1", "Tarama rose", "6 x 90g", "1,17", "U", None),
        ("B2", "Lentilles vertes", None, "2,40", "kg", None),
        ("C3", "Riz long", "4 x 1kg", "3,10", "U", None),
    )
    document = Document("xlsx", (Sheet("Tarif", rows),))
    return plan(document, read(document), wanted, **answers)


@pytest.mark.parametrize(
    ("title", "amount"),
    [
        ("Commande", 2),
        ("Qté", 2),
        ("Bestelling in kisten / dozen:", 2),
        ("Commande (pièces)", 12),
        ("Order qty", 2),
        ("Pedido", 2),
    ],
)
def test_the_column_that_asks_for_a_quantity_gets_it_in_its_unit(title, amount):
    found = planned(title, Wanted(1, "A1", "Tarama rose", TWELVE))
    assert found.quantities == {("Tarif", 2, 6): amount}


@pytest.mark.parametrize("title", ["Origine", "Remarques", None])
def test_no_column_that_asks_leaves_all_missing(title):
    wanted = Wanted(1, "A1", "Tarama rose", TWELVE)
    found = planned(title, wanted)
    assert found.apart == ((wanted, place.NOT_LISTED),) and not found.asked


def test_a_persons_answer_goes_before_what_titles_say():
    wanted = Wanted(1, "A1", "Tarama rose", TWELVE)
    found = planned("Commande", wanted, column=8, unit=place.UNIT)
    assert found.quantities == {("Tarif", 2, 8): 12}


def test_two_lines_of_one_product_add_up_and_a_stranger_is_missing():
    lentils = Wanted(1, "B2", "Lentilles vertes", Decimal("2.5"))
    again = Wanted(2, "B2", "Lentilles vertes", Decimal("1.25"))
    stranger = Wanted(3, "Z9", "Miel", TWELVE)
    found = planned("Commande", lentils, again, stranger)
    assert found.quantities == {("Tarif", 3, 6): Decimal("3.75")}
    assert found.apart == ((stranger, place.NOT_LISTED),)


def oysters(*wanted, title="Commande colis", more=()):
    rows = (
        ("Code", "Désignation", "Colisage", "Prix au kg", "Unité", title),
        ("9030", "Bulot cuit", "3 kg", "9,10", "kg", None),
        ("9030", "Bulot cuit", "1 kg", "9,90", "kg", None),
        ("9040", "Moule de bouchot", "5 kg", "3,20", "kg", None),
        *more,
    )
    document = Document("xlsx", (Sheet("Tarif", rows),))
    return plan(document, read(document), wanted)


def kilograms(code, quantity, pack, title="Bulot cuit"):
    return Wanted(1, code, title, Decimal(quantity), Decimal(pack))


def test_a_code_listed_in_two_packs_is_ordered_in_the_row_of_the_ordered_pack():
    assert oysters(kilograms("9030", 1, 1)).quantities == {("Tarif", 3, 6): 1}
    assert oysters(kilograms("9030", 6, 3)).quantities == {("Tarif", 2, 6): 2}


def test_a_pack_that_no_row_has_stands_apart():
    strange = kilograms("9030", 6, 6)
    found = oysters(strange)
    assert found.apart == ((strange, place.OTHER_PACK),) and found.asked
    assert not found.quantities


def test_two_rows_of_one_pack_are_told_apart_by_their_names():
    more = [("9030", "Bulot vivant", "3 kg", "8,10", "kg", None)]
    alive = kilograms("9030", 3, 3, "Bulot vivant")
    assert oysters(alive, more=more).quantities == {("Tarif", 5, 6): 1}


def test_a_broken_case_stands_apart_and_two_that_make_whole_ones_do_not():
    seven, three = (kilograms("9040", number, 1) for number in (7, 3))
    assert oysters(seven).apart == ((seven, place.BROKEN_CASE),)
    assert oysters(seven, three).quantities == {("Tarif", 4, 6): 2}
    by_weight = oysters(seven, title="Commande kg")
    assert by_weight.quantities == {("Tarif", 4, 6): 7}


def form():
    rows = [Row("=1+1", "@Miel <b>", "Colis de 6", Decimal(2), Decimal("7.02"))]
    titles = ("Code", "Produit", "Conditionnement", "Quantité", "Prix")
    return Form("P00042 [a/b]", ("La Fourmilière", "P00042"), titles, rows)


def test_a_name_that_looks_like_a_formula_stays_a_text():
    book = openpyxl.load_workbook(io.BytesIO(own_form.own_form(form(), "xlsx")))
    cells = [cell for row in book.active.iter_rows(min_row=5) for cell in row]
    assert [cell.value for cell in cells] == [
        "=1+1",
        "@Miel <b>",
        "Colis de 6",
        2,
        7.02,
    ]
    assert cells[0].data_type == "s"
    text = own_form.own_form(form(), "csv").decode("utf-8-sig")
    assert text.splitlines()[1] == "'=1+1;'@Miel <b>;Colis de 6;2;7.02"


def test_the_pdf_says_the_same():
    with pdfplumber.open(io.BytesIO(own_form.own_form(form(), "pdf"))) as pdf:
        text = pdf.pages[0].extract_text()
    assert "P00042" in text and "@Miel <b>" in text and "7.02" in text
