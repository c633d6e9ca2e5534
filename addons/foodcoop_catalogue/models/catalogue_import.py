# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import hashlib
from collections import Counter

from odoo import api, fields, models
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib.table import ReadError
from odoo.addons.foodcoop_sheet.sentences import file_sentence
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib import diff


class CatalogueImport(models.Model):
    _name = "foodcoop.catalogue.import"
    _description = "Supplier's price list"
    _order = "id desc"
    _rec_name = "filename"

    partner_id = fields.Many2one(
        "res.partner", string="Supplier", required=True, index=True, ondelete="restrict"
    )
    file = fields.Binary(string="Price list (Excel)", attachment=True, required=True)
    filename = fields.Char(string="File name")
    digest = fields.Char(readonly=True, copy=False)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    state = fields.Selection(
        [("draft", "File"), ("read", "Differences"), ("applied", "Applied")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )
    applied_on = fields.Date("Applied on", readonly=True, copy=False)
    applied_by_id = fields.Many2one(
        "res.users", "Applied by", readonly=True, copy=False
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
            record.summary = record._summary(kinds)

    def _summary(self, kinds):
        """ "Changed: 3. New: 12." in the order of what needs a person first."""
        selection = self.env["foodcoop.catalogue.line"]._fields["kind"]
        labels = dict(selection._description_selection(self.env))
        parts = [
            self.env._("%(kind)s: %(count)s", kind=labels[kind], count=kinds[kind])
            for kind in labels
            if kinds[kind]
        ]
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

    def action_read(self):
        """Read the file and show the differences; nothing else is written."""
        self.ensure_one()
        self._refuse_applied()
        data = base64.b64decode(self.with_context(bin_size=False).file or b"")
        digest = hashlib.sha256(data).hexdigest()
        self._refuse_same_file(digest)
        try:
            reading = read(read_document(data, self.filename or ""))
        except ReadError as error:
            sentence = file_sentence(self.env, error.reason, error.place)
            raise UserError(sentence) from error
        lines = self._prepare_lines(reading)
        self.line_ids.unlink()
        self.line_ids.create(lines)
        self.write(
            {
                "state": "read",
                "digest": digest,
                "hidden_rows": reading.hidden_rows,
                "hidden_columns": reading.hidden_columns,
            }
        )
        return self.action_differences()

    def _refuse_applied(self):
        if self.state == "applied":
            raise UserError(
                self.env._(
                    "This list was applied on %s. For a newer list, make a new import.",
                    format_date(self.env, self.applied_on),
                )
            )

    def _refuse_same_file(self, digest):
        twin = self.search(
            [
                ("digest", "=", digest),
                ("state", "=", "applied"),
                ("partner_id", "=", self.partner_id.id),
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

    def _prepare_lines(self, reading):
        """Every offer, and every row that a person should see, as a line."""
        Line = self.env["foodcoop.catalogue.line"]
        today = fields.Date.context_today(self)
        offers = {offer.gtin: offer.key for offer in reading.offers if offer.gtin}
        sellers = self.env["product.supplierinfo"]._search_valid(
            self.partner_id, self.company_id, today
        )
        products = self.env["product.product"].search([("barcode", "in", [*offers])])
        by_gtin = {product.barcode: product for product in products}
        differences = diff.diff(sellers._as_known(offers), reading.offers)
        rows = (*reading.of(offer.PROBLEM), *reading.of(offer.IGNORED))
        return [
            {"import_id": self.id, **vals}
            for vals in (
                *(Line._prepare_difference(found, by_gtin) for found in differences),
                *map(Line._prepare_source_row, rows),
            )
        ]

    def action_differences(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_catalogue.action_line"
        )
        action["domain"] = [("import_id", "=", self.id)]
        action["context"] = {"catalogue_import_id": self.id, "search_default_todo": 1}
        return action

    def action_apply(self):
        """Write the ticked rows, all or none, into the supplier's prices."""
        self.ensure_one()
        self._refuse_applied()
        if not self.try_lock_for_update():
            raise UserError(
                self.env._("Someone else is applying this list now. Look again later.")
            )
        lines = self.line_ids.filtered("take")
        if not lines:
            raise UserError(self.env._("No row is ticked. Tick those to take first."))
        self._refuse_same_file(self.digest)
        lines._check_ready()
        today = fields.Date.context_today(self)
        lines._apply(today)
        self.write(
            {"state": "applied", "applied_on": today, "applied_by_id": self.env.uid}
        )
        return self.get_formview_action()
