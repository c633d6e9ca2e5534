# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where things lie, and how the scripts speak to a person."""

import os
import shutil
import subprocess
import sys
import time
import traceback
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("FOODCOOP_HOME") or ROOT / ".foodcoop")
ADDONS = ROOT / "addons"
RUN = HOME / "run"
LOGS = HOME / "log"
DATA = HOME / "data"  # Odoo's sessions and files
AT_ONCE = 2  # processes side by side: Odoo takes one core, machines have two at least
NO_SPACE = 20 * 2**20  # bytes: a disk with less is full
DATABASE = "fourmiliere"  # the demonstration cooperative that scripts/start shows


def _one_sentence(kind, error, trace):
    """What nobody foresaw: the trace goes to a log, a sentence to the person."""
    if issubclass(kind, KeyboardInterrupt):
        return  # it reaches the script that called us, too, which says so
    log = LOGS / "scripts.log"
    try:
        with log.open("a") as file:
            traceback.print_exception(kind, error, trace, file=file)
        where = f"{log} tells where"
    except OSError:
        where = "no log could be written"
    sentence = f"Stopped: {kind.__name__}: {' '.join(str(error).split())} ({where})."
    if HOME.exists() and shutil.disk_usage(HOME).free < NO_SPACE:
        sentence = f"The disk of {HOME} is full: make room, then start again."
    print(f"\n{sentence}", file=sys.stderr, flush=True)


sys.excepthook = _one_sentence


def say(sentence=""):
    print(sentence, flush=True)


def fail(sentence):
    """End with one sentence: what is wrong and what to do."""
    print(f"\n{sentence}", file=sys.stderr, flush=True)
    raise SystemExit(1)


@contextmanager
def step(sentence):
    """Say what begins and, when it is done, how long it took."""
    print(f"{sentence} ...", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" done ({time.monotonic() - began:.0f} s)", flush=True)


def wait_for(process, seconds=10):
    """Wait for a process, showing every few seconds that work goes on."""
    elapsed = 0
    while True:
        try:
            return process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            elapsed += seconds
            print(f" {elapsed} s", end="", flush=True)
