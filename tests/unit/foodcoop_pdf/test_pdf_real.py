# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real lists, read where they lie beside the project."""

import re
from datetime import date

import pytest

from odoo.addons.foodcoop_pdf.lib.pdf import read_pdf


@pytest.fixture
def read_real(real_list):
    return lambda name: read_pdf(real_list(name).read_bytes(), name)


def is_product(name, price, quality):
    """As a person reads it: three sections carry a dash where prices stand."""
    sections = ("GRONDIN / TOMBE", "AIGUILLATS", "DIVERS")
    priced = price and not price.startswith("EURO")
    return bool(name and (priced or quality) and name not in sections)


def test_three_blocks_side_by_side_with_ruling(read_real):
    document = read_real("fr_laurent_daniel_maree_2025-05-13.pdf")

    assert [len(sheet.rows) for sheet in document.sheets] == [56, 56, 52]
    rows = [row for sheet in document.sheets for row in sheet.rows]
    products = [row for row in rows if is_product(*row)]
    assert len(products) == 142
    assert sum(bool(re.match(r"\d", row[1] or "")) for row in products) == 96
    assert sum(row[1] == "-" for row in products) == 45
    assert ("oursin des glenan", None, "plongee") in products
    assert ("Colin 3/+", "14,4", "PB") in rows
    assert ("Lotte +4 ROSCOFF", "22,4", "Extra") in rows
    assert ("Langouste rouge 0,8/1,3", "55,9", "BRETON") in rows
    assert ("LOTTE", None, None) in rows
    assert document.facts.issued == date(2025, 5, 13)
    assert document.facts.currency == "EUR"
    assert any("02.98.58.10.23" in text for text in document.texts)


@pytest.mark.parametrize(
    ("name", "count", "issued", "spot"),
    [
        (
            "de_kernbeisser_kaffee_kakao_2022.pdf",
            52,
            date(2022, 4, 19),
            ("152", "Röstkaffee Arabica Crema Bohne", "Gramm", "14,80 €", "KK 45596"),
        ),
        (
            "de_kernbeisser_ostern_2022.pdf",
            46,
            date(2022, 4, 10),
            ("3282", "Frohe Ostern Tee *V*", "Gramm", "2,70 €", "KK 46593"),
        ),
    ],
)
def test_one_table_over_two_pages_by_gaps(read_real, name, count, issued, spot):
    document = read_real(name)

    (sheet,) = document.sheets
    titles = ("Art.-Nr.", "Artikel", "Menge", "Preis", "Lief.-Nr", "Barcode")
    products = [row for row in sheet.rows if row != titles]
    assert len(products) == count
    assert len(sheet.rows) - count == 2 == len(set(sheet.pages))
    assert all(re.fullmatch(r"\d+,\d\d €", row[3]) for row in products)
    assert all(re.fullmatch(r"\d+", row[0]) for row in products)
    assert spot in {row[:5] for row in products}
    assert document.facts.issued == issued


def test_two_dates_of_a_typed_list(read_real):
    (first,) = read_real("fr_urlab_tarifs_v1.pdf").sheets
    (second,) = read_real("fr_urlab_tarifs_v2.pdf").sheets

    assert len(first.rows) == 15 and all(all(row) for row in first.rows)
    assert ("Café", "0,50e") in first.rows
    assert len([row for row in second.rows if row[1]]) == 16
    assert [row[0] for row in second.rows if not row[1]] == [
        "Boissons",
        "Snacks",
        "Repas",
    ]
    assert ("Bière (Spéciale)", "1,50e") in second.rows
    assert ("Pizza", "3,00e") in second.rows


def test_a_printed_sheet(read_real):
    (sheet,) = read_real("en_essentials_price_per_unit.pdf").sheets

    assert sum("/" in (row[1] or "") for row in sheet.rows) == 44
    assert sheet.rows[:3] == (
        ("Food and groceries", None),
        ("Item", "Price"),
        ("rice", "40/kg"),
    )
