# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers given, and scans explained.

Odoo gives none: what is held against it is the least a database could do, the same
rows inserted by one plain statement, without a look at what else bears the number.
"""

import json
from pathlib import Path

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
    return allocations(json.loads(told.split("FIGURES")[1]))


def allocations(found):
    if found["finished"] != CLERKS:
        raise RuntimeError(f"{CLERKS - found['finished']} clerks were sent away")
    return [
        Row(
            "10,000 numbers given",
            found["given"],
            found["plain"],
            "the same rows by plain SQL",
            at_most=5,
        ),
        Row(
            "numbers given twice, 50 clerks at once",
            found["duplicates"],
            found["numbers"],
            "numbers given",
            unit="",
            at_most=0,
        ),
        Row(
            "the longest wait of 50 clerks at once",
            found["longest"],
            found["alone"] * CLERKS,
            "50 clerks one after the other",
            at_most=2,
        ),
        Row(
            "the longest wait of 50 clerks at once",
            found["longest"],
            found["alone"],
            "a clerk alone",
        ),
    ]
