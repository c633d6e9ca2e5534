# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shelf prices of new goods: the usual margin, counted without taxes."""

from decimal import Decimal

import pytest

from odoo.addons.foodcoop_difference.lib.shelf import Held, usual_markup

LOW, HIGH = Held(Decimal("1.055")), Held(Decimal("1.2"))


def money(*amounts):
    return tuple(map(Decimal, amounts))


def test_goods_of_another_rate_have_the_margin_of_their_likes():
    net = LOW.net(Decimal("2.11"))
    assert HIGH.price(2 * usual_markup([(net, Decimal(1))])) == Decimal("4.80")


def test_two_prices_tell_what_a_price_holds():
    assert Held.seen((100, 100 / 1.055), (200, 200 / 1.055)) == LOW
    assert Held.seen((100, 100), (200, 200)) == Held()


def test_a_fixed_tax_is_the_same_on_every_price():
    held = Held.seen((100, (100 - 0.013) / 1.2), (200, (200 - 0.013) / 1.2))
    assert held == Held(*money("1.2", "0.013"))
    assert held.net(Decimal("12.013")) == 10
    assert held.price(Decimal(10)) == Decimal("12.01")


def test_where_all_of_a_price_is_tax_nothing_is_held():
    assert Held.seen((100, 0), (200, 0)) == Held()


def test_what_costs_nothing_has_no_price_for_its_tax():
    assert Held(*money(1, "0.1")).price(Decimal(0)) == 0


def test_halves_of_a_cent_go_up():
    assert Held().price(Decimal("1.005")) == Decimal("1.01")


@pytest.mark.parametrize(
    "goods", [[], [(Decimal(2), Decimal(0))], [(None, Decimal(1))], [money(-1, 1)]]
)
def test_goods_without_price_or_cost_say_nothing(goods):
    assert usual_markup(goods) is None
    assert usual_markup([*goods, money(3, 2)]) == Decimal("1.5")


def test_the_one_in_the_middle_is_usual():
    assert usual_markup([money(3, 2), money(9, 1), money(2, 1)]) == 2
