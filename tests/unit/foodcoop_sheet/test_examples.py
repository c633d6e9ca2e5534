# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_sheet.lib import (
    archive,
    bnn,
    csvs,
    grid,
    table,
    text,
    values,
    xlsx_cells,
    xml,
)


@pytest.mark.parametrize(
    "module",
    [archive, bnn, csvs, grid, table, text, values, xlsx_cells, xml],
    ids=lambda m: m.__name__,
)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
