# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terminal's JavaScript against Python: the same question, the same answer."""

import json
import random
import shutil
import subprocess
from dataclasses import asdict, replace
from decimal import Decimal

import pytest
from stdnum import ean

from odoo.addons.foodcoop_scan.lib.conventions import REGIONS
from odoo.addons.foodcoop_scan.lib.lookup import Bearer
from odoo.addons.foodcoop_scan.lib.resolve import decide
from odoo.addons.foodcoop_scan.lib.scan import explain
from odoo.addons.foodcoop_scan.lib.topic import printed, topic

from .test_scan_vectors import ROOT, ROWS, rules_of

ANSWERS = ROOT / "tests/js/foodcoop_scan/answers.js"
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not here")
CHANCE = random.Random(19)  # noqa: S311
KG, PIECE = 2, 1
BEARERS = [
    Bearer("3017620422003", 7, PIECE, PIECE),
    Bearer("13017620422000", 7, 3, PIECE, factor=Decimal(6)),
    Bearer("2112345000008", 8, KG, KG, per_kg=Decimal(1), unit_price=Decimal("12.5")),
    Bearer("2312345000002", 9, KG, KG, per_kg=Decimal(1), unit_price=Decimal("7.99")),
    Bearer("2398765000005", 10, KG, KG, per_kg=Decimal(1)),
    Bearer("9521234543213", 11, KG, KG, per_kg=Decimal(1), unit_price=Decimal(3)),
    Bearer("5901234123457", 8, 5, KG, factor=Decimal(6), per_kg=Decimal(1)),
    Bearer("5449000000996", 12, PIECE, PIECE, active=False),
    Bearer("BREAD-1", 13, PIECE, PIECE),
]


def asked_of_node(questions):
    lines = "\n".join(json.dumps(question) for question in questions)
    done = subprocess.run(
        ["node", str(ANSWERS)], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def plain_rules(measures):
    names = ("pattern", "kind", "currency")
    return measures and [{n: getattr(one, n) for n in names} for one in measures]


def some_code():
    """Valid, nearly valid, framed, doubled, cut, or noise."""
    length = CHANCE.choice([1, 5, 7, 7, 11, 11, 12, 12, 12, 13, 13, 20])
    body = "".join(CHANCE.choices("0123456789", k=length))
    if CHANCE.random() < 0.4:
        start = CHANCE.choice(["2", "02", "04", "0", "98", "97", "05", "000000"])
        body = (start + body)[:length]
    code = body + (ean.calc_check_digit(body) if CHANCE.random() < 0.8 else "7")
    frame = CHANCE.choice(
        ["{}"] * 9
        + ["]E0{}", "]E4{}", "]I1{}", "{}\r\n", "\u00a0{}", '="{}"', "'{}", "{0}{0}"]
        + ["(01){}", "(10){}(99)A", "{},00", "{0} {0}", "\ufeff{}\x1d", "3.{}E+12"]
        + ["3,{}e+7", "{}.0", "٣{}", "x{}", "\u200b{}-", "`{}"]
    )
    return frame.format(code)


def some_message():
    """Elements of a GS1-128 as shops meet them, now and then a wrong one."""
    body = "".join(CHANCE.choices("0123456789", k=13))
    six = "".join(CHANCE.choices("0123456789", k=6))
    date = f"{CHANCE.randint(0, 99):02}{CHANCE.randint(0, 13):02}{six[:1]}{six[1:2]}"
    parts = [
        CHANCE.choice(["01", "02"]) + body + ean.calc_check_digit(body),
        CHANCE.choice(["01", "00", "17"]) + body,
        CHANCE.choice(["11", "15", "17"]) + date,
        f"31{CHANCE.randint(0, 6)}{CHANCE.randint(0, 5)}{six}",
        CHANCE.choice(["320", "392"]) + f"{CHANCE.randint(0, 3)}{six}",
        f"3932978{six}",
        "10LOT/7",
        f"37{six[:2]}",
        "89A(b",
    ]
    chosen = CHANCE.sample(parts, CHANCE.randint(1, 4))
    return CHANCE.choice(["]C1", "]d2", "]e0", ""]) + "\x1d".join(chosen) + "\x1d"


def agreed(python, node):
    told = python.as_dict()
    assert {name: node[name] for name in told} == told
    assert node["gtin14"] == python.gtin14
    assert (node["digits"], node["holds"]) == (python.digits, python.what)


@pytest.mark.skipif(not ROWS, reason="the shared test vectors are not here")
def test_both_agree_on_the_shared_vectors():
    questions = [
        {"raw": row["input"], "rules": plain_rules(rules_of(row))} for row in ROWS
    ]
    for row, node in zip(ROWS, asked_of_node(questions), strict=True):
        agreed(explain(row["input"], rules_of(row)), node)


@pytest.mark.parametrize("region", [None, *sorted(REGIONS)])
def test_both_agree_on_whatever_comes(region):
    codes = [some_code() for _ in range(400)] + [some_message() for _ in range(100)]
    measures = REGIONS[region] if region else None
    rules = plain_rules(measures)
    nodes = asked_of_node([{"raw": code, "rules": rules} for code in codes])
    for code, node in zip(codes, nodes, strict=True):
        agreed(explain(code, measures), node)


SCANS = [
    "3017620422003",
    "]E003017620422003",
    "13017620422000",
    "23017620422007",
    "2112345000008",
    "2112345012346",
    "2112345999999",
    "2312345002655",
    "2398765002658",
    "]C1010952123454321331030012341726123110L7",
    "(01)09521234543213(3922)795",
    "(02)09521234543213(37)24",
    "]C1010590123412345731030012341726123110L7",
    "(01)05901234123457(37)2",
    "5449000000996",
    "BREAD-1",
    "30176204220033017620422003",
    "4006381333930",
    "9811234021508",
    "9800000000014",
    "9900000000011",
    "9780471117094",
    "2900000000001",
    "042000062008",
    "20000011",
    "8715700110622",
    "036000291452",
    "96385074",
    "36000291452",
    "]E03017 6204 22010",
    "98000000000149800000000014",
    "https://example.org/product/3017620422003",
    "WWW.EXAMPLE.ORG",
    "hello",
    "(00)395212345678901234",
    "",
]


def test_both_resolve_alike():
    rows = [_camel(bearer) for bearer in BEARERS]
    rules = plain_rules(REGIONS["FR"])
    questions = [{"raw": raw, "rules": rules, "bearers": rows} for raw in SCANS]
    for raw, node in zip(SCANS, asked_of_node(questions), strict=True):
        python = decide(explain(raw, REGIONS["FR"]), BEARERS)
        assert (node["reason"], node["productId"]) == (python.reason, python.product_id)
        assert (node["uomId"], node["lot"]) == (python.uom_id, python.lot)
        for name in ("quantity", "factor", "price", "weight"):
            theirs = getattr(python, name)
            assert node[name] == (theirs if theirs is None else float(theirs)), raw
        said = python.explanation
        assert (node["topic"], node["printed"]) == (topic(python), printed(said)), raw


def _camel(bearer):
    plain = asdict(replace(bearer))
    return {
        "".join(w.capitalize() if i else w for i, w in enumerate(name.split("_"))): (
            float(value) if isinstance(value, Decimal) else value
        )
        for name, value in plain.items()
    }
