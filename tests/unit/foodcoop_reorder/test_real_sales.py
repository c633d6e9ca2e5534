# SPDX-License-Identifier: AGPL-3.0-or-later
"""A year of a real shop's sales, where it is at hand; nothing of it is kept here."""

import csv
from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest

from odoo.addons.foodcoop_reorder.lib.demand import WINDOW_DAYS, Day, demand

ROOT = Path(__file__).resolve().parents[3]
SALES = ROOT.parent / "shared" / "data" / "sales" / "cj_units_daily.csv"
ZERO = Decimal(0)


def _histories(products=400):
    with SALES.open(encoding="utf-8", newline="") as file:
        for row in islice(csv.reader(file), 1, products + 1):
            yield [Decimal(units or 0) for units in row[-WINDOW_DAYS:]]


def _days(sold, is_empty):
    """The shelf is empty on some days: nothing there, nothing sold."""
    return [
        Day(
            ZERO if is_empty(day) else units + 1, ZERO, ZERO if is_empty(day) else units
        )
        for day, units in enumerate(sold)
    ]


@pytest.mark.skipif(not SALES.exists(), reason="the shared sales are not here")
def test_a_shelf_empty_one_week_in_three_hardly_changes_what_is_learnt():
    learnt = true = naive = ZERO
    for sold in _histories():
        censored = _days(sold, is_empty=lambda day: day // 7 % 3 == 2)
        learnt += demand(censored).rate
        naive += sum((day.sold for day in censored), ZERO) / WINDOW_DAYS
        true += sum(sold, ZERO) / WINDOW_DAYS
    assert abs(learnt - true) / true < Decimal("0.05")
    assert naive / true < Decimal("0.75")
