# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's first-match reading, told without Odoo."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib.nomenclature import (
    Nomenclature,
    Rule,
    symbology,
)

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT.parent / "shared" / "data" / "barcodes" / "vectors.csv"
DEFAULTS = [
    ("Price", "price", "ean13", "23.....{NNNDD}", 14),
    ("Discount", "discount", "any", "22{NN}", 20),
    ("Weight", "weight", "ean13", "21.....{NNDDD}", 36),
    ("Customer", "client", "any", "042", 40),
    ("Cashier", "cashier", "any", "041", 50),
    ("Coupon", "coupon", "any", "043|044", 50),
    ("Location", "location", "any", "414", 60),
    ("Package", "package", "any", "PACK", 70),
    ("Lot", "lot", "any", "10", 80),
    ("Product", "product", "any", ".*", 90),
]


def rules(rows=DEFAULTS):
    return [Rule(index, *row) for index, row in enumerate(rows, start=1)]


def odoo(conversion="always"):
    return Nomenclature.of(rules(), conversion)


def collisions():
    if not VECTORS.exists():
        return []
    with VECTORS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if row["class"] == "odoo_rule_collision"]


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared vectors are not here")
@pytest.mark.parametrize("row", collisions(), ids=lambda row: row["input"])
def test_the_till_reads_as_odoos_own_javascript_was_measured(row):
    decoded = dict(part.split("=") for part in row["decoded"].split(";"))
    kind, _, value = decoded["odoo19_js_type"].partition(":")
    reading = odoo().till(row["input"])
    assert reading.type == kind
    if value:
        assert reading.value == float(value)
    if kind in ("weight", "price"):
        assert reading.base_code == row["normalized_gtin14_or_code"]


def test_a_wrong_check_digit_makes_a_weight_label_an_ordinary_product():
    assert odoo().till("2100001012349").type == "product"


def test_till_and_office_disagree_on_a_upc_a():
    weight = [Rule(1, "Goods", "weight", "ean13", "0", 1)]
    shop = Nomenclature.of(weight)
    assert shop.till("041220576555").type == "weight"
    assert shop.office("041220576555").type == "error"


def test_the_office_knows_no_ean13_with_a_leading_zero():
    shop = Nomenclature.of([Rule(1, "Ours", "client", "ean13", "049", 1), *rules()[9:]])
    assert shop.till("0490010003694").type == "client"
    assert shop.office("0490010003694").type == "product"


def test_the_office_looks_only_as_far_as_the_pattern_is_long():
    shop = Nomenclature.of([Rule(1, "Lot", "lot", "any", r"10(?!\d+$)", 1)])
    assert shop.till("10123456789AB").type == "lot"
    assert shop.office("10123456789AB").type == "error"


def test_a_rule_of_the_same_sequence_made_first_is_asked_first():
    first, second = (
        Rule(4, "a", "lot", "any", "1", 5),
        Rule(9, "b", "client", "any", "1", 5),
    )
    assert Nomenclature.of([second, first]).till("12").type == "lot"


def test_an_alias_goes_on_with_the_other_code():
    alias = Rule(1, "Alias", "alias", "any", "ABC", 1, alias="4006381333931")
    reading = Nomenclature.of([alias, *rules()[9:]]).till("ABC")
    assert (reading.type, reading.base_code) == ("product", "4006381333931")


def test_a_pattern_that_is_no_regular_expression_matches_nothing():
    assert (
        Nomenclature.of([Rule(1, "x", "lot", "any", "(", 1)]).till("1").type == "error"
    )


def test_the_discount_ends_where_a_pattern_says_so():
    shop = Nomenclature.of([Rule(1, "D", "discount", "any", "22{NN}$", 1)])
    assert (shop.till("2215").type, shop.till("2215").value) == ("discount", 15)
    assert (shop.office("2215").type, shop.office("2215").value) == ("discount", 15)
    assert (
        shop.till("2215000000006").type == shop.office("2215000000006").type == "error"
    )


@given(st.text(max_size=60), st.sampled_from(["none", "ean2upc", "upc2ean", "always"]))
def test_any_scan_gets_an_answer(scan, conversion):
    shop = odoo(conversion)
    assert shop.till(scan).rule in shop.rules or shop.till(scan).type == "error"
    assert shop.office(scan).type


@given(st.from_regex(r"21[0-9]{5}", fullmatch=True), st.integers(0, 99_999))
def test_a_weight_label_gives_its_grams_and_its_base_code(item, grams):
    body = f"{item}{grams:05d}"
    reading = odoo().till(body + ean.calc_check_digit(body))
    assert round(reading.value * 1000) == grams
    assert reading.base_code[:12] == item + "00000"
    assert symbology(reading.base_code) == "ean13"
