# SPDX-License-Identifier: AGPL-3.0-or-later
"""Suppliers' lists: read, compared, applied.

Reading is held against openpyxl that only reads the same cells, applying against Odoo's
own load() of the same vendor lines, told by database ids, which is its fastest way.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import _price_lists as lists

from house import databases, odoo
from house.bench import Row
from house.place import ROOT, step

PROGRAM = Path(__file__).with_name("_catalogue_apply.py")
MANY, FEW = 10_000, 1_200
PREVIEW, MEMORY = 5000, 512  # the limits: ms until the differences show, MB to read


def measure():
    with tempfile.TemporaryDirectory() as folder, step("Reading lists"):
        read = reading(Path(folder))
    databases.clone(databases.suite(), "bench_catalogue")
    try:
        with step("Applying lists"):
            told = odoo.shell("bench_catalogue", PROGRAM.read_text())
    finally:
        databases.drop("bench_catalogue")
    found = json.loads(told.split("FIGURES")[1])
    return [*read["rows"], *applying(found), preview(read["few"], found["compared"])]


def reading(folder):
    many = lists.write(folder / "many.xlsx", MANY)
    few = lists.write(folder / "few.xlsx", FEW)
    ours, other = lists.in_turn(many)
    what = f"{MANY:,} rows of xlsx read and understood"
    return {
        "few": lists.in_turn(few)[0],
        "rows": [
            Row(what, ours, other, "openpyxl only reading it", "ms", 2.5),
            Row(f"{what}: memory", memory(many), MEMORY, "the limit", "MB", 1),
        ],
    }


def memory(path):
    """What a process of its own takes at most, in MB."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("scripts", "tests"))
    done = subprocess.run(
        [sys.executable, lists.__file__, path],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def applying(found):
    new = f"{MANY:,} vendor lines opened"
    moved = f"{MANY:,} prices: the old closed, the new opened"
    queries = f"queries to apply {MANY:,} rows"
    opened = (found["opened"], found["opened_load"])
    changed = (found["changed"], found["changed_load"])
    asked = (found["queries_many"], found["queries_few"])
    # A first list also keeps 10,000 offers and 10,000 lines of log, which load() lacks.
    return [
        Row(new, *opened, "load() of the same rows", "ms", 0.1),
        Row(moved, *changed, "load() of the same rows, both times", "ms", 0.1),
        Row(queries, *asked, f"to apply {FEW:,} rows", "", 1.1),
    ]


def preview(read, compared):
    what = f"{FEW:,} rows of xlsx read, understood, compared with the shop"
    return Row(what, read + compared, PREVIEW, "the limit", "ms", 1)
