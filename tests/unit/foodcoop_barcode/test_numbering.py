# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.numbering import Range
from odoo.addons.foodcoop_scan.lib.key import spellings
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES
from odoo.addons.foodcoop_scan.lib.scan import explain

SHOP = Range("20000", 7)


@st.composite
def ranges(draw):
    digits = draw(st.integers(1, 9))
    tail = draw(st.from_regex(rf"[0-9]{{{10 - digits}}}", fullmatch=True))
    return Range("20" + tail, digits)


@given(ranges(), st.data())
def test_every_number_is_a_restricted_ean13_of_ours(range_, data):
    item = data.draw(st.integers(1, range_.capacity))
    found = explain(range_.number(item).code)
    assert found
    assert found.kind == "rcn_region"
    assert found.code[:2] == "20"


@given(ranges(), st.data())
def test_two_items_never_share_a_number(range_, data):
    items = st.integers(1, range_.capacity)
    one, other = data.draw(items), data.draw(items)
    same = range_.number(one).gtin14 == range_.number(other).gtin14
    assert same == (one == other)


@pytest.mark.parametrize("item", [0, -1, 10_000_000])
def test_an_item_outside_the_range_gets_no_number(item):
    with pytest.raises(ValueError, match="outside"):
        SHOP.number(item)


WEIGHT = Range("21", 5, "weight", whole_digits=2, decimals=3)


@pytest.mark.parametrize(
    ("range_", "problem"),
    [
        (Range("2O000", 7), "not_digits"),
        (Range("", 12), "not_digits"),
        (Range("٢٠000", 7), "not_digits"),
        (Range("21000", 7), "measures_only"),
        (Range("29000", 7), "measures_only"),
        (Range("02000", 7), "leading_zero"),
        (Range("04900", 7), "leading_zero"),
        (Range("30176", 7), "gs1"),
        (Range("98000", 7), "gs1"),
        (Range("20000", 6), "wrong_length"),
        (Range("20", 10), "item_digits"),
        (Range("200000000000", 0), "item_digits"),
        (Range("20", 5, "small"), None),
        (Range("0", 6, "small"), "not_small"),
        (Range("10", 5, "small"), "not_small"),
        (Range("22", 5, "small"), "not_small"),
        (Range("2", 6, "small"), "not_small"),
        (Range("20", 6, "small"), "wrong_length_small"),
        (Range("20", 5, "weight", whole_digits=2, decimals=3), "not_a_measure"),
        (Range("02", 5, "price", whole_digits=3, decimals=2), "not_a_measure"),
        (Range("21", 5, "weight", whole_digits=2, decimals=2), "wrong_length_measure"),
        (Range("21", 5, "weight"), "value_digits"),
        (Range("21", 5, "weight", whole_digits=-1, decimals=6), "value_digits"),
        (Range("28", 3, "price", True, whole_digits=3, decimals=3), "verifier"),
        (Range("28", 5, "price", True, whole_digits=2, decimals=2), None),
        (WEIGHT, None),
        (SHOP, None),
    ],
)
def test_a_range_says_what_is_wrong_with_it(range_, problem):
    assert range_.problem == problem


def test_a_longer_prefix_overlaps_its_own_beginning():
    assert SHOP.overlaps(Range("200", 9))
    assert not SHOP.overlaps(Range("20001", 7))


def test_numbers_of_eight_and_of_thirteen_digits_never_overlap():
    assert not SHOP.overlaps(Range("20", 5, "small"))


def test_a_weight_range_is_read_as_odoos_own_rule_reads_it():
    assert WEIGHT.pattern == DEFAULT_MEASURES[1].pattern
    assert WEIGHT.number(12345).code == "2112345000008"


@given(st.sampled_from([SHOP, WEIGHT, Range("20", 5, "small")]), st.data())
def test_a_number_tells_its_item_in_any_spelling(range_, data):
    item = data.draw(st.integers(1, range_.capacity))
    for code in spellings(range_.number(item).code):
        assert range_.item_of(code) == item


@pytest.mark.parametrize(
    "code", ["", "PACK", "3017620422003", "20000", "20000X0000015"]
)
def test_a_code_of_elsewhere_has_no_item(code):
    assert SHOP.item_of(code) is None


def test_spellings_never_lose_a_digit_that_counts():
    assert spellings("0490010003694") == spellings("490010003694")
    assert spellings("abc") == ("abc",)
    assert spellings("00012348") == spellings("0000000012348")
