# SPDX-License-Identifier: AGPL-3.0-or-later
from babel.dates import get_day_names

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.misc import babel_locale_parse

from ..lib.cycle import letter, span, team_dates


class ShiftTeam(models.Model):
    _name = "foodcoop.shift.team"
    _description = "Standing team"
    _inherit = ["mail.thread"]
    _order = "cycle_id, week, weekday, start, id"

    name = fields.Char(compute="_compute_name", store=True)
    cycle_id = fields.Many2one(
        "foodcoop.shift.cycle",
        required=True,
        ondelete="restrict",
        default=lambda self: self.env["foodcoop.shift.cycle"].search([], limit=1),
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True)
    week = fields.Selection(
        [(str(week), letter(week)) for week in range(9)], required=True, tracking=True
    )
    weekday = fields.Selection(
        [
            ("0", "Monday"),
            ("1", "Tuesday"),
            ("2", "Wednesday"),
            ("3", "Thursday"),
            ("4", "Friday"),
            ("5", "Saturday"),
            ("6", "Sunday"),
        ],
        required=True,
        tracking=True,
    )
    start = fields.Float("Begins at", required=True, default=9.0, tracking=True)
    duration = fields.Float(
        "Hours", required=True, default=3.0, tracking=True, aggregator=False
    )
    seats = fields.Integer(required=True, default=5, tracking=True)
    task = fields.Char(help="What the team does, in a word or two: till, reception.")
    leader_id = fields.Many2one("foodcoop.member", "Leader", ondelete="set null")
    member_ids = fields.One2many("foodcoop.member", "team_id", "Members")
    member_count = fields.Integer("Members now", compute="_compute_member_count")
    shift_ids = fields.One2many("foodcoop.shift", "team_id", "Shifts")
    active = fields.Boolean(default=True)

    _hours_check = models.Constraint(
        "CHECK (start >= 0 AND start < 24 AND duration > 0 AND duration <= 24)",
        "A shift begins between 0:00 and 23:59 and lasts up to 24 hours.",
    )
    _seats_check = models.Constraint(
        "CHECK (seats > 0)", "A team needs at least one seat."
    )

    @api.depends("week", "weekday", "start", "cycle_id.company_id.partner_id.lang")
    def _compute_name(self):
        for team in self:
            lang = team.cycle_id.company_id.partner_id.lang or "en_US"
            names = get_day_names("abbreviated", locale=babel_locale_parse(lang))
            hour, minute = divmod(round(team.start * 60), 60)
            day = names[int(team.weekday)] if team.weekday else ""
            week = letter(int(team.week)) if team.week else ""
            team.name = f"{week} {day} {hour:02}:{minute:02}"

    @api.depends("member_ids.left_on")
    def _compute_member_count(self):
        today = fields.Date.context_today(self)
        staying = ["|", ("left_on", "=", False), ("left_on", ">", today)]
        counts = dict(
            self.env["foodcoop.member"]._read_group(
                [("team_id", "in", self.ids), *staying], ["team_id"], ["__count"]
            )
        )
        for team in self:
            team.member_count = counts.get(team, 0)

    @api.constrains("week", "cycle_id")
    def _check_week(self):
        for team in self:
            if int(team.week) >= team.cycle_id.weeks:
                raise ValidationError(
                    self.env._(
                        "Week %(letter)s does not exist: this cycle ends with week "
                        "%(last)s. Please choose another week.",
                        letter=letter(int(team.week)),
                        last=letter(team.cycle_id.weeks - 1),
                    )
                )

    @api.constrains("seats")
    def _check_seats(self):
        for team in self:
            if team.member_count > team.seats:
                raise ValidationError(
                    self.env._(
                        "%(team)s has %(members)s members for %(seats)s seats. Give "
                        "the team more seats, or choose another team.",
                        team=team.name,
                        members=team.member_count,
                        seats=team.seats,
                    )
                )

    def _span(self, day):
        """Beginning and end on ``day``, UTC."""
        self.ensure_one()
        return span(day, self.start, self.duration, self.cycle_id.tz)

    def _generate_shifts(self, until, since):
        """Make the missing shifts in [since, until) and seat the teams in them.

        Unique by team and local date, so that running it again adds nothing; a
        cancelled shift stays cancelled. Returns the new shifts.
        """
        shifts = self.env["foodcoop.shift"].search(
            [
                ("team_id", "in", self.ids),
                ("date", ">=", since),
                ("date", "<", until),
            ]
        )
        existing = {(shift.team_id, shift.date) for shift in shifts}
        missing = [
            {"team_id": team.id, "date": day}
            for team in self
            for day in team._dates(since, until)
            if (team, day) not in existing
        ]
        created = self.env["foodcoop.shift"].create(missing)
        (created | shifts._upcoming())._seat_teams()
        return created

    def _dates(self, since, until):
        self.ensure_one()
        return team_dates(
            self.cycle_id._calendar(),
            week=int(self.week),
            weekday=int(self.weekday),
            since=since,
            until=until,
        )
