# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/test: the rings in order, stopping at the first that fails.

unit   ring 1: every lib/ without Odoo
js     ring 1: the terminal's model in Node
odoo   ring 2: in Odoo, on a clone of the suite
e2e    ring 3: a real server and a real browser, on the demonstration cooperative
alone  each addon by itself: installed, translated, uninstalled, not one warning
"""

import argparse
import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree import ElementTree

from . import alone, databases, odoo
from .place import DATA, HOME, LOGS, ROOT, RUN, fail, say

TESTS = ROOT / "tests"


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def _pytest(ring, *arguments, words=None, env=None):
    """Run pytest and count from its own report, not from its words."""
    report = RUN / f"{ring}.xml"
    report.unlink(missing_ok=True)
    choice = ["-k", words] if words else []
    code = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider"),
            *("-q", "--tb=short", "-W", "ignore::DeprecationWarning"),
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
    count = _read_report(report)
    if code and not count.failed:
        count.failed = 1  # pytest itself stopped: no collection, a crash
    return count


def _read_report(report):
    count = Count()
    if not report.exists():
        return count
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures")) + int(suite.get("errors"))
        skipped = int(suite.get("skipped"))
        count += Count(int(suite.get("tests")) - failed - skipped, failed, skipped)
    return count


def unit(words):
    env = {"HYPOTHESIS_STORAGE_DIRECTORY": str(HOME / "cache/hypothesis")}
    # pytest-odoo would bring the real Odoo in, and an impure lib/ would go unseen.
    options = ("-p", "no:odoo", "--import-mode=importlib", TESTS / "unit")
    return _pytest("unit", *options, words=words, env=env)


def js(words):
    files = sorted(map(str, (TESTS / "js").rglob("*.test.js")))
    if not files:
        return Count()
    choice = [f"--test-name-pattern={words}"] if words else []
    done = subprocess.run(
        ["node", "--test", "--test-reporter=tap", *choice, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    numbers = dict(re.findall(r"^# (pass|fail|skipped) (\d+)$", done.stdout, re.M))
    count = Count(*(int(numbers.get(name, 0)) for name in ("pass", "fail", "skipped")))
    if done.returncode:
        say(done.stdout + done.stderr)
        count.failed = count.failed or 1
    return count


def in_odoo(words):
    """The addons in an empty shop, then the demonstration's own tests in its shop."""
    count = _in_odoo(databases.suite(), databases.suite_addons(), words)
    if count.failed:
        return count
    return count + _in_odoo(databases.demo(), [databases.DEMO_ADDON], words)


def _in_odoo(template, addons, words):
    database = "test_odoo"
    databases.clone(template, database)
    config = _odoo_config(database)
    folders = [
        path for name in addons if (path := ROOT / "addons" / name / "tests").is_dir()
    ]
    try:
        return _pytest(
            "odoo",
            *("-p", "house.need_browser", "--odoo-http", "--timeout=300"),
            *folders,
            words=words,
            env={"ODOO_RC": str(config), "PGOPTIONS": "-c synchronous_commit=off"},
        )
    finally:
        databases.drop(database)


def _odoo_config(database):
    config = RUN / "test.conf"
    config.write_text(
        "[options]\n"
        f"db_name = {database}\n"
        f"dbfilter = ^{database}$\n"
        f"addons_path = {odoo.addons_path()}\n"
        f"data_dir = {DATA}\n"
        "http_interface = 127.0.0.1\n"
        "max_cron_threads = 0\n"
        f"screenshots = {HOME / 'shots'}\n"
    )
    return config


def e2e(words):
    databases.demo()  # before the first test: none has to wait for it
    shutil.rmtree(HOME / "shots", ignore_errors=True)
    return _pytest(
        "e2e",
        *("-p", "no:odoo", "--import-mode=importlib", "--maxfail=3"),
        *("--timeout=600", TESTS / "e2e"),
        words=words,
        env={"PGOPTIONS": "-c synchronous_commit=off"},
    )


def each_alone(words):
    addons = [name for name in odoo.manifests() if not words or words in name]
    return Count(*alone.check_each(addons))


RINGS = {"unit": unit, "js": js, "odoo": in_odoo, "e2e": e2e, "alone": each_alone}


@contextmanager
def one_at_a_time():
    """Two runs would drop each other's databases."""
    with (RUN / "tests.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another scripts/test is running here; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run_ring(name, words):
    say(f"\n== {name}")
    began = time.monotonic()
    try:
        count = RINGS[name](words)
    except SystemExit:  # it has said why
        count = Count(failed=1)
    say(f"{name}: {count} ({time.monotonic() - began:.0f} s)")
    return count


def main():
    parser = argparse.ArgumentParser(prog="scripts/test", description=__doc__)
    parser.add_argument("ring", nargs="*", choices=[*RINGS, []], help="which rings")
    parser.add_argument("-k", dest="words", help="only tests named with these words")
    asked = parser.parse_args()
    with one_at_a_time():
        failed = run(asked.ring or RINGS, asked.words)
    raise SystemExit(1 if failed else 0)


def run(rings, words):
    """Run rings until one fails; its name is the answer."""
    total, failed, began = Count(), "", time.monotonic()
    for name in rings:
        count = run_ring(name, words)
        total += count
        if count.failed:
            failed = name
            break
    if not total.passed + total.failed:
        fail(f"No test has the words {words!r} in its name: give others.")
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    say()
    if failed:
        say(f"The ring {failed} failed; its messages stand above, logs lie in {LOGS}.")
    say(f"{minutes} min {seconds} s")
    say(f"total: {total}")
    return failed


if __name__ == "__main__":
    main()
