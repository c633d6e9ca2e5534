# SPDX-License-Identifier: AGPL-3.0-or-later
from uuid import UUID, uuid4

from werkzeug.urls import url_encode

from odoo import fields, http
from odoo.http import request
from odoo.tools import groupby

from .. import sentences
from ..lib.booking import Refusal
from ..lib.people import first_name
from . import cards

HOME = "/my/shifts"
FREE = "/my/shifts/free"


def member_page(handler):
    """Hand the signed-in member to a page; a stranger gets a sentence instead."""

    def page(self, **query):
        member = request.env["foodcoop.member"]._of_user(request.env.user)
        if not member:
            return _render("page_stranger", text=_refusal([Refusal.NOT_A_MEMBER]))
        return handler(self, member, **query)

    page.__name__ = handler.__name__
    return page


class MemberPages(http.Controller):
    """The member's pages: plain links and forms, no script needed."""

    @http.route(HOME, type="http", auth="user", methods=["GET"], readonly=True)
    @member_page
    def home(self, member, /, **query):
        seats = member._coming_seats()
        first = seats.filtered(lambda seat: seat.shift_id.state == "planned")[:1]
        return _render(
            "page_home",
            member=member,
            first_name=first_name(member.partner_id.name or ""),
            next_seat=first and cards.seat_card(first, mates=True),
            seats=[cards.seat_card(seat) for seat in seats - first],
            said=_said(member, query),
            refused=_refused(query),
            **_status_values(member),
        )

    @http.route(FREE, type="http", auth="user", methods=["GET"], readonly=True)
    @member_page
    def free(self, member, /, **query):
        shifts = member._bookable_shifts()
        rows = [cards.shift_card(shift) | {"uuid": uuid4()} for shift in shifts]
        weeks = [
            (week, list(rows)) for week, rows in groupby(rows, lambda r: r["week"])
        ]
        return _render("page_free", weeks=weeks, refused=_refused(query))

    @http.route("/my/shifts/book", type="http", auth="user", methods=["POST"])
    @member_page
    def book(self, member, /, shift_id="", uuid="", **_query):
        shift = member.env["foodcoop.shift"].browse(_number(shift_id)).exists()
        request_uuid = _uuid(uuid)
        if not shift or not request_uuid:
            return _redirect(FREE, refused=Refusal.UNKNOWN)
        seat, refusals = shift._book(member, request_uuid)
        if refusals:
            return _redirect(FREE, refused=refusals[0])
        return _redirect(HOME, said="booked", seat=seat.id)

    @http.route(
        "/my/shifts/cannot/<int:seat_id>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    @member_page
    def cannot(self, member, /, seat_id, **_query):
        seat = member.assignment_ids.filtered(lambda own: own.id == seat_id)
        if not seat or seat.state == "freed":
            return _redirect(HOME, refused=Refusal.UNKNOWN)
        refusals = seat._give_back_refusals(fields.Datetime.now())
        return _render(
            "page_cannot",
            seat=cards.seat_card(seat),
            standing=seat.kind == "standing",
            refused=_refusal(refusals) if refusals else "",
        )

    @http.route("/my/shifts/give_back", type="http", auth="user", methods=["POST"])
    @member_page
    def give_back(self, member, /, seat_id="", **_query):
        number = _number(seat_id)
        seat = member.assignment_ids.filtered(lambda own: own.id == number)
        if not seat:
            return _redirect(HOME, refused=Refusal.UNKNOWN)
        refusals = seat._give_back()
        if refusals:
            return _redirect(HOME, refused=refusals[0])
        return _redirect(HOME, said="given_back", seat=seat.id)

    @http.route(
        "/my/shifts/account", type="http", auth="user", methods=["GET"], readonly=True
    )
    @member_page
    def account(self, member, /, **_query):
        entries = member.entry_ids[:60]
        return _render(
            "page_account",
            entries=[cards.entry_card(entry) for entry in entries],
            **cards.account_card(member),
            **_status_values(member),
        )


def _render(page, **values):
    lang = (request.env.lang or "en_US").replace("_", "-")
    return request.render(f"foodcoop_shift.{page}", {"lang_code": lang, **values})


def _redirect(url, **query):
    return request.redirect(f"{url}?{url_encode(query)}")


def _status_values(member):
    status = member._statuses(fields.Date.context_today(member))[member]
    return {
        "status": status,
        "status_text": sentences.status_text(request.env, status),
        "step_text": sentences.step_text(request.env, status),
        "balance": sentences.signed(status.balance),
    }


def _said(member, query):
    """The sentence that follows a booking or a seat given back."""
    number = _number(query.get("seat"))
    seat = member.assignment_ids.filtered(lambda own: own.id == number)
    return sentences.done_text(request.env, query.get("said"), seat) if seat else ""


def _refused(query):
    known = [reason for reason in Refusal if reason == query.get("refused")]
    return _refusal(known) if known else ""


def _refusal(refusals):
    return sentences.refusal_text(request.env, refusals)


def _number(text):
    return int(text) if text and str(text).isdecimal() and len(text) < 10 else 0


def _uuid(text):
    try:
        return str(UUID(text))
    except ValueError:
        return ""
