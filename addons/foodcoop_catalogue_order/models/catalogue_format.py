# SPDX-License-Identifier: AGPL-3.0-or-later
from openpyxl.utils import column_index_from_string

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib import place
from ..lib.fill import Answers


class CatalogueFormat(models.Model):
    """How this supplier wants to be ordered from."""

    _inherit = "foodcoop.catalogue.format"

    order_form = fields.Selection(
        [
            ("list", "In a copy of its last list"),
            ("xlsx", "An Excel file of ours"),
            ("csv", "A CSV file of ours"),
            ("pdf", "A PDF of ours"),
            ("none", "No file"),
        ],
        "Orders go out as",
        default="list",
        required=True,
    )
    order_column = fields.Char(
        "Column of the quantity",
        size=3,
        help="A letter, such as G. Empty: the column whose title asks for it.",
    )
    order_unit = fields.Selection(
        [(place.CASE, "Cases"), (place.UNIT, "Pieces, kg or litres")],
        "Quantities are in",
        help="Empty: as the column's title says, else cases.",
    )

    @api.constrains("order_column")
    def _check_order_column(self):
        for record in self.filtered("order_column"):
            record._order_column()

    def _order_answers(self):
        """How the list is read, and where and in what the quantities go."""
        column, unit = self._order_column(), self.order_unit or ""
        return Answers(self._mapping(), column, unit)

    def _order_column(self):
        """The column's number; 0 where nobody named one."""
        if not self.order_column:
            return 0
        try:
            return column_index_from_string(self.order_column.strip().upper())
        except ValueError as error:
            raise ValidationError(
                self.env._(
                    "A column is named by its letter, such as G or AB, as the "
                    "spreadsheet shows it above the column."
                )
            ) from error
