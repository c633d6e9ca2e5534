# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_scan.lib import measure
from odoo.addons.foodcoop_scan.lib.measure import (
    DEFAULT_MEASURES,
    Measure,
    measure_of,
)

PRICE, WEIGHT = DEFAULT_MEASURES
GB = Measure("28IIIIIVNNDDC", "price", "GBP")


@st.composite
def measures(draw):
    """Any pattern that can be: a prefix, items, perhaps a verifier, a value."""
    value = draw(st.integers(2, 6))
    verifier = value in (4, 5) and draw(st.booleans())
    item = draw(st.integers(1, 12 - value - verifier - 2))
    width = 12 - value - verifier - item
    prefix = draw(st.from_regex(rf"2[0-9]{{{width - 1}}}", fullmatch=True))
    decimals = draw(st.integers(0, value))
    digits = "N" * (value - decimals) + "D" * decimals
    pattern = prefix + "I" * item + "V" * verifier + digits + "C"
    return Measure(pattern, draw(st.sampled_from(["price", "weight"])))


@given(measures(), st.data())
def test_what_is_printed_is_what_is_read(rule, data):
    item = data.draw(st.integers(1, rule.capacity))
    units = data.draw(st.integers(0, 10**rule.value_digits - 1))
    value = Decimal(units).scaleb(-rule.decimals)
    code = rule.encode(item, value)
    read = rule.read(code)
    assert rule.matches(code)
    assert (int(read.item), read.value, read.base) == (item, value, rule.base(item))
    assert read.verifier_ok is not False


@given(measures(), st.data())
def test_a_base_code_is_its_own_base_and_carries_nothing(rule, data):
    base = rule.base(data.draw(st.integers(0, rule.capacity)))
    assert ean.is_valid(base)
    assert rule.base_of(base) == base
    assert rule.read(base).value == 0


@given(measures())
def test_both_notations_are_the_same_digits(rule):
    assert Measure.from_rule(rule.pattern, rule.kind) == rule
    again = Measure.from_rule(rule.rule, rule.kind)
    assert (again.rule, again.maximum) == (rule.rule, rule.maximum)


def test_odoos_own_rules():
    assert (PRICE.rule, WEIGHT.rule) == ("23.....{NNNDD}", "21.....{NNDDD}")
    assert PRICE.read("2312345002655").value == Decimal("2.65")
    assert WEIGHT.read("2100001027506").base == "2100001000004"


def test_a_wrong_verifier_is_seen_under_a_right_check_digit():
    assert GB.read("2800107312505").verifier_ok
    body = "280010741250"
    assert GB.read(body + ean.calc_check_digit(body)).verifier_ok is False


@pytest.mark.parametrize("value", ["-0.01", "1000", "0.001", "NaN", "Infinity"])
def test_a_value_that_does_not_fit_gets_no_label(value):
    with pytest.raises(ValueError, match="outside|decimals"):
        PRICE.encode(1, Decimal(value))


@pytest.mark.parametrize("item", [-1, 100000])
def test_an_item_that_does_not_fit_gets_no_label(item):
    with pytest.raises(ValueError, match="outside"):
        PRICE.base(item)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "21IIIIINNDDD",  # no check digit
        "21IIIIINNDDDDC",
        "IIIIIIINNDDDC",  # no prefix
        "21IIIIIIIIIIC",  # no value
        "2100000NNDDDC",  # no item
        "21INIIIINDDDC",
        "21IIIIIIVNDDC",  # no verifier is defined for three digits
        "٢١IIIIINNDDDC",
    ],
)
def test_a_pattern_that_cannot_be_is_refused(pattern):
    with pytest.raises(ValueError, match="pattern|verifier"):
        Measure(pattern, "weight")


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kind"):
        Measure("21IIIIINNDDDC", "length")


def test_a_misprint_is_no_label():
    assert not WEIGHT.matches("2100001012349")
    assert not WEIGHT.matches("210000101234")
    assert not WEIGHT.matches("٢١٠٠٠٠١٠٢٧٥٠٦")


def test_the_longer_prefix_wins():
    narrow = Measure("2611IIINNNDDC", "price")
    wide = Measure("26IIIIINNDDDC", "weight")
    assert measure_of("2611008003214", (wide, narrow)) == narrow
    assert measure_of("2600042100058", (wide, narrow)) == wide
    assert measure_of("3017620422003", (wide, narrow)) is None


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(measure).failed == 0
