# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.exceptions import UserError

from ..lib import answer
from .answer_sentences import finding_texts, row_text

ANSWERED = ("check", "read", "applied")
SHOWN = 5  # rows named for each kind of trouble


class CatalogueImport(models.Model):
    """What could be better in a list, told to who sent it."""

    _inherit = "foodcoop.catalogue.import"

    mail_id = fields.Many2one(
        "foodcoop.catalogue.mail",
        "Came by mail",
        readonly=True,
        index="btree_not_null",
        copy=False,
        ondelete="restrict",
    )

    def action_answer(self):
        """Open a mail to the supplier that names what it could correct."""
        self.ensure_one()
        self.check_access("read")
        if self.state not in ANSWERED or not self.partner_id:
            raise UserError(
                self.env._(
                    "Read the list and say whose it is; then it can be answered."
                )
            )
        with self._refusing():
            found = answer.findings(self._reading())
        if not found:
            return self._nothing_to_ask()
        lang = self.partner_id.lang or self.env.lang
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer to the supplier"),
            "res_model": "mail.compose.message",
            "view_mode": "form",
            "target": "new",
            "context": self.with_context(lang=lang)._prepare_answer(found),
        }

    def _prepare_answer(self, found):
        """The composer's defaults, in the supplier's language."""
        writer = self.mail_id._writer() or self.partner_id
        values = {
            "filename": self.filename or "",
            "findings": [self._prepare_finding(one) for one in found],
        }
        body = self.env["ir.qweb"]._render(
            "foodcoop_catalogue_mail.answer_letter", values
        )
        answer_to = self._answer_address()
        return {
            "default_model": "res.partner",
            "default_res_ids": self.partner_id.ids,
            "default_composition_mode": "comment",
            "default_partner_ids": writer.ids,
            "default_subject": self.env._("Your price list “%s”", self.filename or ""),
            "default_body": body,
            **({"default_reply_to": answer_to} if answer_to else {}),
        }

    def _prepare_finding(self, finding):
        title, advice = finding_texts(self.env, finding.code)
        rest = finding.count - SHOWN
        twice = finding.code in (answer.CODE_TWICE, answer.GTIN_TWICE)
        shown = finding.rows[: SHOWN * 2 if twice else SHOWN]
        return {
            "title": self.env._(
                "%(what)s: %(count)s.", what=title, count=finding.count
            ),
            "advice": advice,
            "rows": [row_text(self.env, row) for row in shown],
            "more": self.env._("and %s more", rest)
            if finding.rows and rest > 0
            else "",
        }

    def _answer_address(self):
        """Where a corrected list may come to, so that it is read by itself."""
        alias = self.env.ref(
            "foodcoop_catalogue_mail.alias_catalogues", raise_if_not_found=False
        )
        # sudo: the address itself is no secret
        alias = alias and alias.sudo()
        return alias and alias.alias_domain and alias.alias_full_name or ""

    def _nothing_to_ask(self):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Every row of this list is clear: there is nothing to ask."
                ),
            },
        }
