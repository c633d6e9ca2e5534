# SPDX-License-Identifier: AGPL-3.0-or-later
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_barcode.lib.retirement import (
    Life,
    Owner,
    Rested,
    Role,
    holds,
    next_to_reuse,
    propose,
)

TODAY = date(2026, 11, 22)
SECOND = Life("issued", Role.SECOND, Owner.KEPT, TODAY - timedelta(days=90))
RESTED = Rested("2098700000019", date(2024, 11, 22), allow_reuse=True, rest_months=24)

days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
lives = st.builds(
    Life,
    st.sampled_from(["reserved", "issued", "imported", "foreign", "skipped"]),
    st.sampled_from(Role),
    st.sampled_from(Owner),
    days,
    st.none() | days,
)
rested = st.builds(
    Rested,
    st.from_regex(r"20[0-9]{11}", fullmatch=True),
    days,
    st.booleans(),
    st.integers(0, 36),
    st.none() | days,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


def test_a_second_number_is_proposed_after_ninety_days_without_a_scan():
    assert propose(SECOND, TODAY) == "quiet"
    assert propose(SECOND, TODAY - timedelta(days=1)) is None


def test_a_scan_starts_the_days_again():
    heard = replace(SECOND, last_scan=TODAY - timedelta(days=89))
    assert propose(heard, TODAY) is None
    assert propose(heard, TODAY + timedelta(days=1)) == "quiet"


def test_a_scan_before_it_became_second_counts_for_nothing():
    heard = replace(SECOND, last_scan=date(2020, 1, 1))
    assert propose(heard, TODAY) == "quiet"


def test_the_shop_chooses_the_days():
    assert propose(SECOND, TODAY, quiet_days=91) is None
    assert propose(SECOND, TODAY - timedelta(days=60), quiet_days=30) == "quiet"


@given(lives, days, st.integers(1, 400))
def test_the_main_number_of_a_kept_product_is_never_proposed(life, today, quiet):
    kept = replace(life, role=Role.MAIN, owner=Owner.KEPT)
    assert propose(kept, today, quiet) is None


@given(lives, days, st.integers(1, 400))
def test_the_number_of_a_pack_on_a_kept_product_is_never_proposed(life, today, quiet):
    kept = replace(life, role=Role.PACK, owner=Owner.KEPT)
    assert propose(kept, today, quiet) is None


@given(lives, days)
def test_only_numbers_of_ours_in_use_are_proposed(life, today):
    if life.state not in ("issued", "imported"):
        assert propose(life, today) is None


@pytest.mark.parametrize("owner", [Owner.ARCHIVED, Owner.DELETED])
def test_the_number_of_a_product_that_is_gone_is_proposed_at_once(owner):
    life = Life("issued", Role.MAIN, owner, TODAY, TODAY)
    assert propose(life, TODAY) == owner.value


@given(lives, days, st.integers(1, 400), st.integers(0, 1000))
def test_what_is_proposed_stays_so_until_it_is_scanned(life, today, quiet, later):
    if propose(life, today, quiet):
        assert propose(life, today + timedelta(days=later), quiet)


def test_a_number_rests_whole_months():
    assert holds(RESTED, TODAY - timedelta(days=1)) == ("resting",)
    assert holds(RESTED, TODAY) == ()


def test_a_number_retired_on_the_31st_rests_to_the_last_day_of_a_short_month():
    number = replace(RESTED, retired_on=date(2026, 8, 31), rest_months=6)
    assert number.rests_until == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("change", "hold"),
    [
        ({"allow_reuse": False}, "range_forbids"),
        ({"last_scan": date(2026, 1, 1)}, "scanned_since"),
        ({"in_stock": True}, "in_stock"),
        ({"on_order": True}, "on_order"),
        ({"taken": True}, "taken"),
        ({"retired_on": None}, "not_retired"),
    ],
)
def test_each_thing_that_holds_a_number_is_said(change, hold):
    assert holds(replace(RESTED, **change), TODAY) == (hold,)


def test_a_scan_before_it_was_retired_does_not_hold_it():
    assert holds(replace(RESTED, last_scan=RESTED.retired_on), TODAY) == ()


@given(st.lists(rested, max_size=20), days)
def test_the_oldest_free_number_is_reused_and_no_other(numbers, today):
    found = next_to_reuse(numbers, today)
    free = [number for number in numbers if not holds(number, today)]
    assert (found is None) == (not free)
    if found:
        assert found in free
        assert found.retired_on == min(number.retired_on for number in free)
        assert found.allow_reuse


def test_of_two_free_numbers_the_one_that_rested_longer_comes_first():
    older = replace(RESTED, code="2098700000026", retired_on=date(2020, 1, 1))
    held = replace(older, code="2098700000033", retired_on=date(2019, 1, 1), taken=True)
    assert next_to_reuse([RESTED, held, older], TODAY) == older
    assert next_to_reuse([held], TODAY) is None
