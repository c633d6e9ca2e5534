# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many price and weight labels a till charges or counts wrong, of every hundred.

The till's own JavaScript on labels a scale could have printed, 0.50 to 50 EUR a kilo.
"""

import json
import subprocess

from house.bench import Row
from house.place import ROOT

SCRIPT = ROOT / "tests/js/foodcoop_barcode_pos/totals.js"
LABELS = 100_000


def totals():
    """Shares of labels that go wrong: nought of ours, or the till is not done."""
    done = subprocess.run(
        ["node", SCRIPT, str(LABELS)], capture_output=True, text=True, check=True
    )
    share = json.loads(done.stdout)
    return [
        _row("price labels charged wrong", share, "total", "price / kilo, 2 decimals"),
        _row("price labels, stock wrong", share, "stock", "Odoo alone: one piece"),
        _row("weight labels, weight wrong", share, "weight", "Odoo alone: 2 decimals"),
    ]


def _row(what, share, figure, against):
    return Row(what, share[f"{figure}Ours"], share[f"{figure}Odoo"], against, "%", 0)
