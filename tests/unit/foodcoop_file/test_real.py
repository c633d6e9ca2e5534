"""Real suppliers' files, where they lie beside the project: as counted by eye."""

from datetime import date
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import table


@pytest.fixture
def document(real_list):
    def of(name):
        return read_document(real_list(name).read_bytes(), name)

    return of


@pytest.mark.parametrize(
    ("name", "kind", "rows", "cells"),
    [
        ("nl_bdtotaal.csv", "csv", 56, {(8, 1): "Artikelcode", (9, 9): "€ 28,17"}),
        ("nl_bioromeo_a.csv", "csv", 38, {}),
        ("nl_de_nieuwe_band.csv", "csv", 16, {(2, 2): "0204", (2, 11): "9.12"}),
        ("nl_vriesia_drugstore.csv", "csv", 35, {(2, 10): "8470003671026"}),
        ("nl_willem_drees_week.csv", "csv", 26, {}),
        ("nl_foodcoopnl_two_headers.csv", "csv", 6, {}),
        ("en_ofn_120_products.csv", "csv", 121, {}),
        ("fr_dairyland_mercuriale_semaine1.csv", "csv", 100, {(2, 2): "UYHXC"}),
        ("de_foodcoopshop_products_valid.csv", "csv", 3, {(2, 4): "23,3"}),
        ("en_foodsoft_articles.xls", "xls", 5, {(2, 2): 29932, (2, 11): "2.34"}),
        ("en_foodsoft_articles.ods", "ods", 5, {(2, 2): 29932, (2, 11): "2.34"}),
        ("de_foodcoop_trockenware.xlsx", "xlsx", 184, {}),
    ],
)
def test_kind_rows_and_spots(document, name, kind, rows, cells):
    read = document(name)
    (sheet,) = read.sheets
    assert (read.kind, len(sheet.rows)) == (kind, rows)
    assert {place: sheet.value(*place) for place in cells} == cells


def test_the_same_list_as_xls_and_ods_is_the_same(document):
    one, other = (document(f"en_foodsoft_articles.{end}") for end in ("xls", "ods"))
    assert one.sheets[0].rows == other.sheets[0].rows


def test_demarne(document):
    read = document("fr_demarne_maree_tarif_general_2026-01.xlsx")
    (sheet,) = read.sheets
    assert (len(sheet.rows), len(sheet.merged)) == (1139, 157)
    assert sheet.value(205, 4) == "0851"
    assert sheet.formulas[821, 6] == "=F820"
    assert table.EXTERNAL_LINKS in read.notes


def test_cagette(document):
    one, other = document("fr_cagette_pro_produits_offres.xlsx").sheets
    assert (one.name, len(one.rows), other.name, len(other.rows)) == (
        *("Feuille 1", 8, "Galobio", 11),
    )
    assert sorted(one.formulas.values()) + sorted(other.formulas.values()) == [
        *("=5*1.75", "=2.4/1.055", "=5*1.75"),
    ]


def test_terra(document):
    read = document("de_terra_naturkost_obst_gemuese_2025kw36.bnn")
    (sheet,) = read.sheets
    assert (read.facts.scope, read.facts.currency) == (table.PARTIAL, "EUR")
    assert (read.facts.valid_from, read.facts.valid_to) == (
        *(date(2025, 9, 1), date(2025, 9, 7)),
    )
    rows = range(2, len(sheet.rows) + 1)

    def column(role):
        return [sheet.value(row, sheet.roles[role]) for row in rows]

    assert len(rows) == 311
    assert [column("status").count(letter) for letter in "ANX"] == [251, 27, 33]
    assert sum(code is not None for code in column("gtin")) == 63
    assert (column("vat").count("1"), column("vat").count("2")) == (309, 2)
    lemons = column("code").index("111125")
    assert [column(r)[lemons] for r in ("name", "price", "quantity", "unit")] == [
        *("Sommer-Zitronen Verdelli Kal 4-5", Decimal("3.02"), 6, "KG"),
    ]


def test_naturkost_nord_has_no_last_line(document):
    (sheet,) = document("de_naturkost_nord_sample.bnn").sheets
    assert len(sheet.rows) == 7
    advised = sheet.value(2, sheet.roles["advised_price"])
    assert (sheet.value(2, sheet.roles["name"]), advised) == (
        *("Äpfel Elstar", Decimal("4.49")),
    )


def test_peppol(document):
    read = document("en_peppol_ubl_catalogue_1.xml")
    (sheet,) = read.sheets
    assert (read.facts.sender, read.facts.currency) == ("Medical", "EUR")
    assert [sheet.value(row, sheet.roles["price"]) for row in (2, 3)] == [10, 90]
    assert [sheet.value(row, sheet.roles["quantity"]) for row in (2, 3)] == [10, None]
    assert sheet.value(2, sheet.roles["gtin"]) == "1234567890884"
