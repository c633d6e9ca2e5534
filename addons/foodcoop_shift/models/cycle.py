# SPDX-License-Identifier: AGPL-3.0-or-later
import pytz

from odoo import api, fields, models
from odoo.addons.base.models.res_partner import _tz_get
from odoo.exceptions import UserError
from odoo.tools.date_utils import start_of

from ..lib.cycle import Cycle, due_cycles
from ..lib.ledger import Cause
from ..lib.rules import RULES


class ShiftCycle(models.Model):
    _name = "foodcoop.shift.cycle"
    _description = "Cycle of lettered weeks"

    name = fields.Char(required=True, default=lambda self: self.env._("Cycle"))
    anchor = fields.Date(
        "First Monday",
        required=True,
        default=lambda self: start_of(fields.Date.context_today(self), "week"),
        help="A Monday of week A. The letters are counted from it, in both directions.",
    )
    weeks = fields.Integer(required=True, default=4)
    tz = fields.Selection(
        _tz_get,
        "Timezone of the shop",
        required=True,
        default=lambda self: self._default_tz(),
        help="Hours of teams are hours on the shop's clock, summer and winter.",
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    active = fields.Boolean(default=True)
    team_ids = fields.One2many("foodcoop.shift.team", "cycle_id", "Teams")
    current_week = fields.Char("This week", compute="_compute_current_week")

    _weeks_check = models.Constraint(
        "CHECK (weeks BETWEEN 1 AND 9)",
        "A cycle has one to nine weeks, lettered A to I.",
    )
    _anchor_check = models.Constraint(
        "CHECK (EXTRACT(ISODOW FROM anchor) = 1)",
        "The first day of a cycle is a Monday. Please choose the Monday of a week A.",
    )

    @api.model
    def _default_tz(self):
        company = self.env.company
        country = pytz.country_timezones.get(company.country_id.code or "", ())
        return company.partner_id.tz or next(iter(country), self.env.user.tz or "UTC")

    @api.depends("anchor", "weeks", "tz")
    def _compute_current_week(self):
        for cycle in self:
            complete = cycle.anchor and cycle.weeks > 0 and cycle.tz
            cycle.current_week = complete and cycle._calendar().letter(cycle._today())

    def _calendar(self):
        self.ensure_one()
        return Cycle(self.anchor, self.weeks)

    def _today(self):
        """Today at the shop, wherever the person or the server may be."""
        self.ensure_one()
        shop = self.with_context(tz=self.tz)
        return fields.Datetime.context_timestamp(shop, fields.Datetime.now()).date()

    @api.model
    def _cron_generate(self):
        """A cycle that somebody is working on now is done already, or tomorrow."""
        for cycle in self.search([]).try_lock_for_update(allow_referencing=True):
            cycle._generate()

    def action_generate(self):
        self.check_access("write")
        if self.try_lock_for_update(allow_referencing=True) != self:
            raise UserError(
                self.env._(
                    "The shifts are being made just now, by the night's work or by "
                    "someone else. Please look again in a minute."
                )
            )
        # sudo: seats and dues are written by the rule alone, never by hand
        count = sum(len(cycle._generate()) for cycle in self.sudo())
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%s new shifts. Accounts are up to date.", count),
            },
        }

    def _generate(self):
        """Shifts of the weeks to come and dues of the cycles that are over.

        Running it again, or after days without it, gives the same result.
        """
        self.ensure_one()
        today = self._today()
        shifts = self.team_ids._generate_shifts(
            today + RULES.generated_ahead, since=today
        )
        self._record_due(today)
        return shifts

    def _record_due(self, today):
        """Append what each member owes for the whole cycles that are over."""
        seated = self._seated_cycles(today)
        recorded = self._recorded_cycles(seated)
        calendar = self._calendar()
        self.env["foodcoop.shift.entry"].create(
            [
                self._prepare_due(member, number)
                for member, numbers in seated.items()
                for number in due_cycles(
                    calendar,
                    seated=numbers,
                    joined_on=member.joined_on,
                    left_on=member.left_on or None,
                    today=today,
                    recorded=recorded.get(member, ()),
                )
            ]
        )

    def _prepare_due(self, member, number):
        return {
            "member_id": member.id,
            "date": self._calendar().start(number + 1),
            "amount": RULES.cycle_due,
            "cause": Cause.DUE.value,
            "cycle_id": self.id,
            "cycle_number": number,
        }

    def _seated_cycles(self, today):
        """{member: numbers of the cycles with a standing seat} of the last year."""
        calendar = self._calendar()
        groups = self.env["foodcoop.shift.assignment"]._read_group(
            [
                ("kind", "=", "standing"),
                ("released", "=", False),
                ("shift_id.team_id.cycle_id", "=", self.id),
                ("shift_id.date", ">=", today - RULES.caught_up),
                ("shift_id.date", "<", today),
            ],
            ["member_id"],
            ["shift_id:recordset"],
        )
        return {
            member: {calendar.number(day) for day in shifts.mapped("date")}
            for member, shifts in groups
        }

    def _recorded_cycles(self, members):
        return dict(
            self.env["foodcoop.shift.entry"]._read_group(
                [
                    ("cycle_id", "=", self.id),
                    ("cause", "=", Cause.DUE.value),
                    ("member_id", "in", [member.id for member in members]),
                ],
                ["member_id"],
                ["cycle_number:array_agg"],
            )
        )
