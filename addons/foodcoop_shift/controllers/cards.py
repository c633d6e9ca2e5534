# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the member's pages show of shifts, seats and entries: texts, ready to read."""

from datetime import timedelta

from odoo.http import request
from odoo.tools import format_date, format_time

from .. import sentences
from ..lib.rules import RULES


def shift_card(shift):
    return {
        "id": shift.id,
        "day": _capital(
            format_date(_env(), shift.date, date_format=sentences.LONG_DAY)
        ),
        "hours": f"{_clock(shift, shift.start_at)} – {_clock(shift, shift.end_at)}",
        "task": shift.task,
        "free": shift.free,
        "week": _week(shift),
    }


def seat_card(seat, *, mates=False):
    others = seat.shift_id.assignment_ids.filtered(
        lambda other: other != seat and other.state != "freed"
    )
    return shift_card(seat.shift_id) | {
        "seat_id": seat.id,
        "standing": seat.kind == "standing",
        "mates": [other.member_id._short_name() for other in others] if mates else [],
    }


def entry_card(entry):
    return {
        "date": format_date(_env(), entry.date, date_format="d MMM y"),
        "text": entry.text,
        "amount": sentences.signed(entry.amount),
        "gain": entry.amount > 0,
    }


def coming_due(member):
    """The day on which the present cycle ends, for a member of a team."""
    cycle = member.team_id.cycle_id
    if not cycle:
        return ""
    calendar = cycle._calendar()
    end = calendar.start(calendar.number(cycle._today()) + 1)
    return format_date(_env(), end, date_format=sentences.LONG_DAY)


def rules(member):
    cycle = member.team_id.cycle_id or member.env["foodcoop.shift.cycle"].search(
        [], limit=1
    )
    return {
        "weeks": cycle.weeks or 4,
        "due": sentences.signed(RULES.cycle_due),
        "attended": sentences.signed(RULES.attended),
        "absent": sentences.signed(RULES.absent),
        "closed": sentences.signed(RULES.closed),
        "free_hours": sentences.hours(RULES.free_until),
    }


def _week(shift):
    monday = shift.date - timedelta(days=shift.date.weekday())
    return _env()._(
        "Week %(letter)s, from %(day)s",
        letter=shift.team_id.cycle_id._calendar().letter(shift.date),
        day=format_date(_env(), monday, date_format="d MMMM"),
    )


def _env():
    return request.env


def _clock(shift, moment):
    return format_time(_env(), moment, tz=shift.team_id.cycle_id.tz, time_format="H:mm")


def _capital(text):
    return text[:1].upper() + text[1:]
