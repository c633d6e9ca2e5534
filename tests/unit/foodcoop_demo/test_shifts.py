# SPDX-License-Identifier: AGPL-3.0-or-later
"""Teams of the demonstration: everybody once, Lucie soon."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_demo.lib.people import LUCIE, members
from odoo.addons.foodcoop_demo.lib.shifts import (
    ANCHOR,
    SEATS,
    Outcome,
    outcome,
    teams,
)

TODAY = date(2026, 11, 21)
ANY_DAY = st.dates(date(2025, 1, 1), date(2032, 1, 1))


def test_nobody_is_in_two_teams_and_a_few_in_none():
    numbers = [n for team in teams(members(TODAY, 300), TODAY) for n in team.members]
    assert len(numbers) == len(set(numbers))
    assert 280 < len(numbers) < 300


def test_every_team_has_a_seat_left_for_make_ups():
    assert all(len(t.members) < SEATS for t in teams(members(TODAY, 300), TODAY))


@given(ANY_DAY)
def test_lucie_comes_within_the_week_but_can_still_give_her_seat_back(today):
    team = next(t for t in teams(members(today, 300), today) if LUCIE in t.members)
    assert timedelta(days=3) <= team.next_date(today) - today <= timedelta(days=7)


@given(ANY_DAY)
def test_the_next_day_of_a_team_is_of_its_week_and_weekday(today):
    for team in teams(members(today, 60), today):
        day = team.next_date(today)
        assert today < day <= today + timedelta(weeks=4)
        assert day.weekday() == team.weekday
        assert (day - ANCHOR).days // 7 % 4 == team.week


def test_most_came_and_lucie_always():
    days = [TODAY - timedelta(days=n) for n in range(84)]
    seen = Counter(outcome(number, day) for number in (7, 8, 9) for day in days)
    assert seen[Outcome.ATTENDED] > seen[Outcome.EXCUSED] + seen[Outcome.ABSENT]
    assert seen[Outcome.EXCUSED] and seen[Outcome.ABSENT]
    assert {outcome(LUCIE, day) for day in days} == {Outcome.ATTENDED}
