"""Rows become offers; every row of the file ends in exactly one list."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_columns.lib.header import role_of
from odoo.addons.foodcoop_pricelist.lib import read as reader
from odoo.addons.foodcoop_sheet.lib.table import (
    OCR,
    CellError,
    Document,
    ReadError,
    Sheet,
)
from odoo.addons.foodcoop_words.lib import cells


def document(sheet):
    return Document("xlsx", (sheet,))


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Réf.", "code"),
        ("Code-barres", "gtin"),
        ("Prix H.T", "price"),
        ("Prix TTC", "other"),
        ("Unité fcat.", "unit"),
        ("In. unit", "unit"),
        ("Art.-Nr.", "code"),
        ("Verpackungseinheit", "pack"),
        ("Omschrijving", "name"),
        ("Bestellmenge", "other"),
        ("PRODUITS FRAIS", ""),
    ],
)
def test_column_titles_in_four_languages(title, role):
    assert role_of(title) == role


def test_header_may_stand_anywhere():
    rows = (("Criée du Ponant",), (), ("Désignation", "Code", "Prix"), ("Bar", 12, 9))
    reading = reader.read(document(Sheet("Tarif", rows)))
    assert [(o.row, o.name, o.code) for o in reading.offers] == [(4, "Bar", "12")]
    assert reading.of("ignored")[0].reason == reader.BEFORE_TABLE


def test_a_sheet_without_a_table_is_no_list():
    with pytest.raises(ReadError):
        reader.read(
            Document("xlsx", (Sheet("Lettre", (("Cher client",), ("voici", 3))),))
        )


def test_the_name_above_continues_but_not_across_a_section(read_rows):
    reading = read_rows(
        ("Bar", 1, "3 kg", 10, "Kg"),
        (None, 2, "3 kg", 11, "Kg"),
        ("CRUSTACÉS",),
        (None, 3, "3 kg", 12, "Kg"),
    )
    assert [offer.name for offer in reading.offers] == ["Bar", "Bar", "CRUSTACÉS"]
    assert reading.offers[2].section == "CRUSTACÉS"


def test_merged_cells_reach_down_but_not_from_another_section():
    rows = (
        ("SAUMON", "Calibre", "Code", "Prix", "Unité"),
        ("Entier", "2/3", 1, 9, "Kg"),
        (None, None, 2, 9, "Kg"),
        ("TRUITE", "Calibre", "Code", "Prix", "Unité"),
        (None, None, 3, 9, "Kg"),
    )
    merged = ((2, 1, 3, 1), (2, 2, 5, 2))
    reading = reader.read(document(Sheet("Tarif", rows, merged)))
    assert [offer.title for offer in reading.offers] == [
        "SAUMON, Entier, 2/3",
        "SAUMON, Entier, 2/3",
        "TRUITE",
    ]


def test_an_empty_price_is_an_offer_that_is_not_available(read_rows):
    (offer,) = read_rows(("Bar", 1, "3 kg", None, "Kg")).offers
    assert offer.price is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Bar", None, "3 kg", 10, "Kg"), reader.NO_CODE),
        (("Bar", 4, "3 kg", "voir", "Kg"), cells.BAD_PRICE),
        (("Bar", 4, "3 kg", CellError("#N/A"), "Kg"), cells.CELL_ERROR),
        (("Bar", "3.7E+12", "3 kg", 1, "Kg"), cells.SCIENTIFIC),
    ],
)
def test_a_row_that_cannot_be_used_says_why(read_rows, row, reason):
    reading = read_rows(
        ("Sole", 9, "3 kg", 10, "Kg"), row, ("Lotte", 8, "3 kg", 10, "Kg")
    )
    assert [offer.code for offer in reading.offers] == ["9", "8"]
    assert [other.reason for other in reading.of("problem")] == [reason]


def test_leftovers_are_ignored_and_listed(read_rows):
    reading = read_rows((None, None, None, None, "Kg"), (CellError("#VALUE!"),))
    reasons = [row.reason for row in reading.of("ignored")]
    assert reasons == [reader.NOTHING_OFFERED, cells.CELL_ERROR]


def test_two_price_columns_are_a_question_unless_one_is_net(read_rows):
    header = ("Produit", "Code", "Prix A", "Prix B")
    reading = read_rows(("Bar", 1, 10, 12), header=header)
    asked = [q for q in reading.questions if q.code == "price"]
    assert [q.options for q in asked] == [("Prix A", "Prix B")]
    header = ("Produit", "Code", "Prix club", "Prix HT")
    reading = read_rows(("Bar", 1, 10, 12), header=header)
    assert reading.offers[0].price == 12
    assert "price" not in {question.code for question in reading.questions}


def test_a_row_without_any_name_says_so(read_rows):
    (problem,) = read_rows((None, 4, "3 kg", 10, "Kg")).of("problem")
    assert (problem.reason, problem.column) == (reader.NO_NAME, 1)


def test_the_price_title_may_say_the_unit(read_rows):
    header = ("Produit", "Code", "Prix au kg")
    (offer,) = read_rows(("Bar", 1, 10), header=header).offers
    assert offer.terms.unit == "kg"


def test_a_list_without_codes_is_known_by_its_names(read_rows):
    (offer,) = read_rows(("Apfelmark  Groß", 2), header=("Produktname", "Preis")).offers
    assert (offer.code, offer.key) == ("", "apfelmark gross")


CELLS = st.one_of(
    st.none(),
    st.sampled_from(["Bar", "Kg", "6 x 90g", "-", "Tarif", "Code", "Prix", "3,50"]),
    st.text(max_size=12).map(lambda text: " ".join(text.split()) or None),
    st.integers(-5, 99999),
    st.decimals(-5, 999, places=2),
    st.just(CellError("#REF!")),
)


@given(st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=12))
def test_every_source_row_ends_in_exactly_one_list(rows):
    sheet = Sheet("Tarif", (("Produit", "Code", "Colisage", "Tarif", "Unité"), *rows))
    reading = reader.read(document(sheet))
    found = [(row.row, row.block) for row in (*reading.offers, *reading.others)]
    assert sorted({row for row, _block in found}) == list(range(1, len(rows) + 2))
    assert len({*found}) == len(found) == sum(reading.counts.values())
    assert all(offer.name and offer.key for offer in reading.offers)
    prices = [offer.price for offer in reading.offers if offer.price is not None]
    assert all(price >= Decimal(0) for price in prices)


def test_every_row_read_from_a_picture_says_so():
    rows = (("Nom", "Code", "Prix", "Unité"), ("Soupe", "A1", "2,50", "U"))
    sheet = Sheet("1", (*rows, ("Riz", "A2", "3,10", "kg")))
    for notes in ((), (OCR,)):
        reading = reader.read(Document("pdf", (sheet,), notes=notes))
        assert [OCR in offer.doubts for offer in reading.offers] == [bool(notes)] * 2
