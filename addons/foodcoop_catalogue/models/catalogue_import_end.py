# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.addons.foodcoop_difference.lib import diff
from odoo.exceptions import UserError

from .catalogue_line import OPEN, THEMES


class CatalogueImport(models.Model):
    """A list of which nothing is taken ends as well, and is remembered as seen."""

    _inherit = "foodcoop.catalogue.import"

    open_count = fields.Integer("To decide", compute="_compute_open_count")

    def _compute_open_count(self):
        """Rows that could be taken; what we never bought waits for nobody."""
        groups = self.env["foodcoop.catalogue.line"]._read_group(
            [
                *("&", ("import_id", "in", self.ids), ("kind", "in", OPEN)),
                ("theme", "!=", THEMES[diff.BESIDE]),
                *("|", ("has_price", "=", True), ("kind", "=", diff.GONE)),
            ],
            ["import_id"],
            ["__count"],
        )
        counts = dict(groups)
        for record in self:
            record.open_count = counts.get(record, 0)

    def _is_taken(self):
        ticked = [("import_id", "=", self.id), ("take", "=", True)]
        return bool(self.env["foodcoop.catalogue.line"].search_count(ticked, limit=1))

    def _refuse_unread(self):
        """Nothing was compared yet, or an answer changed what was."""
        if self.state != "read":
            raise UserError(
                self.env._("Say first whether the list is read right, then apply it.")
            )

    def _refuse_untaken(self):
        """Nothing is ticked though something could be."""
        if not self._is_taken() and self.open_count:
            raise UserError(
                self.env._(
                    "Nothing is taken yet. Choose the rows you want and press Take; or "
                    "go back to the list and press “Take nothing: done”."
                )
            )

    def action_end(self):
        """Nothing is to change: what is offered is remembered, no price is written."""
        self.ensure_one()
        self._refuse_applied()
        self._refuse_unread()
        if self._is_taken():
            raise UserError(
                self.env._("Rows are taken: apply them, or refuse them first.")
            )
        self._apply_list()
        return True
