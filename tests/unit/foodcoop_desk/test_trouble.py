# SPDX-License-Identifier: AGPL-3.0-or-later
"""Of rows that cannot be used: which cells, and what is wrong with most of them."""

from odoo.addons.foodcoop_desk.lib.grid import window
from odoo.addons.foodcoop_desk.lib.summary import summary
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import CellError, Document, Sheet

TITLES = ("Code", "Désignation", "Prix HT", "Unité", "TVA")


def listed(*rows):
    sheet = Sheet("Tarif", (TITLES, *rows))
    return sheet, read(Document("xlsx", (sheet,)))


def formulas():
    """The first row has a bad VAT too; all prices are formulas without a result."""
    error = CellError("#N/A")
    rows = [(f"A{n}", f"Soupe {n}", error, "U", "5.5") for n in range(1, 6)]
    return listed((*rows[0][:4], "zz9"), *rows[1:])


def test_the_commonest_reason_is_told_with_its_first_place():
    found = summary(formulas()[1])["trouble"]
    assert found == {
        "reason": "cell_error",
        "count": 5,
        "sheet": "Tarif",
        "row": 2,
        "column": "C",
    }


def test_a_list_without_bad_cells_has_no_trouble():
    rows = [(f"A{n}", f"Soupe {n}", n, "U", "5.5") for n in range(1, 6)]
    assert summary(listed(*rows)[1])["trouble"] is None


def test_the_window_names_every_bad_cell_of_a_row():
    rows = window(*formulas(), 1)["rows"]
    assert rows[1]["bad"] == [["C", "cell_error"], ["E", "bad_vat"]]
    assert rows[0]["bad"] == []
