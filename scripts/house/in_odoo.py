# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ring 2: the addons' tests in Odoo; also the pytest plug-in that tells Odoo where.

Of the processes side by side each has a database of its own. pytest-odoo would make
them, too, but sharing their files: what one cleans up, another would miss.
"""

import os

import pytest

from . import databases, odoo
from .counted import run_pytest
from .place import AT_ONCE, DATA, HOME, ROOT, RUN

PROCESSES = [f"gw{number}" for number in range(AT_ONCE)]  # as pytest-xdist names them


def run(words):
    """The addons in an empty shop, then the demonstration's own tests in its shop."""
    count = _run(databases.suite(), databases.suite_addons(), words)
    if count.failed:
        return count
    return count + _run(databases.demo(), [databases.DEMO_ADDON], words)


def _run(template, addons, words):
    folders = [
        path for name in addons if (path := ROOT / "addons" / name / "tests").is_dir()
    ]
    for process in PROCESSES:
        databases.clone(template, _database(process))
        _write_config(process)
    try:
        return run_pytest(
            "odoo",
            *("-p", "house.in_odoo", "-p", "house.need_browser"),
            *("--odoo-http", "--timeout=300"),
            *folders,
            words=words,
            env={"PGOPTIONS": "-c synchronous_commit=off"},
        )
    finally:
        for process in PROCESSES:
            databases.drop(_database(process))


def _database(process):
    return f"test_odoo_{process}"


def _config(process):
    return RUN / f"{_database(process)}.conf"


def _write_config(process):
    database = _database(process)
    _config(process).write_text(
        "[options]\n"
        f"db_name = {database}\n"
        f"dbfilter = ^{database}$\n"
        f"addons_path = {odoo.addons_path()}\n"
        f"data_dir = {DATA}\n"
        "http_interface = 127.0.0.1\n"
        "max_cron_threads = 0\n"
        f"screenshots = {HOME / 'shots'}\n"
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_cmdline_main():
    """Before pytest-odoo reads it; the name is taken away, else it makes a copy."""
    process = os.environ.pop("PYTEST_XDIST_WORKER", PROCESSES[0])
    os.environ["ODOO_RC"] = str(_config(process))
    return (yield)
