# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest

import pytest

from odoo.addons.foodcoop_difference.lib import diff, effect, names, usual_tax

MODULES = [diff, effect, names, usual_tax]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
