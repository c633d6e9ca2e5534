# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_desk.lib import answer as answers
from odoo.addons.foodcoop_desk.lib.hidden import hidden
from odoo.addons.foodcoop_desk.lib.summary import summary
from odoo.addons.foodcoop_desk.lib.understand import understood_apart
from odoo.addons.foodcoop_desk.lib.unread import unread
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, MappingError
from odoo.addons.foodcoop_sheet.lib.table import FULL, NO_TABLE, ReadError
from odoo.exceptions import UserError

from . import questions
from .notices import notices

PARTIAL_KINDS = {"pdf"}  # files that seldom hold the whole range

DEFAULT_ALARM = 20.0


class CatalogueImport(models.Model):
    """ "Is this right?": what was understood, what is asked, what is remembered."""

    _inherit = "foodcoop.catalogue.import"

    mapping_text = fields.Text(readonly=True, copy=False)
    understood = fields.Json(readonly=True, copy=False)
    older_accepted = fields.Boolean(readonly=True, copy=False)
    scope_answered = fields.Boolean(readonly=True, copy=False)
    skipped = fields.Json(readonly=True, copy=False)  # questions nobody could answer
    check = fields.Json("Is this right?", compute="_compute_check")

    @api.depends(
        *("understood", "partner_id", "scope", "list_date"),
        *("older_accepted", "recognised", "skipped"),
    )
    @api.depends_context("lang")
    def _compute_check(self):
        for record in self:
            record.check = record.understood and {
                "question": next(record._questions(), False),
                "sentences": questions.sentences(record),
                "notices": notices(record),
                "error": questions.trouble(record),
                "no_list": "error" in record.understood,
                "left_out": len(record.understood.get("left_out", ())),
                "supplier": record.partner_id.display_name or "",
            }

    def _mapping(self):
        text = self.mapping_text
        return Mapping.from_text(text) if text else Mapping()

    def _given_mapping(self):
        """None where nothing was ever said of this supplier's lists."""
        return self._mapping() if self.mapping_text else None

    def _reading(self, cancelled=None):
        """The list understood with all that we know of it; raises ReadError."""
        return understood_apart(
            self._kept_document(),
            self._given_mapping(),
            self._known_prices(),
            cancelled=cancelled,
        )

    def _understand(self, cancelled=None):
        """Read the sheets with what we know; None when no table was found."""
        try:
            reading = self._reading(cancelled)
        except ReadError as error:
            if error.reason != NO_TABLE:
                raise
            self._turn(understood={"error": error.reason})
            return None
        document = self._document()
        beside = {"hidden": hidden(document), "unread": unread(document, reading)}
        found = {**summary(reading), **beside}
        self._turn(
            understood=found,
            list_date=found["date"] or False,
            hidden_rows=reading.hidden_rows,
            hidden_columns=reading.hidden_columns,
        )
        self._settle_scope(reading.kind)
        return reading

    def _settle_scope(self, kind):
        """Whole range or a part: said by the file, remembered, or to be asked."""
        if self.scope_answered:
            return
        said = self.understood["scope"]
        memory = self.format_id.scope
        if said:
            self._turn(scope="full" if said == FULL else "partial")
        elif memory in ("full", "partial"):
            self._turn(scope=memory)
        else:
            self._turn(scope="partial" if kind in PARTIAL_KINDS else False)

    def _is_full(self):
        """What is missing from this list is no longer sold."""
        return self.scope == "full"

    def _alarm_percent(self):
        """How far a price may move before a person is asked."""
        return self.format_id.alarm_percent or DEFAULT_ALARM

    def _known_prices(self):
        """{code: price} of the last list: columns are found by them."""
        return {}

    def _questions(self):
        """What only a person knows, one after the other, most basic first."""
        if "error" in self.understood:
            return  # first there must be a list
        if not self.partner_id:
            yield questions.supplier(self)
        last = self.format_id._last_import() if self.format_id else self.browse()
        dated = self.list_date and last.list_date and not self.older_accepted
        if dated and self.list_date < last.list_date:
            yield questions.older(self, last)
        for asked in self.understood.get("questions", ()):
            if [asked["code"], asked["about"]] not in (self.skipped or []):
                yield questions.of_the_list(self.env, asked)
        if not self.scope:
            yield questions.scope(self)

    def answer(self, code, about, value):
        """A button was pressed under a question."""
        self._reopen()
        with self._refusing():
            self._answer(code, about or "", value or "")

    def _answer(self, code, about, value):
        if code == questions.SUPPLIER:
            self._answer_supplier(value)
        elif code == questions.OLDER:
            self._turn(older_accepted=True)
        elif code == questions.SCOPE:
            if value not in ("full", "partial"):
                raise UserError(self.env._("Choose one of the two answers."))
            self._turn(scope=value, scope_answered=True)
        elif value == questions.UNKNOWN:
            self._turn(skipped=[*(self.skipped or []), [code, about]])
        else:
            self._change_mapping(answers.answered(self._mapping(), code, about, value))

    def _answer_supplier(self, value):
        partner = self.env["res.partner"].browse(int(value)).exists()
        if not partner:
            raise UserError(self.env._("This supplier is no longer there."))
        partner.check_access("read")  # the number comes from a browser
        self._turn(partner_id=partner.id, recognised=False)
        self._recall()
        self._understand()

    def _change_mapping(self, mapping):
        """Keep an answer, if it can be one, and give the list understood with it."""
        text = mapping.as_text()
        try:
            Mapping.from_text(text)
        except MappingError as error:
            raise UserError(
                self.env._("This is no answer. Write a percentage such as 5.5.")
            ) from error
        self._turn(mapping_text=text)
        return self._understand()

    def _reopen(self):
        """Answers and repairs are for a list that is not applied."""
        self.ensure_one()
        if self.state not in ("check", "read"):
            raise UserError(
                self.env._("This list cannot be changed now. Open it again to see why.")
            )
        self._turn(state="check")

    def action_yes(self):
        """It is right: remember how this supplier writes, show the differences."""
        self.ensure_one()
        if self.state != "check":
            return self._show_understood()
        asked = next(self._questions(), None)
        if asked:
            raise UserError(self.env._("One answer is missing: %s", asked["text"]))
        with self._refusing():
            reading = self._understand()
        if not reading:
            raise UserError(questions.trouble(self))
        self._turn(mapping_text=reading.mapping.as_text())
        self.env["foodcoop.catalogue.format"]._remember(self)
        self.invalidate_recordset(["format_id"])
        self._take_up(reading)
        self._turn(state="read")
        return self._show_understood()

    def _take_up(self, reading):
        """For the rooms that go on from here: the list as it was confirmed."""

    def _show_understood(self):
        """The next screen of a list that is right."""
        return self.get_formview_action()

    def action_no(self):
        """Something is wrong: open the sheet and say what each column is."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id(
            "foodcoop_catalogue_list.action_repair"
        )
        return {**action, "context": {"active_id": self.id}}
