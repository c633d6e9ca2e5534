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
import time
from collections import Counter
from contextlib import contextmanager, nullcontext

from . import alone, databases, in_odoo, meanwhile, odoo, server
from .counted import Count, run_pytest
from .place import HOME, LOGS, ROOT, RUN, fail, say

TESTS = ROOT / "tests"


def unit(words):
    env = {"HYPOTHESIS_STORAGE_DIRECTORY": str(HOME / "cache/hypothesis")}
    # pytest-odoo would bring the real Odoo in, and an impure lib/ would go unseen.
    options = ("-p", "no:odoo", "--import-mode=importlib", TESTS / "unit")
    return run_pytest("unit", *options, words=words, env=env)


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


def e2e(words):
    databases.demo()  # before the first test: none has to wait for it
    shutil.rmtree(HOME / "shots", ignore_errors=True)
    try:
        return run_pytest(
            "e2e",
            *("-p", "no:odoo", "--import-mode=importlib", "--maxfail=3"),
            *("--timeout=600", TESTS / "e2e"),
            words=words,
            env={"PGOPTIONS": "-c synchronous_commit=off"},
        )
    finally:
        server.stop_all("e2e_")  # Ctrl-C lets no process of pytest clean up


def each_alone(words):
    addons = [name for name in odoo.manifests() if not words or words in name]
    return Count(*alone.check_each(addons))


RINGS = {"unit": unit, "js": js, "odoo": in_odoo.run, "e2e": e2e, "alone": each_alone}


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
    tell(name, count, time.monotonic() - began)
    return count


def tell(name, count, seconds):
    """The last lines of a ring: a test that did not run says why."""
    for why, number in Counter(count.reasons).items():
        say(f"  {number} skipped: {why}")
    say(f"{name}: {count} ({seconds:.0f} s)")


def main():
    parser = argparse.ArgumentParser(prog="scripts/test", description=__doc__)
    parser.add_argument("ring", nargs="*", choices=[*RINGS, []], help="which rings")
    parser.add_argument("-k", dest="words", help="only tests named with these words")
    parser.add_argument(
        "--pictures",
        action="store_true",
        help=f"the browser's stories leave pictures in {HOME / 'shots'}",
    )
    asked = parser.parse_args()
    if asked.pictures:
        os.environ["FOODCOOP_PICTURES"] = "1"
    whole = not (asked.ring or asked.words)
    with one_at_a_time(), meanwhile.templates_are_made() if whole else nullcontext():
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
