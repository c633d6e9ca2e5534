"""The invented supplier's list, for stories and for the command line's tests.

It lives with the addon's tests, where Odoo finds it; this is the same module:
``lookalike(path, prices=None)``, ``SUPPLIER``, ``TARAMA``, ``SALMON``, ...
"""

import importlib.util
from pathlib import Path

_ADDON = Path(__file__).resolve().parents[1] / "addons/foodcoop_catalogue_list"
_spec = importlib.util.spec_from_file_location(
    "foodcoop_lookalike", _ADDON / "tests/lookalike.py"
)
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)

globals().update(
    {name: value for name, value in vars(_module).items() if not name.startswith("_")}
)
