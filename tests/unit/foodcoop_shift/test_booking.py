# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_shift.lib.booking import (
    MemberFacts,
    Refusal,
    ShiftFacts,
    can_book,
    can_give_back,
    can_mark,
    free_seats,
    overlaps,
    seat_team,
)
from odoo.addons.foodcoop_shift.lib.people import first_name, short_name

DAY = date(2026, 11, 26)
JOINED = date(2026, 1, 1)
NINE = datetime.fromisoformat("2026-11-26 09:00")
NOON = datetime.fromisoformat("2026-11-26 12:00")
BEFORE = datetime.fromisoformat("2026-11-21 18:00")
SHIFT = ShiftFacts(DAY, (NINE, NOON), seats=3, taken=frozenset({1}))
MINUTE = timedelta(minutes=1)

moments = st.datetimes(NINE, NINE + timedelta(days=400))
spans = st.tuples(moments, st.timedeltas(MINUTE, timedelta(days=1))).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


def full(**given):
    return ShiftFacts(DAY, (NINE, NOON), 1, frozenset({1}), **given)


def test_a_free_seat_is_free_to_take():
    assert can_book(SHIFT, MemberFacts(JOINED), BEFORE) == []


def test_no_seat_is_taken_before_the_day_of_joining():
    assert can_book(SHIFT, MemberFacts(DAY), BEFORE) == []
    tomorrow = MemberFacts(DAY + timedelta(days=1))
    assert can_book(SHIFT, tomorrow, BEFORE) == [Refusal.OUTSIDE]


def test_the_minute_before_the_start_is_not_too_late_the_start_is():
    assert can_book(SHIFT, MemberFacts(JOINED), NINE - MINUTE) == []
    assert can_book(SHIFT, MemberFacts(JOINED), NINE) == [Refusal.STARTED]


def test_a_stranger_is_told_so_and_nothing_else():
    assert can_book(full(), None, NOON) == [Refusal.NOT_A_MEMBER]


def test_every_reason_is_given():
    member = MemberFacts(JOINED, left_on=DAY, busy=((NINE, NOON),), here=True)
    assert can_book(full(cancelled=True), member, NOON) == [
        Refusal.OUTSIDE,
        Refusal.CANCELLED,
        Refusal.STARTED,
        Refusal.ALREADY_IN,
        Refusal.OVERLAPS,
        Refusal.FULL,
    ]


def test_the_shift_before_may_end_when_this_one_begins():
    before = ((NINE - timedelta(hours=3), NINE),)
    assert can_book(SHIFT, MemberFacts(JOINED, busy=before), BEFORE) == []


def test_a_minute_in_common_is_an_overlap():
    before = ((NINE - timedelta(hours=3), NINE + MINUTE),)
    assert can_book(SHIFT, MemberFacts(JOINED, busy=before), BEFORE) == [
        Refusal.OVERLAPS
    ]


@given(spans, spans)
def test_overlapping_is_mutual(one, other):
    assert overlaps(one, other) == overlaps(other, one)


def give_back(state, now, *, cancelled=False):
    return can_give_back(NINE, state, now, cancelled=cancelled)


def test_a_seat_is_given_back_until_the_very_minute_of_the_cut_off():
    cut_off = NINE - timedelta(hours=24)
    assert give_back("booked", cut_off) == []
    assert give_back("booked", cut_off + MINUTE) == [Refusal.TOO_LATE]
    assert give_back("booked", NINE) == [Refusal.STARTED]
    assert give_back("absent", NOON) == [Refusal.RECORDED]


def test_a_seat_of_a_cancelled_shift_is_kept():
    assert give_back("booked", BEFORE, cancelled=True) == [Refusal.CANCELLED]


def test_the_future_and_what_did_not_take_place_cannot_be_marked():
    def mark(state, now, cancelled=False):
        return can_mark(NINE, state, now, cancelled=cancelled)

    assert mark("booked", NINE) == mark("absent", NOON) == []
    assert mark("booked", NINE - MINUTE) == [Refusal.NOT_STARTED]
    assert mark("booked", NOON, cancelled=True) == [Refusal.CANCELLED]
    assert mark("freed", NOON) == [Refusal.FREED]


@given(st.integers(0, 12), st.sets(st.integers(1, 12)))
def test_free_and_taken_seats_make_up_the_shift(seats, taken):
    assert set(free_seats(seats, taken)) | taken >= set(range(1, seats + 1))
    assert not set(free_seats(seats, taken)) & taken


@given(st.sets(st.integers(1, 99)), st.sets(st.integers(1, 20)))
def test_everyone_of_the_team_gets_a_seat_of_their_own(members, taken):
    seats = seat_team(sorted(members), taken)
    assert seats.keys() == members
    assert len(set(seats.values())) == len(members)
    assert not set(seats.values()) & taken


def test_names_are_shortened():
    assert short_name("Anne-Marie de la Tour") == "Anne-Marie T."
    assert first_name("") == short_name("") == ""
