# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a price does to margin, shelf and money."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_difference.lib.effect import effect

MONEY = st.decimals("0.01", "500", places=2)


def test_without_sales_it_costs_nothing_and_without_shelf_price_it_proposes_none():
    found = effect(Decimal(2), Decimal(3), Decimal(0), None, None)
    assert (found.year, found.month) == (0, 0)
    assert (found.margin_before, found.shelf_price) == (None, None)


def test_goods_given_back_are_no_sales():
    assert effect(Decimal(2), Decimal(3), Decimal(-5), None, None).year == 0


@given(old=MONEY, new=MONEY, shelf=MONEY, sold=st.integers(0, 10_000))
def test_the_proposed_shelf_price_keeps_the_margin(old, new, shelf, sold):
    found = effect(old, new, Decimal(sold), shelf, shelf)
    assert (found.year > 0) == (new > old and sold > 0)
    exact = shelf * new / old
    assert abs(found.shelf_price - exact) <= Decimal("0.005")
    assert (found.margin_after < found.margin_before) <= (new > old)
