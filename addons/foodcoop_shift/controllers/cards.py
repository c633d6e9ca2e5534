# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the member's pages show of shifts, seats and entries: texts, ready to read."""

from datetime import timedelta

from odoo.tools import format_date, format_time

from .. import sentences


def shift_card(shift):
    return {
        "id": shift.id,
        "day": _capital(
            format_date(shift.env, shift.date, date_format=sentences.LONG_DAY)
        ),
        "hours": f"{_clock(shift, shift.start_at)} – {_clock(shift, shift.end_at)}",
        "task": shift.task,
        "free": sentences.free_text(shift.env, shift.free),
        "week": _week(shift),
    }


def seat_card(seat, *, mates=False):
    others = seat.shift_id.assignment_ids.filtered(
        lambda other: other != seat and other.state != "freed"
    )
    names = ", ".join(other.member_id._short_name() for other in others if mates)
    return shift_card(seat.shift_id) | {
        "seat_id": seat.id,
        "standing": seat.kind == "standing",
        "cancelled": seat.shift_id.state == "cancelled",
        "mates": names and seat.env._("with %s", names),
    }


def entry_card(entry):
    return {
        "date": format_date(entry.env, entry.date, date_format="d MMM y"),
        "text": entry.text,
        "amount": sentences.signed(entry.amount),
        "gain": entry.amount > 0,
    }


def account_card(member):
    """What comes next and how it is counted."""
    Cycle = member.env["foodcoop.shift.cycle"]
    cycle = member.team_id.cycle_id or Cycle.search([], limit=1)
    weeks = cycle.weeks or 4
    day = _end_of_cycle(cycle) if member.team_id else ""
    return {
        "coming": sentences.coming_text(member.env, day, weeks),
        "rules": [
            {"text": text, "amount": sentences.signed(amount), "gain": amount > 0}
            for text, amount in sentences.rule_texts(member.env, weeks)
        ],
    }


def _end_of_cycle(cycle):
    calendar = cycle._calendar()
    end = calendar.start(calendar.number(cycle._today()) + 1)
    return format_date(cycle.env, end, date_format=sentences.LONG_DAY)


def _week(shift):
    monday = shift.date - timedelta(days=shift.date.weekday())
    return shift.env._(
        "Week %(letter)s, from %(day)s",
        letter=shift.team_id.cycle_id._calendar().letter(shift.date),
        day=format_date(shift.env, monday, date_format="d MMMM"),
    )


def _clock(shift, moment):
    return format_time(
        shift.env, moment, tz=shift.team_id.cycle_id.tz, time_format="H:mm"
    )


def _capital(text):
    return text[:1].upper() + text[1:]
