# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_label.lib.problem import Problem
from odoo.addons.foodcoop_label.lib.unit_price import (
    Goods,
    Net,
    Per,
    unit_price,
)

D = Decimal
prices = st.decimals("0.01", "9999.99", places=2)


def kilos(quantity):
    return Net(D(quantity), Per.KG)


@given(prices, st.decimals("0.001", "50", places=3))
def test_the_price_of_a_kilogram_is_right_to_half_a_cent(price, net):
    shown = unit_price(Goods(price, Net(net, Per.KG)))
    if shown.unit_price is None:
        assert net == 1
    else:
        assert abs(shown.unit_price - price / net) <= D("0.005")


@pytest.mark.parametrize(
    "price, net, expected",
    [("2.55", "0.5", "5.10"), ("1.00", "0.3", "3.33"), ("0.05", "0.4", "0.13")],
)
def test_half_a_cent_goes_up(price, net, expected):
    assert unit_price(Goods(D(price), kilos(net))).unit_price == D(expected)


def test_drained_weight_counts_where_there_is_one():
    olives = Goods(D("3.00"), kilos("0.5"), drained=kilos("0.3"))
    assert unit_price(olives).unit_price == D("10.00")


def test_the_same_price_is_shown_once():
    shown = unit_price(Goods(D("4.20"), Net(D("1"), Per.LITRE)))
    assert (shown.price, shown.unit_price) == (D("4.20"), None)


def test_loose_goods_show_only_the_price_of_a_kilogram():
    shown = unit_price(Goods(D("2.95"), kilos("1"), loose=True))
    assert (shown.price, shown.unit_price, shown.per) == (None, D("2.95"), Per.KG)


@pytest.mark.parametrize("price", ["0", "-1"])
def test_no_price_no_label(price):
    assert unit_price(Goods(D(price), kilos("1"))).problem is Problem.NO_PRICE


def test_no_net_content_no_label():
    assert unit_price(Goods(D("2"))).problem is Problem.NO_NET
    assert unit_price(Goods(D("2"), kilos("0"))).problem is Problem.BAD_NET


def test_an_exemption_ends_where_the_law_ends_it():
    light = Goods(D("2"), kilos("0.029"), exemption="herbs")
    heavy = Goods(D("2"), kilos("0.030"), exemption="herbs")
    unknown = Goods(D("2"), exemption="herbs")
    assert unit_price(light).unit_price is None
    assert unit_price(heavy).unit_price == D("66.67")
    assert unit_price(unknown).problem is Problem.NO_NET
    assert unit_price(Goods(D("2"), exemption="other")).price == D("2")
