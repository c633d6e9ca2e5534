# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every code already in use, judged."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode_audit.lib import classify, judge
from odoo.addons.foodcoop_barcode_audit.lib.classify import assess
from odoo.addons.foodcoop_barcode_audit.lib.judge import (
    Book,
    Fix,
    Held,
    Registered,
    Verdict,
    Why,
)

BOOK = Book(ranges=(("20000", 13),))


def one(raw, **values):
    [found] = assess([Held(1, raw, "Tea", 7, **values)], BOOK)
    return found


def test_the_doctests_hold():
    assert doctest.testmod(classify).failed == 0
    assert doctest.testmod(judge).failed == 0


@pytest.mark.parametrize(
    ("raw", "verdict", "code"),
    [
        ("4006381333931", Verdict.GTIN, "4006381333931"),
        ("96385074", Verdict.GTIN, "96385074"),
        ("036000291452", Verdict.GTIN, "0036000291452"),
        ("13017620422000", Verdict.GTIN, "13017620422000"),
        ("2000000000015", Verdict.OURS, "2000000000015"),
        ("2900000000001", Verdict.FOREIGN, "2900000000001"),
        ("0490010003694", Verdict.FOREIGN, "0490010003694"),
        ("2100001000004", Verdict.WEIGHED, "2100001000004"),
        ("9789782070408", Verdict.MALFORMED, ""),
        ("4006381333930", Verdict.MALFORMED, ""),
        ("3.01762E+12", Verdict.MALFORMED, ""),
        ("4011", Verdict.OTHER, ""),
        ("BOX-ABC", Verdict.OTHER, ""),
        ("9990000000005", Verdict.OTHER, "9990000000005"),
    ],
)
def test_each_code_gets_its_class(raw, verdict, code):
    found = one(raw)
    assert (found.verdict, found.code) == (verdict, code)


def test_a_wrong_last_digit_names_the_right_one_and_offers_no_click():
    found = one("4006381333930")
    assert (found.expected, found.fix) == ("1", Fix.NONE)


@pytest.mark.parametrize(
    "raw", ["4006381333931 ", "\u00a04006381333931", "'4006381333931"]
)
def test_dirt_around_a_code_is_put_right_in_one_go(raw):
    found = one(raw)
    assert (found.verdict, found.fix, found.safe) == (
        Verdict.REPAIRABLE,
        Fix.WRITE,
        True,
    )
    assert found.proposed == "4006381333931"


def test_lost_zeros_are_proposed_and_left_to_a_person():
    found = one("36000291452")
    assert (found.verdict, found.proposed) == (Verdict.REPAIRABLE, "0036000291452")
    assert not found.safe


def test_a_whole_weight_label_on_a_product_is_brought_to_its_base_code():
    found = one("2100001012342")
    assert (found.why, found.proposed) == (Why.LABEL, "2100001000004")


def test_two_products_with_one_code_are_both_told_of_each_other():
    pair = assess([Held(1, "4006381333931", "A", 1), Held(2, "4006381333931", "B", 2)])
    assert [p.verdict for p in pair] == [Verdict.DUPLICATE] * 2
    assert pair[0].other == "B (4006381333931)"
    assert not any(p.safe or p.ready for p in pair)


def test_twins_by_a_dropped_zero_are_found():
    pair = assess([Held(1, "0490010003694", "A", 1), Held(2, "490010003694", "B", 2)])
    assert {p.why for p in pair} == {Why.TWIN_ZEROS}


def test_the_archived_one_of_two_may_lose_its_code_in_one_go():
    active, archived = assess(
        [
            Held(1, "4006381333931", "A", 1),
            Held(2, "4006381333931", "B", 2, active=False),
        ]
    )
    assert (archived.fix, archived.safe) == (Fix.CLEAR, True)
    assert not active.safe


def test_a_pack_with_the_code_of_its_own_product_is_a_duplicate():
    pair = assess(
        [
            Held(1, "4006381333931", "A", 1),
            Held(2, "4006381333931", "A", 1, source="pack"),
        ]
    )
    assert {p.verdict for p in pair} == {Verdict.DUPLICATE}


def test_what_the_register_holds_already_is_not_taken_twice():
    book = Book(register={"04006381333931": Registered(7, "Tea")})
    [found] = assess([Held(1, "4006381333931", "Tea", 7)], book)
    assert found.known
    assert not found.ready


def test_what_the_register_gave_to_another_product_is_for_a_person():
    book = Book(register={"04006381333931": Registered(8, "Coffee")})
    [found] = assess([Held(1, "4006381333931", "Tea", 7)], book)
    assert (found.verdict, found.other) == (Verdict.DUPLICATE, "Coffee")


def sheet(raw, ref=9, **values):
    return Held(ref, raw, values.pop("name", "row"), source="sheet", **values)


def test_a_row_of_a_sheet_belongs_to_the_product_that_bears_its_code():
    *_, row = assess([Held(1, "4006381333931", "A", 1), sheet("4006381333931")])
    assert (row.product, row.verdict, row.ready) == (1, Verdict.GTIN, True)


def test_a_row_for_a_product_without_a_code_offers_to_put_it_there():
    [row] = assess([sheet("4006381333931", product=4)])
    assert (row.fix, row.safe) == (Fix.GIVE, True)


def test_a_row_that_says_otherwise_than_odoo_waits_for_a_person():
    held = Held(1, "3017620422003", "A", 4)
    row = assess([held, sheet("4006381333931", product=4, bears="3017620422003")])[1]
    assert (row.why, row.ready) == (Why.DIFFERS, False)


def test_a_row_with_the_code_of_another_product_is_a_duplicate():
    held = Held(1, "4006381333931", "A", 1)
    row = assess([held, sheet("4006381333931", product=4)])[1]
    assert (row.verdict, row.fix) == (Verdict.DUPLICATE, Fix.NONE)


def test_one_code_pasted_for_two_goods_is_a_duplicate():
    rows = assess([sheet("4006381333931", 1, name="A"), sheet("4006381333931", 2)])
    assert {row.verdict for row in rows} == {Verdict.DUPLICATE}


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_text_is_judged_and_never_taken_without_a_key(texts):
    found = assess([Held(i, t, f"p{i}", i) for i, t in enumerate(texts, 1)], BOOK)
    assert len(found) == len(texts)
    for each in found:
        assert not each.ready or (each.code and each.gtin14)
        assert each.fix is not Fix.WRITE or each.proposed


@given(st.lists(st.from_regex(r"[0-9]{12}", fullmatch=True), unique=True, max_size=20))
def test_what_is_ready_never_holds_a_key_twice(bodies):
    codes = [body + ean.calc_check_digit(body) for body in bodies] * 2
    found = assess([Held(i, c, f"p{i}", i) for i, c in enumerate(codes, 1)], BOOK)
    ready = [each.gtin14 for each in found if each.ready]
    assert len(ready) == len(set(ready))
