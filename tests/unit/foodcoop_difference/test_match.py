# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which product of the shop a row is: by code, GTIN, name; conflicts; proposals."""

from decimal import Decimal

import pytest

from odoo.addons.foodcoop_difference.lib import match as matching
from odoo.addons.foodcoop_difference.lib.diff import diff
from odoo.addons.foodcoop_difference.lib.match import Answers, Known, Shop, Ware, match
from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_words.lib.packs import terms

GTIN, OTHER_GTIN = "3017620422003", "8717438100418"


def offer(name="Soupe de roche", code="77", row=5, gtin="", pack="6 x 1 l"):
    return Offer(
        "Tarif",
        row,
        name,
        code,
        gtin,
        price=Decimal(4),
        pack_text=pack,
        terms=terms(pack, "U"),
    )


def known(ref=1, product=10, code="77", name="Soupe de roche", pack=6, **more):
    return Known(
        ref, product, code, "piece", Decimal(pack), Decimal(4 * pack), name, **more
    )


def only(shop, *offers):
    return match(shop, offers)[0]


def test_the_code_decides_whatever_the_shop_calls_it():
    shop = Shop((known(shop_name="La soupe du vendredi"),))
    assert only(shop, offer("SOUPES DE ROCHES 1L")).line.ref == 1


def test_a_code_whose_name_has_nothing_of_the_old_one_is_a_conflict():
    shop = Shop((known(shop_name="Soupe du vendredi"),))
    assert only(shop, offer("Savon noir")).conflict == matching.CODE_REUSED
    assert diff(shop, [offer("Savon noir")])[0].kind == "conflict"


def test_a_vendor_line_without_names_is_believed():
    assert only(Shop((known(name=""),)), offer("Savon noir")).line.ref == 1


def test_two_packs_of_one_code_are_told_apart_by_the_pack():
    shop = Shop((known(), known(ref=2, pack=12)))
    assert only(shop, offer(pack="12 x 1 l")).line.ref == 2
    assert only(shop, offer(pack="3 x 1 l")).conflict == matching.SEVERAL_KNOWN


def test_without_code_the_gtin_decides_and_the_new_code_is_said():
    shop = Shop((known(code=""),), (Ware(10, "Soupe", (GTIN,), ours=True),))
    assert only(shop, offer(gtin=GTIN)).line.ref == 1
    shop = Shop((known(code="66"),), (Ware(10, "Soupe", (GTIN,), ours=True),))
    found = only(shop, offer(gtin=GTIN))
    assert (found.line.ref, found.notes) == (1, (matching.CODE_CHANGED,))


def test_a_product_nobody_sells_us_yet_is_found_by_its_gtin():
    found = only(Shop(wares=(Ware(10, "Soupe", (GTIN,)),)), offer(gtin=GTIN))
    assert (found.product, found.line, found.conflict) == (10, None, "")


def test_the_gtin_of_another_suppliers_product_is_a_conflict():
    shop = Shop(wares=(Ware(10, "Soupe", (GTIN,), others=True),))
    assert only(shop, offer(gtin=GTIN)).conflict == matching.GTIN_OTHER_SUPPLIER


def test_code_and_gtin_that_name_two_products_are_a_conflict():
    wares = (Ware(10, "Soupe"), Ware(11, "Savon", (GTIN,), ours=True))
    found = only(Shop((known(),), wares), offer(gtin=GTIN))
    assert found.conflict == matching.GTIN_ELSEWHERE
    lines = (known(code="66"),)
    wares = (Ware(10, "Soupe", (GTIN,), ours=True),)
    rows = (offer(gtin=GTIN), offer("Soupe", "66", 6))
    assert only(Shop(lines, wares), *rows).conflict == matching.GTIN_ELSEWHERE


def test_one_gtin_on_two_rows_holds_both():
    rows = (offer(gtin=GTIN), offer("Savon noir", "78", 6, GTIN))
    found = match(Shop((known(),)), rows)
    assert [one.conflict for one in found] == [matching.GTIN_TWICE] * 2
    assert found[0].line.ref == 1


def test_an_answer_settles_a_conflict_once_and_for_all():
    answers = Answers(same={"77": 10})
    shop = Shop((known(),), answers=answers)
    assert only(shop, offer("Savon noir")).line.ref == 1
    answers = Answers(other=frozenset({("77", 10)}))
    found = only(Shop((known(),), answers=answers), offer("Savon noir"))
    assert (found.line, found.product, found.conflict) == (None, 0, "")


def test_the_same_name_counts_only_where_a_code_is_missing():
    assert only(Shop((known(code=""),)), offer()).line.ref == 1
    assert only(Shop((known(),)), offer(code="")).line.ref == 1
    assert only(Shop((known(),)), offer(code="new")).line is None


def test_the_same_name_twice_decides_nothing():
    rows = (offer(code="a"), offer(code="b", row=6))
    assert [one.line for one in match(Shop((known(code=""),)), rows)] == [None, None]
    lines = (known(code=""), known(ref=2, product=11, code=""))
    assert only(Shop(lines), offer(code="")).line is None


def test_the_code_of_a_price_that_ended_still_names_its_product():
    found = only(Shop(formerly={"77": 10}), offer())
    assert (found.product, found.line) == (10, None)


WARES = (
    Ware(1, "Mate (Club-Mate, Flora, Leet)"),
    Ware(2, "Chips (sauf Ketchup)"),
    Ware(3, "Huile d'olive vierge 75 cl"),
    Ware(4, "Huile d'olive vierge 5 l"),
    Ware(5, "Savon de Marseille"),
)


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("Club-Mate", 1),
        ("Chips (hors Ketchup)", 2),
        ("HUILE OLIVE VIERGE 0,75 L", 3),
        ("Huile d'olives vierge bidon 5L", 4),
        ("Tomates cerises", None),
    ],
)
def test_near_names_are_proposed_the_likest_first(name, product):
    found = only(Shop(wares=WARES), offer(name))
    assert not found.product
    assert [ref for ref, _score in found.proposals][:1] == (
        [product] if product else []
    )


def test_at_most_three_are_proposed_and_a_refused_one_never_again():
    wares = tuple(Ware(ref, f"Soupe de roche {ref}") for ref in range(1, 9))
    found = only(Shop(wares=wares), offer())
    assert len(found.proposals) == 3
    answers = Answers(other=frozenset({("77", ref) for ref in range(1, 8)}))
    found = only(Shop(wares=wares, answers=answers), offer())
    assert [ref for ref, _score in found.proposals] == [8]


def test_what_a_row_has_already_is_not_proposed_for_another():
    shop = Shop((known(product=1),), (Ware(1, "Soupe de roche", ours=True),))
    rows = (offer(), offer(code="78", row=6))
    assert match(shop, rows)[1].proposals == ()
