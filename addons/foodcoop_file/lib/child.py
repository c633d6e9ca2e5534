# SPDX-License-Identifier: AGPL-3.0-or-later
"""The process that works on a file and nothing else: started by ``apart``, by its path.

Its only argument is the order, as JSON; the file comes on standard input. It answers
in lines of JSON. It imports the readers under their real name, and never Odoo.
"""

import base64
import importlib
import json
import os
import resource
import sys
import traceback
import types
from pathlib import Path

_ADDONS = Path(__file__).resolve().parents[2]
_MEGABYTE = 1 << 20
_FILES, _FILE_SIZE = 256, 500 * _MEGABYTE  # temporary pictures of pages


def bound(order: dict) -> None:
    """Limits that the kernel holds; what nobody waits for is done gently."""
    if "filename" in order:
        os.nice(5)
    for limit, wanted in (
        (resource.RLIMIT_AS, order["megabytes"] * _MEGABYTE),
        (resource.RLIMIT_CPU, order["seconds"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_FSIZE, _FILE_SIZE),
    ):
        _soft, hard = resource.getrlimit(limit)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(limit, (most, most))


def library(addon: str, name: str):
    """A module of a ``lib/``; an ``__init__`` that needs Odoo never runs.

    The addons that read files lie beside this one.
    """
    places = {f"odoo.addons.{one.name}": [str(one)] for one in _ADDONS.iterdir()}
    for package, folders in {"odoo": [], "odoo.addons": [], **places}.items():
        module = types.ModuleType(package)
        module.__path__ = folders
        sys.modules.setdefault(package, module)
    return importlib.import_module(f"odoo.addons.{addon}.lib.{name}")


def read(order: dict, say) -> dict:
    """The last line of the answer: what was asked, or the reason why there is none."""
    table = library("foodcoop_sheet", "table")
    try:
        data = sys.stdin.buffer.read()
        if "work" in order:
            return _worked(data, order)
        return _picture(data, order) if "page" in order else _document(data, order, say)
    except table.ReadError as error:
        cause = error.__cause__
        failure = "".join(traceback.format_exception(cause)) if cause else ""
        return {"reason": error.reason, "place": error.place, "failure": failure}
    except (MemoryError, RecursionError) as error:
        return {"reason": table.TOO_LONG, "place": "", "failure": repr(error)}


def _picture(data: bytes, order: dict) -> dict:
    png = library("foodcoop_pdf", "page_image").page_png(data, order["page"])
    return {"picture": base64.b64encode(png).decode("ascii")}


def _document(data: bytes, order: dict, say) -> dict:
    opened = library("foodcoop_file", "open")
    wire = library("foodcoop_sheet", "wire")

    def step(done: int, total: int) -> None:
        say({"progress": done / max(total, 1)})

    document = opened.read_document(data, order["filename"], step)
    return {"document": wire.packed(document)}


def _worked(data: bytes, order: dict) -> dict:
    """A function of a ``lib/`` does what is asked; its faults are ours, and told."""
    table = library("foodcoop_sheet", "table")
    addon, module, function = order["work"]
    try:
        return {"answer": getattr(library(addon, module), function)(json.loads(data))}
    except (table.ReadError, MemoryError, RecursionError):
        raise
    except Exception:
        failure = traceback.format_exc()
        return {"reason": "unexpected", "place": "", "failure": failure}


def main() -> None:
    order = json.loads(sys.argv[1])
    sys.path[:] = order["path"]
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # a library that prints disturbs no answer

    def say(line: dict) -> None:
        answers.write(json.dumps(line, separators=(",", ":")) + "\n")
        answers.flush()

    bound(order)
    say(read(order, say))


if __name__ == "__main__":
    main()
