# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where things lie, and how the scripts speak to a person."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("FOODCOOP_HOME") or ROOT / ".foodcoop")
ADDONS = ROOT / "addons"
RUN = HOME / "run"
LOGS = HOME / "log"
DATA = HOME / "data"  # Odoo's sessions and files
DATABASE = "fourmiliere"  # the demonstration cooperative that scripts/start shows


def _silent_when_interrupted(kind, error, trace):
    """Ctrl-C reaches the script that called us, too; it says the sentence."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _silent_when_interrupted


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
