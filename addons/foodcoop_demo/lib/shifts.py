# SPDX-License-Identifier: AGPL-3.0-or-later
"""Standing teams of the members, and who came to the shifts that are over."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .people import LUCIE, Person

ANCHOR = date(2024, 1, 1)  # a Monday of week A
WEEKS = 4
SEATS = 5
STANDING = 4  # of the seats; the others are for make-ups
TASKS = {9.0: "Réception et mise en rayon", 13.5: "Caisse", 17.0: "Caisse et ménage"}
HOURS = 3.0


class Outcome(StrEnum):
    """What became of a seat."""

    ATTENDED = "attended"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Team:
    """Members who come every four weeks, on the same day at the same hour."""

    week: int
    weekday: int
    start: float
    task: str
    members: tuple[int, ...]

    def next_date(self, today: date) -> date:
        """The first day of this team after today."""
        day = ANCHOR + timedelta(days=7 * self.week + self.weekday)
        rounds = (today - day).days // (7 * WEEKS) + 1
        return day + timedelta(days=7 * WEEKS * rounds)


def teams(members: Iterable[Person], today: date) -> list[Team]:
    """72 teams of four; the newest members have none yet, Lucie comes in days."""
    slots = [
        Team(week, weekday, start, task, ())
        for week in range(WEEKS)
        for weekday in range(6)
        for start, task in TASKS.items()
    ]
    lucie = min(slots, key=lambda slot: _from_in_three_days(slot, today))
    waiting = [person.number for person in members if person.number != LUCIE]
    seated = []
    for slot in slots:
        own = (LUCIE,) if slot is lucie else ()
        more = STANDING - len(own)
        chosen, waiting = waiting[:more], waiting[more:]
        seated.append(
            Team(slot.week, slot.weekday, slot.start, slot.task, (*own, *chosen))
        )
    return seated


def _from_in_three_days(team: Team, today: date) -> tuple[int, float]:
    """Sorts teams by their next day, those of tomorrow and the day after last."""
    days = (team.next_date(today) - today).days
    return (days if days > 2 else days + 100, team.start)


def outcome(number: int, day: date) -> Outcome:
    """Most came; Lucie always does."""
    if number == LUCIE:
        return Outcome.ATTENDED
    dice = random.Random(f"shift of {number} on {day.isoformat()}").random()
    if dice < 0.93:
        return Outcome.ATTENDED
    return Outcome.EXCUSED if dice < 0.97 else Outcome.ABSENT
