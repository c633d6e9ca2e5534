# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lots that people told, laid on lines: nothing is left out, nothing twice."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception.lib.tally import Event, Line, Share
from odoo.addons.foodcoop_reception_lot.lib import lots
from odoo.addons.foodcoop_reception_lot.lib.lots import Lot

REST = "2026-11-21 R7"


def event(uuid, quantity, kind="count", **told):
    return Event(uuid, 1, Decimal(quantity), kind=kind, at=uuid, **told)


def shares(*counted):
    return [
        Share(Line(line, 1, Decimal(0)), None if n is None else Decimal(n))
        for line, n in enumerate(counted)
    ]


def laid(events, *counted):
    out = lots.share_out(shares(*counted), lots.told(events), REST)
    return [[(lot.name, lot.expiry, lot.quantity) for lot in out[i]] for i in out]


def test_nobody_told_a_lot():
    assert laid([event("a", 4)], 4) == [[(REST, "", 4)]]


def test_a_date_without_a_lot_is_the_date_of_the_lot_of_the_day():
    dates = [event("a", 0, "date", expiry="2027-05-01")]
    dates.append(event("b", 0, "date", expiry="2027-03-01"))
    assert laid(dates, 4) == [[(REST, "2027-03-01", 4)]]


def test_lots_go_over_two_lines_in_their_order():
    told = [event("a", 3, lot="A"), event("b", 4, lot="B")]
    assert laid(told, 5, 4) == [
        [("A", "", 3), ("B", "", 2)],
        [("B", "", 2), (REST, "", 2)],
    ]


def test_a_line_that_nobody_counted_has_none():
    assert laid([event("a", 3, lot="A")], None, 3) == [[], [("A", "", 3)]]


def test_the_only_lot_takes_what_was_counted_besides():
    assert laid([event("a", 3, lot="A"), event("b", 2)], 5) == [[("A", "", 5)]]


def test_a_code_that_nobody_knew_brings_its_lot_to_what_it_is():
    scan = Event("a", None, Decimal(1), "unknown", code="X", at="a", lot="A")
    named = event("b", 6, "link", code="X")
    assert lots.told([scan]) == {}
    assert laid([scan, named, event("c", 2, lot="B")], 8) == [
        [("A", "", 6), ("B", "", 2)]
    ]


def test_a_fact_of_another_kind_tells_no_lot():
    assert lots.told([event("a", 1, "refuse", lot="A")]) == {}


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 9000)), max_size=6),
    st.lists(st.integers(0, 9000), min_size=1, max_size=4),
)
def test_each_line_receives_just_what_it_counted(told, counted):
    events = [
        event(f"{i:02}", Decimal(n) / 1000, lot=lot) for i, (lot, n) in enumerate(told)
    ]
    amounts = [Decimal(n) / 1000 for n in counted]
    out = lots.share_out(shares(*amounts), lots.told(events), REST)
    assert [sum(lot.quantity for lot in out[i]) for i in out] == amounts
    for line in out.values():
        assert all(lot.name and lot.quantity > 0 for lot in line)
        assert len({lot.name for lot in line}) == len(line)


def test_serial_numbers_are_one_a_piece_and_never_taken_twice():
    names = {"A"}
    pieces = lots.one_by_one(
        [Lot("A", "", Decimal(2)), Lot("B", "", Decimal(1))], names
    )
    assert [piece.name for piece in pieces] == ["A-2", "A-3", "B"]
    assert {piece.quantity for piece in pieces} == {1}
    assert names == {"A", "A-2", "A-3", "B"}
