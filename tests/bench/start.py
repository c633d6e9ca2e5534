# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long a person waits: making the shop, opening it again, a test's own copy.

Held against Odoo installing the same addons into an empty database, which is what
every start and every test would cost without templates.
"""

import os
import shutil
import subprocess
import time

from house import databases, odoo, shop
from house.bench import Row, median_of
from house.place import HOME, ROOT, fail, step
from house.server import Server


def timed(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def install_everything():
    """The naive way: all of it, from nothing."""
    databases.drop("bench_naive")
    names = ",".join([*databases.base_modules(), *odoo.manifests()])
    odoo.run(
        "Installing everything from nothing",
        "bench_naive",
        f"--init={names}",
        "--skip-auto-install",
        "--unaccent",
        "--load-language=fr_FR",
    )
    databases.drop("bench_naive")


def open_clone():
    """Warm: a copy of the demonstration, served."""
    databases.clone(databases.demo(), "bench_clone")
    server = Server("bench_clone", arguments=["--max-cron-threads=0"])
    try:
        return timed(server.start)
    finally:
        server.stop()
        databases.drop("bench_clone")


def again():
    """scripts/start as a person types it, on a machine that is ready."""
    command = ["bash", "-c", ". scripts/lib/setup.sh; setup_all; house start"]
    env = {**os.environ, "FOODCOOP_PORT": "8099"}
    try:
        return timed(lambda: subprocess.run(command, cwd=ROOT, env=env, check=True))
    finally:
        subprocess.run(
            ["bash", "-c", ". scripts/lib/setup.sh; house stop"], cwd=ROOT, check=True
        )


def first():
    """The same with nothing there but the system's packages; once, it downloads."""
    home = HOME / "bench" / "first"
    shutil.rmtree(home, ignore_errors=True)
    env = {**os.environ, "FOODCOOP_PORT": "8098", "FOODCOOP_HOME": str(home)}
    try:
        return timed(
            lambda: subprocess.run(["scripts/start"], cwd=ROOT, env=env, check=True)
        )
    finally:
        subprocess.run(["scripts/stop"], cwd=ROOT, env=env, check=True)
        shutil.rmtree(home)


def measure():
    if shop.running():
        fail("The shop is open, and this bench closes it: scripts/stop first.")
    databases.demo()
    naive = timed(install_everything)
    with step("Opening copies"):
        clone = median_of(
            5, lambda: timed(lambda: databases.clone(databases.demo(), "bench_clone"))
        )
        databases.drop("bench_clone")
        served = median_of(3, open_clone)
    again()  # the first may still make or update the shop
    second = median_of(3, again)
    other = "installing everything from nothing"
    return [
        Row("first scripts/start, to its last line", first(), naive, other, "s", 4),
        Row("a copy of the demonstration", clone, naive, other, "s", 0.05),
        Row("Odoo serving a copy", served, naive, other, "s", 0.2),
        Row("second scripts/start, to its last line", second, naive, other, "s", 0.2),
    ]
