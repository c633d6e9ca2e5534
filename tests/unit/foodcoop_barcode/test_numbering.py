# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.numbering import (
    Range,
    split_taken,
)
from odoo.addons.foodcoop_barcode.lib.scan import explain

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


@pytest.mark.parametrize(
    ("range_", "problem"),
    [
        (Range("2O000", 7), "not_digits"),
        (Range("", 12), "not_digits"),
        (Range("21000", 7), "not_ours"),
        (Range("02000", 7), "not_ours"),
        (Range("30176", 7), "not_ours"),
        (Range("20000", 6), "wrong_length"),
        (Range("20", 10), "item_digits"),
        (Range("200000000000", 0), "item_digits"),
        (SHOP, None),
    ],
)
def test_a_range_says_what_is_wrong_with_it(range_, problem):
    assert range_.problem() == problem


def test_a_longer_prefix_overlaps_its_own_beginning():
    assert SHOP.overlaps(Range("200", 9))
    assert not SHOP.overlaps(Range("20001", 7))


def test_a_number_taken_in_any_spelling_is_left_out():
    rows = SHOP.numbers(1, 3)
    free, taken = split_taken(rows, {"02000000000022"})
    assert [row.item for row in free] == [1, 3]
    assert [row.item for row in taken] == [2]
