# SPDX-License-Identifier: AGPL-3.0-or-later
"""pytest as scripts/test runs it: on two cores, and counted from its own report."""

import os
import subprocess
import sys
from dataclasses import dataclass
from xml.etree import ElementTree

from .place import AT_ONCE, ROOT, RUN

# A file's tests stay together: they share a class's data, or a server and its database.
SIDE_BY_SIDE = ("--numprocesses", AT_ONCE, "--dist", "loadfile")


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: tuple[str, ...] = ()  # why each of the skipped was

    def __add__(self, other):
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.reasons + other.reasons,
        )

    def __str__(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def run_pytest(ring, *arguments, words=None, env=None):
    """Run pytest and count from its own report, not from its words."""
    report = RUN / f"{ring}.xml"
    report.unlink(missing_ok=True)
    choice = ["-k", words] if words else []
    code = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider"),
            *("-q", "--tb=short", "-W", "ignore::DeprecationWarning"),
            *map(str, SIDE_BY_SIDE),
            f"--junitxml={report}",
            *choice,
            *map(str, arguments),
        ],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        check=False,
    ).returncode
    if code == 5 and words:
        return Count()  # these words name no test of this ring
    count = read_report(report)
    if code and not count.failed:
        count.failed = 1  # pytest itself stopped: no collection, a crash
    return count


def read_report(report):
    count = Count()
    if not report.exists():
        return count
    root = ElementTree.parse(report).getroot()
    count.reasons = tuple(one.get("message", "") for one in root.iter("skipped"))
    for suite in root.iter("testsuite"):
        failed = int(suite.get("failures")) + int(suite.get("errors"))
        skipped = int(suite.get("skipped"))
        count += Count(int(suite.get("tests")) - failed - skipped, failed, skipped)
    return count
