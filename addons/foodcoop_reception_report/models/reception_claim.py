# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a supplier is asked to make good, as the draft of a mail."""

from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from ..lib.lacking import lacking
from .reception_line import as_decimal

CLAIMED = ("open", "credit")


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def action_claim(self):
        """A draft in the supplier's language: nothing is sent, nothing is decided."""
        self.ensure_one()
        if not self.env.user.has_group("foodcoop_reception.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator of receptions decides this. Ask one.")
            )
        self.check_access("read")
        if not self._claim_lines():
            raise UserError(
                self.env._(
                    "Nothing is left to ask the supplier for: what was missing or "
                    "refused is settled."
                )
            )
        draft = self._draft_claim()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Claim to the supplier"),
            "res_model": "mail.compose.message",
            "res_id": draft.id,
            "view_mode": "form",
            "target": "new",
        }

    def _draft_claim(self):
        template = self.env.ref("foodcoop_reception_report.mail_claim")
        return self.env["mail.compose.message"].create(
            {
                "composition_mode": "comment",
                "model": self._name,
                "res_ids": str(self.ids),
                "template_id": template.id,
                "attachment_ids": [Command.set(self._photos().ids)],
            }
        )

    def _claim_lines(self):
        return self.line_ids.filtered(
            lambda line: line.kind in ("short", "refused") and line.decision in CLAIMED
        )

    def _claim_rows(self):
        """What the mail lists, in the language of the context."""
        lines = self._claim_lines()
        codes = self._supplier_codes(lines.product_id)
        return [line._claim_row(codes) for line in lines]

    def _claim_facts(self):
        """Orders and dates as the supplier knows them."""
        # sudo: a coordinator has no rights on orders; these facts go to the supplier
        orders = self.sudo().line_ids.purchase_line_id.order_id
        days = {order.name: self._day(order.date_approve) for order in orders}
        references = [order.partner_ref for order in orders if order.partner_ref]
        return {
            "orders": ", ".join(f"{name} ({day})" for name, day in days.items()),
            "references": ", ".join(references),
            "day": self._day(self.closed_at),
            "photos": len(self._photos()),
        }

    def _photos(self):
        return self.env["ir.attachment"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", self.ids),
                ("mimetype", "=like", "image/%"),
            ]
        )


class ReceptionLine(models.Model):
    _inherit = "foodcoop.reception.line"

    def _claim_row(self, codes):
        numbers = (self.ordered, self.kept, self.refused)
        owed = lacking(*map(as_decimal, numbers))
        return {
            "code": codes.get(self.product_id, ""),
            "product": self.product_id.with_context(
                display_default_code=False
            ).display_name,
            "ordered": self._amount(self.ordered),
            "missing": self._amount(float(owed.missing)) if owed.missing else "",
            "refused": self._amount(float(owed.refused)) if owed.refused else "",
            "why": ", ".join(filter(None, [self._told("reason"), self.note])),
        }
