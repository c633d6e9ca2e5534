"""A file is read in another process, which is bounded, stopped and outlived."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from odoo.addons.foodcoop_file.lib import apart
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import table, wire
from odoo.addons.foodcoop_sheet.lib.table import ReadError

ROOM = {"seconds": 60, "megabytes": 512}


def reason_of(data, name="list.xlsx", **room):
    with pytest.raises(ReadError) as error:
        apart.read_apart(data, name, **(ROOM | room))
    return error.value


@pytest.fixture
def child(monkeypatch, tmp_path):
    """Another program in the place of the reader."""

    def of(source):
        file = tmp_path / "child.py"
        file.write_text(source)
        monkeypatch.setattr(apart, "CHILD", file)

    return of


def test_every_kind_is_the_same_document_as_read_here(samples):
    for name in ("a.xlsx", "a.xls", "a.ods", "a.csv", "a.bnn", "ubl.xml"):
        data = samples[name]
        assert apart.read_apart(data, name, **ROOM) == read_document(data, name)


def test_a_large_document_does_not_fill_the_pipe(make):
    data = make.xlsx([(f"{n:05d}", "Bar ligné " * 9, n) for n in range(4000)])
    seen = []
    document = apart.read_apart(data, "list.xlsx", **ROOM, progress=seen.append)
    assert len(document.sheets[0].rows) == 4000
    assert seen and all(0 <= share <= 1 for share in seen)


def test_a_reason_and_its_place_come_through(make):
    rows = b"\n".join([b"a;b"] * 20_001)
    error = reason_of(rows, "list.csv")
    assert error.reason == table.TOO_MANY_ROWS
    error = reason_of(b"PK\x03\x04")
    assert (error.reason, "BadZipFile" in str(error.__cause__)) == (
        *(table.NOT_A_WORKBOOK, True),
    )
    assert reason_of(b"").reason == table.EMPTY_FILE


def test_the_child_sees_no_secret_and_no_odoo(child, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "secret")
    child(
        "import json, os, sys\n"
        "named = 'PGPASSWORD' in os.environ or 'odoo' in sys.modules\n"
        "print(json.dumps({'reason': 'no_table', 'place': str(named)}))\n"
    )
    assert reason_of(b"a;b").place == "False"


def test_the_real_reader_never_imports_odoo(samples):
    source = Path(apart.CHILD).read_text()
    names = [line for line in source.splitlines() if line.startswith("import")]
    assert not any("odoo" in line for line in names)
    order = '{"filename": "a.csv", "seconds": 9, "megabytes": 512, "path": %s}'
    path = str([folder for folder in sys.path if folder]).replace("'", '"')
    done = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", apart.CHILD, order % path],
        input=samples["a.csv"],
        capture_output=True,
        check=True,
    )
    assert b"foodcoop_sheet.lib.csvs" in done.stderr
    assert b"odoo.models" not in done.stderr and b"odoo.tools" not in done.stderr


def test_too_little_memory_is_too_long_and_no_crash():
    data = b";".join([b"x" * 40] * 400_000)
    assert reason_of(data, megabytes=60).reason == table.TOO_LONG


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import time; time.sleep(60)", table.TOO_LONG),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", table.TOO_LONG),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", table.TOO_LONG),
        ("import os; os.abort()", table.TOO_LONG),
        ("import os; os.kill(os.getpid(), 11)", table.NOT_A_WORKBOOK),
        ("raise SystemExit(3)", table.NOT_A_WORKBOOK),
        ("print('no json')", table.NOT_A_WORKBOOK),
        ("print('[1]')", table.NOT_A_WORKBOOK),
        ("print('{\"document\": {}}')", table.NOT_A_WORKBOOK),
        ('print(\'{"document": {"kind": 1, "sheets": 5}}\')', table.NOT_A_WORKBOOK),
        ('print(\'{"reason": "password"}\')', table.NOT_A_WORKBOOK),
        ('print(\'{"progress": "x"}\')', table.NOT_A_WORKBOOK),
        ("", table.NOT_A_WORKBOOK),
    ],
)
def test_however_the_child_ends_it_is_a_reason(child, source, reason):
    child(source)
    assert reason_of(b"a;b", seconds=2).reason == reason


def test_an_answer_without_end_is_stopped(child, monkeypatch):
    monkeypatch.setattr(apart, "MAX_ANSWER", 1_000_000)
    child("while True: print('x' * 9999, end='')")
    assert reason_of(b"a;b").reason == table.TOO_BIG


def test_processor_time_is_bounded_by_the_kernel(child):
    child(
        "import json, runpy, sys\n"
        f"there = runpy.run_path({str(apart.CHILD)!r})\n"
        "there['bound']({'seconds': 1, 'megabytes': 512})\n"
        "while True: pass\n"
    )
    start = time.monotonic()
    assert reason_of(b"a;b", seconds=50).reason == table.TOO_LONG
    assert time.monotonic() - start < 40


def test_who_cancels_waits_no_longer_and_leaves_nothing_behind(child, tmp_path):
    pids = tmp_path / "pids"
    child(
        "import os, subprocess, sys, time\n"
        "sleeper = [sys.executable, '-c', 'import time; time.sleep(99)']\n"
        "other = subprocess.Popen(sleeper)\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{other.pid}}')\n"
        "time.sleep(99)\n"
    )
    asked = threading.Event()
    threading.Thread(target=_set_when_written, args=(pids, asked), daemon=True).start()
    start = time.monotonic()
    assert reason_of(b"a;b", cancelled=asked.is_set).reason == table.CANCELLED
    assert time.monotonic() - start < 30
    for pid in map(int, pids.read_text().split()):
        assert _is_gone(pid)


def _set_when_written(file, event):
    while not (file.exists() and file.read_text().count(" ")):
        threading.Event().wait(0.02)
    event.set()


def _is_gone(pid):
    """Ended, or a zombie that only its reaper has not yet fetched."""
    for _turn in range(100):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state in "ZX":
            return True
        threading.Event().wait(0.05)
    return False


def test_a_caller_s_own_error_ends_the_child_too(make):
    def fail(_share):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        apart.read_apart(make.xlsx([("a", 1)]), "list.xlsx", **ROOM, progress=fail)
    assert signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL


WORK = ("foodcoop_sheet", "wire", "unpacked")


def test_work_is_done_in_the_child_and_its_refusal_comes_through(make):
    asked = {"document": "", "mapping": None, "known": {}, "likely": False}
    work = ("foodcoop_desk", "understand", "understood")
    asked["document"] = wire.kept(read_document(make.xlsx([("nothing",)]), "list.xlsx"))
    with pytest.raises(ReadError) as error:
        apart.work_apart(work, asked, **ROOM)
    assert error.value.reason == table.NO_TABLE


@pytest.mark.parametrize("work", [WORK, ("foodcoop_sheet", "wire", "nothing_there")])
def test_a_fault_of_ours_is_told_apart_from_a_bad_file(work):
    with pytest.raises(ReadError) as error:
        apart.work_apart(work, {}, **ROOM)
    assert error.value.reason == apart.UNEXPECTED
    assert "Traceback" in str(error.value.__cause__)


def test_work_without_end_is_stopped_and_may_be_cancelled(child):
    child("import time; time.sleep(60)")
    for reason, room in (
        (table.TOO_LONG, {"seconds": 1}),
        (table.CANCELLED, {"cancelled": lambda: True}),
    ):
        with pytest.raises(ReadError) as error:
            apart.work_apart(WORK, {}, **(ROOM | room))
        assert error.value.reason == reason


def test_an_answer_that_is_none_is_a_reason(child):
    for said in ("[1]", '{"answer": 5}', '{"picture": ""}', '{"answer": "abc"}'):
        child(f"print({said!r})")
        with pytest.raises(ReadError):
            apart.work_apart(WORK, {}, **ROOM)
