# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reasons become sentences here: what happened, then what to do."""

from odoo.tools import format_date

from .lib.booking import Refusal
from .lib.ledger import Cause
from .lib.rules import RULES
from .lib.status import Standing, Step

LONG_DAY = "EEEE d MMMM"


def hours(delta):
    return round(delta.total_seconds() / 3600)


def signed(amount):
    """+1, 0 or −2, with a true minus sign.

    >>> signed(-2)
    '−2'
    """
    return f"{amount:+d}".replace("-", "−") if amount else "0"


def refusal_text(env, refusals):
    """One sentence for the first reason; it is the one to begin with."""
    texts = {
        Refusal.NOT_A_MEMBER: env._(
            "This sign-in does not belong to a member. Please ask the office."
        ),
        Refusal.OUTSIDE: env._(
            "You are not a member on that day. Please ask the office."
        ),
        Refusal.CANCELLED: env._(
            "The shop has cancelled this shift. Please choose another one."
        ),
        Refusal.STARTED: env._(
            "This shift has already begun. Please speak to the coordinator."
        ),
        Refusal.ALREADY_IN: env._("You already have a seat in this shift."),
        Refusal.OVERLAPS: env._(
            "You have another shift at the same time. Please choose another hour."
        ),
        Refusal.FULL: env._(
            "This seat has just been taken. Here are the other free ones."
        ),
        Refusal.TOO_LATE: env._(
            "It is less than %s hours before the shift: the seat can no longer be "
            "given back here. Please tell the coordinator, who can excuse you.",
            hours(RULES.free_until),
        ),
        Refusal.RECORDED: env._(
            "The attendance of this shift is already recorded. If it is wrong, please "
            "tell the coordinator."
        ),
        Refusal.NOT_STARTED: env._(
            "This shift has not begun yet. Attendance is marked from its first minute."
        ),
        Refusal.FREED: env._("This seat was given back: there is nobody to mark."),
        Refusal.UNKNOWN: env._(
            "This page was too old to be understood, and nothing was changed. Please "
            "try again from here."
        ),
    }
    return texts[refusals[0]]


def done_text(env, said, seat):
    """What has just been done about a seat."""
    day = format_date(env, seat.shift_id.date, date_format=LONG_DAY)
    texts = {
        "booked": env._(
            "Your seat on %(day)s is booked. You can give it back here until %(hours)s "
            "hours before.",
            day=day,
            hours=hours(RULES.free_until),
        ),
        "given_back": env._(
            "Your seat on %s is free for somebody else. Thank you.", day
        ),
    }
    return texts.get(said, "")


def status_text(env, status):
    """Where the member stands, in two or three words."""
    if status.standing is Standing.OUTSIDE:
        return env._("not a member today")
    if status.standing is Standing.UP_TO_DATE:
        return env._("up to date")
    if status.standing is Standing.COVERED:
        return env._("make-up booked")
    if status.owes == 1:
        return env._("1 shift to make up")
    return env._("%s shifts to make up", status.owes)


def step_text(env, status):
    """What to do next; nothing when all is well."""
    texts = {
        Step.NOTHING: "",
        Step.COME: env._("Come to the make-up you booked, and you are up to date."),
        Step.JOIN_TEAM: env._("You are in no team yet. The office will find you one."),
        Step.BOOK: env._("Book a make-up on a day that suits you.")
        if status.to_book == 1
        else env._("Book %s make-ups on days that suit you.", status.to_book),
    }
    return texts[status.step]


def free_text(env, count):
    if count == 1:
        return env._("1 seat is free")
    return env._("%s seats are free", count) if count else env._("no seat is free")


def coming_text(env, day, weeks):
    """What the end of the present cycle brings; ``day`` is empty without a team."""
    if not day:
        return env._("Nothing is due as long as you are in no team.")
    return env._(
        "On %(day)s the %(weeks)s weeks are over and one shift is due: %(amount)s.",
        day=day,
        weeks=weeks,
        amount=signed(RULES.cycle_due),
    )


def rule_texts(env, weeks):
    """The rule as it stands in lib/rules.py, a line each: (sentence, amount)."""
    return [
        (
            env._(
                "One shift is due for each whole cycle of %s weeks, counted when it "
                "is over",
                weeks,
            ),
            RULES.cycle_due,
        ),
        (env._("You come, with your team or to a make-up"), RULES.attended),
        (
            env._(
                "You give your seat back %s hours before or earlier, or you are "
                "excused",
                hours(RULES.free_until),
            ),
            RULES.excused,
        ),
        (env._("You do not come, without a word"), RULES.absent),
        (env._("The shop cancels the shift of your team"), RULES.closed),
    ]


def entry_text(env, entry):
    """A row of the account as a sentence."""
    cause = entry.cause
    if cause == Cause.REVERSAL:
        return env._("Taken back: %s", entry.reverses_id.text)
    if cause == Cause.MANUAL:
        return entry.note
    if cause == Cause.DUE:
        calendar = entry.cycle_id._calendar()
        return env._(
            "One shift due for the %(weeks)s weeks from %(start)s",
            weeks=calendar.weeks,
            start=format_date(
                env, calendar.start(entry.cycle_number), date_format="d MMMM"
            ),
        )
    return _attendance_text(env, entry)


def _attendance_text(env, entry):
    shift = entry.assignment_id.shift_id
    day = format_date(env, shift.date, date_format=LONG_DAY)
    texts = {
        Cause.ATTENDED: env._("You came on %s", day),
        Cause.ABSENT: env._("You did not come on %s", day),
        Cause.EXCUSED: env._("You were excused on %s", day),
        Cause.CLOSED: env._("The shop cancelled your shift of %s", day),
    }
    return texts[entry.cause]
