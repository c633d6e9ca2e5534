# SPDX-License-Identifier: AGPL-3.0-or-later
import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reorder.lib.calendar import Calendar
from odoo.addons.foodcoop_reorder.lib.demand import Demand
from odoo.addons.foodcoop_reorder.lib.policy import Reason, Terms, propose, terms

AMOUNTS = st.decimals(-50, 500, places=3)
TERMS = st.builds(
    Terms,
    rate=st.decimals(0, 90, places=2),
    usable_days=st.integers(0, 84),
    empty_days=st.integers(0, 84),
    little_data=st.booleans(),
    coverage_days=st.integers(1, 60),
    until=st.dates(),
    safety_days=st.integers(0, 14),
    on_hand=AMOUNTS,
    on_order=st.decimals(0, 500, places=3),
    pack=st.decimals("0.1", 48, places=3),
)


def lentils(**changes):
    values = {
        "rate": Decimal("2.10"),
        "usable_days": 81,
        "empty_days": 3,
        "little_data": False,
        "coverage_days": 9,
        "until": date(2026, 12, 3),
        "safety_days": 2,
        "on_hand": Decimal(14),
        "on_order": Decimal(0),
        "pack": Decimal(6),
    }
    return Terms(**values | changes)


def test_eleven_days_at_2_1_less_14_there_is_two_packs_of_six():
    found = propose(lentils())
    assert (found.wanted, found.missing) == (Decimal("23.10"), Decimal("9.10"))
    assert (found.packs, found.quantity, found.reasons) == (2, 12, (Reason.NEEDED,))


def test_what_is_on_order_is_not_ordered_again():
    assert propose(lentils(on_order=Decimal(6))).packs == 1


def test_enough_on_the_shelf_proposes_nothing():
    found = propose(lentils(on_hand=Decimal(24)))
    assert (found.packs, found.reasons) == (0, (Reason.ENOUGH,))


def test_an_empty_shelf_with_nothing_coming_gets_one_pack():
    found = propose(lentils(rate=Decimal(0), on_hand=Decimal(0)))
    assert (found.packs, found.reasons) == (1, (Reason.EMPTY_SHELF,))


def test_an_empty_shelf_with_something_coming_waits():
    found = propose(lentils(rate=Decimal(0), on_hand=Decimal(0), on_order=Decimal(6)))
    assert found.packs == 0


def test_negative_stock_is_never_filled_up_and_asks_for_a_count():
    negative, empty = lentils(on_hand=Decimal(-9)), lentils(on_hand=Decimal(0))
    assert propose(negative).packs == propose(empty).packs
    assert Reason.COUNT_ME in propose(negative).reasons


def test_little_data_is_said():
    assert Reason.LITTLE_DATA in propose(lentils(little_data=True)).reasons


def test_terms_come_from_demand_calendar_and_stock():
    found = terms(
        Demand(rate=Decimal("2.10"), usable_days=81, empty_days=3),
        Calendar.of("1", 2).window(date(2026, 11, 21)),
        safety_days=2,
        on_hand=Decimal(14),
        on_order=Decimal(0),
        pack=Decimal(6),
    )
    assert found == lentils(coverage_days=11, until=date(2026, 12, 1))


@given(TERMS)
def test_stored_and_read_again_the_terms_give_the_same_number(made):
    stored = json.loads(json.dumps(made.as_json()))
    assert Terms.from_json(stored) == made
    assert propose(Terms.from_json(stored)) == propose(made)


@given(TERMS)
def test_the_packs_cover_what_is_missing_and_none_too_many(made):
    found = propose(made)
    assert found.quantity >= found.missing
    one_less = (found.packs - 1) * made.pack
    assert found.packs <= 1 or one_less < found.missing


@given(TERMS, st.decimals(0, 100, places=3))
def test_more_on_the_shelf_never_proposes_more(made, extra):
    fuller = made.as_json() | {"on_hand": str(made.on_hand + extra)}
    assert propose(Terms.from_json(fuller)).packs <= max(propose(made).packs, 1)
