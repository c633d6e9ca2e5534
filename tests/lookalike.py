"""The invented supplier's list, for stories and for the command line's tests.

It lives with the addon's tests, where Odoo finds it; this is the same module.
"""

import importlib.util
from pathlib import Path

_FILE = (
    Path(__file__).resolve().parents[1] / "addons/foodcoop_catalogue/tests/lookalike.py"
)
_spec = importlib.util.spec_from_file_location("foodcoop_lookalike", _FILE)
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)

SUPPLIER = _module.SUPPLIER
TARAMA, SALMON, OYSTERS = _module.TARAMA, _module.SALMON, _module.OYSTERS
lookalike = _module.lookalike
