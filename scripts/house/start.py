# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/start: the demonstration cooperative, made if it is not there, and served."""

import os

from . import databases, odoo, server, shop
from .place import DATABASE, LOGS, ROOT, RUN, fail, say, step

STAMP = RUN / "shop.stamp"  # what the shop was last updated to
SIGN_INS = (
    ("reception", "fourmi", "volunteer at the deliveries: /reception"),
    ("caisse", "fourmi", "cashier at the till: /pos/ui/1"),
    ("membre", "fourmi", "member on a phone: /my/shifts"),
    ("acheteuse", "fourmi", "buyer: catalogues, numbers, orders"),
    ("coordination", "fourmi", "coordinator: shifts, deliveries to review"),
    ("bureau", "fourmi", "office: members, teams"),
    ("admin", "admin", "everything"),
)


def wanted_port():
    asked = os.environ.get("FOODCOOP_PORT", "8069")
    if not asked.isdecimal() or not 1024 <= int(asked) <= 65535:
        fail(f"FOODCOOP_PORT={asked} is no port: give a number from 1024 to 65535.")
    return int(asked)


def state():
    """All that the shop is made of: when one of them changes, it is updated."""
    requirements = (ROOT / "requirements.txt").read_text()
    addons = (databases.addons_hash(), databases.addons_hash("demo"))
    return databases.hash_of(*addons, requirements, os.environ["ODOO_STAMP"])


def is_up_to_date():
    return STAMP.exists() and STAMP.read_text() == state()


def prepare_shop():
    """Make the shop, or bring it to the present state of the addons."""
    if not databases.exists(DATABASE):
        template = databases.demo()
        with step("Copying the demonstration cooperative"):
            databases.clone(template, "new_shop")
            databases.rename("new_shop", DATABASE)
    elif not is_up_to_date():
        update_shop()
    STAMP.write_text(state())


def update_shop():
    """Bring its addons up to date and add those that came since."""
    ours = odoo.manifests()
    added = sorted(set(ours) - databases.installed(DATABASE))
    options = [f"--update={','.join(ours)}"]
    if added:
        options.append(f"--init={','.join(added)}")
    odoo.run("Updating the addons", DATABASE, *options)


def point_links(name, port):
    """Links in mails lead to this port; an address that somebody gave stays."""
    here = r"^http://(localhost|127\.0\.0\.1)(:\d+)?$"
    with databases.cursor(name) as cr:
        cr.execute(
            "UPDATE ir_config_parameter SET value = %s"
            " WHERE key = 'web.base.url' AND value ~ %s",
            [f"http://127.0.0.1:{port}", here],
        )


def join_running(pid, port):
    """Another start has opened the shop: say where."""
    if not server.answers(port):
        fail(
            f"The shop's server (process {pid}) runs but does not answer: "
            "scripts/stop ends it, scripts/start opens it anew."
        )
    if not is_up_to_date():
        say("It runs with older addons: scripts/stop, then scripts/start.")
    tell(port)


def tell(port):
    say(f"\nLa Fourmilière is open: http://127.0.0.1:{port}")
    say("Sign in as (all invented, reachable from this machine only):")
    for login, password, role in SIGN_INS:
        say(f"  {login:<13} {password:<7} {role}")
    say("scripts/stop stops it, scripts/reset begins anew.")


def main():
    port = wanted_port()
    already = shop.running()
    if already:
        return join_running(*already)
    if server.port_taken(port):
        fail(
            f"Port {port} is used by another program: stop that, "
            f"or take another port: FOODCOOP_PORT={server.free_port()} scripts/start"
        )
    prepare_shop()
    point_links(DATABASE, port)
    opened = server.Server(DATABASE, port, log=LOGS / "odoo.log", pid_file=shop.PID)
    with step("Opening the shop"):
        opened.start()
    return tell(port)


if __name__ == "__main__":
    main()
