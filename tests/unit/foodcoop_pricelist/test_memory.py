"""What was learned of one list helps with the next, and asks only what changed."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.mapping import (
    Mapping,
    MappingError,
    Remembered,
    row_key,
)
from odoo.addons.foodcoop_pricelist.lib.memory import recognise
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

HEADER = ("Réf", "Désignation", "Tarif A", "Tarif B", "Unité")
ROWS = (
    ("01", "Bar de ligne", "18,20", "21,00", "Kg"),
    ("02", "Lieu jaune", "14,10", "16,50", "Kg"),
    ("03", "Merlan brillant", "9,80", "11,10", "Kg"),
    ("04", "Rouget barbet", "17,40", "20,30", "Kg"),
)


def document(*rows, name="Tarif", texts=()):
    return Document("csv", (Sheet(name, rows),), texts=texts)


def asked(reading):
    return {question.code for question in reading.questions}


def prices(reading):
    return [str(offer.price) for offer in reading.offers]


def test_an_answer_is_not_asked_again():
    first = read(document(HEADER, *ROWS))
    assert asked(first) == {"price", "net"}
    answered = replace(
        first.mapping.with_role(4, "price", sheet="Tarif", title="Tarif B"), net=True
    )
    again = read(document(HEADER, *ROWS), answered)
    assert asked(again) == set()
    assert prices(again) == ["21.00", "16.50", "11.10", "20.30"]


def test_columns_that_moved_are_found_by_their_titles():
    mapping = read(document(HEADER, *ROWS)).mapping.with_role(
        4, "price", sheet="Tarif", title="Tarif B"
    )
    turned = [tuple(reversed(row)) for row in (HEADER, *ROWS)]
    assert prices(read(document(*turned), mapping))[0] == "21.00"
    renamed = document(*turned, name="Semaine 12")
    assert prices(read(renamed, mapping))[0] == "21.00"


def test_a_new_column_is_no_question():
    mapping = replace(read(document(HEADER, *ROWS)).mapping, net=True)
    mapping = mapping.with_role(3, "price", sheet="Tarif", title="Tarif A")
    wider = [
        (*row, origin)
        for row, origin in zip(
            (HEADER, *ROWS),
            ("Origine", "France", "France", "Irlande", "France"),
            strict=True,
        )
    ]
    reading = read(document(*wider), mapping)
    assert asked(reading) == set()
    assert reading.offers[2].origin == "Irlande"


def test_without_titles_known_codes_and_prices_are_the_anchors():
    bare = [(name, f"9{code}", new, code, old) for code, name, old, new, _ in ROWS]
    known = {code: Decimal(old.replace(",", ".")) for code, _, old, _, _ in ROWS}
    reading = read(document(*bare), known=known)
    assert [offer.code for offer in reading.offers] == ["01", "02", "03", "04"]
    assert prices(reading) == ["18.20", "14.10", "9.80", "17.40"]


def test_a_lost_column_is_asked():
    mapping = replace(read(document(HEADER, *ROWS)).mapping, net=True)
    less = [row[1:] for row in (HEADER, *ROWS)]
    reading = read(document(*less), mapping)
    (question,) = [one for one in reading.questions if one.code == "column"]
    assert question.about == "Réf"


def test_a_column_that_a_person_refused_stays_unused():
    mapping = read(document(HEADER, *ROWS)).mapping
    mapping = mapping.with_role(3, "", sheet="Tarif", title="Tarif A")
    mapping = mapping.with_role(5, "", sheet="Tarif", title="Unité")
    reading = read(document(HEADER, *ROWS), mapping)
    assert prices(reading)[0] == "21.00"
    assert {offer.unit_text for offer in reading.offers} == {""}
    again = read(document(HEADER, *ROWS), reading.mapping)
    assert prices(again)[0] == "21.00"


def test_answers_to_basis_vat_and_units_are_applied():
    header = ("Réf", "Nom", "Prix HT", "Unité", "TVA")
    rows = [(str(n), f"Article {n}", f"{n},50", "trk", "B") for n in range(1, 6)]
    first = read(document(header, *rows))
    assert asked(first) == {"vat"}
    assert {row.reason for row in first.of("problem")} == {"bad_vat"}
    second = read(document(header, *rows), replace(first.mapping, vat={"b": "5.5"}))
    assert asked(second) == {"basis", "unit"}
    mapping = replace(second.mapping, units={"trk": "inner"})
    again = read(document(header, *rows), mapping)
    assert asked(again) == set()
    assert {(o.vat, o.terms.basis) for o in again.offers} == {(Decimal("5.5"), "inner")}


def test_rows_left_out_and_taken_in_are_remembered_without_prices():
    rows = (*ROWS, ("Port", "Participation au port", "12,00", "12,00", None))
    first = read(document(HEADER, *rows))
    (port,) = [o for o in first.offers if o.code == "Port"]
    text = "Port | Participation au port | 12,00 | 12,00"
    mapping = replace(first.mapping, ignored=(text,))
    dearer = (*ROWS, ("Port", "Participation au port", "15,00", "15,00", None))
    reading = read(document(HEADER, *dearer), mapping)
    assert port.name not in {offer.name for offer in reading.offers}
    assert reading.of("ignored")[0].reason == "left_out"
    assert "12" not in mapping.as_text()


def test_the_order_column_is_learned():
    header = ("Réf", "Désignation", "Prix HT", "Qté commandée")
    rows = [(str(n), f"Article {n}", f"{n},50", None) for n in range(1, 4)]
    assert read(document(header, *rows)).mapping.order_column == 4


def test_a_mapping_survives_being_written_down():
    mapping = replace(
        read(document(HEADER, *ROWS)).mapping,
        net=False,
        vat={"l": "9"},
        units={"x": "kg"},
    )
    assert Mapping.from_text(mapping.as_text()) == mapping
    assert not [
        price for row in ROWS for price in row[2:4] if price in mapping.as_text()
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"columns": [{"role": "price", "column": "3"}]},
        {"columns": [{"role": 4, "column": 3}]},
        {"columns": [{"role": "price", "column": 0}]},
        {"columns": [{"role": "price", "column": 3, "colour": "red"}]},
        {"basis": "hour"},
        {"net": "yes"},
        {"vat": {"l": "many"}},
        {"units": {"l": "hour"}},
        {"units": ["l"]},
        {"ignored": "everything"},
        {"ignored": [1]},
        {"order_column": -1},
        {"code_length": True},
        {"discounted": "no"},
        {"surprise": 1},
        {"foodcoop price list": 99},
    ],
)
def test_a_mapping_that_cannot_be_is_refused(change):
    content = json.loads(Mapping(columns=(Remembered("price", 3),)).as_text())
    with pytest.raises(MappingError):
        Mapping.from_text(json.dumps(content | change))


@given(st.text(max_size=80))
def test_no_text_breaks_the_mapping(text):
    with pytest.raises(MappingError):
        Mapping.from_text(text)


@given(st.text(max_size=60))
def test_a_rows_name_holds_no_sum_of_money(text):
    assert row_key(row_key(text)) == row_key(text)
    assert "€" not in row_key(text)


NAMES = (
    *("nl_bdtotaal.csv", "nl_bioromeo_a.csv", "nl_de_nieuwe_band.csv"),
    *("nl_klein_gemaakt.csv", "nl_vriesia_drugstore.csv", "nl_willem_drees_week.csv"),
    *("fr_demarne_maree_tarif_general_2026-01.xlsx", "de_naturkost_nord_sample.bnn"),
    *("fr_laurent_daniel_maree_2025-05-13.pdf", "de_kernbeisser_kaffee_kakao_2022.pdf"),
)


@pytest.fixture
def learned(real_list):
    documents = {}
    for name in NAMES:
        path = real_list(name)
        documents[name] = read_document(path.read_bytes(), name)
    return documents, {name: read(one).mapping for name, one in documents.items()}


def test_a_supplier_is_recognised_from_the_file(real_list, learned):
    documents, mappings = learned
    assert {name: recognise(one, mappings) for name, one in documents.items()} == {
        name: name for name in NAMES
    }
    for other, supplier in (
        ("nl_bioromeo_c.csv", "nl_bioromeo_a.csv"),
        ("de_kernbeisser_ostern_2022.pdf", "de_kernbeisser_kaffee_kakao_2022.pdf"),
        ("fr_govegi_mercuriale_semaine1.csv", None),
        ("en_foodsoft_articles.ods", None),
    ):
        path = real_list(other)
        assert recognise(read_document(path.read_bytes(), other), mappings) == supplier


def test_bioromeo_another_year_asks_nothing_again(real_list):
    lists = [real_list(f"nl_bioromeo_{one}.csv") for one in "ac"]
    first, second = (read_document(path.read_bytes(), path.name) for path in lists)
    mapping = replace(read(first).mapping, net=True)
    reading = read(second, mapping)
    assert asked(reading) == set()
    assert [offer.code for offer in reading.offers][:3] == ["1", "2", "3"]
    assert {c.column: c.role for c in reading.columns}[6] == "case_price"


def test_a_column_of_last_weeks_prices_is_not_the_price(real_list):
    """Week 2 repeats week 1's prices on its right: the known prices are not today's."""
    paths = [real_list(f"fr_dairyland_mercuriale_semaine{week}.csv") for week in (1, 2)]
    weeks = [read_document(path.read_bytes(), path.name) for path in paths]
    first = read(weeks[0])
    known = {offer.code: offer.price for offer in first.offers}
    second = read(weeks[1], first.mapping, known)
    [moved] = [offer.price for offer in second.offers if offer.code == "LYZZI"]
    assert moved == Decimal("2.49")
