# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes wrong while a machine is set up ends in one sentence and harms nothing."""

import fcntl
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ODOO = "usr/lib/python3/dist-packages/odoo"
pytestmark = pytest.mark.skipif(
    os.geteuid() == 0, reason="scripts/test runs these as an ordinary account"
)


def with_setup(program, folder):
    """Arguments that run a program with the set-up's functions, on a folder."""
    return {
        "args": ["bash", "-c", f". scripts/lib/setup.sh; {program}"],
        "cwd": ROOT,
        "env": {**os.environ, "FOODCOOP_HOME": str(folder)},
        "text": True,
    }


@pytest.fixture
def home(tmp_path):
    """A folder as scripts/start leaves it."""
    folder = tmp_path / "home"
    for name in ("log", "run", "cache", "pg/data"):
        (folder / name).mkdir(parents=True)
    (folder / ".foodcoop-home").touch()
    return folder


@pytest.fixture
def bash(home):
    """What a program answers."""

    def run(program, folder=home):
        settings = with_setup(program, folder)
        return subprocess.run(**settings, capture_output=True, check=False)

    return run


@pytest.fixture
def refused(bash):
    """Run what must be refused: the one sentence that is said."""

    def run(program, **options):
        done = bash(program, **options)
        assert done.returncode == 1
        (sentence,) = done.stderr.strip().splitlines()
        return sentence

    return run


@pytest.mark.parametrize("program", ["setup_home", "scripts/stop", "scripts/reset"])
def test_a_folder_with_other_files_is_refused_and_left_alone(
    refused, tmp_path, program
):
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "letters").touch()
    command = f"exec {program} --all --yes" if "/" in program else program
    assert "set FOODCOOP_HOME to a new" in refused(command, folder=foreign)
    assert [path.name for path in foreign.iterdir()] == ["letters"]


def test_a_new_folder_is_marked_as_ours(bash, tmp_path):
    assert bash("setup_home", folder=tmp_path / "new").returncode == 0
    assert bash("setup_home", folder=tmp_path / "new").returncode == 0
    assert (tmp_path / "new/.foodcoop-home").exists()


def test_data_of_a_postgresql_that_is_gone_are_named(refused, home):
    (home / "pg/data/PG_VERSION").write_text("9\n")
    assert "install postgresql-9" in refused("setup_postgres")
    assert "install postgresql-9" in refused("exec scripts/reset --yes")


def test_data_of_a_postgresql_that_is_gone_may_be_thrown_away(bash, home):
    (home / "pg/data/PG_VERSION").write_text("9\n")
    assert bash("scripts/stop").returncode == 0
    done = bash("scripts/reset --all --yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert not home.exists()


def test_a_number_of_another_program_is_no_database_server(bash, home):
    (home / "pg/data/PG_VERSION").write_text("15\n")
    (home / "pg/data/postmaster.pid").write_text(f"{os.getpid()}\n")
    assert bash("pg_running").returncode == 1
    assert bash("stop_postgres").returncode == 0  # and we are still here


def test_a_damaged_package_is_named_and_not_used(bash, home):
    package = home / "cache/odoo-19_19.0.0+dfsg-1_all.deb"
    package.write_text("half of it")
    done = bash("ROOT=/nowhere; run_step() { return 1; }; find_package")
    assert done.returncode == 1
    assert f"{package} has a wrong checksum" in done.stdout
    assert "could not be fetched" in done.stderr


def test_half_an_odoo_is_thrown_away(bash, home, tmp_path):
    tree = tmp_path / "tree"
    (tree / ODOO / "addons/web").mkdir(parents=True)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x\nDescription: x\n"
    )
    (home / "odoo.part").mkdir()
    (home / "odoo.part/half").touch()
    done = bash(f"dpkg-deb -b {tree} {tree}.deb; PACKAGE={tree}.deb; unpack_odoo whole")
    assert done.returncode == 0, done.stderr
    assert (home / "odoo/.stamp").read_text() == "whole\n"
    assert (home / "odoo" / ODOO / "addons/web").is_dir()
    assert not (home / "odoo/half").exists()


def test_a_disk_too_small_is_said_before(refused):
    sentence = refused("need_space 99999999999 Odoo")
    assert "Odoo needs 99999999999 MB: make room" in sentence


def test_a_command_that_nobody_foresaw_is_said_once(refused):
    assert "the end of" in refused("answer=$(false); say $answer")


@pytest.fixture
def interrupted(home, tmp_path):
    """Interrupt a step once it says "begun": its last words, exit code, sentences.

    The step holds the pipe open as long as one of its children lives; what it reads
    from "go" comes after the first sentence.
    """
    pipe = tmp_path / "pipe"
    go = tmp_path / "go"
    os.mkfifo(pipe)
    os.mkfifo(go)

    def run(step, before=":"):
        step = f"exec 3>{pipe} 4<>{go}; {step}"
        settings = with_setup(f"{before}; run_step Waiting bash -c '{step}'", home)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        with subprocess.Popen(**settings, **quiet) as running:
            with pipe.open() as children:
                assert children.readline() == "begun\n"
                running.send_signal(signal.SIGTERM)
                said = running.stderr.readline() + running.stderr.readline()
                with go.open("r+b", buffering=0) as answer:
                    answer.write(b"go\n")
                words = children.read()
            said += running.stderr.read()
        return words, running.returncode, said

    return run


def test_an_interrupt_ends_a_step_with_its_children(interrupted):
    began = time.monotonic()
    words, code, sentence = interrupted("sleep 20 & echo begun >&3; wait")
    assert (words, code) == ("", 130)
    assert "Interrupted. Nothing is broken" in sentence
    assert time.monotonic() - began < 10


def test_an_interrupt_waits_for_the_package_manager(interrupted):
    step = "echo begun >&3; read -u 4; echo ended >&3"
    words, code, sentence = interrupted(step, before="UNDISTURBED=1")
    assert (words, code) == ("ended\n", 130)
    assert "Waiting for the machine's package manager" in sentence


def test_a_running_test_keeps_its_database_server(refused, bash, home):
    with (home / "run/tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "scripts/test is running" in refused("check_no_test")
    assert bash("check_no_test").returncode == 0


def test_an_old_postgresql_beside_is_passed_over(bash, tmp_path):
    for version in ("9.6", "12", "15", "9.6.kept", "x16"):
        initdb = tmp_path / version / "bin" / "initdb"
        initdb.parent.mkdir(parents=True)
        initdb.touch(0o755)
    done = bash(f"postgres_bin {tmp_path}")
    assert (done.stdout.strip(), done.stderr) == (f"{tmp_path}/15/bin", "")
