# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_sheet.lib import (
    archive,
    csvs,
    grid,
    table,
    text,
    values,
    xlsx_cells,
)
from odoo.addons.foodcoop_trade_file.lib import bnn, xml


@pytest.mark.parametrize(
    "module",
    [archive, bnn, csvs, grid, table, text, values, xlsx_cells, xml],
    ids=lambda m: m.__name__,
)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_formulas_move_like_a_copied_cell():
    moved = xlsx_cells.moved
    assert moved("SUM(A1:B2)*'A1 b'!C3", 1, 0) == "SUM(A2:B3)*'A1 b'!C4"
    assert moved("TAUX20*Z9&A1(2)", 1, 1) == "TAUX20*AA10&A1(2)"
