# SPDX-License-Identifier: AGPL-3.0-or-later
"""The templates of the later rings are made while the first ones run without Odoo.

Whoever needs one that is not there yet waits for it.
"""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

from .place import LOGS

# Odoo installs on one core: what the suite is made of, and what single addons stand on.
CHAINS = (("house.databases", "demo"), ("house.alone",))


@contextmanager
def templates_are_made():
    with (LOGS / "templates.out").open("w") as out:
        makers = [
            subprocess.Popen(
                [sys.executable, "-m", *chain],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # with all its children it can be ended
            )
            for chain in CHAINS
        ]
    try:
        yield
    finally:
        for maker in makers:
            os.killpg(maker.pid, signal.SIGTERM)
            maker.wait()
