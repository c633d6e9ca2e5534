# SPDX-License-Identifier: AGPL-3.0-or-later
"""The server that scripts/start left running: its process and its port."""

from . import server
from .place import DATABASE, RUN

PID = RUN / "odoo.pid"


def running():
    """``(pid, port)`` of the shop's server, or None."""
    try:
        pid, port = map(int, PID.read_text().split())
    except (OSError, ValueError):
        return None
    alive = server.alive(pid) and server.is_ours(pid, DATABASE)
    return (pid, port) if alive else None
