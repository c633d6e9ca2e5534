# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .. import sentences
from ..lib.booking import can_give_back, can_mark
from ..lib.ledger import Entry, settle, wanted


class ShiftAssignment(models.Model):
    _name = "foodcoop.shift.assignment"
    _description = "Seat in a shift"
    _order = "shift_id, seat, id"
    _rec_name = "member_id"

    shift_id = fields.Many2one(
        "foodcoop.shift", required=True, ondelete="restrict", index=True
    )
    member_id = fields.Many2one(
        "foodcoop.member", required=True, ondelete="restrict", index=True
    )
    seat = fields.Integer(required=True, aggregator=False)
    kind = fields.Selection(
        [("standing", "Team"), ("makeup", "Make-up")], required=True
    )
    state = fields.Selection(
        [
            ("booked", "Expected"),
            ("freed", "Given back"),
            ("attended", "Came"),
            ("absent", "Did not come"),
            ("excused", "Excused"),
        ],
        required=True,
        default="booked",
    )
    released = fields.Boolean(
        help="The seat was given up because the member left the team, not by choice."
    )
    request_uuid = fields.Char(help="Names the request, so that twice is once.")
    entry_ids = fields.One2many("foodcoop.shift.entry", "assignment_id", "Account")

    _seat_check = models.Constraint("CHECK (seat > 0)", "Seats are counted from one.")
    _seat_uniq = models.UniqueIndex(
        "(shift_id, seat) WHERE state <> 'freed'", "This seat has just been taken."
    )
    _member_uniq = models.UniqueIndex(
        "(shift_id, member_id) WHERE state <> 'freed'",
        "This member has a seat in this shift already.",
    )
    _request_uniq = models.Constraint(
        "unique(request_uuid)", "This request has been recorded already."
    )

    def action_attended(self):
        self._mark("attended")

    def action_absent(self):
        self._mark("absent")

    def action_excused(self):
        self._mark("excused")

    def action_unmark(self):
        self._mark("booked")

    def _mark(self, state):
        """Record an attendance and let the account follow it."""
        if not self.env.user.has_group("foodcoop_shift.group_coordinator"):
            raise AccessError(
                self.env._("Coordinators and the office mark attendance.")
            )
        self.check_access("read")
        now = fields.Datetime.now()
        for seat in self:
            shift = seat.shift_id
            refusals = can_mark(
                shift.start_at, seat.state, now, cancelled=shift.state == "cancelled"
            )
            if refusals:
                raise UserError(sentences.refusal_text(self.env, refusals))
        # sudo: coordinators write nothing but the attendance, and only here
        seats = self.sudo()
        seats.state = state
        seats._settle()

    def _give_back(self):
        """Free the seats for others; the refusals if that is no longer possible."""
        now = fields.Datetime.now()
        held = self.filtered(lambda seat: seat.state != "freed")
        refusals = [reason for seat in held for reason in seat._give_back_refusals(now)]
        if not refusals:
            held.state = "freed"
        return refusals

    def _give_back_refusals(self, now):
        self.ensure_one()
        shift = self.shift_id
        return can_give_back(
            shift.start_at, self.state, now, cancelled=shift.state == "cancelled"
        )

    def _release_movers(self):
        """Free the future standing seats of members who left the team."""
        movers = self.filtered(
            lambda seat: (
                seat.kind == "standing"
                and seat.state == "booked"
                and seat.shift_id.start_at > fields.Datetime.now()
                and not seat._still_in_team()
            )
        )
        movers.write({"state": "freed", "released": True})

    def _still_in_team(self):
        member, shift = self.member_id, self.shift_id
        return (
            member.active and member.team_id == shift.team_id and shift._expects(member)
        )

    def _settle(self):
        """Append the entries that make the account say what the seats are worth."""
        # sudo: attendance reaches the account through this rule, never by hand
        self.env["foodcoop.shift.entry"].sudo().create(
            [
                seat._prepare_entry(new)
                for seat in self
                for new in settle(seat._worth(), seat._present_entries())
            ]
        )

    def _worth(self):
        return wanted(
            self.state,
            standing=self.kind == "standing",
            cancelled=self.shift_id.state == "cancelled",
        )

    def _present_entries(self):
        return [
            Entry(entry.id, entry.amount, entry.cause, entry.reverses_id.id or None)
            for entry in self.entry_ids
        ]

    def _prepare_entry(self, new):
        return {
            "member_id": self.member_id.id,
            "date": self.shift_id.date,
            "amount": new.amount,
            "cause": new.cause,
            "assignment_id": self.id,
            "reverses_id": new.reverses,
        }
