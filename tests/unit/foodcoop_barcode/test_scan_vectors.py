# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shared vectors: class, validity, code and parts of every row."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from odoo.addons.foodcoop_barcode.lib.explanation import Kind
from odoo.addons.foodcoop_barcode.lib.measure import Measure
from odoo.addons.foodcoop_barcode.lib.scan import explain

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT.parent / "shared" / "data" / "barcodes" / "vectors.csv"
TOKENS = {
    "{GS}": "\u001d",
    "{TAB}": "\t",
    "{CR}": "\r",
    "{LF}": "\n",
    "{NBSP}": "\u00a0",
    "{NNBSP}": "\u202f",
    "{ZWSP}": "\u200b",
    "{BOM}": "\ufeff",
}
# Told by the shop's nomenclature, or a reader's remark: not in the digits.
REMARKS = {
    "note",
    "error",
    "odoo_default_rule",
    "odoo19_js_type",
    "odoo_python_ean13",
    "python_isdigit",
    "python_re_d",
    "shop_wants",
    "rule",
}


def _vectors():
    if not VECTORS.exists():
        return []
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [_restored(row) for row in csv.DictReader(file)]


def _restored(row):
    for token, char in TOKENS.items():
        row["input"] = row["input"].replace(token, char)
    return row


def _told(row):
    """{key: first word} of what the row says about the digits."""
    pairs = (part.partition("=") for part in row["decoded"].split(";"))
    return {
        key: value
        for key, equals, value in pairs
        if equals and key.isidentifier() | key.isdigit() and key not in REMARKS
    }


def rules_of(row):
    """The measure that a row names, in its own words: 'La Louve PLU 20.....{NNNDD}'."""
    found = re.search(r"rule=[^;]*?([0-9]{2}[0-9A-Z.{}]+)(?=[;\s]|$)", row["decoded"])
    if not found:
        return None
    rule = re.sub("[AXR]", "I", found[1])
    currency = next((c for c in ("EUR", "GBP") if f" {c}" in row["decoded"]), "")
    return (Measure.from_rule(rule, currency=currency),)


def _same(ours, theirs):
    """Equal, whatever comment follows the value, and 0 as good as 0.000."""
    try:
        return Decimal(ours) == Decimal(theirs.split()[0])
    except ArithmeticError:
        return theirs == ours or theirs.startswith(f"{ours} (")


def _classes(row):
    """What the rows call this input; some stand there twice, for two questions."""
    named = {other["class"] for other in ROWS if other["input"] == row["input"]}
    if "also a valid UPC-A as it stands" in row["decoded"]:
        named |= {"rcn_region", "rcn_company"}
    return named if named != {"odoo_rule_collision"} else set(Kind)


ROWS = _vectors()


@pytest.mark.skipif(not ROWS, reason="the shared test vectors are not here")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['class']}:{row['input']}")
def test_shared_vector(row):
    found = explain(row["input"], rules_of(row)).as_dict()
    assert found["valid"] == row["valid"]
    assert found["code"] == row["normalized_gtin14_or_code"]
    decoded = found["decoded"]
    told = _told(row)
    assert {key: decoded.get(key) for key in told} == {
        key: decoded.get(key) if _same(decoded.get(key, ""), value) else value
        for key, value in told.items()
    }
    assert found["class"] in _classes(row)
