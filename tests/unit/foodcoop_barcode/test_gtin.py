# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib.gtin import (
    arrival,
    is_internal,
    stored,
)

MEMBERS = st.from_regex(r"[3567][0-9]{11}", fullmatch=True)


@given(MEMBERS)
def test_a_gtin_is_the_same_whatever_its_length(body):
    gtin = body + ean.calc_check_digit(body)
    assert arrival(gtin).gtin == arrival(f"0{gtin}").gtin == gtin


@pytest.mark.parametrize("code", ["614141000036", "0614141000036", "00614141000036"])
def test_twelve_thirteen_and_fourteen_digits_of_a_upc_are_one(code):
    assert arrival(code).gtin == "0614141000036"


def test_an_ean8_stays_eight_digits_even_when_it_comes_padded():
    assert arrival("96385074").gtin == arrival("00000096385074").gtin == "96385074"


@given(MEMBERS, st.integers(1, 9))
def test_a_wrong_check_digit_says_which_was_expected(body, off):
    right = ean.calc_check_digit(body)
    wrong = arrival(f"{body}{(int(right) + off) % 10}")
    assert not wrong
    assert (wrong.refusal, wrong.expected_check_digit) == ("check_digit", right)


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("2000000000015", "restricted_circulation"),
        ("2112345012346", "restricted_circulation"),
        ("0490010003694", "restricted_circulation"),
        ("9812345000000", "coupon_or_refund"),
        ("9999999999994", "coupon_or_refund"),
        ("13017620422000", "case"),
        ("01245714", "two_readings"),
        ("12345", "no_number"),
        ("Confiture", "no_number"),
        ("3,01762E+12", "no_number"),
        ("30176204220030000000000000000000000000000000000000000000000", "no_number"),
    ],
)
def test_what_is_no_gtin_of_a_unit_is_refused_with_its_reason(code, refusal):
    refused = arrival(code)
    assert (refused.gtin, str(refused.refusal)) == ("", refusal)


def test_a_gtin_inside_a_gs1_128_is_taken_out():
    assert arrival("(01)03017620422003(10)L42").gtin == "3017620422003"


def test_a_restricted_number_inside_a_gs1_128_is_refused():
    assert str(arrival("(01)02000000000015").refusal) == "restricted_circulation"


def test_a_code_read_twice_in_one_burst_is_proposed_once():
    assert arrival("3017620422003" * 2).gtin == "3017620422003"


def test_a_restricted_number_read_twice_is_refused_too():
    assert str(arrival("2000000000015" * 2).refusal) == "restricted_circulation"


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_what_is_taken_is_a_gtin(text):
    found = arrival(text)
    assert bool(found) == (found.refusal is None)
    if found:
        assert ean.is_valid(found.gtin)
        assert not is_internal(found.gtin)


@given(st.from_regex(r"0[0-9]{13}", fullmatch=True))
def test_a_gtin_as_it_is_stored_pads_to_its_key(gtin14):
    assert stored(gtin14).zfill(14) == gtin14
