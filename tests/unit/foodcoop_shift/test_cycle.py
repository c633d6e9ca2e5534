# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_shift.lib import booking, cycle, ledger, people, status
from odoo.addons.foodcoop_shift.lib.cycle import Cycle, due_cycles, span, team_dates

ANCHOR = date(2026, 1, 5)
FOUR = Cycle(ANCHOR, 4)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
cycles = st.builds(
    Cycle,
    anchor=days.map(lambda day: day - timedelta(days=day.weekday())),
    weeks=st.integers(1, 9),
)


@pytest.mark.parametrize("module", [booking, cycle, ledger, people, status])
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_letters_go_on_through_a_year_of_53_weeks():
    mondays = [date(2026, 12, 21) + timedelta(weeks=n) for n in range(4)]
    assert [FOUR.letter(day) for day in mondays] == ["C", "D", "A", "B"]


def test_the_day_before_the_anchor_is_the_last_letter():
    assert FOUR.letter(ANCHOR - timedelta(days=1)) == "D"
    assert FOUR.number(ANCHOR - timedelta(days=1)) == -1


@given(cycles, days)
def test_each_day_lies_in_its_half_open_cycle(cycle, day):
    number = cycle.number(day)
    assert cycle.start(number) <= day < cycle.start(number + 1)


@given(cycles, days)
def test_the_letter_stays_a_week_then_moves_on(cycle, day):
    monday = day - timedelta(days=day.weekday())
    assert cycle.week(day) == cycle.week(monday)
    assert cycle.week(day + timedelta(days=7)) == (cycle.week(day) + 1) % cycle.weeks


@given(cycles, days, st.integers(0, 120), st.data())
def test_team_dates_are_all_days_of_its_letter_and_weekday(cycle, since, length, data):
    week = data.draw(st.integers(0, cycle.weeks - 1))
    weekday = data.draw(st.integers(0, 6))
    until = since + timedelta(days=length)
    every_day = [since + timedelta(days=n) for n in range(length)]
    assert team_dates(cycle, week=week, weekday=weekday, since=since, until=until) == [
        d for d in every_day if cycle.week(d) == week and d.weekday() == weekday
    ]


def due(today, *, joined_on=ANCHOR, left_on=None, seated=range(-2, 99), recorded=()):
    return due_cycles(
        FOUR,
        seated=seated,
        joined_on=joined_on,
        left_on=left_on,
        today=today,
        recorded=recorded,
    )


def test_no_cycle_is_due_before_it_is_over():
    assert due(date(2026, 2, 1)) == []
    assert due(date(2026, 2, 2)) == [0]


def test_who_joins_in_the_middle_owes_from_the_next_cycle_on():
    assert due(FOUR.start(3), joined_on=ANCHOR + timedelta(days=1)) == [1, 2]


def test_who_leaves_in_the_middle_does_not_owe_that_cycle():
    assert due(FOUR.start(9), left_on=FOUR.start(2) - timedelta(days=1)) == [0]


def test_a_cycle_without_a_standing_seat_is_not_owed():
    assert due(FOUR.start(9), seated={2, 5}) == [2, 5]


@given(st.lists(st.integers(0, 500), max_size=8))
def test_missed_nights_are_caught_up_and_never_twice(nights):
    recorded = []
    for night in sorted(nights):
        recorded += due(ANCHOR + timedelta(days=night), recorded=recorded)
    last = ANCHOR + timedelta(days=max(nights, default=0))
    assert recorded == due(last)


def test_nine_o_clock_is_nine_o_clock_on_both_sides_of_the_clock_change():
    winter, _ = span(date(2026, 3, 28), 9, 3, "Europe/Paris")
    summer, _ = span(date(2026, 3, 29), 9, 3, "Europe/Paris")
    assert (winter.hour, summer.hour) == (8, 7)


def test_a_shift_may_cross_midnight():
    start, end = span(date(2026, 11, 26), 22.5, 3, "Europe/Paris")
    assert (start, end) == (
        datetime.fromisoformat("2026-11-26 21:30"),
        datetime.fromisoformat("2026-11-27 00:30"),
    )


@given(days, st.integers(0, 23 * 60 + 59), st.integers(30, 12 * 60))
def test_a_shift_never_ends_before_it_begins(day, start, duration):
    begin, end = span(day, start / 60, duration / 60, "Europe/Paris")
    assert begin < end or timedelta(minutes=duration) <= timedelta(hours=1)
