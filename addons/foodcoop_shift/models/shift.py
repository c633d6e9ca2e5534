# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2.errors import UniqueViolation

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date, mute_logger

from ..lib.booking import Refusal, ShiftFacts, can_book, free_seats, seat_team
from ..lib.people import is_member


class Shift(models.Model):
    _name = "foodcoop.shift"
    _description = "Shift"
    _order = "start_at, id"

    team_id = fields.Many2one(
        "foodcoop.shift.team", "Team", required=True, ondelete="restrict", index=True
    )
    task = fields.Char(related="team_id.task")
    company_id = fields.Many2one(related="team_id.company_id", store=True)
    date = fields.Date("Day", required=True, help="The day at the shop.")
    start_at = fields.Datetime(
        "Begins", compute="_compute_span", store=True, precompute=True, index=True
    )
    end_at = fields.Datetime(
        "Ends", compute="_compute_span", store=True, precompute=True
    )
    seats = fields.Integer(
        compute="_compute_seats", store=True, readonly=False, precompute=True
    )
    free = fields.Integer("Free seats", compute="_compute_free")
    state = fields.Selection(
        [("planned", "Planned"), ("done", "Done"), ("cancelled", "Cancelled")],
        required=True,
        default="planned",
        readonly=True,
    )
    assignment_ids = fields.One2many(
        "foodcoop.shift.assignment", "shift_id", "Taken seats"
    )

    _team_date_uniq = models.Constraint(
        "unique(team_id, date)", "This team has a shift on that day already."
    )
    _seats_check = models.Constraint(
        "CHECK (seats > 0)", "A shift needs at least one seat."
    )

    @api.depends("team_id", "date")
    def _compute_span(self):
        """Not of the team's hours: a shift keeps those it was made with."""
        for shift in self:
            known = shift.team_id and shift.date
            start, end = shift.team_id._span(shift.date) if known else (False, False)
            shift.start_at, shift.end_at = start, end

    @api.depends("team_id")
    def _compute_seats(self):
        for shift in self:
            shift.seats = shift.team_id.seats

    @api.depends("seats", "assignment_ids.state")
    def _compute_free(self):
        taken = self._taken()
        for shift in self:
            shift.free = len(free_seats(shift.seats, taken.get(shift, ())))

    @api.depends("team_id", "date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for shift in self:
            day = format_date(self.env, shift.date, date_format="d MMM y")
            shift.display_name = f"{shift.team_id.name} · {day}"

    def action_done(self):
        self.check_access("write")
        if self.assignment_ids.filtered(lambda seat: seat.state == "booked"):
            raise UserError(
                self.env._(
                    "Some seats have no attendance yet. Say for each who came, who "
                    "did not and who was excused, then close the shift."
                )
            )
        self.state = "done"

    def action_cancel(self):
        """The shop does not need this shift: it counts as done for the team."""
        self._set_state("cancelled")

    def action_reopen(self):
        self._set_state("planned")

    def _set_state(self, state):
        self.check_access("write")
        self.state = state
        self.assignment_ids._settle()

    def _upcoming(self):
        now = fields.Datetime.now()
        return self.filtered(lambda s: s.state == "planned" and s.start_at > now)

    def _taken(self):
        """{shift: numbers of the seats taken} in one query."""
        groups = self.env["foodcoop.shift.assignment"]._read_group(
            [("shift_id", "in", self.ids), ("state", "!=", "freed")],
            ["shift_id"],
            ["seat:array_agg"],
        )
        return {shift: frozenset(seats) for shift, seats in groups}

    def _facts(self):
        taken = self._taken()
        return {
            shift: ShiftFacts(
                day=shift.date,
                span=(shift.start_at, shift.end_at),
                seats=shift.seats,
                taken=taken.get(shift, frozenset()),
                cancelled=shift.state == "cancelled",
            )
            for shift in self
        }

    def _bookable(self, member):
        """Those of the shifts in which ``member`` may take a seat now."""
        now = fields.Datetime.now()
        facts = self._facts()
        wishes = member._facts(self) if self else {}
        return self.filtered(
            lambda shift: not can_book(facts[shift], wishes[shift], now)
        )

    def _book(self, member, request_uuid):
        """Give ``member`` the lowest free seat: (assignment, refusals).

        The same request sent twice gets the same seat; two people after the
        last seat are told apart by the database.
        """
        self.ensure_one()
        Assignment = self.env["foodcoop.shift.assignment"]
        if self.company_id != member.company_id or self.state == "done":
            return Assignment, [Refusal.UNKNOWN]
        member._one_at_a_time()
        again = Assignment.search(
            [("request_uuid", "=", request_uuid), ("member_id", "=", member.id)]
        )
        if again:
            return again, []
        facts = self._facts()[self]
        refusals = can_book(facts, member._facts(self)[self], fields.Datetime.now())
        if refusals:
            return Assignment, refusals
        seat = self._take_seat(member, facts.taken, request_uuid)
        return seat, ([] if seat else [Refusal.FULL])

    def _take_seat(self, member, taken, request_uuid):
        """The lowest seat that the database grants; none when others were quicker."""
        Assignment = self.env["foodcoop.shift.assignment"]
        standing = member.team_id == self.team_id
        for seat in free_seats(self.seats, taken):
            try:
                with self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                    return Assignment.create(
                        {
                            "shift_id": self.id,
                            "member_id": member.id,
                            "seat": seat,
                            "kind": "standing" if standing else "makeup",
                            "request_uuid": request_uuid,
                        }
                    )
            except UniqueViolation:
                continue
        return Assignment

    def _seat_teams(self):
        """A seat in each shift for each member of its team who has none yet.

        Whoever gave the seat back keeps it given back. A shift full of make-ups
        grows by a seat: who stands in the team always has one.
        """
        self.assignment_ids._release_movers()
        present = self._present_members()
        taken = self._taken()
        rows = []
        for shift in self:
            members = shift.team_id.member_ids.filtered(shift._expects)
            missing = [m.id for m in members if m.id not in present.get(shift, ())]
            seats = seat_team(missing, taken.get(shift, ()))
            if seats and max(seats.values()) > shift.seats:
                shift.seats = max(seats.values())
            rows += [
                {"shift_id": shift.id, "member_id": m, "seat": s, "kind": "standing"}
                for m, s in seats.items()
            ]
        self.env["foodcoop.shift.assignment"].create(rows)

    def _expects(self, member):
        return is_member(self.date, member.joined_on, member.left_on or None)

    def _present_members(self):
        groups = self.env["foodcoop.shift.assignment"]._read_group(
            [("shift_id", "in", self.ids), ("released", "=", False)],
            ["shift_id"],
            ["member_id:array_agg"],
        )
        return {shift: set(members) for shift, members in groups}
