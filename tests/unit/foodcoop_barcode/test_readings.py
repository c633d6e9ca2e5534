# SPDX-License-Identifier: AGPL-3.0-or-later
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.nomenclature import Nomenclature, Rule
from odoo.addons.foodcoop_barcode.lib.numbering import Range
from odoo.addons.foodcoop_barcode.lib.readings import Misreading, Reader

SHOP = Range("20000", 7)
HONEY = "2000000000015"


def rule(name, type_, encoding, pattern, alias=""):
    return Rule(0, name, type_, encoding, pattern, 0, alias)


GOODS = rule("Goods", "product", "any", ".*")


def reader(*rules, purpose="fixed"):
    return Reader((Nomenclature((*rules, GOODS)),), purpose)


def test_a_plain_shop_reads_a_number_as_a_product():
    assert reader().misreading(HONEY) is None


def test_without_a_rule_for_products_no_number_is_read():
    assert Reader((Nomenclature(()),), "fixed").misreading(HONEY).rule is None


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
    other = rule("Other", "discount", encoding, pattern)
    assert bool(reader(other).misreading(HONEY)) is is_read


def seen(only, code):
    """Whether the office and the till see this rule in the code."""
    shop = Nomenclature((only,))
    return bool(shop.office(code).rule), bool(shop.till(code).rule)


def test_the_office_looks_at_as_many_signs_as_the_pattern_has():
    """``$`` ends the pattern's length for the server, the whole code for the till."""
    short = rule("Short", "lot", "any", "20+$")
    assert seen(short, HONEY) == (True, False)
    assert reader(short).misreading(HONEY).rule is short


def test_the_till_puts_the_check_digit_right_before_it_compares():
    """2000001000014 without its value is 2000000000015 to the till."""
    weight = rule("Weight", "weight", "ean13", "200000{NNN}0015")
    assert seen(weight, "2000001000014") == (False, True)


def test_each_nomenclature_is_asked():
    coupons = rule("Coupons", "coupon", "any", "2000")
    quimper = Nomenclature((coupons, GOODS), name="Quimper")
    shops = Reader((Nomenclature((GOODS,)), quimper), "fixed")
    assert shops.misreading(HONEY) == Misreading(coupons, "Quimper")


def test_a_number_another_code_stands_for_is_not_given():
    alias = rule("Alias", "alias", "any", "2000", alias="4006381333931")
    assert reader(alias).misreading(HONEY).rule is alias


def test_a_weight_label_may_be_read_as_a_weight_and_a_card_as_a_client():
    weight = rule("Weight", "weight", "ean13", "21.....{NNDDD}")
    client = rule("Card", "client", "any", "20")
    assert reader(weight, purpose="weight").misreading("2112345000008") is None
    assert reader(weight, purpose="price").misreading("2112345000008").rule is weight
    assert reader(client, purpose="member").misreading(HONEY) is None


def test_a_leap_passes_a_whole_block_of_a_rule():
    block = rule("Block", "coupon", "any", "200000")
    assert reader(block).next_good(SHOP, 1) == 1_000_000
    assert reader(rule("All", "coupon", "any", "20000")).next_good(SHOP, 1) is None


@given(
    st.integers(1, SHOP.capacity - 1), st.from_regex(r"20000\d{0,6}", fullmatch=True)
)
def test_a_leap_always_ends_at_a_number_that_is_read_well(item, pattern):
    found = reader(rule("Block", "coupon", "any", pattern))
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
    assert seen(rule("", "lot", "any", pattern), code)[0] == bool(plain)
