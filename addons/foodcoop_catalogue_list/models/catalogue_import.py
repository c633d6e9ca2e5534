# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import hashlib
import logging
from contextlib import contextmanager

from odoo import api, fields, models
from odoo.addons.foodcoop_file.lib.apart import UNEXPECTED
from odoo.addons.foodcoop_file.sentences import file_sentence
from odoo.addons.foodcoop_sheet.lib.table import ReadError
from odoo.exceptions import UserError
from odoo.tools import format_date

_logger = logging.getLogger(__name__)
AS_READ = ("file", "filename", "partner_id", "company_id")  # closed once it is read


class CatalogueImport(models.Model):
    """A supplier's file on its way into the shop's prices."""

    _name = "foodcoop.catalogue.import"
    _inherit = "foodcoop.catalogue.told"
    _description = "Supplier's price list"
    _order = "id desc"
    _rec_name = "filename"

    partner_id = fields.Many2one(
        "res.partner", string="Supplier", index=True, ondelete="restrict"
    )
    format_id = fields.Many2one(
        "foodcoop.catalogue.format", compute="_compute_format_id"
    )
    file = fields.Binary(string="Price list", attachment=True, required=True)
    filename = fields.Char(string="File name")
    digest = fields.Char(readonly=True, copy=False)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    currency_id = fields.Many2one("res.currency", compute="_compute_currency_id")
    state = fields.Selection(
        [
            ("draft", "File"),
            ("reading", "Reading"),
            ("check", "Is this right?"),
            ("read", "Differences"),
            ("applied", "Applied"),
            ("undone", "Taken back"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    error_reason = fields.Char(readonly=True, copy=False)
    error_place = fields.Char(readonly=True, copy=False)
    error_text = fields.Text("What is wrong", compute="_compute_error_text")
    applied_on = fields.Date("Applied on", readonly=True, copy=False)
    applied_by_id = fields.Many2one(
        "res.users", "Applied by", readonly=True, copy=False
    )
    list_date = fields.Date("Date of the list", readonly=True, copy=False)
    scope = fields.Selection(
        [("full", "The whole range"), ("partial", "A part of it")],
        "This list holds",
        readonly=True,
        copy=False,
    )
    hidden_rows = fields.Integer(readonly=True, copy=False)
    hidden_columns = fields.Integer(readonly=True, copy=False)
    _applied_once = models.UniqueIndex(
        "(company_id, partner_id, digest) WHERE state = 'applied'",
        "This list has already been applied.",
    )

    @api.depends("partner_id", "filename")
    def _compute_display_name(self):
        for record in self:
            parts = (record.partner_id.display_name, record.filename)
            record.display_name = ", ".join(filter(None, parts))

    @api.depends("partner_id", "company_id")
    def _compute_format_id(self):
        for record in self:
            record.format_id = self.env["foodcoop.catalogue.format"]._of(
                record.partner_id, record.company_id
            )

    @api.depends("understood", "company_id")
    def _compute_currency_id(self):
        """The list's own currency, else the shop's."""
        Currency = self.env["res.currency"].with_context(active_test=False)
        for record in self:
            code = (record.understood or {}).get("currency")
            own = record.company_id.currency_id
            stated = (
                code and code != own.name and Currency.search([("name", "=", code)])
            )
            record.currency_id = stated or own

    @api.depends("error_reason", "error_place")
    @api.depends_context("lang")
    def _compute_error_text(self):
        for record in self:
            reason, place = record.error_reason, record.error_place or ""
            record.error_text = reason and record._error_sentence(reason, place)

    def _error_sentence(self, reason, place=""):
        if reason != UNEXPECTED:
            return file_sentence(self.env, reason, place)
        return self.env._(
            "Something went wrong here, and nothing was changed. Tell who looks after "
            "the server that price list %s could not be read.",
            self.id,
        )

    @contextmanager
    def _refusing(self):
        """Why a file cannot be read or understood, to who waits before the screen."""
        try:
            yield
        except ReadError as error:
            if error.reason == UNEXPECTED:
                _logger.exception("Price list %s could not be understood", self.id)
            sentence = self._error_sentence(error.reason, error.place)
            raise UserError(sentence) from error

    @api.model
    def _check_field_access(self, field, operation):
        """What was read is of this file, for this company, by this supplier."""
        by_hand = operation == "write" and not self.env.su
        if by_hand and field.name in AS_READ and {*self.mapped("state")} - {"draft"}:
            raise UserError(
                self.env._(
                    "This list has been read: its file, its supplier and its company "
                    "stay. For another file, make a new list; for another supplier, "
                    "choose “Another supplier” beside the examples."
                )
            )
        return super()._check_field_access(field, operation)

    def _file_bytes(self):
        return base64.b64decode(self.with_context(bin_size=False).file or b"")

    def _file_digest(self):
        return hashlib.sha256(self._file_bytes()).hexdigest()

    def _refuse_same_file(self, digest):
        """The file was applied already, whoever it was said to come from."""
        twin = self.search(
            [
                ("digest", "=", digest),
                ("state", "=", "applied"),
                ("company_id", "=", self.company_id.id),
            ],
            limit=1,
        )
        if twin:
            raise UserError(
                self.env._(
                    "This file was already imported on %s: there is nothing new in it.",
                    format_date(self.env, twin.applied_on),
                )
            )

    def _refuse_applied(self):
        if self.state == "undone":
            raise UserError(
                self.env._("This list was taken back. To apply it, make a new import.")
            )
        if self.state == "applied":
            raise UserError(
                self.env._(
                    "This list was applied on %s. For a newer list, make a new import.",
                    format_date(self.env, self.applied_on),
                )
            )
