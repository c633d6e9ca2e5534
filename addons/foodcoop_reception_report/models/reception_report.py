# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a delivery lacked, as a workbook and as the lines of a mail."""

import re

from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_amount, format_date, formatLang

from ..lib import workbook

COUNT, MONEY, DAY = "0.###", "0.00", "yyyy-mm-dd"
MOST_IN_MAIL = 30


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _report_lines(self):
        """What there is something to say of, the most money first."""
        return self.line_ids.filtered(
            lambda line: line.kind != "right" or line.price_differs or line.note
        ).sorted(lambda line: (-line.at_stake, line.id))

    def _has_report(self):
        told = self._report_lines() or self.code_ids or self.note_ids
        return bool(told or self.sudo().unknown_codes)  # sudo: computed with it, too

    def _report_name(self):
        about = re.sub(r"[^\w.-]+", "-", self.sudo().orders or "").strip("-")
        return f"{self.env._('Differences')}-{about or self.id}.xlsx"

    def _report_file(self):
        """xlsx, in the language of the context."""
        lines = self._report_lines()
        codes = self._supplier_codes(lines.product_id)
        money = self.currency_id.round(sum(lines.mapped("money")))
        return workbook.xlsx(
            workbook.Table(
                name=self.env._("Differences"),
                heading=self._report_heading(lines),
                columns=self._report_columns(),
                rows=[line._report_row(codes) for line in lines],
                total=[self.env._("Total"), *[None] * 8, money],
            )
        )

    def _report_heading(self, lines):
        right = len(self.line_ids) - len(lines)
        remarks = [note.note for note in self.note_ids if note.note]
        unknown = (self.unknown_codes or "").split()
        told = [
            self.display_name or "",
            self.env._("Closed on %s", self._day(self.closed_at)),
            self.env._(
                "%(right)s of %(all)s lines as ordered",
                **{"right": right, "all": len(self.line_ids)},
            ),
            *remarks,
        ]
        if unknown:
            told.append(self.env._("Unknown codes: %s", ", ".join(unknown)))
        return told

    def _report_columns(self):
        column = workbook.Column
        return [
            column(self.env._("Product"), 38),
            column(self.env._("Supplier's code"), 16),
            column(self.env._("What"), 16),
            column(self.env._("Unit"), 9),
            column(self.env._("Ordered"), 10, COUNT),
            column(self.env._("Delivered"), 10, COUNT),
            column(self.env._("Refused"), 10, COUNT),
            column(self.env._("Kept"), 10, COUNT),
            column(self.env._("Difference"), 10, COUNT),
            column(self.env._("Money"), 10, MONEY),
            column(self.env._("Reason"), 20),
            column(self.env._("Remark"), 30),
            column(self.env._("Best before"), 12, DAY),
            column(self.env._("Price ordered"), 12, MONEY),
            column(self.env._("Price on the note"), 12, MONEY),
        ]

    def _supplier_codes(self, products):
        """{product: what this supplier calls it}, in one query."""
        # sudo: who reviews need not be allowed to see prices of purchase
        sellers = self.env["product.supplierinfo"].sudo()
        found = sellers.search(
            [
                ("partner_id", "=", self.partner_id.id),
                ("product_tmpl_id", "in", products.product_tmpl_id.ids),
                ("product_code", "!=", False),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        return {
            product: seller.product_code
            for product in products
            for seller in reversed(found)
            if seller.product_tmpl_id == product.product_tmpl_id
            and seller.product_id in (product, product.browse())
        }

    def _mail_rows(self):
        """Lines of the mail: name, what, quantities, money; the rest is attached."""
        return [line._mail_row() for line in self._report_lines()[:MOST_IN_MAIL]]

    def _day(self, moment):
        if not moment:
            return ""
        return format_date(self.env, fields.Datetime.context_timestamp(self, moment))

    def _money(self, amount):
        return format_amount(self.env, amount, self.currency_id)

    def _report_for_reviewer(self):
        """(xlsx, its name) for a coordinator; nobody else sees prices of purchase."""
        if not self.env.user.has_group("foodcoop_reception.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator of receptions sees this. Ask one.")
            )
        self.check_access("read")
        reception = self.sudo()  # sudo: no rights on stock are needed to review
        return reception._report_file(), reception._report_name()

    def action_report(self):
        """The workbook, for whoever reviews."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/foodcoop_reception_report/differences/{self.id}",
            "target": "download",
        }


class ReceptionLine(models.Model):
    _inherit = "foodcoop.reception.line"

    def _report_row(self, codes):
        product = self.product_id.with_context(display_default_code=False)
        return [
            product.display_name,
            codes.get(self.product_id, ""),
            self._told("kind"),
            self.unit_id.name,
            self.ordered,
            self.delivered,
            self.refused or None,
            self.kept,
            self.gap or None,
            self.money or None,
            self._told("reason"),
            self.note or "",
            self.expiry or None,
            self.price or None,
            self.price_noted or None,
        ]

    def _mail_row(self):
        return {
            "product": self.product_id.with_context(
                display_default_code=False
            ).display_name,
            "what": ", ".join(filter(None, self._told_of_it())),
            "ordered": self._amount(self.ordered),
            "kept": self._amount(self.kept),
            "money": self.reception_id._money(self.money),
        }

    def _told_of_it(self):
        """Why the line is in the mail; one that came as ordered may have a remark."""
        yield self._told("kind")
        yield self._told("reason")
        yield self.note
        if self.price_differs:
            price = self.reception_id._money(self.price_noted)
            yield self.env._("on the delivery note it costs %s", price)

    def _told(self, name):
        """What a selection's value is called in the language of the context."""
        scans = self.env["foodcoop.reception.scan"]
        field = (scans if name == "reason" else self)._fields[name]
        return dict(field._description_selection(self.env)).get(self[name], "")

    def _amount(self, quantity):
        """With its unit, without zeros that say nothing."""
        text = formatLang(self.env, quantity, digits=3)
        point = self.env["res.lang"]._get_data(code=self.env.lang or "en_US")
        sign = point.decimal_point or "."
        return f"{text.rstrip('0').removesuffix(sign)} {self.unit_id.name}"
