"""Ring 1: the addons' ``lib/`` under their real names, without Odoo.

Empty stand-ins for ``odoo``, ``odoo.addons`` and one for each addon let
``from odoo.addons.foodcoop_x.lib.y import z`` work without running an addon's
``__init__``; an impure ``from odoo import models`` inside ``lib/`` fails here.
"""

import sys
import types
from pathlib import Path

ADDONS = Path(__file__).resolve().parents[2] / "addons"


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
