# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reorder.lib import calendar, demand, policy
from odoo.addons.foodcoop_reorder.lib.calendar import Calendar, parse_weekdays

SATURDAY = date(2026, 11, 21)
DATES = st.dates(date(2020, 1, 1), date(2040, 1, 1))
CALENDARS = st.builds(
    Calendar,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(0, 21),
    st.integers(1, 6),
    st.none() | DATES,
)


@pytest.mark.parametrize("module", [calendar, demand, policy], ids=lambda m: m.__name__)
def test_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_monday_and_thursday_two_days_lead():
    window = Calendar.of("14", 2).window(SATURDAY)
    assert window.order_on == date(2026, 11, 23)
    assert window.arrives_on == date(2026, 11, 25)
    assert window.next_arrives_on == date(2026, 11, 28)
    assert window.covers_until == date(2026, 11, 27)
    assert window.coverage_days == 7


def test_an_order_day_is_still_today():
    assert Calendar.of("6", 1).window(SATURDAY).order_on == SATURDAY


def test_every_other_week_skips_the_weeks_between():
    fortnightly = Calendar.of("1", 5, every_weeks=2, anchor=date(2026, 11, 16))
    window = fortnightly.window(SATURDAY)
    assert window.order_on == date(2026, 11, 30)
    assert window.next_order_on == date(2026, 12, 14)


@given(CALENDARS, DATES)
def test_orders_fall_on_order_days_and_none_is_missed(calendar_, today):
    window = calendar_.window(today)
    between = (window.next_order_on - today).days
    order_days = [
        today + timedelta(days=n)
        for n in range(between + 1)
        if calendar_.is_order_day(today + timedelta(days=n))
    ]
    assert order_days == [window.order_on, window.next_order_on]


@given(CALENDARS, DATES)
def test_an_order_lasts_until_the_arrival_after_next(calendar_, today):
    window = calendar_.window(today)
    assert today + timedelta(days=window.coverage_days) == window.next_arrives_on
    assert window.arrives_on <= window.covers_until


@pytest.mark.parametrize("text", ["", "0", "8", "1,4", "lundi"])
def test_what_is_no_weekday_is_refused(text):
    with pytest.raises(ValueError, match="not days"):
        parse_weekdays(text)
