# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a workbook hides is shown with its words."""

from odoo.addons.foodcoop_desk.lib.hidden import SHOWN, hidden
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

ROWS = (("Nom", None, "Prix"), ("Soupe", "A1", "3,20"), (None, None, None), ("Sel",))


def test_hidden_rows_and_columns_come_with_what_they_hold():
    sheet = Sheet("Tarif", ROWS, hidden_rows=(2, 3, 9), hidden_columns=("B", "C", "F"))
    assert hidden(Document("xlsx", (sheet,))) == {
        "rows": [["2", "Soupe | A1 | 3,20"]],
        "columns": [["B", "A1"], ["C", "Prix"]],
    }


def test_only_the_first_are_shown():
    sheet = Sheet("Tarif", (("Soupe",),) * 50, hidden_rows=tuple(range(1, 51)))
    shown = hidden(Document("xlsx", (sheet, sheet)))
    assert [row for row, _ in shown["rows"]] == list("12345")[:SHOWN]
    assert shown["columns"] == []
