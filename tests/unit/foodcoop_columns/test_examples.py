# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from importlib import import_module

import pytest

MODULES = ("bare", "blocks", "checks", "columns", "header", "prices", "ratios", "shape")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    module = import_module(f"odoo.addons.foodcoop_columns.lib.{name}")
    assert doctest.testmod(module).failed == 0
