# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_pricelist.lib import header
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import ReadError
from odoo.exceptions import UserError

from ..lib import answer
from ..lib.grid import window
from . import questions
from .sentences import reason_sentence


class CatalogueImport(models.Model):
    """The sheet, or the page, on which a person says what each column is."""

    _inherit = "foodcoop.catalogue.import"

    def repair_page(self, change=None, sheet=None, first=1):
        """Apply a change, if any, and give what the repair screen shows.

        ``change``: {"what": "column", "column", "block", "sheet", "role"},
        {"what": "row", "sheet", "row", "keep"}, or {"what": "answer", "code",
        "value"}.
        """
        self.ensure_one()
        document = self._document()
        if change:
            self._reopen()
            self.mapping_text = self._changed(document, change).as_text()
            self._understand(document)
        names = [one.name for one in document.sheets]
        shown = document.sheets[names.index(sheet) if sheet in names else 0]
        page = window(shown, self._reading_or_none(document), first)
        for row in page["rows"]:
            row["why"] = reason_sentence(self.env, row["reason"]) if row["reason"] else ""
        return {
            **page,
            "sheet": shown.name,
            "sheets": names,
            "pages": max(shown.pages, default=0),
            "roles": self._role_labels(),
            "bases": self._choices("", "kg", "l", "piece", "inner", "case"),
            "nets": self._choices("", "net", "gross"),
            "basis": self._mapping().basis,
            "net": {True: "net", False: "gross"}.get(self._mapping().net, ""),
            "check": self.check,
            "left_out": self._left_out(),
        }

    def _reading_or_none(self, document):
        try:
            return read(document, self._mapping(), self._known_prices())
        except ReadError:
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
            key = answer.row_text(sheet, int(change["row"]))
            return answer.with_row(mapping, key, bool(change["keep"]))
        return mapping.with_role(
            int(change["column"]),
            change["role"],
            sheet=sheet.name,
            block=int(change.get("block") or 1),
            title=change.get("title") or "",
        )

    def _left_out(self):
        """Rows left out, and why: each can be taken in again."""
        return [
            {**row, "why": reason_sentence(self.env, row["reason"])}
            for row in (self.understood or {}).get("left_out", ())
        ]

    def _choices(self, *values):
        labels = {**questions.answer_labels(self.env), "": self.env._("As the list says")}
        return [[value, labels[value]] for value in values]

    def _role_labels(self):
        env = self.env
        known = {
            header.NAME: env._("Name"),
            header.VARIANT: env._("Size or quality"),
            header.CODE: env._("Code"),
            header.GTIN: env._("Barcode"),
            header.PRICE: env._("Price"),
            header.PACK: env._("Pack"),
            header.UNIT: env._("Unit of the price"),
            header.QUANTITY: env._("Quantity in a case"),
            "vat": env._("VAT"),
            "origin": env._("Origin"),
            "brand": env._("Brand"),
            "labels": env._("Labels"),
            "category": env._("Category"),
            "": env._("Nothing we need"),
        }
        return [[role, label] for role, label in known.items()]
