"""What the shop knows against what is offered."""

from dataclasses import replace
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_catalogue.lib import diff as differ
from odoo.addons.foodcoop_catalogue.lib.diff import Known, diff
from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_pricelist.lib.packs import terms

JAR = Known(7, "3460", "piece", Decimal(6), Decimal("7.02"))


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


def only(known, *offers):
    (difference,) = diff(known, offers)
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


def test_twenty_percent_is_still_a_small_change():
    known = replace(JAR, pack_price=Decimal(6))
    assert only([known], offer("1.20")).certain
    assert not only([known], offer("1.21")).certain


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
    found = diff([], [offer("8", "3 kg", "Kg"), offer("8", "1 kg", "Kg", row=10)])
    assert [(d.kind, d.reasons) for d in found] == [
        (differ.CONFLICT, (differ.CODE_TWICE,))
    ] * 2


def test_the_same_row_twice_counts_once():
    found = diff([JAR], [offer("1.25"), offer("1.25", row=10)])
    assert [d.kind for d in found] == [differ.CHANGED, differ.REPEAT]


def test_a_code_on_two_vendor_lines_is_a_conflict():
    found = only([JAR, replace(JAR, ref=8)], offer("1.25"))
    assert (found.kind, found.reasons) == (differ.CONFLICT, (differ.SEVERAL_KNOWN,))


@pytest.mark.parametrize(
    ("unit", "reason"), [("Kg", differ.UNIT_DIFFERS), ("", "unit_unknown")]
)
def test_another_or_no_unit_asks(unit, reason):
    found = only([JAR], offer("1.17", unit=unit))
    assert found.kind == differ.ASK
    assert reason in found.reasons


def test_what_is_not_on_the_list_is_only_said():
    found = only([JAR])
    assert (found.kind, found.known) == (differ.GONE, JAR)
