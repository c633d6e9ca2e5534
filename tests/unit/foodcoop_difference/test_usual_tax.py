# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose VAT a new product gets when its list says none."""

from odoo.addons.foodcoop_difference.lib.usual_tax import Taxed, Usual, usual_tax

FOOD, DRINK, UNKNOWN = 1, 2, 0
LOW, HIGH, LOW_BOUGHT = (55,), (200,), (56,)


def test_the_suppliers_goods_agree():
    goods = [Taxed(FOOD, True, LOW, LOW_BOUGHT), Taxed(DRINK, True, LOW, LOW_BOUGHT)]
    assert usual_tax(goods, UNKNOWN) == Usual("supplier", LOW, LOW_BOUGHT)


def test_wine_among_a_grocers_food_is_taxed_as_wine():
    goods = [Taxed(FOOD, True, LOW), Taxed(DRINK, False, HIGH)]
    assert usual_tax(goods, DRINK) == Usual("category", HIGH)


def test_a_category_of_two_rates_says_nothing():
    goods = [Taxed(FOOD, True, LOW), Taxed(DRINK, False, LOW), Taxed(DRINK, 0, HIGH)]
    assert usual_tax(goods, DRINK) == Usual("supplier", LOW)


def test_where_neither_agrees_it_is_the_shops():
    goods = [Taxed(FOOD, True, LOW), Taxed(DRINK, True, HIGH)]
    assert usual_tax(goods, UNKNOWN) == Usual("shop")
    assert usual_tax([], FOOD) == Usual("shop")


def test_others_goods_of_no_category_are_nobodys_likes():
    assert usual_tax([Taxed(UNKNOWN, False, LOW)], UNKNOWN) == Usual("shop")


def test_sold_alike_and_bought_otherwise():
    goods = [Taxed(FOOD, True, LOW, LOW_BOUGHT), Taxed(FOOD, True, LOW)]
    assert usual_tax(goods, FOOD) == Usual("category", LOW)
