# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names come from suppliers' files: in an exported list "=1+1" is a text.

Odoo's export takes care of that in CSV only. Its writer is no model that could be
inherited, so the one method that puts a value into a cell is replaced, for every list.
"""

from odoo.addons.web.controllers.export import ExportXlsxWriter

_write = ExportXlsxWriter.write


def write(self, row, column, cell_value, style=None):
    if isinstance(cell_value, str) and cell_value.startswith(("=", "{=")):
        self.worksheet.write_string(row, column, cell_value, style)
    else:
        _write(self, row, column, cell_value, style)


ExportXlsxWriter.write = write
