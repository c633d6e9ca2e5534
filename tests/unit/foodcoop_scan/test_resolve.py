# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_scan.lib import lookup, resolve
from odoo.addons.foodcoop_scan.lib.key import spellings, stored_key
from odoo.addons.foodcoop_scan.lib.lookup import Bearer, Known, wanted
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES
from odoo.addons.foodcoop_scan.lib.resolve import decide
from odoo.addons.foodcoop_scan.lib.scan import explain

PIECE, KG, CASE = 1, 2, 3
OIL = Bearer("3017620422003", 7, PIECE, PIECE, name="Oil")
CHEESE = Bearer(
    "2112345000008",
    8,
    KG,
    KG,
    name="Cheese",
    per_kg=Decimal(1),
    unit_price=Decimal("12.50"),
)
PRICED = replace(CHEESE, barcode="2312345000002")


def resolved(raw, *bearers, known=None):
    return decide(explain(raw, DEFAULT_MEASURES), bearers, known)


@pytest.mark.parametrize(
    "raw", ["3017620422003", "03017620422003", "]E03017620422003\r\n", "'3017620422003"]
)
def test_every_spelling_finds_the_product(raw):
    found = resolved(raw, OIL)
    assert found
    assert (found.product_id, found.uom_id, found.quantity) == (7, PIECE, 1)


def test_a_stored_code_without_its_zero_is_the_same_code():
    stored = replace(OIL, barcode="490010003694")
    assert resolved("0490010003694", stored).product_id == 7


def test_a_pack_is_one_of_its_unit():
    case = replace(OIL, barcode="13017620422000", uom_id=CASE, factor=Decimal(6))
    found = resolved("13017620422000", case)
    assert (found.uom_id, found.quantity, found.factor) == (CASE, 1, 6)


def test_a_case_that_nobody_numbered_only_suggests_what_is_inside():
    found = resolved("13017620422000", OIL)
    assert not found
    assert (found.reason, found.product_id, found.quantity) == ("case_of", 7, 0)


def test_a_weight_label_weighs():
    found = resolved("2112345012346", CHEESE)
    assert (found.quantity, found.weight) == (Decimal("1.234"), Decimal("1.234"))
    assert found.price is None


def test_goods_counted_in_grams_get_grams():
    grams = replace(CHEESE, per_kg=Decimal(1000))
    assert resolved("2112345012346", grams).quantity == 1234


def test_a_weight_label_on_goods_by_the_piece_is_one_piece():
    found = resolved("2112345012346", replace(CHEESE, per_kg=None))
    assert (found.quantity, found.weight) == (1, Decimal("1.234"))


def test_a_price_label_is_charged_as_it_stands():
    found = resolved("2312345002655", PRICED)
    assert (found.price, found.quantity) == (Decimal("2.65"), Decimal("0.212"))


def test_a_price_label_of_goods_without_a_price_asks():
    found = resolved("2312345002655", replace(PRICED, unit_price=Decimal(0)))
    assert not found
    assert found.reason == "no_unit_price"


def test_a_base_code_asks_for_the_weight():
    found = resolved("2112345000008", CHEESE)
    assert (found.reason, found.product_id, found.quantity) == ("ask_measure", 8, 0)


def test_goods_by_the_piece_may_have_a_code_that_looks_like_a_base_code():
    assert resolved("2112345000008", replace(CHEESE, per_kg=None)).quantity == 1


def test_a_weight_that_no_hand_carries_asks():
    code = DEFAULT_MEASURES[1].encode(12345, Decimal("25.001"))
    assert resolved(code, CHEESE).reason == "implausible"


def test_a_weighed_case_counts_in_kilograms_and_no_more_in_cases():
    case = replace(CHEESE, barcode="9521234543213", uom_id=9, factor=Decimal(6))
    found = resolved("]C10109521234543213310300123410L7", case)
    assert (found.quantity, found.uom_id) == (Decimal("1.234"), CHEESE.own_uom_id)
    assert found.factor == 1


def test_a_product_that_bears_the_very_digits_of_a_label_is_not_weighed():
    fixed = replace(OIL, barcode="2112345012346")
    found = resolved("2112345012346", fixed)
    assert (found.product_id, found.quantity) == (7, 1)


def test_digits_and_base_of_two_products_ask_which():
    found = resolved("2112345012346", replace(OIL, barcode="2112345012346"), CHEESE)
    assert (found.reason, set(found.product_ids)) == ("several_products", {7, 8})


def test_a_gs1_128_brings_weight_lot_and_dates():
    bearer = replace(CHEESE, barcode="9521234543213")
    found = resolved("]C1010952123454321331030012341726123110L7", bearer)
    assert (found.quantity, found.lot) == (Decimal("1.234"), "L7")
    assert found.expiry == date(2026, 12, 31)
    pounds = resolved("(01)09521234543213(3202)000200", bearer)
    assert pounds.weight == Decimal("0.907")


def test_a_gs1_128_of_a_carton_counts_what_is_in_it():
    inside = replace(OIL, barcode="9521234543213")
    assert resolved("(02)09521234543213(37)24", inside).quantity == 24


def test_an_archived_product_is_named_but_not_counted():
    found = resolved("3017620422003", replace(OIL, active=False))
    assert (found.reason, found.name, found.quantity) == ("archived", "Oil", 0)
    living = replace(OIL, product_id=9)
    assert resolved("3017620422003", replace(OIL, active=False), living).product_id == 9


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("retired", "retired"),
        ("reserved", "reserved"),
        ("skipped", "passed_over"),
        ("foreign", "foreign"),
        ("issued", "ours_but_nobodys"),
        ("", "ours_but_nobodys"),
    ],
)
def test_a_code_of_ours_that_nobody_bears_says_what_became_of_it(state, reason):
    found = resolved("2000000000015", known=Known(state, "Bread", "Goods"))
    assert (found.reason, found.product_id, found.name) == (reason, None, "Bread")


def test_damage_is_confirmed_before_it_counts():
    found = resolved("30176204220033017620422003", OIL)
    assert not found
    assert (found.reason, found.product_id) == ("confirm", 7)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("4006381333930", "check_digit"),
        ("4006381333931", "unknown"),
        ("9811234021508", "not_a_product"),
        ("(00)395212345678901234", "names_no_item"),
        ("", "empty"),
        ("hello", "not_digits"),
    ],
)
def test_what_finds_nothing_says_why(raw, reason):
    assert resolved(raw).reason == reason


def test_a_code_of_letters_is_found_as_it_is_stored():
    assert resolved("BREAD-1\r\n", replace(OIL, barcode="BREAD-1")).product_id == 7
    assert resolved("4006381333930", replace(OIL, barcode="4006381333930"))


def test_eight_digits_that_are_two_codes_find_whoever_has_one():
    long, short = replace(OIL, barcode="012100004574"), replace(OIL, barcode="01245714")
    assert resolved("01245714", long) and resolved("01245714", short)
    both = resolved("01245714", long, replace(short, product_id=9))
    assert both.reason == "several_products"


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{0,60}", fullmatch=True))
def test_any_scan_is_resolved_without_a_product(raw):
    found = resolved(raw)
    assert found.product_id is None
    assert not found


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_a_code_is_looked_for_under_every_spelling_of_its_key(body):
    code = body + ean.calc_check_digit(body)
    assert stored_key(code) in wanted(explain(code)).own
    assert code in spellings(stored_key(code))
    assert {stored_key(spelling) for spelling in spellings(stored_key(code))} == {
        stored_key(code)
    }


@given(st.decimals("0.01", "999.99", places=2), st.decimals("0.01", 500, places=2))
def test_the_price_of_a_label_never_changes(price, unit_price):
    code = DEFAULT_MEASURES[0].encode(12345, price)
    found = resolved(code, replace(PRICED, unit_price=unit_price))
    assert found.price == price


@pytest.mark.parametrize("module", [lookup, resolve], ids=lambda m: m.__name__)
def test_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
