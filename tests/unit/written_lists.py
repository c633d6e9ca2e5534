# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list written in a test as text, read, and what was understood of it."""

import csv
import io

from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet


def listed(text, **options):
    lines = csv.reader(io.StringIO(text.strip()), delimiter=";")
    rows = tuple(tuple(cell.strip() or None for cell in line) for line in lines)
    return read(Document("csv", (Sheet("Liste", rows),)), **options)


def paid(reading):
    return [
        (str(o.price), o.terms.basis, o.terms.unit, str(o.terms.pack))
        for o in reading.offers
    ]


def asked(reading):
    return {question.code for question in reading.questions}
