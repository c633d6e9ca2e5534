# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception.lib.events import (
    UnreadableEvent,
    parse_event,
    parse_wish,
    without_strangers,
)

KINDS = {"count", "undo"}
GOOD = {
    "uuid": "a",
    "kind": "count",
    "product": 7,
    "quantity": 12,
    "code": "9520000000011",
    "reverses": None,
    "at": "2026-11-21T07:00:00.000+01:00",
}


def test_an_event_is_read_with_its_time_in_utc():
    event = parse_event(GOOD, KINDS)
    assert event["at"] == datetime(2026, 11, 21, 6)  # noqa: DTZ001 as Odoo keeps times
    assert (event["product"], event["quantity"]) == (7, 12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"uuid": ""},
        {"kind": "steal"},
        {"quantity": "many"},
        {"quantity": float("nan")},
        {"quantity": 1e7},
        {"price": -0.01},
        {"at": "yesterday"},
        {"at": None},
        {"product": "oil"},
        {"kind": []},
        {"expiry": "0001-01-01"},
        {"expiry": "9999-12-31"},
        {"at": "0001-01-02T00:00:00Z"},
        {"at": "9999-12-31T00:00:00Z"},
    ],
    ids=str,
)
def test_nonsense_is_no_event(wrong):
    with pytest.raises(UnreadableEvent):
        parse_event({**GOOD, **wrong}, KINDS)


@pytest.mark.parametrize(
    "wrong", [[1], "now", {"at": 5}, {"at": "0001-01-02"}], ids=str
)
def test_nonsense_is_no_wish(wrong):
    with pytest.raises(UnreadableEvent):
        parse_wish(wrong)


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_noise_of_a_scanner_can_be_kept(code):
    kept = parse_event({**GOOD, "code": code}, KINDS)["code"]
    assert "\0" not in kept and len(kept.encode()) <= 4 * 256


def test_a_product_that_is_gone_leaves_its_code_to_identify():
    event = parse_event(GOOD, KINDS)
    assert without_strangers(event, {7}) == event
    kept = without_strangers(event, set())
    assert (kept["kind"], kept["product"]) == ("unknown", None)
    assert kept["code"] == GOOD["code"]


def test_a_wish_is_read():
    wish = parse_wish({"uuid": "a", "person": "Anne", "at": "2026-11-21T07:00:00Z"})
    assert (wish["closing_uuid"], wish["closed_person"]) == ("a", "Anne")
    assert wish["finished_at"].hour == 7


def test_an_old_terminal_sends_no_wish():
    assert set(parse_wish({}).values()) == {None, ""}


@pytest.mark.parametrize("wrong", [{"at": "yesterday"}, {"at": 7}, {"at": ["x"]}])
def test_a_wish_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(UnreadableEvent):
        parse_wish(wrong)
