# SPDX-License-Identifier: AGPL-3.0-or-later
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.numbering import Range
from odoo.addons.foodcoop_barcode.lib.readings import NO_RULE, Reader, Rule

SHOP = Range("20000", 7)
GOODS = Rule("Goods", "product", "any", ".*")
HONEY = "2000000000015"


def reader(*rules, purpose="fixed"):
    return Reader(((*rules, GOODS),), purpose)


def test_a_plain_shop_reads_a_number_as_a_product():
    assert reader().misreading(HONEY) is None


def test_without_a_rule_for_products_no_number_is_read():
    assert Reader(((),), "fixed").misreading(HONEY) is NO_RULE


@pytest.mark.parametrize(
    ("pattern", "encoding", "is_read"),
    [
        ("20", "any", True),
        ("20", "ean13", True),
        ("20", "ean8", False),
        ("20", "upca", False),
        ("200{NN}", "any", True),
        ("20.....{NNNDD}", "ean13", True),
        ("21.....{NNDDD}", "ean13", False),
        ("0?20", "any", True),
        ("20[1-9]", "any", False),
        ("((", "any", False),
    ],
)
def test_a_rule_takes_a_number_as_in_odoo(pattern, encoding, is_read):
    rule = Rule("Other", "discount", encoding, pattern)
    assert bool(reader(rule).misreading(HONEY)) is is_read


def test_the_office_looks_at_as_many_signs_as_the_pattern_has():
    """``$`` ends the pattern's length for the server, the whole code for the till."""
    rule = Rule("Short", "lot", "any", "20+$")
    assert rule.matches(HONEY) == (True, False)
    assert reader(rule).misreading(HONEY) is rule


def test_the_till_puts_the_check_digit_right_before_it_compares():
    """2000001000012 without its value is 2000000000015 to the till."""
    rule = Rule("Weight", "weight", "ean13", "200000{NNN}0015")
    assert rule.matches("2000001000012") == (False, True)


def test_each_nomenclature_is_asked():
    coupons = Rule("Coupons", "coupon", "any", "2000")
    shops = Reader(((GOODS,), (coupons, GOODS)), "fixed")
    assert shops.misreading(HONEY) is coupons


def test_a_weight_label_may_be_read_as_a_weight_and_a_card_as_a_client():
    weight = Rule("Weight", "weight", "ean13", "21.....{NNDDD}")
    client = Rule("Card", "client", "any", "20")
    assert reader(weight, purpose="weight").misreading("2112345000008") is None
    assert reader(weight, purpose="price").misreading("2112345000008") is weight
    assert reader(client, purpose="member").misreading(HONEY) is None


def test_a_leap_passes_a_whole_block_of_a_rule():
    rule = Rule("Block", "coupon", "any", "200000")
    assert reader(rule).next_good(SHOP, 1) == 1_000_000
    assert reader(Rule("All", "coupon", "any", "20000")).next_good(SHOP, 1) is None


@given(
    st.integers(1, SHOP.capacity - 1), st.from_regex(r"20000\d{0,6}", fullmatch=True)
)
def test_a_leap_always_ends_at_a_number_that_is_read_well(item, pattern):
    found = reader(Rule("Block", "coupon", "any", pattern))
    good = found.next_good(SHOP, item)
    assert good is None or (
        good > item and not found.misreading(SHOP.number(good).code)
    )


PATTERNS = st.text("20?.*+$|()", max_size=6)


@given(st.integers(1, SHOP.capacity), PATTERNS)
def test_the_short_cut_by_first_digits_changes_nothing(item, pattern):
    code = SHOP.number(item).code
    try:
        plain = re.match(pattern, code[: len(pattern)])
    except re.error:
        plain = None
    assert Rule("", "lot", "any", pattern).matches(code)[0] == bool(plain)
