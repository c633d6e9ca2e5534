# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_shift.lib.ledger import (
    Cause,
    Entry,
    balance,
    live,
    settle,
    wanted,
)
from odoo.addons.foodcoop_shift.lib.rules import Rules
from odoo.addons.foodcoop_shift.lib.status import Standing, Step, member_status

TODAY = date(2026, 11, 21)
states = st.sampled_from(["booked", "freed", "attended", "absent", "excused"])


def record(entries, state, *, standing=True, cancelled=False, rules=None):
    """The account after one more change of the same attendance."""
    target = wanted(
        state, standing=standing, cancelled=cancelled, rules=rules or Rules()
    )
    new = settle(target, entries)
    ids = range(len(entries) + 1, len(entries) + 1 + len(new))
    return entries + [
        Entry(id_, row.amount, row.cause, row.reverses)
        for id_, row in zip(ids, new, strict=True)
    ]


def test_came_then_did_not_come_then_came_counts_one():
    account = []
    for state in ("attended", "absent", "attended"):
        account = record(account, state)
    assert balance(account) == 1
    assert [e.amount for e in account] == [1, -1, -1, 1, 1]


@given(st.lists(st.tuples(states, st.booleans()), min_size=1), st.booleans())
def test_only_the_final_state_counts(changes, standing):
    account = []
    for state, cancelled in changes:
        account = record(account, state, standing=standing, cancelled=cancelled)
    state, cancelled = changes[-1]
    fresh = record([], state, standing=standing, cancelled=cancelled)
    assert balance(account) == balance(fresh)
    assert [(e.amount, e.cause) for e in live(account)] == [
        (e.amount, e.cause) for e in fresh
    ]


@given(st.lists(states, min_size=1))
def test_recording_the_same_again_appends_nothing(changes):
    account = []
    for state in changes:
        account = record(account, state)
    assert record(account, changes[-1]) == account


@given(st.lists(states))
def test_no_row_is_ever_taken_back_twice(changes):
    account = []
    for state in changes:
        account = record(account, state)
    taken_back = [e.reverses for e in account if e.reverses]
    assert len(taken_back) == len(set(taken_back))


def test_an_attendance_not_recorded_costs_nothing():
    assert wanted("booked", standing=True, cancelled=False) is None


def test_an_absence_without_a_word_costs_one_more():
    assert balance(record([], "absent")) == -1
    assert balance(record([], "excused")) == 0


def test_a_closed_shop_counts_for_the_team_not_for_make_ups():
    assert wanted("booked", standing=True, cancelled=True).cause == Cause.CLOSED
    assert wanted("booked", standing=False, cancelled=True) is None
    assert wanted("freed", standing=True, cancelled=True) is None


def test_a_changed_rule_is_settled_exactly():
    account = record([], "absent")
    milder = Rules(absent=0)
    assert balance(record(account, "absent", rules=milder)) == 0


def stand(balance=0, **given):
    facts = {"booked_makeups": 0, "has_team": True, "today": TODAY}
    facts |= {"joined_on": date(2026, 1, 1), "left_on": None}
    return member_status(balance=balance, **(facts | given))


def test_zero_and_more_is_up_to_date():
    assert stand(0).standing == stand(3).standing == Standing.UP_TO_DATE


def test_who_owes_two_and_booked_one_books_one_more():
    status = stand(-2, booked_makeups=1)
    assert (status.standing, status.step) == (Standing.OWES, Step.BOOK)
    assert (status.owes, status.to_book) == (2, 1)


def test_who_booked_all_only_has_to_come():
    status = stand(-2, booked_makeups=2)
    assert (status.standing, status.step) == (Standing.COVERED, Step.COME)


def test_without_a_team_the_next_step_is_to_find_one():
    assert stand(0, has_team=False).step == Step.JOIN_TEAM


def test_the_last_day_is_the_day_before_leaving():
    assert stand(left_on=TODAY).standing == Standing.OUTSIDE
    assert stand(left_on=date(2026, 11, 22)).standing == Standing.UP_TO_DATE


def test_the_first_day_is_the_day_of_joining():
    assert stand(joined_on=date(2026, 11, 22)).standing == Standing.OUTSIDE
    assert stand(joined_on=TODAY).standing == Standing.UP_TO_DATE


@given(st.integers(-20, 20), st.integers(0, 20))
def test_never_asked_to_book_more_than_owed(amount, booked):
    status = stand(amount, booked_makeups=booked)
    assert 0 <= status.to_book <= status.owes == max(0, -amount)
