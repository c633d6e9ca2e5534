# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib import clean, facts, gs1, numbering, scan
from odoo.addons.foodcoop_barcode.lib.conventions import REGIONS
from odoo.addons.foodcoop_barcode.lib.scan import explain


@pytest.mark.parametrize(
    "module", [clean, facts, gs1, numbering, scan], ids=lambda m: m.__name__
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
    assert explain("]E401245714").what == "rcn8"


def test_a_doubled_scan_is_proposed_not_accepted():
    found = explain("30176204220033017620422003")
    assert not found
    assert (found.valid, found.reason) == ("repair", "double_scan")


def test_the_same_words_twice_are_not_a_doubled_scan():
    assert explain(":0000000:0000000").valid == "0"


def test_a_gs1_128_gives_its_item_weight_and_dates():
    found = explain("]C10109521234543213172612313103001234")
    assert (found.kind, found.code) == ("gs1_128", "09521234543213")
    assert (found.decoded["17"], found.decoded["3103"]) == ("2026-12-31", "1.234 kg")


def test_a_gs1_128_with_an_impossible_date_is_refused():
    found = explain("]C1010952123454321315271301")
    assert (found.valid, found.reason) == ("0", "gs1_128_unreadable")


def test_identifiers_that_nobody_knows_are_kept():
    found = explain("]d2010952123454321389XYZ\u001d3103001234")
    assert found.decoded == {
        "01": "09521234543213",
        "89": "XYZ",
        "3103": "1.234 kg",
    }
    assert explain("(01)09521234543213(0999)7").decoded["0999"] == "7"


def test_a_wrong_check_digit_inside_a_gs1_128_is_named():
    found = explain("]C10109521234543214")
    assert (found.code, found.reason) == ("", "check_digit")
    assert found.expected_check_digit == "3"


def test_a_price_of_another_currency_says_so():
    assert explain("]C13932978000750").decoded == {"3932": "7.50 978"}


@pytest.mark.parametrize(
    ("region", "code", "kind", "told"),
    [
        ("FR", "2400123001898", "price_embedded", "1.89 EUR"),
        ("FR", "2100001027506", "weight_embedded", "2.750"),
        ("FR", "212345002650", "price_embedded", "2.65 EUR"),
        ("DE", "2212349005990", "price_embedded", "5.99 EUR"),
        ("GB", "2800107312505", "price_embedded", "12.50 GBP"),
        ("SE", "2323450302509", "weight_embedded", "0.250"),
        ("DK", "2312345002655", "price_embedded", "5002.65 DKK"),
    ],
)
def test_the_same_digits_mean_something_else_in_every_country(region, code, kind, told):
    found = explain(code, REGIONS[region])
    assert found.kind == kind
    assert told in found.decoded.values()


def test_twenty_is_neither_price_nor_weight_in_france():
    assert explain("2000000000015", REGIONS["FR"]).kind == "rcn_region"


def test_a_wrong_verifier_refuses_the_label():
    body = "280010741250"
    found = explain(body + ean.calc_check_digit(body), REGIONS["GB"])
    assert (found.valid, found.code, found.reason) == ("0", "", "verifier")


def test_a_base_code_is_a_label_only_where_the_shop_says_so():
    base = "2112345000008"
    assert explain(base).kind == "rcn_region"
    found = explain(base, REGIONS["FR"])
    assert (found.kind, found.reason) == ("weight_embedded", "measure_is_zero")


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.sampled_from(sorted(REGIONS)))
def test_a_label_and_its_base_are_one_code(body, region):
    found = explain(body + ean.calc_check_digit(body), REGIONS[region])
    if found.label and found:
        again = explain(found.code, REGIONS[region])
        assert (again.code, again.reason) == (found.code, "measure_is_zero")


@given(st.from_regex(r"[2-9][0-9]{11}", fullmatch=True))
def test_every_spelling_of_a_code_has_one_key(body):
    code = body + ean.calc_check_digit(body)
    keys = {explain(spelling).gtin14 for spelling in (code, code.zfill(14))}
    assert len(keys) == 1


@given(st.from_regex(r"[1-9][0-9]{6,10}", fullmatch=True))
def test_zeros_lost_are_only_proposed(digits):
    found = explain(digits)
    assert not found or len(digits) == 8


def test_the_same_code_twice_with_a_line_end_between_is_a_doubled_scan():
    found = explain("3017620422003\r\n3017620422003\r\n")
    assert (found.code, found.reason) == ("03017620422003", "double_scan")


def test_a_upc_e_of_number_system_one_is_read_unless_it_is_an_ean8():
    assert explain("10345672").kind == "gtin8"
    assert explain("10000016").kind == "upce"
