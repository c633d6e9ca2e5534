# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers, the window on a sheet, the names on a letterhead."""

from dataclasses import replace

import pytest

from odoo.addons.foodcoop_desk.lib import answer
from odoo.addons.foodcoop_desk.lib.grid import WINDOW, window
from odoo.addons.foodcoop_desk.lib.sender import letterhead, named
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, Remembered
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

TITLES = ("Produit", "Code", "Prix", "Unité")
SOUPS = tuple((f"Soupe {n}", f"A{n}", n, "U") for n in range(1, 201))
SHEET = Sheet("Tarif", (TITLES, *SOUPS))


@pytest.mark.parametrize(
    "code, about, value, expected",
    [
        ("basis", "", "kg", {"basis": "kg"}),
        ("price", "Prix", "Prix colis", {"price_title": "Prix colis"}),
        ("pack", "", "piece", {"basis": "piece"}),
        ("pack", "", "Divers", {"columns": (Remembered("pack", 1, "Divers"),)}),
        ("net", "", "gross", {"net": False}),
        ("discount", "Remise", "before", {"discounted": False}),
        ("discount", "Remise", "after", {"discounted": True}),
        ("net", "", "", {"net": None}),
        ("net", "Prix TTC", "net", {"net": True, "net_title": "Prix TTC"}),
        ("vat", "L", "5.5", {"vat": {"L": "5.5"}}),
        ("unit", "bq", "piece", {"units": {"bq": "piece"}}),
        ("code_length", "77", "6", {"code_length": 6}),
        ("code_length", "77", "0", {"code_length": answer.NO_ZEROS}),
    ],
)
def test_an_answer_is_kept_in_the_mapping(code, about, value, expected):
    assert answer.answered(Mapping(), code, about, value) == Mapping(**expected)


def test_a_column_with_another_title_now_is_found_by_it_or_given_up():
    known = Mapping(columns=(Remembered("price", 3, "Prix"),))
    moved = answer.answered(known, "column", "Prix", "Tarif net")
    assert moved.columns[0].title == "Tarif net"
    assert answer.answered(known, "column", "Prix", "") == Mapping()


def test_a_column_without_a_title_is_found_by_what_it_held():
    known = Mapping(columns=(Remembered("price", 3), Remembered("code", 1)))
    moved = answer.answered(known, "column", "#price", "Tarif net")
    assert [one.title for one in moved.columns] == ["Tarif net", ""]
    assert answer.answered(known, "column", "#code", "").columns == known.columns[:1]


def test_a_row_is_left_out_or_taken_in_never_both():
    out = answer.with_row(Mapping(), "A | 2.50", keep=False)
    assert (out.ignored, out.kept) == (("a",), ())
    back = answer.with_row(out, "a", keep=True)
    assert (back.ignored, back.kept) == ((), ("a",))
    assert answer.with_row(back, "a", keep=True) == back


def test_a_row_left_out_is_left_out_when_read_again():
    mapping = answer.with_row(Mapping(), answer.row_text(SHEET, 3), keep=False)
    reading = read(Document("xlsx", (SHEET,)), mapping)
    assert "A2" not in [offer.code for offer in reading.offers]


def test_the_window_shows_a_part_and_what_each_row_is():
    reading = read(Document("xlsx", (SHEET,)))
    shown = window(SHEET, reading, 1)
    assert (len(shown["rows"]), shown["total"]) == (WINDOW, 201)
    assert [row["kind"] for row in shown["rows"][:2]] == ["header", "product"]
    roles = [column["role"] for column in shown["columns"]]
    assert roles == ["name", "code", "price", "unit"]
    assert window(SHEET, reading, 10_000)["first"] == 201


def test_windows_and_pages_turn_until_the_ends():
    first, last = window(SHEET, None, 1), window(SHEET, None, 181)
    assert (first["before"], first["after"]) == (None, 61)
    assert (last["before"], last["after"]) == (121, None)
    paged = replace(SHEET, pages=(1,) * 5 + (2,) * 196)
    assert window(paged, None, 6)["before"] == 5
    assert window(paged, None, 5)["after"] == 6


def test_a_window_without_a_reading_still_shows_the_cells():
    shown = window(SHEET, None, 1)
    assert shown["rows"][1]["cells"] == ["Soupe 1", "A1", "1", "U"]


def test_a_page_shows_its_own_rows_and_the_places_of_its_columns():
    boxes = {(2, 1): (10.0, 20.0, 50.0, 30.0), (3, 1): (8.0, 32.0, 60.0, 42.0)}
    pages = (1, 1, 1, *(2,) * 198)
    shown = window(replace(SHEET, pages=pages, boxes=boxes), None, 2)
    assert (shown["page"], len(shown["rows"])) == (1, 3)
    assert shown["columns"][0]["box"] == [8.0, 20.0, 60.0, 42.0]
    assert shown["columns"][1]["box"] is None


def test_whole_words_of_the_letterhead_name_the_supplier():
    document = Document("xlsx", (Sheet("T", (("Criée du Ponant, tarif",),)),))
    text = letterhead(document, "liste.xlsx")
    words = {1: ["CRIEE DU PONANT"], 2: ["Ponan"], 3: ["Ponant"], 4: ["du"]}
    assert named(text, words) == [1, 3]
