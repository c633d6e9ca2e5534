# SPDX-License-Identifier: AGPL-3.0-or-later
import logging

from odoo import models
from odoo.fields import Command

_logger = logging.getLogger(__name__)
QUIET = {
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "tracking_disable": True,
}


class Reception(models.Model):
    """Mails about a reception are kept beside it."""

    _name = "foodcoop.reception"
    _inherit = ["foodcoop.reception", "mail.thread"]

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        """Coordinators write about what they may read; a terminal sees no mails."""
        role = "foodcoop_reception.group_coordinator"
        operation = "read" if self.env.user.has_group(role) else "write"
        return dict.fromkeys(self, operation)

    def _start(self, partner, company):
        """A terminal opens a count; nobody has to be told."""
        return super(Reception, self.with_context(**QUIET))._start(partner, company)

    def _apply_close(self, shares):
        closed = super()._apply_close(shares)
        self.env.flush_all()  # what fails below is the mail's fault, never the close's
        try:
            with self.env.cr.savepoint():
                self._mail_report()
        except Exception:
            # Whatever a template or an address may do, the goods are received.
            _logger.exception("No report of the reception %s was sent", self.id)
        return closed

    def _mail_report(self):
        """One mail a buyer, in their language, when there is something to say."""
        if not self.company_id.reception_report_mail or not self._has_report():
            return
        # sudo: a terminal closes a count and mails nothing by itself
        reception = self.sudo()
        template = self.env.ref("foodcoop_reception_report.mail_report").sudo()
        for buyer in reception._buyers():
            told = reception.with_context(lang=buyer.lang)
            template.with_context(lang=buyer.lang).send_mail(
                self.id,
                email_values=told._report_to(buyer.partner_id),
            )

    def _report_to(self, person):
        """To this person only, whatever recipients the template has by now."""
        return {
            "email_to": False,
            "email_cc": False,
            "partner_ids": [Command.set(person.ids)],
            "recipient_ids": [Command.set(person.ids)],
            "attachment_ids": [Command.set(self._attach_report().ids)],
        }

    def _buyers(self):
        """Who ordered, else who usually buys from this supplier; who has an address."""
        ordered = self.line_ids.purchase_line_id.order_id.user_id
        return (ordered or self.partner_id.buyer_id).filtered("email")

    def _attach_report(self):
        return self.env["ir.attachment"].create(
            {
                "name": self._report_name(),
                "raw": self._report_file(),
                "res_model": self._name,
                "res_id": self.id,
            }
        )
