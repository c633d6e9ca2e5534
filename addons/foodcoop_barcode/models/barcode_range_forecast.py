# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.tools import format_date

from ..lib import forecast


class FoodcoopBarcodeRange(models.Model):
    """When a range will be empty, and telling people in time."""

    _inherit = "foodcoop.barcode.range"

    exhausted_on = fields.Date("Empty on", compute="_compute_exhausted_on")
    outlook = fields.Char(compute="_compute_outlook")
    warning = fields.Selection(
        [("none", "Room enough"), ("80", "Filling up"), ("95", "Nearly full")],
        compute="_compute_exhausted_on",
    )
    warned = fields.Integer("Warned at (%)", readonly=True, copy=False)

    def _compute_exhausted_on(self):
        today = fields.Date.context_today(self)
        given = self._given_since(today - forecast.YEAR)
        for range_ in self:
            count, since = given.get(range_._origin, (0, None))
            range_.exhausted_on = forecast.exhausted_on(
                range_.free, count, since and since.date(), today
            )
            reached = forecast.warning(range_.used, range_.capacity)
            range_.warning = str(reached or "none")

    def _compute_outlook(self):
        for range_ in self:
            range_.outlook = range_._outlook()

    def _outlook(self):
        if not self.free:
            return self.env._("Full: make another range.")
        if not self.used:
            return self.env._("No number given yet.")
        if not self.exhausted_on:
            return self.env._("At the rate of the last 12 months: room for a century.")
        return self.env._(
            "At the rate of the last 12 months: full on %s.",
            format_date(self.env, self.exhausted_on, date_format="d MMMM y"),
        )

    def _given_since(self, day):
        """{range: (numbers drawn since, when the first of them)}."""
        rows = self.env["foodcoop.barcode.code"]._read_group(
            [
                ("range_id", "in", self._origin.ids),
                ("create_date", ">=", day),
                ("state", "not in", ("imported", "foreign")),
            ],
            ["range_id"],
            ["__count", "create_date:min"],
        )
        return {range_: (count, since) for range_, count, since in rows}

    @api.model
    def _cron_warn(self):
        """What an allocation could not tell, because it was taken back."""
        for range_ in self.search([]):
            range_._warn(forecast.warning(range_.used, range_.capacity))

    def _warn(self, reached):
        """An activity for everyone who keeps the ranges; once for each threshold."""
        if reached <= self.warned:
            return
        # sudo: whoever numbers goods need not be allowed to plan others' work
        range_ = self.sudo()
        range_.warned = reached
        for person in range_._keepers():
            told = range_.with_context(lang=person.lang)
            told.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=told._warning_summary(reached),
                note=told._outlook(),
                user_id=person.id,
            )

    def _warning_summary(self, reached):
        return self.env._(
            "%(range)s: %(share)s %% of the numbers are given, %(free)s are left. "
            "Make another range in time.",
            range=self.name,
            share=reached,
            free=self.free,
        )

    def _keepers(self):
        """Who numbers goods in the companies that use this range."""
        everyone = self.env.ref("foodcoop_barcode.group_manager").all_user_ids
        return everyone.filtered(
            lambda person: (
                person.active
                and (not self.company_id or self.company_id in person.company_ids)
            )
        )
