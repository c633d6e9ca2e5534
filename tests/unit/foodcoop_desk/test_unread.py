# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns that nobody reads are named: what stands in them is not lost unseen."""

from odoo.addons.foodcoop_desk.lib.unread import unread
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet


def named(*rows, kind="xlsx"):
    document = Document(kind, (Sheet("Tarif", rows),))
    return unread(document, read(document))


TITLES = ("Code", "Produit", "Prix", "Unité", "Menge", "Beschreibung")


def test_a_column_in_no_role_is_named_where_products_say_something_in_it():
    rows = [(f"A{n}", f"Soupe {n}", n, "U", "x", None) for n in range(1, 6)]
    assert named(TITLES, *rows) == [["E", "Menge"]]


def test_what_stands_above_or_below_the_products_is_no_column():
    rows = [(f"A{n}", f"Soupe {n}", n, "U") for n in range(1, 6)]
    assert (
        named((*[None] * 4, "Ferme"), TITLES[:4], *rows, (*[None] * 4, "Merci")) == []
    )


def test_a_row_that_cannot_be_used_is_a_product_s_too():
    rows = [(f"A{n}", f"Soupe {n}", -n, "U", "x") for n in range(1, 6)]
    assert named(TITLES[:4], *rows) == [["E", ""]]


def test_a_printed_list_has_titles_and_no_letters():
    rows = [(f"A{n}", f"Soupe {n}", n, "U", "x", "y") for n in range(1, 6)]
    assert named((*TITLES[:5], None), *rows, kind="pdf") == [["", "Menge"]]


def test_every_column_of_an_invalid_list_is_read_or_named(real_list):
    file = real_list("de_foodcoopshop_products_invalid.csv")
    document = read_document(file.read_bytes(), file.name)
    reading = read(document)
    assert ["H", "Menge"] in unread(document, reading)
    assert len(unread(document, reading)) + len(reading.columns) == 11
