# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/stop: ends the server that scripts/start left running."""

from . import server
from .start import PID


def main():
    try:
        pid = int(PID.read_text().split()[0])
    except (OSError, ValueError):
        return
    # A number left from before a reboot may belong to another program by now.
    try:
        with open(f"/proc/{pid}/cmdline") as cmdline:
            ours = "odoo" in cmdline.read()
    except OSError:
        ours = False
    if ours:
        server.stop_process(pid)
    PID.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
