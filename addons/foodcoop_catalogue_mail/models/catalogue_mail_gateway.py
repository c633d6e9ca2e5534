# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import hashlib

from odoo import api, models
from odoo.exceptions import UserError

from ..lib import inbox


class CatalogueMail(models.Model):
    """From the mail gateway to lists in the reading queue. Nothing is applied here."""

    _inherit = "foodcoop.catalogue.mail"

    @api.model
    def message_new(self, msg_dict, custom_values=None):
        """A mail arrived; the gateway itself keeps its text and its files."""
        given = custom_values or {}
        mail = self.create(
            {
                "subject": msg_dict.get("subject") or "",
                "email_from": msg_dict.get("email_from") or "",
                "address": self._normalize(msg_dict.get("email_from")),
                "company_id": given.get("company_id") or self.env.company.id,
            }
        )
        mail._receive(_contents(msg_dict))
        return mail

    def message_update(self, msg_dict, update_vals=None):
        """An answer in the talk about a mail. A list in it is a new mail for us."""
        files = _contents(msg_dict)
        if any(one.verdict == inbox.LIST for one in _sort(files)):
            mail = self.message_new(msg_dict, {"company_id": self.company_id.id})
            mail._keep(files)
        return super().message_update(msg_dict, update_vals)

    def _receive(self, files):
        """Take what a known sender sent; keep the rest until somebody says whose."""
        sender, partner = self._who_sent()
        lists = [one for one in _sort(files) if one.verdict == inbox.LIST]
        self.write({"sender": sender, "partner_id": partner.id})
        self.brake = self._limit_passed(len(lists))
        self.waiting = bool(lists) and bool(self.brake or sender == "unknown")
        self.files = self._become(files, take=not self.waiting)
        if lists or self.brake or sender != "unknown":
            self._tell_buyer()

    def _become(self, files, take):
        """What becomes of each ``(name, bytes)``: ``[[name, code, date or False]]``."""
        told = []
        for file, (_name, data) in zip(_sort(files), files, strict=True):
            if file.verdict != inbox.LIST:
                told.append([file.name, file.verdict, False])
            elif not take:
                told.append([file.name, inbox.WAITS, False])
            elif twin := self._twin(data):
                when = twin.applied_on or twin.create_date.date()
                told.append([file.name, inbox.SAME, when.isoformat()])
            else:
                self._import(file.name, data)
                told.append([file.name, inbox.TAKEN, False])
        return told

    def _twin(self, data):
        """The list, here already, that is the same file to the byte."""
        return self.env["foodcoop.catalogue.import"].search(
            [
                ("digest", "=", hashlib.sha256(data).hexdigest()),
                ("company_id", "=", self.company_id.id),
                ("state", "!=", "undone"),
            ],
            limit=1,
        )

    def _import(self, name, data):
        """A draft, in the queue of those to be read; a person does the rest."""
        record = self.env["foodcoop.catalogue.import"].create(
            {
                "partner_id": self.partner_id.id,
                "company_id": self.company_id.id,
                "filename": name,
                "file": base64.b64encode(data),
                "mail_id": self.id,
            }
        )
        record.action_read()

    def _keep(self, files):
        self.env["ir.attachment"].create(
            [
                {
                    "name": inbox.file_name(name),
                    "raw": data,
                    "res_model": self._name,
                    "res_id": self.id,
                }
                for name, data in files
            ]
        )

    def _kept(self):
        """``[(name, bytes)]`` of the files that came with the mail."""
        domain = [("res_model", "=", self._name), ("res_id", "=", self.id)]
        found = self.env["ir.attachment"].search(domain, order="id")
        return [(one.name, one.raw or b"") for one in found]

    def _belongs_to(self, partner, remember):
        """A person says whose list this is: read it now, know the address next time."""
        if not self.try_lock_for_update():
            raise UserError(self.env._("Someone else is saying it now. Look again."))
        self.invalidate_recordset(["waiting"])
        if not self.waiting:
            raise UserError(self.env._("It was said already whose price list this is."))
        self.write({"partner_id": partner.id, "waiting": False})
        self.files = self._become(self._kept(), take=True)
        if remember:
            self._remember_sender()
        self.message_post(
            body=self.env._("This price list is from %s.", partner.display_name)
        )
        self.activity_feedback(["mail.mail_activity_data_todo"])


def _contents(msg_dict):
    """``[(name, bytes)]`` of a mail's attachments."""
    files = []
    for attachment in msg_dict.get("attachments") or ():
        name, content = attachment[0], attachment[1]
        if isinstance(content, str):
            content = content.encode()
        if isinstance(content, bytes):
            files.append((name or "", content))
    return files


def _sort(files):
    return inbox.sort((name, len(data)) for name, data in files)
