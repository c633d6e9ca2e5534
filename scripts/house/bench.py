# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/bench: runs one bench of tests/bench and keeps its table.

A bench is a module with ``measure() -> list[Row]``: each row a figure of ours, the
figure it is held against in the same run, and the most (or least) their ratio may be.
"""

import argparse
import importlib
import json
import os
import platform
import re
import statistics
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from .place import HOME, ROOT, fail, say

TABLES = ROOT / "docs" / "benchmarks.md"
OUT = HOME / "bench"


@dataclass(frozen=True)
class Row:
    """``ours`` against ``other``; ``at_most`` is the target of ours / other."""

    what: str
    ours: float
    other: float
    against: str
    unit: str = "ms"
    at_most: float | None = None

    @property
    def ratio(self):
        return self.ours / self.other if self.other else float("inf")

    @property
    def met(self):
        return self.at_most is None or self.ratio <= self.at_most


def median_of(times, action):
    """The median of some runs of an action that answers a figure."""
    return statistics.median(action() for _ in range(times))


def percentile(figures, share):
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def machine():
    """The machine, named as far as a ratio's reader needs it."""
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    name = model.group(1) if model else platform.machine()
    return f"{os.cpu_count()} cores ({name}), {memory} GB, {platform.system()}"


def table(name, rows):
    lines = [
        f"## {name}",
        "",
        f"`scripts/bench {name}`, {date.today().isoformat()}, {machine()}",  # noqa: DTZ011
        "",
        "| what | ours | against | that | ratio | target |",
        "| --- | ---: | --- | ---: | ---: | ---: |",
    ]
    for row in rows:
        target = f"at most {row.at_most:g}" if row.at_most is not None else "–"
        missed = "" if row.met else " **missed**"
        lines.append(
            f"| {row.what} | {row.ours:.4g} {row.unit} | {row.against} "
            f"| {row.other:.4g} {row.unit} | {row.ratio:.3g} | {target}{missed} |"
        )
    return "\n".join(lines) + "\n"


def put(text, name, block):
    """A text of tables with this one's replaced, or added at its end."""
    pattern = re.compile(rf"^## {name}\n.*?(?=^## |\Z)", re.M | re.S)
    if pattern.search(text):
        return pattern.sub(lambda _: block + "\n", text).rstrip() + "\n"
    return f"{text.rstrip()}\n\n{block}"


def names():
    return sorted(path.stem for path in (ROOT / "tests/bench").glob("[a-z]*.py"))


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("name", nargs="?", help=f"one of: {', '.join(names())}")
    parser.add_argument("--check", action="store_true", help="fail on a missed target")
    asked = parser.parse_args()
    if asked.name not in names():
        fail(f"Name a bench: {', '.join(names())}")
    sys.path[:0] = [str(ROOT / "tests")]
    rows = importlib.import_module(f"bench.{asked.name}").measure()
    block = table(asked.name, rows)
    say(f"\n{block}")
    (OUT / f"{asked.name}.json").write_text(
        json.dumps([{**asdict(row), "ratio": row.ratio} for row in rows], indent=1)
    )
    (OUT / "benchmarks.md").write_text(put(TABLES.read_text(), asked.name, block))
    missed = [row.what for row in rows if not row.met]
    if asked.check and missed:
        fail(f"Short of its target: {', '.join(missed)}.")


if __name__ == "__main__":
    main()
