# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import fields, models
from odoo.tools import format_date

from .sentences import quantity_text


class ResCurrency(models.Model):
    """A list in another money than the shop's is held against it at today's rate."""

    _inherit = "res.currency"

    def _catalogue_rate(self, company):
        """What one of it is in the shop's money today; 0 when nobody wrote a rate.

        Odoo then takes one franc for one euro.
        """
        own = company.currency_id
        if self in (own, self.browse()):
            return Decimal(1)
        if not self._written_rate(company):
            return Decimal(0)
        today = fields.Date.context_today(self)
        return Decimal(str(self._convert(1.0, own, company, today, round=False)))

    def _written_rate(self, company):
        """The rate that holds today, as somebody or something wrote it."""
        return self.env["res.currency.rate"].search(
            [
                ("currency_id", "=", self.id),
                ("company_id", "in", (False, company.root_id.id)),
                ("name", "<=", fields.Date.context_today(self)),
            ],
            order="name desc, id desc",
            limit=1,
        )

    def _rate_sentence(self, company):
        """ "1 CHF = 0.93 EUR" and since when; "" in the shop's own money."""
        own = company.currency_id
        if self in (own, self.browse()):
            return ""
        written = self._written_rate(company)
        if not written:
            return self.env._(
                "The shop has no rate for %s yet: the effect on margins is not known.",
                self.name,
            )
        return self.env._(
            "At today's rate, written on %(date)s: 1 %(paid)s = %(rate)s %(own)s.",
            date=format_date(self.env, written.name),
            paid=self.name,
            rate=quantity_text(self.env, round(self._catalogue_rate(company), 4)),
            own=own.name,
        )

    def _catalogue_named(self, names):
        """The currencies of these names, those too that the shop does not use yet."""
        hidden = self.env["res.currency"].with_context(active_test=False)
        return hidden.search([("name", "in", [*names])])

    def _catalogue_use(self):
        """Prices are written in it from now on: Odoo is to show which they are in."""
        # sudo: currencies are the administrator's; to buy in one is the buyer's word
        self.sudo().filtered(lambda one: not one.active).active = True
