# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shop knows against what is offered."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_difference.lib import diff as differ
from odoo.addons.foodcoop_difference.lib.diff import Rules, diff
from odoo.addons.foodcoop_difference.lib.match import Answers, Known, Shop
from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_sheet.lib.table import OCR
from odoo.addons.foodcoop_words.lib.packs import terms

JAR = Known(7, 70, "3460", "piece", Decimal(6), Decimal("7.02"))


def offer(price, pack="6 x 90g", unit="U", code="3460", row=9):
    price = None if price is None else Decimal(price)
    return Offer(
        "Tarif",
        row,
        "Tarama rose",
        code,
        price=price,
        pack_text=pack,
        unit_text=unit,
        terms=terms(pack, unit),
        doubts=tuple(filter(None, [terms(pack, unit).reason])),
    )


def only(known, *offers, **shop):
    (difference,) = diff(Shop(tuple(known), **shop), offers)
    return difference


def test_same_price_and_pack_is_the_same():
    assert only([JAR], offer("1.17")).kind == differ.SAME


def test_a_price_that_moved_a_little_is_certain():
    found = only([JAR], offer("1.25"))
    assert (found.kind, found.percent) == (differ.CHANGED, Decimal("6.8"))
    assert found.certain


@pytest.mark.parametrize(
    ("price", "alarms"),
    [
        ("1.41", {differ.BIG_CHANGE}),
        ("0.90", {differ.BIG_CHANGE}),
        ("11.70", {differ.FACTOR_TEN, differ.BIG_CHANGE}),
        ("117", {differ.FACTOR_TEN, differ.BIG_CHANGE}),
        ("0.117", {differ.FACTOR_TEN, differ.BIG_CHANGE}),
        ("7.02", {differ.FACTOR_PACK, differ.BIG_CHANGE}),
        ("0", {differ.PRICE_ZERO}),
    ],
)
def test_a_price_that_moved_too_far_waits_for_a_person(price, alarms):
    found = only([JAR], offer(price))
    assert (set(found.reasons), found.certain) == (alarms, False)


def test_a_small_change_is_the_suppliers_own_alarm():
    shop = Shop((replace(JAR, pack_price=Decimal(6)),))
    for percent, price, certain in (
        (20, "1.20", True),
        (20, "1.21", False),
        (20, "0.79", False),
        (50, "1.21", True),
        (5, "1.06", False),
    ):
        (found,) = diff(shop, [offer(price)], Rules(alarm_percent=Decimal(percent)))
        assert found.certain == certain, (percent, price)


def test_an_empty_price_keeps_the_old_one():
    assert only([JAR], offer(None)).kind == differ.UNAVAILABLE


def test_another_pack_at_the_same_unit_price_is_no_price_rise():
    found = only([JAR], offer("1.17", pack="12 x 90g"))
    assert (found.kind, found.percent, found.terms.pack) == ("changed", 0, 12)
    assert found.reasons == (differ.PACK_CHANGED,)


@pytest.mark.parametrize("pack", ["", "selon arrivage", "6 ou 12"])
def test_a_pack_that_is_not_stated_never_erases_the_known_one(pack):
    assert only([JAR], offer("1.17", pack=pack)).kind == differ.SAME
    assert only([JAR], offer("1.25", pack=pack)).terms.pack == 6


def test_a_code_the_shop_does_not_know_is_new_and_not_ticked():
    found = only([], offer("1.17"))
    assert (found.kind, found.certain) == (differ.NEW, False)


def test_the_same_code_twice_with_another_pack_is_a_conflict():
    found = diff(Shop(), [offer("8", "3 kg", "Kg"), offer("8", "1 kg", "Kg", row=10)])
    assert [(d.kind, d.reasons) for d in found] == [
        (differ.CONFLICT, (differ.CODE_TWICE,))
    ] * 2


def test_the_same_row_twice_counts_once():
    found = diff(Shop((JAR,)), [offer("1.25"), offer("1.25", row=10)])
    assert [d.kind for d in found] == [differ.CHANGED, differ.REPEAT]


def test_a_unit_of_another_kind_asks():
    found = only([JAR], offer("1.17", unit="Kg"))
    assert (found.kind, found.reasons[0]) == (differ.ASK, differ.UNIT_DIFFERS)


def test_a_unit_that_the_list_does_not_say_is_what_it_was():
    assert only([JAR], offer("1.17", unit="")).kind == differ.SAME
    found = only([JAR], offer("1.25", unit=""))
    assert (found.kind, found.terms.unit, found.terms.pack) == ("changed", "piece", 6)
    assert found.percent == Decimal("6.8")


def test_less_in_a_piece_is_a_price_rise():
    known = replace(JAR, content=Decimal("0.1"))
    found = only([known], replace(offer("1.17"), content=Decimal("0.09")))
    assert found.kind == differ.SAME  # nothing to write
    found = only([known], replace(offer("1.20"), content=Decimal("0.09")))
    assert found.percent == Decimal("14.0")
    assert differ.CONTENT_CHANGED in found.reasons


def test_a_price_above_the_shelfs_waits_for_a_person():
    known = replace(JAR, selling=Decimal("1.20"))
    found = only([known], offer("1.25"))
    assert (found.reasons, found.certain) == ((differ.ABOVE_SELLING,), False)


def test_vat_is_taken_off_and_an_unknown_rate_blocks_the_row():
    gross = replace(offer("1.23435"), net=False)
    assert only([JAR], gross).kind == "problem"
    assert only([JAR], gross).reasons == (differ.VAT_UNKNOWN,)
    known = only([JAR], replace(gross, vat=Decimal("5.5")))
    assert (known.kind, known.percent) == (differ.SAME, 0)


def test_another_currency_asks_at_first_sight():
    shop = Shop((replace(JAR, currency="EUR"),))
    rules = Rules(currency="EUR")
    (found,) = diff(shop, [replace(offer("1.17"), currency="CHF")], rules)
    assert found.reasons == (differ.OTHER_CURRENCY,)
    (found,) = diff(shop, [offer("1.17")], rules)
    assert found.kind == differ.SAME


def test_what_is_not_on_a_full_list_is_gone_and_a_partial_one_says_nothing():
    found = only([JAR])
    assert (found.kind, found.known, found.certain) == (differ.GONE, JAR, False)
    assert diff(Shop((JAR,)), [], Rules(is_full=False)) == ()


def test_what_the_list_withdraws_is_gone_even_on_a_partial_one():
    gone = replace(offer(None), withdrawn=True)
    (found,) = diff(Shop((JAR,)), [gone], Rules(is_full=False))
    assert (found.kind, found.reasons) == (differ.GONE, (differ.WITHDRAWN,))
    assert only([], gone).kind == differ.UNAVAILABLE


def test_what_was_refused_for_good_is_not_proposed_again():
    first = only([JAR], offer("1.25"))
    answers = Answers(ignored=frozenset({(first.key, first.value)}))
    again = only([JAR], offer("1.25", row=12), answers=answers)
    assert (again.kind, again.certain) == (differ.REFUSED, False)
    assert only([JAR], offer("1.26"), answers=answers).kind == differ.CHANGED
    new = only([], offer("1.25"))
    answers = Answers(ignored=frozenset({(new.key, new.value)}))
    assert only([], offer("2.50"), answers=answers).kind == differ.REFUSED


def test_what_is_gone_may_be_refused_for_good():
    (gone,) = diff(Shop((JAR,)), [])
    answers = Answers(ignored=frozenset({(gone.key, gone.value)}))
    (again,) = diff(Shop((JAR,), answers=answers), [])
    assert (again.kind, again.value) == (differ.REFUSED, gone.value)


def test_themes_tell_up_from_down():
    themes = [only([JAR], offer(price)).theme for price in ("1.2", "1.1", "1.17")]
    assert themes == ["up", "down", "same"]


def test_only_what_earlier_lists_did_not_name_is_new():
    assert only([], offer("1.17")).theme == differ.NEW
    offered = frozenset({"3460"})
    again = only([], offer("1.17"), offered=offered)
    assert (again.kind, again.theme) == (differ.NEW, differ.BESIDE)
    assert only([JAR], offer("1.2"), offered=offered).theme == differ.UP


def test_a_contradiction_about_what_the_shop_does_not_buy_asks_nobody():
    twins = offer("1.17"), offer("1.40", row=12)
    for known, offered, theme in (
        ([], (), differ.NEW),
        ([], ("3460",), differ.BESIDE),
        ([JAR], ("3460",), differ.CONFLICT),
        ([JAR, replace(JAR, ref=8)], ("3460",), differ.CONFLICT),
    ):
        found = diff(Shop(tuple(known), offered=frozenset(offered)), twins)
        assert {one.kind for one in found} == {differ.CONFLICT}
        assert {one.theme for one in found} == {theme}


PRICES = st.decimals("0.01", "999", places=2)


@given(old=PRICES, new=PRICES, pack=st.integers(1, 48))
def test_whatever_the_prices_the_move_is_per_unit(old, new, pack):
    line = replace(JAR, pack=Decimal(pack), pack_price=old * pack)
    found = only([line], offer(str(new), pack=f"{pack} x 90g"))
    assert found.kind == (differ.SAME if old == new else differ.CHANGED)
    assert (found.percent > 0) <= (new > old)
    if found.certain:
        assert abs(new / old - 1) <= Decimal("0.2")


@given(prices=st.lists(st.one_of(st.none(), PRICES), max_size=8))
def test_every_row_gets_one_difference_and_the_rest_is_gone(prices):
    offers = [
        offer(None if price is None else str(price), code=str(row), row=row)
        for row, price in enumerate(prices)
    ]
    shop = Shop((replace(JAR, code="2"), replace(JAR, ref=8, code="x")))
    found = diff(shop, offers)
    assert [one.offer for one in found if one.offer] == offers
    gone = [one.known.code for one in found if not one.offer]
    assert gone == (["x"] if len(offers) > 2 else ["2", "x"])


def test_what_was_read_from_a_picture_is_never_certain():
    read, guessed = offer("1.25"), replace(offer("1.25"), doubts=(OCR,))
    found = only([JAR], guessed)
    assert (found.kind, found.percent) == (differ.CHANGED, Decimal("6.8"))
    assert OCR in found.reasons
    assert only([JAR], read).certain and not found.certain
