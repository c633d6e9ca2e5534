"""A reading as plain data: the same keys for every row, numbers as numbers."""

import json
from datetime import date

import pytest

from odoo.addons.foodcoop_pricelist.lib.as_json import as_json
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.grid import letter
from odoo.addons.foodcoop_sheet.lib.table import Document, Facts, Sheet

KEYS = (
    *("code", "name", "gtin", "price", "currency", "price_basis", "unit", "pack"),
    *("weight", "vat", "origin", "labels", "category", "available", "source"),
    *("unit_price", "case_price", "net", "title", "brand", "pack_text", "unit_text"),
    *("doubts", "advised_price", "weight_unit", "withdrawn"),
)
ROWS = (
    ("Fromages", None, None, None, None, None, None),
    ("Réf", "Désignation", "Colisage", "Unité", "Prix HT", "TVA", "Label"),
    ("0417", "Tomme", "3 kg", "Kg", "16,40", "5,5", "AB"),
    ("0418", "Faisselle", "6 x 500 g", "U", "2,35 €", "5,5", None),
    ("0419", "Caillé", "6 x 100 g", "U", None, "5,5", None),
    (None, "Sans code", "6 x 100 g", "U", "1,10", "5,5", None),
    ("TOTAL", None, None, None, "19,85", None, None),
)


@pytest.fixture
def answer():
    facts = Facts(sender="Crèmerie", issued=date(2026, 3, 1))
    document = Document("csv", (Sheet("Liste", ROWS),), facts)
    return json.loads(json.dumps(as_json(read(document), file="l.csv", kind="csv")))


def test_every_row_has_the_same_keys(answer):
    assert all({*row} == {*KEYS} for row in answer["rows"])
    assert [row["code"] for row in answer["rows"]] == ["0417", "0418", "0419"]


def test_numbers_are_numbers_and_nothing_is_null(answer):
    tomme, faisselle, caille = answer["rows"]
    assert (tomme["price"], tomme["price_basis"], tomme["pack"]) == (16.4, "kg", 3)
    assert (tomme["unit_price"], tomme["case_price"]) == (16.4, 49.2)
    assert (tomme["weight"], tomme["gtin"], tomme["labels"]) == (None, None, ["ab"])
    assert (faisselle["weight"], faisselle["weight_unit"]) == (0.5, "kg")
    assert (faisselle["currency"], faisselle["vat"]) == ("EUR", 5.5)
    assert (caille["price"], caille["case_price"], caille["available"]) == (
        *(None, None),
        False,
    )


def test_the_object_says_how_it_was_understood(answer):
    assert (answer["supplier"], answer["facts"]["issued"]) == ("Crèmerie", "2026-03-01")
    assert answer["price_basis"] == "mixed"
    assert [one["column"] for one in answer["columns"]] == list("ABCDEFG")
    assert answer["counts"] == {"product": 3, "header": 1, "ignored": 2, "problem": 1}
    (problem,) = answer["problems"]
    assert (problem["reason"], problem["column"], problem["row"]) == ("no_code", "A", 6)
    assert {row["reason"] for row in answer["ignored"]} == {"before_table", "total"}
    assert answer["blocks"][0]["products"] == 3
    assert answer["mapping"]["foodcoop price list"] == 1


def test_columns_are_named_as_a_spreadsheet_does():
    assert [letter(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
