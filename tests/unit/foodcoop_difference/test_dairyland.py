# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two weeks of a real supplier, whose differences are known."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_difference.lib.diff import Rules, diff
from odoo.addons.foodcoop_difference.lib.match import Known, Shop, Ware
from odoo.addons.foodcoop_pricelist.lib.offer import Offer
from odoo.addons.foodcoop_words.lib.packs import UNIT_UNKNOWN, Terms

WEEK = "fr_dairyland_mercuriale_semaine{}.csv"


@pytest.fixture
def offers(real_list):
    """A week's rows; the list does not say what its prices are for."""

    def of(week):
        with real_list(WEEK.format(week)).open(encoding="utf-8") as file:
            return [
                Offer(
                    "csv",
                    row,
                    cells[0],
                    cells[1],
                    price=Decimal(cells[2]),
                    terms=Terms(reason=UNIT_UNKNOWN),
                )
                for row, cells in enumerate(csv.reader(file), start=1)
            ]

    return of


def shop(offers):
    """The shop that bought everything of a list."""
    lines = tuple(
        Known(n, n, one.code, "piece", Decimal(1), one.price, one.name)
        for n, one in enumerate(offers, start=1)
    )
    return Shop(lines, tuple(Ware(line.product, line.name, (), True) for line in lines))


# 19 prices are written differently; two of them, 2.3 as 2.30 and 2.5 as 2.50, are the
# same price, and a price that did not move is not written again.
REWRITTEN = {"CDKBW", "XNWUC"}


def test_19_differ_of_which_2_only_in_writing_2_new_2_gone_79_same(offers):
    found = diff(shop(offers(1)), offers(2))
    kinds = Counter(one.kind for one in found if one.key not in REWRITTEN)
    assert kinds == {"changed": 17, "new": 2, "gone": 2, "same": 79}
    rewritten = {one.kind for one in found if one.key in REWRITTEN}
    assert rewritten == {"same"}
    of_kind = {kind: {one.key for one in found if one.kind == kind} for kind in kinds}
    assert of_kind["new"] == {"HKOOS", "LAXLD"}
    assert of_kind["gone"] == {"HKKKKKOOS", "LXXXAXLD"}
    moved = {
        one.key: (one.percent, one.known.pack_price, one.offer.price)
        for one in found
        if one.kind == "changed"
    }
    assert moved["LYZZI"] == (Decimal("10.2"), Decimal("2.26"), Decimal("2.49"))
    assert moved["PSSWN"][1:] == (Decimal("14.27"), Decimal("11.42"))


def test_the_second_run_of_the_same_list_finds_nothing(offers):
    found = diff(shop(offers(2)), offers(2))
    assert Counter(one.kind for one in found) == {"same": 100}


def test_a_partial_list_takes_nothing_away(offers):
    found = diff(shop(offers(1)), offers(2), Rules(is_full=False))
    kinds = Counter(one.kind for one in found)
    assert kinds == {"changed": 17, "new": 2, "same": 81}


def test_the_new_codes_are_proposed_as_the_gone_ones(offers):
    """Their names are the same; a person decides."""
    found = diff(shop(offers(1)), offers(2))
    gone = {one.product for one in found if one.kind == "gone"}
    for new in (one for one in found if one.kind == "new"):
        assert gone & {ref for ref, _score in new.proposals}
