# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception.lib.tally import Line
from odoo.addons.foodcoop_reception_report.lib.lacking import lacking
from odoo.addons.foodcoop_reception_report.lib.typed import (
    NoNumber,
    Typed,
    changes,
    quantity,
    rows,
)

amounts = st.integers(0, 9000).map(lambda grams: Decimal(grams) / 10)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("0", 0), ("7,5", Decimal("7.5")), ("1 200", 1200), ("0.125", 0.125)],
)
def test_a_number_is_read_with_point_or_comma(text, number):
    assert quantity(text) == number


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_an_empty_box_is_not_counted(text):
    assert quantity(text) is None


@pytest.mark.parametrize(
    "text", ["-3", "12x", "1e3", "9520000000011", "1.2345", "NaN", "½", "1,2,3"]
)
def test_what_is_no_quantity_is_refused(text):
    with pytest.raises(NoNumber):
        quantity(text)


@given(amounts, st.none() | amounts)
def test_what_was_typed_is_the_count_afterwards(number, before):
    counts = {} if before is None else {7: before}
    changed, moved = changes([Typed(7, before, number)], counts)
    assert not moved
    assert counts.get(7, Decimal(0)) + changed.get(7, Decimal(0)) == number


def test_zero_on_paper_is_a_count_where_there_was_none():
    assert changes([Typed(7, None, Decimal(0))], {}) == ({7: 0}, [])


def test_an_empty_row_changes_nothing_whatever_others_did():
    assert changes([Typed(7, None, None)], {7: Decimal(3)}) == ({}, [])


def test_what_others_counted_meanwhile_is_told():
    _, moved = changes([Typed(7, None, Decimal(5))], {7: Decimal(3)})
    assert moved == [7]


def test_the_same_number_counted_by_others_needs_no_question():
    assert changes([Typed(7, None, Decimal(3))], {7: Decimal(3)}) == ({}, [])


def test_a_product_of_two_lines_is_one_row_at_its_first_place():
    lines = [
        Line(1, 7, Decimal(6)),
        Line(2, 8, Decimal(1)),
        Line(3, 7, Decimal("1.5")),
    ]
    assert list(rows(lines).items()) == [(7, Decimal("7.5")), (8, Decimal(1))]


@given(amounts, amounts, amounts)
def test_nobody_is_asked_for_more_than_is_lacking(ordered, kept, refused):
    owed = lacking(ordered, kept, refused)
    assert owed.refused == refused
    assert owed.missing >= 0
    assert owed.missing in (0, ordered - kept - refused)
