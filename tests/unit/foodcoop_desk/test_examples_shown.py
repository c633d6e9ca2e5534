# SPDX-License-Identifier: AGPL-3.0-or-later
"""The five sentences of "Is this right?": which rows tell a person the most."""

from decimal import Decimal

from odoo.addons.foodcoop_desk.lib.examples import examples
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_words.lib.packs import UNIT_UNKNOWN, Terms

LOOSE, JAR = Terms("kg"), Terms("piece")
CASE = Terms("piece", Decimal(6), True)
UNSAID = Terms(reason=UNIT_UNKNOWN)


def offers(*rows):
    """(price, terms) or (price, terms, doubt), one a row."""
    return [
        Offer(
            *("Tarif", row, f"Article {row}"),
            price=None if price is None else Decimal(price),
            terms=terms,
            doubts=tuple(doubts),
        )
        for row, (price, terms, *doubts) in enumerate(rows, start=1)
    ]


def shown(*rows):
    return [offer.row for offer in examples(offers(*rows))]


def test_a_product_without_price_or_at_zero_shows_nothing():
    assert shown(("0", JAR), (None, CASE), ("0.00", LOOSE), ("2", JAR)) == [4]
    assert shown(("0", JAR), (None, JAR)) == []


def test_kilogram_piece_and_case_come_before_more_of_the_same():
    rows = [*[("2", JAR)] * 50, ("9", LOOSE), *[("2", JAR)] * 50, ("8", CASE)]
    assert {1, 51, 102} <= set(shown(*rows))


def test_many_kinds_of_doubt_do_not_push_out_how_goods_are_sold():
    doubtful = [("2", JAR, f"doubt {n}") for n in range(9)]
    told = shown(*doubtful, ("2", JAR), ("9", LOOSE), ("8", CASE))
    assert told[:3] == [10, 11, 12]
    assert len(told) == 5


def test_what_is_in_doubt_is_shown_too():
    rows = [*[("2", JAR)] * 50, ("3", UNSAID, UNIT_UNKNOWN), ("4", JAR, "pack_doubt")]
    assert {51, 52} <= set(shown(*rows))


def test_the_rest_comes_from_all_over_the_list():
    assert shown(*[("2", JAR)] * 100) == [1, 21, 41, 61, 81]
    assert shown(*[("2", JAR)] * 3) == [1, 2, 3]


def test_a_real_list_shows_kilogram_piece_and_case(real_list):
    path = real_list("fr_demarne_maree_tarif_general_2026-01.xlsx")
    chosen = examples(read(read_document(path.read_bytes(), path.name)).offers)
    assert len(chosen) == 5
    assert {"kg", "piece", "case"} <= {offer.terms.basis for offer in chosen}
    assert all(offer.price for offer in chosen)
