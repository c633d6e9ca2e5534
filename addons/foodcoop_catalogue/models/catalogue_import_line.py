# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import Counter
from decimal import Decimal

from odoo import api, fields, models
from odoo.addons.foodcoop_sheet.lib.table import OCR


class CatalogueImport(models.Model):
    """A price list that is understood is compared with what the shop knows."""

    _inherit = "foodcoop.catalogue.import"

    line_ids = fields.One2many("foodcoop.catalogue.line", "import_id", copy=False)
    line_count = fields.Integer(string="Rows", compute="_compute_counts")
    take_count = fields.Integer(string="Taken", compute="_compute_counts")
    summary = fields.Text(compute="_compute_counts")

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
                    "Hidden rows of the file, read all the same: %(rows)s. Hidden "
                    "columns: %(columns)s",
                    rows=self.hidden_rows,
                    columns=self.hidden_columns,
                )
            )
        return "\n".join(parts)

    def _known_prices(self):
        last = self.format_id._last_import() if self.format_id else self.browse()
        return {
            line.code: Decimal(str(round(line.price, 6)))
            for line in last.line_ids
            if line.code and line.has_price
        }

    def _offered_before(self, texts):
        """Besides what the shop buys: all that a supplier's lists offered it."""
        groups = self.env["foodcoop.catalogue.item"]._read_group(
            [("key", "in", [*texts]), ("company_id", "=", self.company_id.id)],
            ["partner_id"],
            ["__count"],
        )
        bought = super()._offered_before(texts)
        listed = dict(groups)
        return {
            one: max(bought.get(one, 0), listed.get(one, 0)) for one in bought | listed
        }

    def _is_guessed(self):
        """Its letters were read from a picture: every row is to be confirmed."""
        return OCR in (self.understood or {}).get("notes", ())

    def _take_up(self, reading):
        self.env["foodcoop.catalogue.line"]._refresh(self, reading)
        return super()._take_up(reading)

    def _show_understood(self):
        if not (self.take_count or self.open_count):
            return False  # the list itself says so, and ends there
        return self.action_differences()

    def action_differences(self):
        self.ensure_one()
        self.check_access("read")
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
