# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/start: the demonstration cooperative, made if it is not there, and served."""

import os

from . import databases, odoo, server
from .place import DATABASE, LOGS, RUN, fail, say, step

PID = RUN / "odoo.pid"
STAMP = RUN / "shop.stamp"  # the state of the addons that the shop was last updated to
SIGN_INS = (
    ("reception", "fourmi", "volunteer at the deliveries: /reception"),
    ("membre", "fourmi", "member on a phone: /my/shifts"),
    ("acheteuse", "fourmi", "buyer: catalogues, numbers, orders"),
    ("coordination", "fourmi", "coordinator: shifts, deliveries to review"),
    ("bureau", "fourmi", "office: members, teams"),
    ("admin", "admin", "everything"),
)


def running_port():
    """The port of a server that an earlier start left running, or None."""
    try:
        pid, port = map(int, PID.read_text().split())
    except (OSError, ValueError):
        return None
    return port if server.alive(pid) and server.answers(port) else None


def prepare_shop():
    """Make the shop, or bring it to the present state of the addons."""
    state = databases.addons_hash() + databases.addons_hash("demo")
    if not databases.exists(DATABASE):
        template = databases.demo()
        with step("Copying the demonstration cooperative"):
            databases.clone(template, "new_shop")
            databases.rename("new_shop", DATABASE)
    elif not STAMP.exists() or STAMP.read_text() != state:
        names = ",".join(odoo.manifests())
        odoo.run("Updating the addons", DATABASE, f"--update={names}")
    STAMP.write_text(state)


def tell(port):
    say(f"\nLa Fourmilière is open: http://127.0.0.1:{port}")
    say("Sign in as (all invented, reachable from this machine only):")
    for login, password, role in SIGN_INS:
        say(f"  {login:<13} {password:<7} {role}")
    say("scripts/stop stops it, scripts/reset begins anew.")


def main():
    port = int(os.environ.get("FOODCOOP_PORT", "8069"))
    already = running_port()
    if already:
        return tell(already)
    if server.port_taken(port):
        fail(
            f"Port {port} is used by another program: stop that, "
            f"or take another port: FOODCOOP_PORT={port + 1} scripts/start"
        )
    prepare_shop()
    shop = server.Server(DATABASE, port, log=LOGS / "odoo.log")
    with step("Opening the shop"):
        shop.start()
    PID.write_text(f"{shop.process.pid} {port}")
    return tell(port)


if __name__ == "__main__":
    main()
