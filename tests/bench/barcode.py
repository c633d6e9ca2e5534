# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers given, scans explained, labels charged.

Odoo gives none: what is held against it is the least a database could do, the same
rows inserted by one plain statement, without a look at what else bears the number.
"""

import json
from pathlib import Path

from bench._explanations import explanations
from bench._till_totals import totals

from house import databases, odoo
from house.bench import Row
from house.place import step

PROGRAM = Path(__file__).with_name("_allocations.py")
CLERKS = 50


def measure():
    databases.clone(databases.demo(), "bench_barcode")
    try:
        with step("Giving numbers"):
            told = odoo.shell("bench_barcode", PROGRAM.read_text())
    finally:
        databases.drop("bench_barcode")
    given = allocations(json.loads(told.split("FIGURES")[1]))
    return [*given, *explanations(), *totals()]


def allocations(found):
    if found["finished"] != CLERKS:
        raise RuntimeError(f"{CLERKS - found['finished']} clerks were sent away")
    longest, alone = found["longest"], found["alone"]
    wait = f"the longest wait of {CLERKS} clerks at once"
    twice = f"numbers given twice, {CLERKS} clerks at once"
    in_turn = f"{CLERKS} clerks one after the other"
    plain_sql = "the same rows by plain SQL"
    return [
        Row("10,000 numbers given", found["given"], found["plain"], plain_sql, "ms", 5),
        Row(twice, found["duplicates"], found["numbers"], "numbers given", "", 0),
        Row(wait, longest, alone * CLERKS, in_turn, "ms", 2),
        Row(wait, longest, alone, "a clerk alone"),
    ]
