# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_desk.lib import answer
from odoo.addons.foodcoop_desk.lib.grid import window
from odoo.addons.foodcoop_pdf.lib.page_image import page_size
from odoo.addons.foodcoop_sheet.lib.table import NO_TABLE, ReadError
from odoo.addons.foodcoop_words.lib import roles
from odoo.exceptions import UserError

from . import questions
from .sentences import bad_cells_sentence, reason_sentence


class CatalogueImport(models.Model):
    """The sheet, or the page, on which a person says what each column is."""

    _inherit = "foodcoop.catalogue.import"

    def repair_page(self, change=None, sheet=None, first=1):
        """Apply a change, if any, and give what the repair screen shows.

        ``change``: {"what": "column", "column", "block", "sheet", "role"},
        {"what": "row", "sheet", "row", "text", "keep"}, or {"what": "answer", "code",
        "value"}.
        """
        self.ensure_one()
        with self._refusing():
            document = self._document()
            if change:
                self._reopen()
                reading = self._change_mapping(self._changed(document, change))
            else:
                reading = self._reading_or_none()
        names = [one.name for one in document.sheets]
        shown = document.sheets[names.index(sheet) if sheet in names else 0]
        page = window(shown, reading, first)
        return {
            **page,
            "rows": self._explained(page["rows"]),
            "sheet": shown.name,
            "sheets": names,
            "pages": max(shown.pages, default=0),
            "size": page["page"] and page_size(self._file_bytes(), page["page"]),
            "left_out": self._explained((self.understood or {}).get("left_out", ())),
            **self._choices_made(),
        }

    def _choices_made(self):
        """What can be chosen, and what is."""
        mapping = self._mapping()
        return {
            "roles": self._role_labels(),
            "bases": self._choices("", "kg", "l", "piece", "inner", "case"),
            "nets": self._choices("", "net", "gross"),
            "basis": mapping.basis,
            "net": {True: "net", False: "gross"}.get(mapping.net, ""),
            "check": self.check,
        }

    def _reading_or_none(self):
        try:
            return self._reading()
        except ReadError as error:
            if error.reason != NO_TABLE:
                raise
            return None

    def _changed(self, document, change):
        """The mapping after a person's change."""
        mapping, what = self._mapping(), change.get("what")
        if what == "answer":
            return answer.answered(mapping, change["code"], "", change["value"])
        sheet = next((s for s in document.sheets if s.name == change["sheet"]), None)
        if sheet is None or what not in ("column", "row"):
            raise UserError(self.env._("This sheet is no longer in the file."))
        if what == "row":
            key = change.get("text") or answer.row_text(sheet, int(change["row"]))
            return answer.with_row(mapping, key, bool(change["keep"]))
        return mapping.with_role(
            int(change["column"]),
            change["role"],
            sheet=sheet.name,
            block=int(change.get("block") or 1),
            title=change.get("title") or "",
        )

    def _explained(self, rows):
        """Rows, each with the sentence why it is not taken, cell by cell."""
        return [
            {
                **row,
                "why": bad_cells_sentence(self.env, row.get("bad"))
                or (row["reason"] and reason_sentence(self.env, row["reason"])),
            }
            for row in rows
        ]

    def _choices(self, *values):
        labels = questions.answer_labels(self.env)
        labels[""] = self.env._("As the list says")
        return [[value, labels[value]] for value in values]

    def _price_labels(self):
        env = self.env
        return {
            roles.PRICE: env._("Price"),
            roles.CASE_PRICE: env._("Price of a case"),
            roles.DISCOUNT: env._("Discount"),
        }

    def _role_labels(self):
        env = self.env
        known = {
            roles.NAME: env._("Name"),
            roles.VARIANT: env._("Size or quality"),
            roles.CODE: env._("Code"),
            roles.GTIN: env._("Barcode"),
            **self._price_labels(),
            roles.PACK: env._("Pack"),
            roles.COUNT: env._("Number in a case"),
            roles.CONTENT: env._("Content of one piece"),
            roles.UNIT: env._("Unit of the price"),
            roles.VAT: env._("VAT"),
            roles.GROSS_PRICE: env._("Price with VAT"),
            roles.ADVISED: env._("Advised price"),
            roles.ORIGIN: env._("Origin"),
            roles.BRAND: env._("Brand"),
            roles.LABEL: env._("Label (organic...)"),
            roles.CATEGORY: env._("Category"),
            roles.AVAILABLE: env._("Available"),
            roles.DEPOSIT: env._("Deposit"),
            roles.ORDER: env._("Quantity to order"),
        }
        return [*map(list, known.items()), ["", env._("Nothing we need")]]
