# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import email_normalize

from ..lib import inbox


class CatalogueMail(models.Model):
    """A flood makes no lists: the mail that passes a limit says so, the rest goes back.

    A forged flood in the name of a supplier is stopped like a real one; for a day
    what that supplier itself sends is turned away with it, and the buyer knows.
    """

    _inherit = "foodcoop.catalogue.mail"

    address = fields.Char("Address", readonly=True, index=True)
    brake = fields.Selection(
        [
            (inbox.BY_ADDRESS, "Too much from one address"),
            (inbox.BY_STRANGERS, "Too many from unknown addresses"),
        ],
        "Too many mails",
        readonly=True,
    )
    refused = fields.Integer("Turned away after this one", readonly=True)

    @api.model
    def _normalize(self, email_from):
        return email_normalize(email_from or "", strict=False) or ""

    def _limit_passed(self, lists):
        """Whose mails are too many with this one, which brings so many lists; or ""."""
        own = self._of_today([("address", "=", self.address)])
        strangers = self._of_today([("sender", "=", "unknown")])
        told = [code for mail in own - self for _name, code, _day in mail.files or ()]
        day = inbox.Day(
            mails=len(own),
            lists=lists
            + sum(code in (inbox.TAKEN, inbox.SAME, inbox.WAITS) for code in told),
            strangers=len(strangers),
        )
        return inbox.limit_passed(day, self.sender)

    @api.model
    def _of_today(self, domain):
        since = self.env.cr.now() - timedelta(days=1)
        return self.search([("create_date", ">", since), *domain])

    @api.model
    def _refusing(self, email_from, company):
        """The mail after which those of this sender are turned away, if any."""
        address = self._normalize(email_from)
        brake = [("brake", "=", inbox.BY_ADDRESS), ("address", "=", address)]
        if found := self._of_today(brake)[:1]:
            return found
        found = self._of_today([("brake", "=", inbox.BY_STRANGERS)])[:1]
        asked = self.new({"address": address, "company_id": company.id})
        return found if found and asked._who_sent()[0] == "unknown" else self.browse()
