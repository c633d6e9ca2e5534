"""A list with any cell spoilt, any row moved, is read or refused: never an accident."""

import importlib.util
import json
import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from odoo.addons.foodcoop_pricelist.lib.as_json import as_json
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping
from odoo.addons.foodcoop_pricelist.lib.read import propose
from odoo.addons.foodcoop_sheet.lib.table import CellError, Document, ReadError, Sheet

_SPEC = importlib.util.spec_from_file_location(
    "invented_lists", Path(__file__).with_name("invented_lists.py")
)
lists = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(lists)

STRANGE = (
    *(None, True, -5, 0, 10**30, Decimal("1E+3"), date(2026, 8, 6), CellError("#REF!")),
    *("", "-", "Prix", "Code", "Nom", "x" * 400, "6x", "/", "€", "12/2025", "3.7E+12"),
    *("TOTAL", "<script>", "5,5 %", "1/2", "par 6", "kg", "\u00a0", "HT", "Page 3"),
)


def spoilt(rows, chance):
    rows = [list(row) for row in rows]
    for _ in range(chance.randint(1, 25)):
        row = chance.choice(rows)
        if chance.random() < 0.7 and row:
            row[chance.randrange(len(row))] = chance.choice(STRANGE)
        elif chance.random() < 0.5:
            rows.insert(chance.randrange(len(rows)), list(row))
        elif row and chance.random() < 0.5:
            row.pop()
        else:
            chance.shuffle(rows)
    return tuple(map(tuple, rows))


@pytest.mark.parametrize("seed", range(40))
def test_a_spoilt_list_is_read_or_refused(seed):
    chance = random.Random(seed)
    for order in (lists.ROLES, lists.shuffled(seed)):
        whole = lists.written(order, typed=seed % 2 == 0, header=seed % 3 > 0)
        sheet = Sheet("Liste", spoilt(whole.sheets[0].rows, chance))
        document = Document("csv", (sheet,))
        try:
            reading = propose(document)
        except ReadError:
            continue
        rows = {row.row for row in (*reading.offers, *reading.others)}
        assert rows == set(range(1, len(sheet.rows) + 1))
        json.dumps(as_json(reading))
        mapping = Mapping.from_text(reading.mapping.as_text())
        known = {offer.code: offer.price for offer in reading.offers if offer.code}
        again = propose(document, mapping, known)
    assert len(again.offers) == len(reading.offers)


def test_one_bad_rate_spoils_no_other():
    document = lists.written(typed=True)
    header, first, *others = document.sheets[0].rows
    rows = (header, (*first[:-1], -5), *others)
    reading = propose(Document("xlsx", (Sheet("Liste", rows),)))
    assert len(reading.offers) == len(lists.PRODUCTS) - 1
    (problem,) = reading.of("problem")
    assert (problem.row, problem.reason, problem.column) == (2, "bad_vat", 9)


def test_rates_written_as_shares_are_percentages():
    document = lists.written(typed=True)
    header, *rows = document.sheets[0].rows
    rows = [(*row[:-1], row[-1] / 100) for row in rows]
    reading = propose(Document("xlsx", (Sheet("Liste", (header, *rows)),)))
    assert {str(offer.vat) for offer in reading.offers} == {"5.5", "20"}
