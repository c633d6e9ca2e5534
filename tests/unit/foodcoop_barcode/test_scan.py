# SPDX-License-Identifier: AGPL-3.0-or-later
import csv
import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib import clean, gs1, numbering, scan
from odoo.addons.foodcoop_barcode.lib.scan import explain

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT.parent / "shared" / "data" / "barcodes" / "vectors.csv"
TOKENS = {
    "{GS}": "\u001d",
    "{TAB}": "\t",
    "{CR}": "\r",
    "{LF}": "\n",
    "{NBSP}": "\u00a0",
    "{NNBSP}": "\u202f",
    "{ZWSP}": "\u200b",
    "{BOM}": "\ufeff",
}
BY_POOL_RULE = {"price_embedded", "weight_embedded"}
NEEDS_A_RULE = ("rule=", "rule ", "weight:", "price:")
SAME_CLASS_EXPECTED = {
    "gtin13",
    "gtin8",
    "upca",
    "upce",
    "gtin14_itf14",
    "gs1_128",
    "rcn_region",
    "rcn_company",
    "rcn8",
    "isbn_issn",
    "coupon_refund",
    "bad_check_digit",
    "wrong_length",
    "non_ascii_digits",
    "azerty_scan",
}


def _vectors():
    if not VECTORS.exists():
        return []
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [_restored(row) for row in csv.DictReader(file)]


def _restored(row):
    for token, char in TOKENS.items():
        row["input"] = row["input"].replace(token, char)
    return row


def _needs_a_pool_rule(row):
    if row["class"] in ("excel_scientific", "odoo_rule_collision"):
        decoded = row["decoded"].removeprefix("odoo19_js_type=")
        return any(mark in decoded for mark in NEEDS_A_RULE)
    return row["class"] in BY_POOL_RULE


COVERED = [row for row in _vectors() if not _needs_a_pool_rule(row)]


@pytest.mark.skipif(not COVERED, reason="the shared test vectors are not here")
@pytest.mark.parametrize(
    "row", COVERED, ids=lambda row: f"{row['class']}:{row['input']}"
)
def test_shared_vector(row):
    found = explain(row["input"]).as_dict()
    assert found["valid"] == row["valid"]
    assert found["code"] == row["normalized_gtin14_or_code"]
    if row["class"] in SAME_CLASS_EXPECTED:
        assert found["class"] == row["class"]


@pytest.mark.parametrize(
    "module", [clean, gs1, numbering, scan], ids=lambda m: m.__name__
)
def test_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


IDENTIFIERS = st.from_regex(r"(\]C1|01)[0-9A-Za-z\x1d]{0,50}", fullmatch=True)
READABLE = st.from_regex(r"(\([0-9]{2,4}\)[0-9A-Z]{0,20}){1,3}", fullmatch=True)


@given(st.text(max_size=60) | IDENTIFIERS | READABLE)
def test_any_text_gets_an_answer_and_keeps_its_input(raw):
    assert explain(raw).input == raw


@given(
    st.text(max_size=60) | IDENTIFIERS | st.from_regex(r"[0-9]{1,30}", fullmatch=True)
)
def test_a_proposed_code_always_has_a_right_check_digit(raw):
    code = explain(raw).code
    assert not code or ean.is_valid(code)


@given(st.from_regex(r"[3-9][0-9]{11}", fullmatch=True), st.integers(1, 9))
def test_a_wrong_check_digit_is_refused_and_the_right_one_named(body, shift):
    right = ean.calc_check_digit(body)
    wrong = str((int(right) + shift) % 10)
    found = explain(body + wrong)
    assert (found.code, found.expected_check_digit) == ("", right)


@given(
    st.from_regex(r"[3-8][0-9]{11}", fullmatch=True),
    st.sampled_from(["{}\r\n", "\u00a0{}", "]E0{}", '="{}"', "'{}", "\ufeff{}"]),
)
def test_framing_never_changes_the_code(body, frame):
    code = body + ean.calc_check_digit(body)
    assert explain(frame.format(code)).code == explain(code).code != ""


def test_ean8_symbology_decides_what_an_8_digit_code_with_a_zero_is():
    assert explain("01245714").as_dict()["class"] == "upce"
    assert explain("]E401245714").as_dict()["class"] == "rcn8"


def test_a_doubled_scan_is_proposed_not_accepted():
    found = explain("30176204220033017620422003")
    assert not found
    assert (found.valid, found.reason) == ("repair", "double_scan")


def test_the_same_words_twice_are_not_a_doubled_scan():
    assert explain(":0000000:0000000").valid == "0"


def test_a_gs1_128_gives_its_item_weight_and_dates():
    found = explain("]C10109521234543213172612313103001234")
    assert (found.kind, found.code) == ("gs1_128", "09521234543213")
    assert (found.decoded["17"], found.decoded["3103"]) == ("2026-12-31", "1.234")


def test_a_gs1_128_with_an_impossible_date_is_refused():
    found = explain("]C1010952123454321315271301")
    assert (found.valid, found.reason) == ("0", "gs1_128_unreadable")
