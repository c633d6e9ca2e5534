# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import hashlib
from collections import Counter

from odoo import api, fields, models
from odoo.addons.foodcoop_file.sentences import file_sentence
from odoo.exceptions import UserError
from odoo.tools import format_date

UNEXPECTED = "unexpected"  # a fault of ours


class CatalogueImport(models.Model):
    """A supplier's file on its way into the shop's prices."""

    _name = "foodcoop.catalogue.import"
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
    line_ids = fields.One2many("foodcoop.catalogue.line", "import_id", copy=False)
    line_count = fields.Integer(string="Rows", compute="_compute_counts")
    take_count = fields.Integer(string="Ticked", compute="_compute_counts")
    summary = fields.Text(compute="_compute_counts")

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
            reason = record.error_reason
            if reason == UNEXPECTED:
                record.error_text = self.env._(
                    "Something went wrong here, and nothing was changed. Tell who "
                    "looks after the server that price list %s could not be read.",
                    record.id,
                )
            else:
                record.error_text = reason and file_sentence(
                    self.env, reason, record.error_place or ""
                )

    @api.depends("line_ids.kind", "line_ids.take", "hidden_rows", "hidden_columns")
    @api.depends_context("lang")
    def _compute_counts(self):
        groups = self.env["foodcoop.catalogue.line"]._read_group(
            [("import_id", "in", self.ids)],
            ["import_id", "kind", "take"],
            ["__count"],
        )
        for record in self:
            mine = [group for group in groups if group[0] == record]
            kinds = Counter()
            for _record, kind, _take, count in mine:
                kinds[kind] += count
            record.line_count = kinds.total()
            record.take_count = sum(count for *_, take, count in mine if take)
            record.summary = record._summary()

    def _summary(self):
        """ "Changed: 3. New: 12." in the order of what needs a person first."""
        parts = self.env["foodcoop.catalogue.line"]._summary(self)
        if self.hidden_rows or self.hidden_columns:
            parts.append(
                self.env._(
                    "Hidden in the file, read all the same: %(rows)s rows, "
                    "%(columns)s columns",
                    rows=self.hidden_rows,
                    columns=self.hidden_columns,
                )
            )
        return "\n".join(parts)

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

    def action_differences(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_catalogue.action_line"
        )
        action["domain"] = [("import_id", "=", self.id)]
        action["context"] = {
            "catalogue_import_id": self.id,
            "search_default_todo": 1,
            "search_default_by_theme": 1,
        }
        return action
