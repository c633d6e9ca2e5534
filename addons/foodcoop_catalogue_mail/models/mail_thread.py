# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict

from odoo import api, models
from odoo.tools import email_normalize
from odoo.tools.mail import generate_tracking_message_id

from ..lib import inbox

OURS = "foodcoop.catalogue.mail"


class MailThread(models.AbstractModel):
    """Two things of a mail for us that its text alone does not tell."""

    _inherit = "mail.thread"

    @api.model
    def _detect_loop_sender(self, message, message_dict, routes):
        """Answers of programs, and our own mail coming back, make nothing."""
        ours = bool(routes) and all(route[0] == OURS for route in routes)
        if ours and self._is_catalogue_echo(message, message_dict):
            return True
        if ours and self._is_catalogue_flood(message, message_dict, routes):
            return True
        return super()._detect_loop_sender(message, message_dict, routes)

    @api.model
    def _is_catalogue_echo(self, message, message_dict):
        has_list = _has_list(message_dict)
        subject = message_dict.get("subject") or ""
        if inbox.is_machine(dict(message.items()), subject, has_list):
            return True
        sender = email_normalize(message_dict.get("email_from") or "", strict=False)
        # sudo: the gateway's own addresses
        return bool(self.env["mail.alias.domain"].sudo()._find_aliases([sender]))

    @api.model
    def _is_catalogue_flood(self, message, message_dict, routes):
        """More of what was too much already; the first time, its sender hears of it."""
        new = any(not thread for _model, thread, *_rest in routes)
        if not new and not _has_list(message_dict):
            return False  # only words, in a talk that is under way
        company_id = (routes[0][2] or {}).get("company_id") or self.env.company.id
        company = self.env["res.company"].browse(company_id)
        # sudo: the gateway asks, whoever runs it
        mails = self.env[OURS].sudo()
        refusing = mails._refusing(message_dict.get("email_from"), company)
        if not refusing:
            return False
        if not refusing.refused and refusing.sender != "unknown":
            self._tell_catalogue_flood(message, message_dict)
        refusing.refused += 1
        return True

    @api.model
    def _tell_catalogue_flood(self, message, message_dict):
        """In the words that Odoo has for it, and an answer to them is ignored."""
        body = self.env["ir.qweb"]._render(
            "mail.message_notification_limit_email",
            {"email": message_dict.get("to")},
            minimal_qcontext=True,
            raise_if_not_found=False,
        )
        tag = generate_tracking_message_id("loop-detection-bounce-email")
        self._routing_create_bounce_email(
            message_dict["email_from"],
            body,
            message,
            references=f"{message_dict['message_id']} {tag}",
        )

    @api.model
    def _message_parse_post_process(self, message, message_dict, routes):
        values = super()._message_parse_post_process(message, message_dict, routes)
        if any(route[0] == OURS for route in routes or ()):
            attachments = message_dict.get("attachments") or []
            values["attachments"] = _as_sent(message, attachments)
        return values


def _has_list(message_dict):
    named = [(one[0] or "", 1) for one in message_dict.get("attachments") or ()]
    return any(one.verdict == inbox.LIST for one in inbox.sort(named))


def _as_sent(message, attachments):
    """Text files as the bytes that were sent.

    The gateway decodes them as UTF-8 where the mail does not say otherwise; a list in
    another encoding would lose its accents.
    """
    sent = defaultdict(list)
    for part in message.walk():
        if part.get_filename() and not part.is_multipart():
            sent[part.get_filename()].append(part.get_payload(decode=True))
    return [
        one._replace(content=sent[one.fname].pop(0))
        if isinstance(one.content, str) and sent[one.fname]
        else one
        for one in attachments
    ]
