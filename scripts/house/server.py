# SPDX-License-Identifier: AGPL-3.0-or-later
"""An Odoo server on 127.0.0.1: started, waited for, stopped by its own process id."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

from . import odoo
from .place import DATA, LOGS, fail


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def port_taken(port):
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/web/health", timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


class Server:
    """One Odoo process (with its workers, when asked) on a database."""

    def __init__(self, database, port=None, arguments=(), log=None, pid_file=None):
        self.database = database
        self.port = port or free_port()
        self.arguments = arguments
        self.log = log or LOGS / f"{database}.server.log"
        self.pid_file = pid_file  # tells a later script what runs
        self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, timeout=120):
        self.log.unlink(missing_ok=True)
        with (LOGS / "odoo.out").open("a") as out:
            self.process = subprocess.Popen(
                odoo.command(
                    self.database,
                    f"--logfile={self.log}",
                    *self.arguments,
                    port=self.port,
                ),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        try:
            if self.pid_file:
                self.pid_file.write_text(f"{self.process.pid} {self.port}")
            self._wait_until_it_answers(timeout)
        except BaseException:  # Ctrl-C too: no server stays that nobody waits for
            self.stop()
            raise
        return self

    def _wait_until_it_answers(self, timeout):
        deadline = time.monotonic() + timeout
        while not answers(self.port):
            if self.process.poll() is not None:
                fail(
                    f"Odoo stopped at once: {odoo.last_error(self.log)} "
                    f"({self.log} has it all; mend that and start again)"
                )
            if time.monotonic() > deadline:
                fail(
                    f"Odoo did not answer within {timeout} s; {self.log} may say why. "
                    "On a busy machine, starting again may be enough."
                )
            time.sleep(0.1)

    def kill(self):
        """As a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        stop_process(self.process.pid)
        self.process.wait()
        if self.pid_file:
            self.pid_file.unlink(missing_ok=True)


def stop_process(pid, patience=15):
    """Ask a process to end; after some seconds, end it with its children."""
    try:
        os.kill(pid, signal.SIGTERM)
        for _ in range(patience * 10):
            time.sleep(0.1)
            if not alive(pid):
                return
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def alive(pid):
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, PermissionError, FileNotFoundError):
        return False  # a number of another account is none that we started


def is_ours(pid, database):
    """Whether a number is a server of ours: after a reboot it may be any program's."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return False
    return {f"--database={database}", f"--data-dir={DATA}"} <= set(words)


def stop_all(prefix):
    """End the servers of ours on databases whose names begin so."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_text(errors="replace").split("\0")
        except OSError:
            continue
        named = any(word.startswith(f"--database={prefix}") for word in words)
        if named and f"--data-dir={DATA}" in words:
            stop_process(int(path.parent.name))
