# SPDX-License-Identifier: AGPL-3.0-or-later
"""A year of the shop: plausible, exact, and the same for the same day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.foodcoop_demo.lib.goods import products
from odoo.addons.foodcoop_demo.lib.sales import UNIT, Cause, year_of_shop
from odoo.addons.foodcoop_demo.lib.shopdays import busyness, is_open, past_year

GOODS = products()
SAMPLE = GOODS[::9]


@pytest.fixture(scope="module")
def year():
    """The whole shop, for the day these tests were written on."""
    return year_of_shop(GOODS, date(2026, 11, 21))


def movements(year, cause):
    return [m for shelf in year for m in shelf.movements if m.cause is cause]


@settings(max_examples=8, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2032, 1, 1)))
def test_stock_is_never_negative_and_ends_as_told(today):
    for shelf in year_of_shop(SAMPLE, today):
        stock = 0
        for moved in shelf.movements:
            stock += moved.thousandths if moved.comes_in else -moved.thousandths
            assert moved.thousandths > 0
            assert stock >= 0
        assert stock == shelf.stock


@settings(max_examples=8, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2032, 1, 1)))
def test_nothing_is_sold_or_delivered_on_closed_days_or_today(today):
    days = set(past_year(today))
    for shelf in year_of_shop(SAMPLE, today):
        for moved in shelf.movements:
            assert moved.day in days
            assert is_open(moved.day) or moved.cause is Cause.OPENING


def test_the_same_year_for_the_same_day(year):
    assert year_of_shop(GOODS, date(2026, 11, 21)) == year


def test_a_product_lives_the_same_year_without_the_others(year):
    assert year_of_shop(GOODS[7:8], date(2026, 11, 21)) == year[7:8]


def test_a_year_has_tens_of_thousands_of_daily_sales(year):
    assert 50_000 < len(movements(year, Cause.SALE)) < 110_000


def test_saturday_is_the_busiest_day(year):
    sold = Counter()
    for moved in movements(year, Cause.SALE):
        sold[moved.day.weekday()] += moved.thousandths
    assert max(sold, key=sold.get) == 5
    assert min(sold, key=sold.get) == 0


def test_some_shelves_run_empty_but_few(year):
    empty = sum(len(shelf.empty_days) for shelf in year)
    asked = sum(
        bool(busyness(day, product.season))
        for product in GOODS
        for day in past_year(date(2026, 11, 21))
    )
    assert 0.02 < empty / asked < 0.08


def test_nothing_is_sold_from_an_empty_shelf(year):
    for shelf in year:
        sold = {m.day for m in shelf.movements if m.cause is Cause.SALE}
        assert sold.isdisjoint(shelf.empty_days)


def test_units_are_sold_whole_and_weighed_goods_to_the_gram(year):
    weighed = {product.reference for product in GOODS if product.weighed}
    for moved in movements(year, Cause.SALE):
        assert moved.reference in weighed or moved.thousandths % UNIT == 0
    assert any(m.thousandths % 100 for m in movements(year, Cause.SALE))


def test_deliveries_come_in_whole_packs(year):
    pack = {product.reference: product.pack * UNIT for product in GOODS}
    for moved in movements(year, Cause.DELIVERY):
        assert moved.thousandths % pack[moved.reference] == 0


def test_fruit_has_its_months(year):
    sold = {name: Counter() for name in ("Melons", "Clémentines", "Courgettes")}
    names = {p.reference: p.name for p in GOODS}
    for moved in movements(year, Cause.SALE):
        if names[moved.reference] in sold:
            sold[names[moved.reference]][moved.day.month] += moved.thousandths
    assert sold["Melons"][7] and not sold["Melons"][1]
    assert sold["Clémentines"][12] > 3 * sold["Clémentines"][7]
    assert sold["Courgettes"][7] > 3 * sold["Courgettes"][1]


def test_bread_of_yesterday_is_not_sold(year):
    baguette = next(p for p in GOODS if p.name == "Baguette de tradition")
    shelf = next(s for s in year if s.reference == baguette.reference)
    stock = Counter()
    for moved in shelf.movements:
        sign = 1 if moved.comes_in else -1
        stock[moved.day] += sign * moved.thousandths
    assert set(stock.values()) == {0}


def test_slow_sellers_exist(year):
    days = [sum(m.cause is Cause.SALE for m in shelf.movements) for shelf in year]
    assert min(days) < 60
    assert max(days) > 250
    assert timedelta(days=365) == past_year(date(2026, 11, 21))[-1] - past_year(
        date(2026, 11, 21)
    )[0] + timedelta(days=1)
