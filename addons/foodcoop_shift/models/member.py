# SPDX-License-Identifier: AGPL-3.0-or-later
import operator

from odoo import api, fields, models
from odoo.tools import SQL

from .. import sentences
from ..lib.booking import MemberFacts
from ..lib.people import short_name
from ..lib.status import member_status

OPERATORS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda one, many: one in many,
    "not in": lambda one, many: one not in many,
}


class Member(models.Model):
    _name = "foodcoop.member"
    _description = "Member of the cooperative"
    _inherit = ["mail.thread"]
    _rec_name = "partner_id"
    _rec_names_search = ["partner_id", "number"]
    _order = "number, id"

    partner_id = fields.Many2one(
        "res.partner", "Person", required=True, ondelete="restrict", index=True
    )
    number = fields.Char(
        required=True,
        copy=False,
        default=lambda self: self.env["ir.sequence"].next_by_code("foodcoop.member"),
    )
    joined_on = fields.Date(
        "Joined", required=True, default=fields.Date.context_today, tracking=True
    )
    left_on = fields.Date(
        "Left", tracking=True, help="The first day on which the person is no member."
    )
    active = fields.Boolean(default=True)
    team_id = fields.Many2one(
        "foodcoop.shift.team",
        "Team",
        ondelete="restrict",
        index="btree_not_null",
        tracking=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    assignment_ids = fields.One2many("foodcoop.shift.assignment", "member_id", "Seats")
    entry_ids = fields.One2many("foodcoop.shift.entry", "member_id", "Account")
    # sudo: coordinators see the sum, the entries are the office's and the member's
    balance = fields.Integer(
        compute="_compute_balance", search="_search_balance", compute_sudo=True
    )
    status = fields.Char(compute="_compute_status")

    _partner_uniq = models.Constraint(
        "unique(partner_id)", "This person is a member already."
    )
    _number_uniq = models.Constraint(
        "unique(company_id, number)",
        "Another member has this number. Leave it empty and a free one is given.",
    )
    _left_check = models.Constraint(
        "CHECK (left_on IS NULL OR left_on >= joined_on)",
        "A member cannot leave before joining. Please look at the two dates.",
    )

    @api.depends("entry_ids.amount")
    def _compute_balance(self):
        sums = dict(
            self.env["foodcoop.shift.entry"]._read_group(
                [("member_id", "in", self.ids)], ["member_id"], ["amount:sum"]
            )
        )
        for member in self:
            member.balance = sums.get(member, 0)

    def _search_balance(self, operator, value):
        """Members without any entry have a balance of zero."""
        if operator not in OPERATORS:
            return NotImplemented
        sums = self.env["foodcoop.shift.entry"]._read_group(
            [], ["member_id"], ["amount:sum"]
        )
        holds = OPERATORS[operator]
        if holds(0, value):
            others = [member.id for member, sum_ in sums if not holds(sum_, value)]
            return [("id", "not in", others)]
        return [("id", "in", [member.id for member, s in sums if holds(s, value)])]

    @api.depends("balance", "team_id", "joined_on", "left_on", "assignment_ids.state")
    @api.depends_context("lang")
    def _compute_status(self):
        statuses = self._statuses(fields.Date.context_today(self))
        for member in self:
            member.status = sentences.status_text(self.env, statuses[member])

    @api.constrains("team_id", "active")
    def _check_team(self):
        self.team_id._check_seats()

    def action_open_account(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_shift.action_entry"
        )
        action["domain"] = [("member_id", "=", self.id)]
        action["context"] = {"default_member_id": self.id}
        return action

    @api.model
    def _of_user(self, user):
        """The member behind a sign-in, or none."""
        # sudo: portal users have no rights on members, only on their own page
        return self.sudo().search([("partner_id", "=", user.partner_id.id)], limit=1)

    def _statuses(self, today):
        """{member: Status} in a fixed number of queries."""
        booked = dict(
            self.env["foodcoop.shift.assignment"]._read_group(
                [
                    ("member_id", "in", self.ids),
                    ("kind", "=", "makeup"),
                    ("state", "=", "booked"),
                    ("shift_id.state", "=", "planned"),
                    ("shift_id.end_at", ">", fields.Datetime.now()),
                ],
                ["member_id"],
                ["__count"],
            )
        )
        return {
            member: member_status(
                balance=member.balance,
                booked_makeups=booked.get(member, 0),
                has_team=bool(member.team_id),
                joined_on=member.joined_on or today,  # a form half filled in
                left_on=member.left_on or None,
                today=today,
            )
            for member in self
        }

    def _coming_seats(self):
        """The seats still to come or running, first things first.

        Those of shifts that the shop cancelled too: nobody should come for nothing.
        """
        self.ensure_one()
        seats = self.env["foodcoop.shift.assignment"].search(
            [
                ("member_id", "=", self.id),
                ("state", "!=", "freed"),
                ("shift_id.end_at", ">", fields.Datetime.now()),
            ]
        )
        return seats.sorted(lambda seat: (seat.shift_id.start_at, seat.id))

    def _bookable_shifts(self):
        """The shifts in which this member may take a seat, first things first."""
        self.ensure_one()
        shifts = self.env["foodcoop.shift"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "planned"),
                ("start_at", ">", fields.Datetime.now()),
            ]
        )
        return shifts._bookable(self)

    def _facts(self, shifts):
        """What decides about a booking of this member, for each of ``shifts``."""
        self.ensure_one()
        held = self.env["foodcoop.shift.assignment"].search(
            [
                ("member_id", "=", self.id),
                ("state", "!=", "freed"),
                ("shift_id.state", "!=", "cancelled"),
                ("shift_id.end_at", ">", min(shifts.mapped("start_at"))),
            ]
        )
        return {
            shift: MemberFacts(
                joined_on=self.joined_on,
                left_on=self.left_on or None,
                busy=tuple(
                    (other.start_at, other.end_at)
                    for other in held.shift_id
                    if other != shift
                ),
                here=shift in held.shift_id,
            )
            for shift in shifts
        }

    def _one_at_a_time(self):
        """Make a second request of the same member wait, then start afresh."""
        self.env.cr.execute(
            SQL(
                "UPDATE foodcoop_member SET write_uid = write_uid WHERE id IN %s",
                tuple(self.ids),
            )
        )

    def _short_name(self):
        self.ensure_one()
        return short_name(self.partner_id.name or "")
