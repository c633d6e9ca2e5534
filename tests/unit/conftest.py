"""Ring 1: the addons' ``lib/`` under their real names, without Odoo.

Empty stand-ins for ``odoo``, ``odoo.addons`` and one for each addon let
``from odoo.addons.foodcoop_x.lib.y import z`` work without running an addon's
``__init__``; an impure ``from odoo import models`` inside ``lib/`` fails here.
"""

import importlib.util
import io
import sys
import types
from pathlib import Path

import pytest
from hypothesis import settings
from openpyxl import Workbook

TESTS = Path(__file__).resolve().parents[1]
ADDONS = TESTS.parent / "addons"
CATALOGUES = TESTS.parents[1] / "shared/data/catalogues"

# How long one example takes is the machine's affair: another program may be at work.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def _namespace(name, *folders):
    module = types.ModuleType(name)
    module.__path__ = [str(folder) for folder in folders]
    sys.modules[name] = module
    return module


_odoo = _namespace("odoo")
_odoo.addons = _namespace("odoo.addons")
for _manifest in ADDONS.glob("*/__manifest__.py"):
    _name = _manifest.parent.name
    setattr(_odoo.addons, _name, _namespace(f"odoo.addons.{_name}", _manifest.parent))

sys.path.append(str(TESTS / "unit"))
from supplier_files import drawing, filled, make, platypus, samples  # noqa: E402, F401


@pytest.fixture
def workbook_bytes():
    def as_bytes(*rows):
        workbook = Workbook()
        for row in rows:
            workbook.active.append(row)
        stream = io.BytesIO()
        workbook.save(stream)
        return stream.getvalue()

    return as_bytes


@pytest.fixture
def real_list():
    """A real supplier's file beside the project; the test skips where it is not."""

    def path(name):
        file = CATALOGUES / name
        if not file.exists():
            pytest.skip(f"{name} is not on this machine")
        return file

    return path


@pytest.fixture(scope="session")
def invented():
    """The invented list's module: what it writes, and what a reader must find."""
    spec = importlib.util.spec_from_file_location("invented", TESTS / "lookalike.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
