# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reorder.lib.demand import (
    WINDOW_DAYS,
    Day,
    Flow,
    demand,
    history,
)

TODAY = date(2026, 11, 21)
UNITS = st.integers(0, 40).map(Decimal)


def day(opening, received, sold):
    return Day(Decimal(opening), Decimal(received), Decimal(sold))


def test_an_empty_day_without_a_sale_is_left_out():
    seen = demand([day(10, 0, 4), day(6, 0, 6), day(0, 0, 0), day(0, 0, 0)])
    assert (seen.rate, seen.usable_days, seen.empty_days) == (5, 2, 2)


def test_a_day_with_stock_and_no_sale_is_a_day_nobody_bought():
    assert demand([day(10, 0, 4), day(6, 0, 0)]).rate == 2


def test_a_receipt_makes_an_empty_morning_usable():
    assert demand([day(0, 12, 0)]).usable_days == 1


def test_a_sale_counts_even_where_the_records_say_empty():
    assert demand([day(-1, 0, 3)]).rate == 3


def test_six_usable_days_are_little_data_seven_are_enough():
    assert demand([day(5, 0, 1)] * 6).has_little_data
    assert not demand([day(5, 0, 1)] * 7).has_little_data


def test_a_product_never_seen_has_no_rate():
    seen = demand(history(Decimal(0), {}, TODAY))
    assert (seen.rate, seen.usable_days) == (0, 0)


def test_a_return_never_makes_a_day_of_negative_sales():
    flows = {TODAY - timedelta(days=1): Flow(incoming=Decimal(2), sold=Decimal(-2))}
    assert history(Decimal(5), flows, TODAY, days=1)[0].sold == 0


def test_what_moved_today_is_undone_first():
    flows = {TODAY: Flow(outgoing=Decimal(3), sold=Decimal(3))}
    assert history(Decimal(0), flows, TODAY, days=1)[0].opening == 3


def test_a_new_product_is_measured_from_its_first_receipt():
    flows = {
        TODAY - timedelta(days=5): Flow(incoming=Decimal(20)),
        TODAY - timedelta(days=2): Flow(outgoing=Decimal(10), sold=Decimal(10)),
    }
    seen = demand(history(Decimal(10), flows, TODAY))
    assert (seen.usable_days, seen.rate) == (5, 2)


@given(st.lists(st.tuples(UNITS, UNITS), min_size=WINDOW_DAYS, max_size=WINDOW_DAYS))
def test_rebuilding_backwards_finds_the_stock_that_was_there(days):
    stock, openings, flows = Decimal(0), [], {}
    for back, (received, asked) in zip(range(WINDOW_DAYS, 0, -1), days, strict=True):
        sold = min(asked, stock + received)
        flows[TODAY - timedelta(days=back)] = Flow(received, sold, sold)
        openings.append(stock)
        stock += received - sold
    assert [seen.opening for seen in history(stock, flows, TODAY)] == openings


@given(st.lists(st.builds(Day, UNITS, UNITS, UNITS), max_size=84), st.integers(0, 20))
def test_more_empty_days_never_change_the_rate(days, empty):
    assert demand(days + [day(0, 0, 0)] * empty).rate == demand(days).rate
