# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's command line, called the same way by every script."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from .place import ADDONS, DATA, LOGS, fail, step, wait_for

# Written by scripts/lib/odoo.sh; `python -m odoo` would not find itself again.
SCRIPT = Path(sys.executable).with_name("odoo")


def manifests(addons=ADDONS):
    """Each addon of a folder (else ours) and what its manifest says."""
    return {
        path.parent.name: ast.literal_eval(path.read_text())
        for path in sorted(addons.glob("*/__manifest__.py"))
    }


def manifests_of_odoo():
    """The same of Odoo's own, in the package and in a git checkout."""
    core = Path(os.environ["ODOO"])
    return manifests(core / "odoo/addons") | manifests(core / "addons")


def addons_path():
    """Ours, and the folder beside the core of a git checkout."""
    checkout = os.path.join(os.environ["ODOO"], "addons")
    return ",".join([str(ADDONS)] + ([checkout] if os.path.isdir(checkout) else []))


def options(database, port=0):
    return [
        f"--database={database}",
        f"--db-filter=^{database}$",
        "--no-database-list",
        f"--addons-path={addons_path()}",
        f"--data-dir={DATA}",
        "--http-interface=127.0.0.1",
        f"--http-port={port}",
    ]


def command(database, *arguments, port=0, mode="server"):
    odoo = [sys.executable, SCRIPT, mode, *options(database, port)]
    return [*map(str, odoo), *map(str, arguments)]


def run(sentence, database, *arguments, log=None, may_fail=False):
    """Run Odoo once on a database (install, update, ...); its exit is the answer.

    :param may_fail: the caller looks at it; else a failure ends in a sentence.
    """
    log = log or LOGS / f"{database}.log"
    log.unlink(missing_ok=True)
    said = _said(log)
    arguments = [
        "--stop-after-init",
        "--no-http",
        "--max-cron-threads=0",
        f"--logfile={log}",
        *arguments,
    ]
    with step(sentence), said.open("w") as out:
        process = subprocess.Popen(
            command(database, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        code = wait_for(process)
    if code and not may_fail:
        fail(
            f"Odoo stopped with an error: {last_error(log)} "
            f"({log} has it all; mend that and start again)"
        )
    return code


def _said(log):
    """What Odoo printed before it had a log, beside the log."""
    return log.with_suffix(".out")


def shell(database, program, log=None):
    """Run a few lines in Odoo's shell on a database; what they print is the answer."""
    done = subprocess.run(
        command(
            database,
            "--no-http",
            "--max-cron-threads=0",
            "--log-level=warn",
            *([f"--logfile={log}"] if log else []),
            mode="shell",
        ),
        input=program,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "Traceback" in done.stderr:
        fail(
            f"Odoo's shell stopped with an error: {done.stderr.strip()[-2000:]}\n"
            "Mend that and start again."
        )
    return done.stdout


def last_error(log):
    """The line of a log that says best what went wrong."""
    try:
        lines = [line for line in log.read_text().splitlines() if line.strip()]
    except OSError:
        lines = []
    if not lines:
        lines = _said(log).read_text().splitlines() or ["nothing was logged"]
    if any("No space left" in line or "disk space" in line for line in lines):
        return "no space was left on the disk, make room"
    telling = [line for line in lines if " ERROR " in line or " CRITICAL " in line]
    tail = [line for line in lines if line and not line.startswith((" ", "20"))]
    return (tail or telling or lines)[-1].strip()
