# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every reason that reading and comparing can give is a sentence for a person.

What ``lib/`` names by a constant is a reason, unless it is told here what else it is:
a new reason without a sentence fails, and so does a sentence of a reason long gone.
"""

import ast
import importlib.util
from pathlib import Path

import pytest

from odoo.addons.foodcoop_sheet.lib.table import OCR

ADDONS = Path(__file__).resolve().parents[3] / "addons"
ROOMS = ("words", "columns", "pricelist", "difference")
VOCABULARY = {"roles.py", "units.py", "tokens.py"}  # of columns, units, pack phrases
KINDS = {
    *("product", "section", "header", "blank", "ignored", "problem"),  # of rows
    *("new", "changed", "same", "unavailable", "conflict", "ask", "repeat", "gone"),
    *("refused", "up", "down", "beside"),  # of differences
    "mixed",  # a price basis in JSON
    *("list", "category", "supplier", "shop"),  # who says a new product's VAT
}
ELSEWHERE = {OCR}  # a note of the file that every row carries


def sentences():
    """The module alone: its package needs Odoo."""
    path = ADDONS / "foodcoop_catalogue_list/models/sentences.py"
    spec = importlib.util.spec_from_file_location("catalogue_sentences", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def constants(path):
    """The texts that a module names in capitals: ``NO_CODE = "no_code"``."""
    for line in ast.parse(path.read_text()).body:
        if isinstance(line, ast.Assign):
            values = getattr(line.value, "elts", [line.value])
            names = [
                name.id
                for target in line.targets
                for name in getattr(target, "elts", [target])
                if isinstance(name, ast.Name)
            ]
            public = all(name.isupper() and name[0] != "_" for name in names)
            if public and len(names) == len(values):  # no set under one name
                yield from (getattr(value, "value", None) for value in values)


def reasons():
    paths = (
        path for room in ROOMS for path in ADDONS.glob(f"foodcoop_{room}/lib/*.py")
    )
    said = {
        text
        for path in paths
        if path.name not in VOCABULARY
        for text in constants(path)
        if isinstance(text, str) and text
    }
    return (said | ELSEWHERE) - KINDS


class English:
    def _(self, text, *args, **kwargs):
        return text % (args or kwargs) if args or kwargs else text


SAID = sentences()._all_sentences(English())


def test_the_reasons_are_found():
    assert {"no_code", "code_reused", "still_in_stock", "several_prices"} <= reasons()


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_each_reason_is_a_sentence(reason):
    assert SAID.get(reason, "").endswith((".", "?")), f"{reason} has no sentence"


def test_each_sentence_is_of_a_reason_and_of_one_only():
    assert set(SAID) == reasons()
    assert len({*SAID.values()}) == len(SAID)
