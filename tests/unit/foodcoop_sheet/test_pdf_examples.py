# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_file.lib import page_image
from odoo.addons.foodcoop_pdf.lib import (
    pdf_facts,
    pdf_frame,
    pdf_join,
    pdf_lines,
    pdf_piece,
    pdf_rules,
)

MODULES = [page_image, pdf_facts, pdf_frame, pdf_join, pdf_lines, pdf_piece, pdf_rules]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
