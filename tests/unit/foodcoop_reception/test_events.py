# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception.lib.events import UnreadableEvent, parse_event

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
        {"at": "yesterday"},
        {"at": None},
        {"product": "oil"},
    ],
    ids=str,
)
def test_nonsense_is_no_event(wrong):
    with pytest.raises(UnreadableEvent):
        parse_event({**GOOD, **wrong}, KINDS)


@given(st.text(max_size=400))
def test_any_noise_of_a_scanner_can_be_kept(code):
    kept = parse_event({**GOOD, "code": code}, KINDS)["code"]
    assert "\0" not in kept and len(kept) <= 256
