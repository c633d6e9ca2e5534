"""Small sheets: a few rows are enough."""

import pytest

from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

HEADER = ("Désignation", "Code", "Colisage", "Tarif", "Unité")


@pytest.fixture
def read_rows():
    """Read rows under one plain header."""

    def reading(*rows, header=HEADER):
        sheet = Sheet("Tarif", (header, *map(tuple, rows)))
        return read(Document("xlsx", (sheet,)))

    return reading
