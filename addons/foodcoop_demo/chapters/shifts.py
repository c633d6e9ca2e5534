# SPDX-License-Identifier: AGPL-3.0-or-later
"""Members' shifts: three cycles behind us, two ahead, and what each account says."""

from datetime import timedelta

from ..lib import shifts as told
from ..lib.people import LUCIE
from .book import ZONE

CYCLE = timedelta(weeks=told.WEEKS)
BEHIND = 3


def apply(book):
    """Teams before their shifts, attendance before the dues of the cycles."""
    cycle = book.env["foodcoop.shift.cycle"].create(
        {
            "name": "Équipes de la Fourmilière",
            "anchor": told.ANCHOR,
            "weeks": told.WEEKS,
            "tz": ZONE,
        }
    )
    members = _members(book)
    teams = _teams(book, cycle, members)
    today = book.shop.today
    past = (today - told.ANCHOR) // CYCLE - BEHIND
    since = told.ANCHOR + past * CYCLE
    teams._generate_shifts(today + 2 * CYCLE, since=since)
    _make_up_of_lucie(teams, members, today)
    _attendance(teams.shift_ids.filtered(lambda shift: shift.date < today))
    cycle._generate()


def _members(book):
    """{number: member}; the next number given is the one after the last."""
    people = book.shop.members
    made = book.env["foodcoop.member"].create(
        [
            {
                "partner_id": book.members[person.number].id,
                "number": f"{person.number:04d}",
                "joined_on": person.joined_on,
            }
            for person in people
        ]
    )
    sequence = book.env["ir.sequence"].search([("code", "=", "foodcoop.member")])
    sequence.number_next_actual = len(people) + 1
    return {person.number: member for person, member in zip(people, made, strict=True)}


def _teams(book, cycle, members):
    teams = told.teams(book.shop.members, book.shop.today)
    made = book.env["foodcoop.shift.team"].create(
        [
            {
                "cycle_id": cycle.id,
                "week": str(team.week),
                "weekday": str(team.weekday),
                "start": team.start,
                "duration": told.HOURS,
                "seats": told.SEATS,
                "task": team.task,
                "leader_id": members[team.members[-1]].id if team.members else False,
            }
            for team in teams
        ]
    )
    for team, record in zip(teams, made, strict=True):
        for number in team.members:
            members[number].team_id = record
    return made


def _make_up_of_lucie(teams, members, today):
    """She once came for somebody else: her account has more than her team's shifts."""
    lucie = members[LUCIE]
    shift = teams.shift_ids.filtered(
        lambda s: s.date < today - CYCLE and s.team_id != lucie.team_id
    )[-1:]
    lucie.env["foodcoop.shift.assignment"].create(
        {
            "shift_id": shift.id,
            "member_id": lucie.id,
            "seat": told.SEATS,
            "kind": "makeup",
        }
    )


def _attendance(shifts):
    """Marked as a coordinator does, so that the accounts follow."""
    seats = shifts.assignment_ids
    marks = {
        told.Outcome.ATTENDED: "action_attended",
        told.Outcome.EXCUSED: "action_excused",
        told.Outcome.ABSENT: "action_absent",
    }
    for outcome, came in seats.grouped(_outcome).items():
        getattr(came, marks[outcome])()
    shifts.action_done()


def _outcome(seat):
    return told.outcome(int(seat.member_id.number), seat.shift_id.date)
