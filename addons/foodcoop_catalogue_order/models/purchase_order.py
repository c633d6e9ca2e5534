# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import logging
from decimal import Decimal
from typing import NamedTuple

from odoo import models
from odoo.addons.foodcoop_file.lib.apart import UNEXPECTED
from odoo.addons.foodcoop_sheet.lib.table import NOT_A_WORKBOOK, ReadError
from odoo.exceptions import UserError

from ..lib import fill, fill_xlsx, own_form, place
from .sentences import NO_LIST, apart_sentence, fill_sentence

_logger = logging.getLogger(__name__)

LISTS = ("applied", "read", "check", "undone")  # states in which a list was understood


class Forms(NamedTuple):
    """What goes to the supplier: ``[(name, bytes)]``, and a sentence about it.

    ``asks_column``: the list could not be filled until a person names its column.
    """

    files: list
    sentence: str
    asks_column: bool = False


class PurchaseOrder(models.Model):
    _inherit = "purchase.order"

    def action_fill_form(self):
        """Make the file that goes to the supplier, and attach it to the order."""
        self.ensure_one()
        self.check_access("write")
        if not self.order_line.filtered("product_id"):
            raise UserError(
                self.env._("The order has no line yet. Add a product first.")
            )
        forms = self._make_forms()
        message = self.message_post(body=forms.sentence, attachments=forms.files)
        links = self._column_links() if forms.asks_column else []
        links += [
            {"label": one.name, "url": f"/web/content/{one.id}?download=true"}
            for one in message.attachment_ids
        ]
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "message": " ".join([forms.sentence, *["%s"] * len(links)]),
                "links": links,
                "type": "warning" if forms.asks_column else "success",
                "sticky": True,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _column_links(self):
        """To the place where whoever may say it names the column."""
        memory = self._format().sudo(False)  # the memory of lists is not everybody's
        if not memory or not memory.has_access("write"):
            return []
        url = f"/odoo/{memory._name}/{memory.id}"
        return [{"label": self.env._("Name the column now"), "url": url}]

    def _process_attachments_for_template_post(self, mail_template):
        """The mail to the supplier carries the form, made anew from the order."""
        found = super()._process_attachments_for_template_post(mail_template)
        for order in self:
            memory = order._format()
            if memory and memory.order_form != "none" and order.order_line:
                files = order._make_forms().files
                mine = found.setdefault(order.id, {}).setdefault("attachments", [])
                mine += [(name, base64.b64encode(data)) for name, data in files]
        return found

    def _format(self):
        # sudo: who orders need not be the one who looks after lists
        memory = self.env["foodcoop.catalogue.format"].sudo()
        return memory._of(self.partner_id.commercial_partner_id, self.company_id)

    def _make_forms(self):
        """The ``Forms`` of this order, as the supplier wants them."""
        memory = self._format()
        kind = memory.order_form or "list"
        if kind != "list":
            return Forms(self._own(kind), self.env._("The order form is attached."))
        try:
            return self._fill_list(memory)
        except ReadError as error:
            if error.reason in (UNEXPECTED, NOT_A_WORKBOOK):
                _logger.info("The list of order %s is unfit", self.id, exc_info=True)
            why = fill_sentence(self.env, error.reason, error.place)
            sentence = self.env._("The order is attached in a form of ours: %s", why)
            asks = error.reason in (fill.NO_COLUMN, fill_xlsx.FORMULA_THERE)
            return Forms(self._own("xlsx"), sentence, asks)

    def _fill_list(self, memory):
        """The supplier's list with our quantities; what it does not name, apart."""
        source = self._last_list()
        filled = fill.filled_apart(
            source._kept_document(),
            source._file_bytes(),
            self._wanted(),
            memory._order_answers(),
        )
        files, told = [], self.env._("Nothing of the order fits in the list %s.")
        if filled.data:
            name = f"{self.name.replace('/', '-')} {source.filename}"
            files = [(name, filled.data)]
            told = self.env._("The order stands in a copy of the list %s.")
        apart = {
            why: self.order_line.browse(refs) for why, refs in filled.apart.items()
        }
        if apart:
            files += self._own("xlsx", self.order_line.browse().concat(*apart.values()))
        why = [apart_sentence(self.env, *one) for one in apart.items()]
        return Forms(files, " ".join([told % source.filename, *why]))

    def _last_list(self):
        # sudo: the list is read to order from it, by whoever orders
        lists = self.env["foodcoop.catalogue.import"].sudo()
        domain = [
            ("partner_id", "=", self.partner_id.commercial_partner_id.id),
            ("company_id", "=", self.company_id.id),
            ("state", "in", LISTS),
        ]
        found = lists.search(domain, order="id desc")
        if not found:
            raise fill_xlsx.FillError(NO_LIST)
        return (found.filtered(lambda one: one.state != "undone") or found)[0]

    def _wanted(self):
        """The lines as the supplier's list may know them, in base units."""
        return [
            place.Wanted(line.id, *line._supplier_words(), *line._base_quantities())
            for line in self.order_line.filtered("product_id")
        ]

    def _own(self, kind, lines=None):
        lines = self.order_line.filtered("product_id") if lines is None else lines
        translated = self.with_context(lang=self.partner_id.lang or self.env.lang)
        form = translated._prepare_form(lines.with_env(translated.env))
        return [(f"{form.name}.{kind}", own_form.own_form(form, kind))]

    def _prepare_form(self, lines):
        heading = (self.company_id.name, self.name, self.partner_id.display_name)
        titles = (
            self.env._("Code"),
            self.env._("Product"),
            self.env._("Pack"),
            self.env._("Quantity"),
            self.env._("Price"),
        )
        rows = [
            own_form.Row(
                *line._supplier_words(),
                line.product_uom_id.name,
                Decimal(str(round(line.product_qty, 3))),
                Decimal(str(round(line.price_unit, 4))),
            )
            for line in lines
        ]
        return own_form.Form(self.name.replace("/", "-"), heading, titles, rows)


class PurchaseOrderLine(models.Model):
    _inherit = "purchase.order.line"

    def _supplier_words(self):
        """Code and name by which the supplier knows this product."""
        seller = self.product_id._select_seller(
            partner_id=self.partner_id,
            quantity=None,
            date=self.order_id.date_order and self.order_id.date_order.date(),
            uom_id=self.product_uom_id,
        )
        return (
            seller.product_code or self.product_id.default_code or "",
            seller.product_name or self.product_id.name,
        )

    def _base_quantities(self):
        """In base units: the whole line, and one of the unit it was ordered in."""
        base = self.product_id.uom_id
        pack = self.product_uom_id._compute_quantity(1, base, round=False)
        return [Decimal(str(round(one, 6))) for one in (self.product_qty * pack, pack)]
