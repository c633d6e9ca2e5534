# SPDX-License-Identifier: AGPL-3.0-or-later
"""A stranger's file is read in a process of its own: bounded, and killed if need be.

So is all long work on it. What the child gets: the file on its standard input, no
database, no secret of the environment, little memory and time. What it answers is JSON,
checked here. It may die of anything without the caller noticing more than a ReadError.
"""

import base64
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from odoo.addons.foodcoop_sheet.lib import limits, wire
from odoo.addons.foodcoop_sheet.lib.table import (
    CANCELLED,
    EMPTY_FILE,
    NOT_A_WORKBOOK,
    TOO_BIG,
    TOO_LONG,
    Document,
    ReadError,
)

CHILD = Path(__file__).with_name("child.py")
MAX_ANSWER = 150_000_000  # bytes of JSON
UNEXPECTED = "unexpected"  # a reason: the child failed of a fault of ours
_LOOK_EVERY = 0.1  # seconds between two looks at the clock and at ``cancelled``
_PIECE = 1 << 18
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TESSDATA_PREFIX")
# PDFium ends by SIGABRT where it gets no more memory.
_OUT_OF_BOUNDS = (signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT)


class ChildFailed(Exception):
    """What the child said of its own failure, for the log."""


def read_apart(
    data: bytes,
    filename: str,
    *,
    seconds: float,
    megabytes: int,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Document:
    """Read a file in a child process; raises ReadError with a reason, nothing else.

    ``seconds`` of time and ``megabytes`` of memory at most. ``cancelled`` is asked ten
    times a second; ``progress`` is told the share that is done, from 0 to 1.
    """
    _refuse(data)
    order = {"filename": Path(filename).name[-200:]}
    found = _done_apart(data, order, seconds, megabytes, (cancelled, progress))
    if not isinstance(found, Document):
        raise ReadError(NOT_A_WORKBOOK)
    return found


def page_apart(data: bytes, page: int, *, seconds: float, megabytes: int) -> bytes:
    """A PDF's page (from 1) as PNG, drawn in a child process; raises ReadError.

    A page of a kilobyte may be years of drawing, though its words are read at once.
    """
    _refuse(data)
    found = _done_apart(data, {"page": page}, seconds, megabytes)
    if not isinstance(found, bytes):
        raise ReadError(NOT_A_WORKBOOK)
    return found


def work_apart(
    work: tuple[str, str, str],
    asked: dict,
    *,
    seconds: float,
    megabytes: int,
    cancelled: Callable[[], bool] | None = None,
) -> dict:
    """What a function makes of plain values of JSON, in a child; raises ReadError.

    ``work`` names an addon, a module of its ``lib/`` and a function of one dict, which
    gives a dict. The reason is UNEXPECTED where it fails otherwise than by ReadError.
    """
    data = json.dumps(asked).encode()
    found = _done_apart(data, {"work": work}, seconds, megabytes, (cancelled, None))
    if not isinstance(found, dict):
        raise ReadError(UNEXPECTED)
    return found


def _refuse(data: bytes) -> None:
    if not data:
        raise ReadError(EMPTY_FILE)
    if len(data) > limits.MAX_BYTES:
        raise ReadError(TOO_BIG)


def _done_apart(data, order, seconds, megabytes, watch=(None, None)):
    with tempfile.TemporaryFile() as request:
        request.write(data)
        request.seek(0)
        bounds = {"seconds": int(seconds) + 1, "megabytes": megabytes}
        child = _start(request, {**order, **bounds})
        try:
            return _answer(child, time.monotonic() + seconds, *watch)
        finally:
            _end(child)


def _start(request, order) -> subprocess.Popen:
    order = {**order, "path": [folder for folder in sys.path if folder]}
    return subprocess.Popen(
        [sys.executable, "-I", str(CHILD), json.dumps(order)],
        stdin=request,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,  # so that what the child starts ends with it
    )


def _answer(child, deadline, cancelled, progress) -> Document | bytes | dict:
    """Lines of JSON: how far it is, and at last what was asked or the reason."""
    for line in _lines(child, deadline, cancelled):
        said = _understood(line)
        if not isinstance(said, float):
            return said
        if progress:
            progress(said)
    code = child.wait()
    out = -code in _OUT_OF_BOUNDS
    raise ReadError(TOO_LONG if out else NOT_A_WORKBOOK) from ChildFailed(code)


def _understood(line: bytes) -> Document | bytes | dict | float:
    """One line of the child, which is not to be trusted; its refusal is raised."""
    try:
        said = json.loads(line)
        if "document" in said:
            return wire.unpacked(said["document"])
        if "picture" in said:
            return base64.b64decode(said["picture"], validate=True)
        if "answer" in said:
            return dict(said["answer"])
        if "progress" in said:
            return min(1.0, max(0.0, float(said["progress"])))
        reason, place, failure = said["reason"], said["place"], said.get("failure")
    except (ValueError, KeyError, TypeError, ArithmeticError, AttributeError) as error:
        raise ReadError(NOT_A_WORKBOOK) from error
    raise ReadError(str(reason), str(place)) from ChildFailed(failure)


def _lines(child, deadline, cancelled):
    """Whole lines as they come; ReadError when time is up or nobody waits any more."""
    kept, size = bytearray(), 0
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if cancelled and cancelled():
                raise ReadError(CANCELLED)
            left = deadline - time.monotonic()
            if left <= 0:
                raise ReadError(TOO_LONG)
            if not selector.select(min(left, _LOOK_EVERY)):
                continue
            piece = os.read(child.stdout.fileno(), _PIECE)
            if not piece:
                return
            size += len(piece)
            if size > MAX_ANSWER:
                raise ReadError(TOO_BIG)
            kept += piece
            if b"\n" in piece:
                *lines, rest = kept.split(b"\n")
                kept = rest
                yield from lines


def _end(child: subprocess.Popen) -> None:
    """Whatever it is doing, with all it started; no zombie stays."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.stdout.close()
    child.wait()
