# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which rules swallow goods, and proposals that lose nobody."""

import csv
import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib.nomenclature import Nomenclature, Rule
from odoo.addons.foodcoop_barcode_checkup.lib import narrow, reach
from odoo.addons.foodcoop_barcode_checkup.lib.checkup import (
    Own,
    Verdict,
    Why,
    dry_run,
    findings,
)
from odoo.addons.foodcoop_barcode_checkup.lib.narrow import Known, changed

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT.parent / "shared" / "data" / "barcodes" / "vectors.csv"
DEFAULTS = [
    ("Price", "price", "ean13", "23.....{NNNDD}", 14),
    ("Discount", "discount", "any", "22{NN}", 20),
    ("Weight", "weight", "ean13", "21.....{NNDDD}", 36),
    ("Customer", "client", "any", "042", 40),
    ("Cashier", "cashier", "any", "041", 50),
    ("Coupon", "coupon", "any", "043|044", 50),
    ("Location", "location", "any", "414", 60),
    ("Package", "package", "any", "PACK", 70),
    ("Lot", "lot", "any", "10", 80),
    ("Product", "product", "any", ".*", 90),
]
SWALLOWERS = ["Discount", "Customer", "Cashier", "Coupon", "Location", "Lot"]


def shop():
    rows = enumerate(DEFAULTS, start=1)
    return Nomenclature.of(Rule(index, *row) for index, row in rows)


def goods(*codes):
    return [Known(code, "product", code) for code in codes]


def finding(name, known=()):
    return next(f for f in findings(shop(), list(known)) if f.rule.name == name)


def after(known=()):
    found = findings(shop(), list(known))
    return changed(shop(), [change for f in found for change in f.changes])


def test_the_doctests_hold():
    assert doctest.testmod(narrow).failed == 0
    assert doctest.testmod(reach).failed == 0


def test_every_default_rule_that_swallows_goods_is_found_in_an_empty_shop():
    assert [f.rule.name for f in findings(shop(), [])] == SWALLOWERS


@pytest.mark.parametrize(
    ("rule", "organisation", "prefix"),
    [
        ("Location", "GS1 Germany", "414"),
        ("Lot", "GS1 US", "100"),
        ("Cashier", "GS1 US", "004"),
        ("Coupon", "GS1 US", "004"),
    ],
)
def test_a_finding_says_whose_numbers_are_hit(rule, organisation, prefix):
    hit = finding(rule).members
    assert (organisation, prefix) in {(m.organisation, m.first) for m in hit}


def test_the_products_of_the_shop_that_are_swallowed_are_named():
    sugar = Known("4141000000013", "product", "Zucker")
    assert finding("Location", [sugar]).goods == (sugar,)


def test_narrowed_rules_free_the_goods_and_keep_their_own():
    shop_after = after()
    for code in ("4141000000013", "2200000000019", "10345672", "1000000000016"):
        assert shop_after.till(code).type == "product", code
        assert shop_after.office(code).type == "product", code
    for code, kind in {
        "2215": "discount",
        "0420000000015": "client",
        "041123456789": "cashier",
        "0444-1b2c-4d5e": "coupon",
        "4143012345000016": "location",
        "10LOT-2026": "lot",
        "PACK0001": "package",
    }.items():
        assert shop_after.till(code).type == kind, code
        assert shop_after.office(code).type == kind, code


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared vectors are not here")
def test_all_that_the_shared_vectors_want_as_products_become_products():
    with VECTORS.open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if "shop_wants=product" in r["decoded"]]
    shop_after = after(goods(*(row["input"] for row in rows)))
    for row in rows:
        assert shop_after.till(row["input"]).type == "product", row["input"]


def test_a_badge_of_thirteen_digits_is_kept_by_a_pattern_of_its_length():
    badge = Known("0410000000014", "cashier", "Anne", "badge")
    found = finding("Cashier", [badge])
    assert found.changes
    assert changed(shop(), found.changes).till(badge.code).type == "cashier"


def test_a_numeric_lot_of_the_shop_is_not_lost():
    lot = Known("1020260115", "lot", "Lot 1020260115", "lot")
    found = finding("Lot", [lot])
    assert not found.loses
    assert changed(shop(), found.changes).till(lot.code).type == "lot"


def test_american_goods_come_before_a_badge_only_where_no_badge_is_lost():
    coffee = Known("041220576555", "product", "Coffee")
    badge = Known("041123456789", "cashier", "Anne", "badge")
    clash = Known("041220576555", "cashier", "Paul", "badge")
    free = changed(shop(), finding("Cashier", [coffee, badge]).changes)
    assert free.till(coffee.code).type == "product"
    assert free.till(badge.code).type == "cashier"
    kept = changed(shop(), finding("Cashier", [coffee, clash]).changes)
    assert kept.till(clash.code).type == "cashier"


def test_the_next_badge_is_read_where_none_is_in_use_yet():
    coffee = Known("041220576555", "product", "Coffee")
    then = changed(shop(), finding("Cashier", [coffee]).changes)
    assert then.till(coffee.code).type == "product"
    assert then.till("041123456789").type == "cashier"


def test_a_product_that_bears_a_whole_weight_label_is_told_not_narrowed():
    cheese = Known("2100001012342", "product", "Comté")
    found = finding("Weight", [cheese])
    assert (found.why, found.goods, found.changes) == (Why.LABEL, (cheese,), ())


def test_the_base_code_of_a_weighed_product_is_no_finding():
    cheese = Known("2100001000004", "product", "Comté")
    assert all(f.rule.name != "Weight" for f in findings(shop(), [cheese]))


def test_a_range_of_ours_that_no_rule_reads_gets_one_before_all_others():
    rule = Rule(0, "Weighed", "weight", "ean13", "28.....{NNDDD}", 0)
    sample = "280000100000" + ean.calc_check_digit("280000100000")
    found = findings(shop(), [], [Own("Weighed here", sample, rule)])[-1]
    assert (found.why, found.own) == (Why.OURS, "Weighed here")
    (change,) = found.changes
    assert change.before is None
    assert change.after.sequence < 14
    assert changed(shop(), found.changes).till(sample).type == "weight"


def test_a_range_the_rules_read_already_is_left_alone():
    rule = Rule(0, "Weighed", "weight", "ean13", "21.....{NNDDD}", 0)
    own = [Own("Weighed here", "2100001000004", rule)]
    assert all(f.why != Why.OURS for f in findings(shop(), [], own))


def test_a_catch_all_of_another_kind_is_told_without_a_proposal():
    odd = Nomenclature.of([Rule(1, "All", "lot", "any", ".*", 0)])
    (found,) = findings(odd, goods("4006381333931"))
    assert (len(found.goods), found.changes) == (1, ())


def test_the_dry_run_shows_what_gets_worse_first():
    badge = Known("0410000000014", "cashier", "Anne", "badge")
    sugar = Known("4141000000013", "product", "Zucker")
    rules = {rule.name: rule for rule in shop().rules}
    gone = [
        narrow.Change(rule, Rule(rule.id, "x", rule.type, "any", "NO", rule.sequence))
        for rule in (rules["Cashier"], rules["Location"])
    ]
    turns = dry_run(shop(), gone, [sugar, badge])
    assert [(t.known.ref, t.verdict) for t in turns] == [
        ("Anne", Verdict.WORSE),
        ("Zucker", Verdict.BETTER),
    ]


def test_applying_what_was_found_leaves_no_proposal():
    sugar = goods("4141000000013", "2200000000019")
    again = findings(after(sugar), sugar)
    assert all(not f.changes for f in again)


WANTED = {"042": "client", "041": "cashier", "043": "coupon", "414": "location"}
BEARERS = st.builds(
    lambda start, rest: Known(start + rest, WANTED[start], start + rest, "holder"),
    st.sampled_from(sorted(WANTED)),
    st.text("0123456789AB-", max_size=15),
)


@given(
    st.lists(BEARERS, max_size=6), st.lists(st.from_regex(r"\d{12}", fullmatch=True))
)
def test_no_proposal_ever_loses_somebody_who_was_read(holders, bodies):
    products = goods(*(body + ean.calc_check_digit(body) for body in bodies))
    known = holders + products
    for found in findings(shop(), known):
        for turn in dry_run(shop(), found.changes, known):
            assert turn.verdict is not Verdict.WORSE, (found, turn)
