# SPDX-License-Identifier: AGPL-3.0-or-later
"""What scripts/start and scripts/stop do with ports and processes of others."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from house import alone, odoo, suite

ROOT = Path(__file__).resolve().parents[3]
SLEEP = [sys.executable, "-c", "input()"]


@pytest.fixture
def home(tmp_path):
    for name in ("log", "run"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def house(home):
    """house("start", FOODCOOP_PORT="80"): a part of the scripts, on that folder."""

    def run(name, **settings):
        own = {"PYTHONPATH": str(ROOT / "scripts"), "FOODCOOP_HOME": str(home)}
        return subprocess.run(
            [sys.executable, "-m", f"house.{name}"],
            env={**os.environ, **own, **settings},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def program():
    """A program that waits until the test ends."""
    running = []

    def start(*arguments):
        running.append(
            subprocess.Popen([*SLEEP, *arguments], stdin=subprocess.PIPE, text=True)
        )
        return running[-1]

    yield start
    for process in running:
        process.communicate("\n")


@pytest.mark.parametrize("port", ["abc", "99999", "80", "-1", "8069 "])
def test_what_is_no_port_is_said(house, port):
    done = house("start", FOODCOOP_PORT=port)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"FOODCOOP_PORT={port} is no port: give a number from 1024 to 65535."
    )


def test_a_port_of_another_program_is_said(house):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = house("start", FOODCOOP_PORT=port)
    assert done.returncode == 1
    assert f"Port {port} is used by another program: stop that" in done.stderr


def test_a_number_of_another_program_is_forgotten_not_killed(house, home, program):
    other = program("odoo", "--database=fourmiliere", "--data-dir=/elsewhere")
    for number in (other.pid, 1):  # the second belongs to another account
        (home / "run/odoo.pid").write_text(f"{number} 8069")
        done = house("stop")
        assert (done.returncode, done.stderr) == (0, "")
        assert not (home / "run/odoo.pid").exists()
    assert other.poll() is None


def test_our_server_is_stopped(house, home, program):
    ours = program("--database=fourmiliere", f"--data-dir={home}/data")
    (home / "run/odoo.pid").write_text(f"{ours.pid} 8069")
    assert house("stop").returncode == 0
    assert ours.poll() is not None


def test_a_failure_nobody_foresaw_is_one_sentence_and_a_log(house, home):
    done = house("databases", PGHOST="/nowhere")  # a verb is missing
    assert done.returncode == 1
    assert done.stderr.strip().startswith("Stopped: IndexError: ")
    assert "Traceback" in (home / "log/scripts.log").read_text()


def test_a_ring_that_ends_early_is_counted_and_closed(monkeypatch, capsys):
    def ends(_words):
        raise SystemExit(1)

    monkeypatch.setitem(suite.RINGS, "unit", ends)
    assert suite.run(["unit"], None) == "unit"
    assert capsys.readouterr().out.endswith("total: 0 passed, 1 failed\n")


def test_an_addon_stands_on_all_that_it_asks_for_and_no_more():
    ours = {
        "ours": {"depends": ["below", "mail"]},
        "below": {"depends": ["product"]},
    }
    theirs = {name: {"depends": ["base"]} for name in ("mail", "product", "stock")}
    assert alone.grounds(ours, theirs | {"base": {}}) == {
        "ours": {"mail", "product", "base"},
        "below": {"product", "base"},
    }


def test_a_full_disk_is_named_as_such(tmp_path):
    log = tmp_path / "new_base.log"
    log.write_text(
        "2026-11-22 06:00:00,000 7 ERROR fourmi odoo.sql_db: bad query\n"
        "DETAIL: could not extend file: No space left on device\n"
        "HINT:  Check free disk space.\n"
    )
    assert "make room" in odoo.last_error(log)
