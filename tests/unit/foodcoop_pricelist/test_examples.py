# SPDX-License-Identifier: AGPL-3.0-or-later
import doctest
from importlib import import_module

import pytest

MODULES = (
    *(
        "as_json",
        "lookup",
        "mapping",
        "memory",
        "offer",
        "offering",
        "pairing",
        "paying",
    ),
    *("questions", "read", "rows"),
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    module = import_module(f"odoo.addons.foodcoop_pricelist.lib.{name}")
    assert doctest.testmod(module).failed == 0
