# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_column.lib import header, mapping, offer
from odoo.addons.foodcoop_phrase.lib import cells, packs
from odoo.addons.foodcoop_pricelist.lib import read


@pytest.mark.parametrize(
    "module", [cells, header, mapping, offer, packs, read], ids=lambda m: m.__name__
)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
