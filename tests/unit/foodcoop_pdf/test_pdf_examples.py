# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_pdf.lib import (
    page_image,
    pdf_facts,
    pdf_join,
    pdf_lines,
    pdf_piece,
)
from odoo.addons.foodcoop_pdf_page.lib import pdf_frame, pdf_rules

MODULES = [page_image, pdf_facts, pdf_frame, pdf_join, pdf_lines, pdf_piece, pdf_rules]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
