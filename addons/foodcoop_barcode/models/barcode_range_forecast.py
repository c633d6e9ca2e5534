# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models

from ..lib import forecast


class FoodcoopBarcodeRange(models.Model):
    """When a range will be empty."""

    _inherit = "foodcoop.barcode.range"

    exhausted_on = fields.Date("Empty on", compute="_compute_exhausted_on")
    warning = fields.Selection(
        [("none", "Room enough"), ("80", "80 % given"), ("95", "95 % given")],
        compute="_compute_exhausted_on",
    )

    def _compute_exhausted_on(self):
        today = fields.Date.context_today(self)
        given = self._given_since(today - forecast.YEAR)
        for range_ in self:
            count, since = given.get(range_._origin, (0, None))
            range_.exhausted_on = forecast.exhausted_on(
                range_.free, count, since and since.date(), today
            )
            reached = forecast.warning(range_.used, range_.capacity)
            range_.warning = str(reached or "none")

    def _given_since(self, day):
        """{range: (numbers drawn since, when the first of them)}."""
        rows = self.env["foodcoop.barcode.code"]._read_group(
            [
                ("range_id", "in", self._origin.ids),
                ("create_date", ">=", day),
                ("state", "not in", ("imported", "foreign")),
            ],
            ["range_id"],
            ["__count", "create_date:min"],
        )
        return {range_: (count, since) for range_, count, since in rows}
