# SPDX-License-Identifier: AGPL-3.0-or-later
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception.lib.codes import scan_key
from odoo.addons.foodcoop_reception.lib.tally import (
    Event,
    Line,
    Refusal,
    Share,
    accepted,
    fold,
    not_ordered,
    refusal,
    refused,
    share_out,
)

CASES = json.loads(Path(__file__).with_name("cases.json").read_text())

TOLD = ("kind", "code", "reverses", "at", "reason", "expiry")

quantities = st.integers(0, 500).map(lambda grams: Decimal(grams) / 10)
lines = st.lists(st.tuples(st.integers(1, 4), quantities), min_size=1, max_size=8).map(
    lambda rows: [Line(i, product, n) for i, (product, n) in enumerate(rows)]
)
counts = st.dictionaries(st.integers(1, 6), quantities)


@pytest.mark.parametrize(("raw", "key"), CASES["codes"])
def test_a_code_has_one_key_however_it_was_scanned(raw, key):
    assert scan_key(raw) == key


@pytest.mark.parametrize("case", CASES["folds"], ids=lambda case: case["title"])
def test_events_fold_into_counts(case):
    events = [
        Event(
            uuid=event["uuid"],
            product=event["product"],
            quantity=Decimal(str(event["quantity"])),
            **{name: event[name] for name in TOLD if name in event},
        )
        for event in case["events"]
    ]
    wanted = {int(key): Decimal(str(n)) for key, n in case["counts"].items()}
    assert fold(events) == wanted


@given(st.text())
def test_any_text_has_a_key_and_the_key_is_its_own_key(raw):
    assert scan_key(scan_key(raw)) == scan_key(raw)


@given(st.permutations(range(6)))
def test_the_order_of_arrival_does_not_matter(order):
    events = [
        Event("a", 1, Decimal(12)),
        Event("b", 1, Decimal(-10)),
        Event("c", 2, Decimal("0.345")),
        Event("d", 1, Decimal(1)),
        Event("e", 1, Decimal(-1), reverses="d"),
        Event("f", 3, Decimal(0)),
    ]
    assert fold(events[i] for i in order) == {
        1: Decimal(2),
        2: Decimal("0.345"),
        3: Decimal(0),
    }


@given(lines, counts)
def test_shares_add_up_to_what_was_counted(delivery, counted):
    shares = share_out(delivery, counted)
    assert [share.line for share in shares] == delivery
    for product in {line.product for line in delivery} & set(counted):
        laid = [share.counted for share in shares if share.line.product == product]
        assert sum(laid) == counted[product]


@given(lines, counts)
def test_a_product_nobody_counted_has_no_count(delivery, counted):
    for share in share_out(delivery, counted):
        assert (share.counted is None) == (share.line.product not in counted)


@pytest.mark.parametrize(
    ("counted", "accept_missing", "reason"),
    [
        ([6, 4], False, None),
        ([6, None], False, Refusal.NOT_COUNTED),
        ([6, None], True, None),
        ([None, None], True, Refusal.NOTHING_COUNTED),
        ([0, 0], False, None),
        ([6, -1], True, Refusal.BELOW_ZERO),
    ],
)
def test_why_a_delivery_cannot_be_closed_yet(counted, accept_missing, reason):
    shares = [
        Share(Line(i, i, Decimal(6)), n if n is None else Decimal(n))
        for i, n in enumerate(counted)
    ]
    counts = {i: s.counted for i, s in enumerate(shares) if s.counted is not None}
    assert refusal(shares, counts, accept_missing) == reason


def test_what_was_refused_came_but_is_not_kept():
    events = [
        Event("a", 1, Decimal(12)),
        Event("b", 1, Decimal(2), kind="refuse", reason="damaged"),
        Event("c", 1, Decimal(1), kind="refuse", reason="expired"),
        Event("d", 1, Decimal(1), kind="refuse", reason="expired"),
        Event("e", 1, Decimal(-1), kind="undo", reverses="d"),
    ]
    assert fold(events) == {1: Decimal(12)}
    assert refused(events) == {1: {"damaged": Decimal(2), "expired": Decimal(1)}}
    assert accepted(events) == {1: Decimal(9)}


def test_what_came_without_an_order_is_named():
    assert not_ordered([7], {7: Decimal(6), 9: Decimal(2)}) == {9: Decimal(2)}


def test_what_was_taken_back_did_not_come():
    assert not_ordered([7], {9: Decimal(0)}) == {}
