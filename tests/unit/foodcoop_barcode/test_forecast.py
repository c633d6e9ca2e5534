# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.forecast import crossed, exhausted_on, warning

TODAY = date(2026, 11, 22)
YEAR_AGO = TODAY - timedelta(days=365)


def test_as_many_left_as_given_in_a_year_last_a_year():
    found = exhausted_on(500, 500, YEAR_AGO, TODAY)
    assert found == TODAY + timedelta(days=365)


def test_numbers_of_the_last_weeks_are_not_taken_for_a_years():
    found = exhausted_on(900, 100, TODAY - timedelta(days=60), TODAY)
    assert found == TODAY + timedelta(days=540)


def test_one_busy_day_counts_as_a_month():
    assert exhausted_on(100, 100, TODAY, TODAY) == TODAY + timedelta(days=30)


def test_a_full_range_is_exhausted_today():
    assert exhausted_on(0, 0, None, TODAY) == TODAY


def test_an_unused_range_and_one_for_a_century_have_no_date():
    assert exhausted_on(500, 0, None, TODAY) is None
    assert exhausted_on(9_999_000, 999, YEAR_AGO, TODAY) is None


def test_a_threshold_is_reached_by_its_own_item():
    steps = [warning(used, 1000) for used in (799, 800, 949, 950, 1000)]
    assert steps == [0, 80, 80, 95, 95]
    assert crossed([799], 1000) == 0
    assert crossed([800], 1000) == 80


@given(st.integers(1, 10**9), st.integers(1, 10**6), st.integers(0, 400))
def test_the_date_is_never_past(free, given_, days):
    found = exhausted_on(free, given_, TODAY - timedelta(days=days), TODAY)
    assert found is None or found >= TODAY


@given(st.integers(10, 2000), st.integers(1, 500))
def test_one_draw_and_only_one_reaches_each_threshold(capacity, size):
    draws = [range(n, n + size) for n in range(1, capacity + 1, size)]
    last = draws[-1][-1]
    told = [step for draw in draws if (step := crossed(draw, capacity))]
    assert len(told) == len(set(told))
    assert max(told, default=0) == warning(min(last, capacity), capacity)
