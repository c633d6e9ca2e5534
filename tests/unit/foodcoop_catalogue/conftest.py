"""Small sheets for the catalogue's tests: a few rows are enough."""

import importlib.util
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from odoo.addons.foodcoop_catalogue.lib.read import read
from odoo.addons.foodcoop_catalogue.lib.table import Sheet

TESTS = Path(__file__).resolve().parents[2]
CATALOGUES = TESTS.parents[1] / "shared/data/catalogues"
HEADER = ("Désignation", "Code", "Colisage", "Tarif", "Unité")


@pytest.fixture
def read_rows():
    """Read rows under one plain header."""

    def reading(*rows, header=HEADER):
        return read([Sheet("Tarif", (header, *map(tuple, rows)))])

    return reading


@pytest.fixture
def workbook_bytes():
    def as_bytes(*rows):
        workbook = Workbook()
        for row in rows:
            workbook.active.append(row)
        stream = io.BytesIO()
        workbook.save(stream)
        return stream.getvalue()

    return as_bytes


@pytest.fixture
def real_list():
    """A real supplier's file beside the project; the test skips where it is not."""

    def path(name):
        file = CATALOGUES / name
        if not file.exists():
            pytest.skip(f"{name} is not on this machine")
        return file

    return path


@pytest.fixture(scope="session")
def invented():
    """The invented list's module: what it writes, and what a reader must find."""
    spec = importlib.util.spec_from_file_location("invented", TESTS / "lookalike.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
