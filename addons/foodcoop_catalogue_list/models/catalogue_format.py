# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import re
from dataclasses import replace

from odoo import api, fields, models
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, MappingError
from odoo.exceptions import ValidationError


class CatalogueFormat(models.Model):
    """The memory of one supplier's lists: the next one asks nothing."""

    _name = "foodcoop.catalogue.format"
    _description = "What is remembered of a supplier's lists"
    _rec_name = "partner_id"
    _order = "partner_id"

    partner_id = fields.Many2one(
        "res.partner", "Supplier", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    mapping_text = fields.Text("Columns and answers", copy=False)
    mapping_file = fields.Binary(
        "Text file", compute="_compute_mapping_file", inverse="_inverse_mapping_file"
    )
    mapping_filename = fields.Char(compute="_compute_mapping_file")
    alarm_percent = fields.Float(
        "Alarm at (%)",
        default=20.0,
        digits=(16, 1),
        help="A price that moves by more than this waits for a person.",
    )
    scope = fields.Selection(
        [("ask", "Ask"), ("full", "The whole range"), ("partial", "A part of it")],
        "A list holds",
        default="ask",
        required=True,
        help="What is missing from a list of the whole range is no longer sold.",
    )
    sender_words = fields.Char(
        "Recognised by",
        help="Words of the file, or e-mail addresses, separated by commas.",
    )
    last_import_id = fields.Many2one(
        "foodcoop.catalogue.import", "Last list", compute="_compute_last_import_id"
    )

    _supplier_uniq = models.UniqueIndex(
        "(company_id, partner_id)", "This supplier's lists are remembered already."
    )
    _alarm_positive = models.Constraint(
        "CHECK(alarm_percent > 0)", "The alarm needs a percentage above zero."
    )

    def _compute_last_import_id(self):
        for record in self:
            record.last_import_id = record._last_import()

    def _last_import(self):
        return self.env["foodcoop.catalogue.import"].search(
            [
                ("partner_id", "=", self.partner_id.id),
                ("company_id", "=", self.company_id.id),
                ("state", "=", "applied"),
            ],
            order="applied_on desc, id desc",
            limit=1,
        )

    @api.depends("mapping_text", "partner_id")
    def _compute_mapping_file(self):
        for record in self:
            name = re.sub(r"\W+", "-", record.partner_id.name or "").strip("-")
            record.mapping_filename = f"{name.lower() or 'list'}.txt"
            text = record._mapping(shared=True).as_text()
            record.mapping_file = base64.b64encode(text.encode())

    def _inverse_mapping_file(self):
        for record in self:
            data = base64.b64decode(record.mapping_file or b"")
            if data:
                record.mapping_text = data.decode("utf-8", errors="replace")

    @api.constrains("mapping_text")
    def _check_mapping_text(self):
        for record in self.filtered("mapping_text"):
            try:
                Mapping.from_text(record.mapping_text)
            except MappingError as error:
                raise ValidationError(record._refusal(str(error))) from error

    def _refusal(self, reason):
        if reason == "other_version":
            return self.env._(
                "This text was made by another version. Ask the shop that gave it to "
                "you for a new one."
            )
        return self.env._(
            "This file does not describe a price list. Choose the text file that "
            "another shop downloaded here, and change nothing in it."
        )

    def _words(self):
        """Words and addresses that a person wrote down to recognise the supplier."""
        words = (word.strip() for word in (self.sender_words or "").split(","))
        return [word for word in words if word]

    def _mapping(self, shared=False):
        """The mapping; ``shared``: without rows, where prices stand, and addresses."""
        known = Mapping.from_text(self.mapping_text) if self.mapping_text else Mapping()
        if shared:
            words = dict.fromkeys((*self._words(), *known.sender_words))
            words = tuple(word for word in words if "@" not in word)
            return replace(known, ignored=(), kept=(), sender_words=words)
        return known

    @api.model
    def _of(self, partner, company):
        """The memory of this supplier; empty when there is none yet."""
        if not partner:
            return self.browse()
        return self.search(
            [("partner_id", "=", partner.id), ("company_id", "=", company.id)], limit=1
        )

    @api.model
    def _remember(self, catalogue_import):
        """Keep what a person confirmed of this import."""
        record = self._of(catalogue_import.partner_id, catalogue_import.company_id)
        vals = {"mapping_text": catalogue_import.mapping_text}
        if catalogue_import.scope_answered:
            vals["scope"] = catalogue_import.scope
        if record:
            record.write(vals)
            return record
        owner = {
            "partner_id": catalogue_import.partner_id.id,
            "company_id": catalogue_import.company_id.id,
        }
        return self.create({**owner, **vals})

    def action_export(self):
        """Download the text that another shop can take over."""
        self.ensure_one()
        self.check_access("read")
        path = f"/web/content/{self._name}/{self.id}/mapping_file"
        return {
            "type": "ir.actions.act_url",
            "url": f"{path}?download=true&filename_field=mapping_filename",
            "target": "download",
        }
