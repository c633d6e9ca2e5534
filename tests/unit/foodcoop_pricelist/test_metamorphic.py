"""The same list written differently is the same list."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

_SPEC = importlib.util.spec_from_file_location(
    "invented_lists", Path(__file__).with_name("invented_lists.py")
)
lists = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(lists)

PLAIN = read(lists.written())
LETTERHEAD = (
    ("Crèmerie du Ponant",),
    ("Quai de la Houle, 29000 Kervor",),
    (None, "Tél. 02 00 00 00 00", "contact@ponant.test"),
    ("Tarif valable du 1er au 31 mars, hors taxes",),
    (),
)
FOOTER = (
    (),
    ("Franco de port à partir de 250 €. Prix nets hors taxes, départ Kervor.",),
    (None, "TOTAL", None, None, None, None, None, "61,62"),
)


def test_the_plain_list_is_understood_whole():
    assert len(PLAIN.offers) == len(lists.PRODUCTS)
    assert not PLAIN.questions
    assert {offer.terms.basis for offer in PLAIN.offers} == {"piece", "kg"}
    assert sum(offer.gtin != "" for offer in PLAIN.offers) == 10


@pytest.mark.parametrize("seed", range(12))
def test_columns_may_stand_in_any_order(seed):
    assert lists.facts(read(lists.written(lists.shuffled(seed)))) == lists.facts(PLAIN)


@pytest.mark.parametrize("language", lists.TITLES)
def test_titles_may_be_in_any_of_six_languages(language):
    reading = read(lists.written(language=language))
    assert reading.language == language
    assert lists.facts(reading) == lists.facts(PLAIN)


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("sign", [",", "."])
def test_decimal_sign_and_typed_cells_do_not_matter(sign, typed):
    reading = read(lists.written(sign=sign, typed=typed))
    assert lists.facts(reading) == lists.facts(PLAIN)


@pytest.mark.parametrize("seed", [None, 3, 5])
def test_letterhead_and_footer_are_set_aside(seed):
    order = lists.ROLES if seed is None else lists.shuffled(seed)
    document = lists.written(order, above=LETTERHEAD, below=FOOTER)
    reading = read(document)
    assert lists.facts(reading) == lists.facts(PLAIN)
    assert reading.sender == "Crèmerie du Ponant"
    assert sum(reading.counts.values()) == len(document.sheets[0].rows)


@pytest.mark.parametrize("seed", [None, *range(8)])
def test_without_header_content_tells_code_name_gtin_and_price(seed):
    order = lists.ROLES if seed is None else lists.shuffled(seed)
    reading = read(lists.written(order, header=False))
    assert lists.essence(reading) == lists.essence(PLAIN)
    assert all(column.confidence < 0.9 for column in reading.columns)


def test_without_header_but_with_a_letterhead():
    reading = read(lists.written(above=LETTERHEAD, header=False))
    assert lists.essence(reading) == lists.essence(PLAIN)


def test_header_repeated_before_every_second_product():
    document = lists.written()
    header, *products = document.sheets[0].rows
    rows = []
    for place, line in enumerate(products):
        rows += [header, line] if place % 2 == 0 else [line]
    reading = read(Document("csv", (Sheet("Liste", tuple(rows)),)))
    assert lists.facts(reading) == lists.facts(PLAIN)
    assert reading.counts["header"] == 6


def test_header_on_two_rows():
    document = lists.written()
    header, *products = document.sheets[0].rows
    first = tuple("Prix" if title == "Prix HT" else title for title in header)
    second = tuple("HT" if title == "Prix HT" else None for title in header)
    unit = list(first).index("Unité fact.")
    first = (*first[:unit], "Unité", *first[unit + 1 :])
    second = (*second[:unit], "fact.", *second[unit + 1 :])
    sheet = Sheet("Liste", (first, second, *products))
    reading = read(Document("csv", (sheet,)))
    assert lists.facts(reading) == lists.facts(PLAIN)
    assert reading.counts["header"] == 2


def test_two_blocks_side_by_side_are_one_list():
    header, *products = lists.written().sheets[0].rows
    half = len(products) // 2
    rows = [(*header, None, *header)]
    for left, right in zip(products[:half], products[half:], strict=True):
        rows.append((*left, None, *right))
    reading = read(Document("csv", (Sheet("Liste", tuple(rows)),)))
    assert sorted(lists.facts(reading)) == sorted(lists.facts(PLAIN))
    assert {offer.block for offer in reading.offers} == {1, 2}


def test_four_blocks_without_header():
    names = [f"Poisson du jour numéro {letter}" for letter in "abcdefghijkl"]
    cells = [(name, f"{place + 3},50") for place, name in enumerate(names)]
    rows = tuple(sum(cells[start : start + 4], ()) for start in range(0, 12, 4))
    reading = read(Document("csv", (Sheet("Criée", rows),)))
    assert {(o.name, str(o.price)) for o in reading.offers} == {
        (name, price.replace(",", ".")) for name, price in cells
    }


REAL = (
    "nl_bdtotaal.csv",
    "nl_de_nieuwe_band.csv",
    "nl_foodcoopnl_two_headers.csv",
    "fr_dairyland_mercuriale_semaine1.csv",
    "fr_govegi_mercuriale_semaine1.csv",
    "en_foodsoft_articles.xls",
    "nl_vriesia_drugstore.csv",
)


@pytest.mark.parametrize("name", REAL)
def test_real_lists_with_columns_turned_round(real_list, name):
    path = real_list(name)
    document = read_document(path.read_bytes(), name)
    turned = tuple(
        replace(sheet, rows=tuple(_padded(row, sheet)[::-1] for row in sheet.rows))
        for sheet in document.sheets
    )
    before, after = read(document), read(replace(document, sheets=turned))
    assert lists.facts(after) == lists.facts(before)


@pytest.mark.parametrize("name", ["nl_bdtotaal.csv", "nl_de_nieuwe_band.csv"])
def test_real_lists_without_their_header(real_list, name):
    path = real_list(name)
    document = read_document(path.read_bytes(), name)
    whole = read(document)
    (sheet,) = document.sheets
    first = min(offer.row for offer in whole.offers)
    bare = replace(sheet, rows=sheet.rows[first - 1 :])
    reading = read(replace(document, sheets=(bare,)))
    assert [o.code for o in reading.offers] == [o.code for o in whole.offers]
    assert [o.name for o in reading.offers] == [o.name for o in whole.offers]


def _padded(row, sheet):
    width = max(map(len, sheet.rows))
    return (*row, *(None,) * (width - len(row)))
