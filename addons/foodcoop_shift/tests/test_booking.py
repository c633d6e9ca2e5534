# SPDX-License-Identifier: AGPL-3.0-or-later
from uuid import uuid4

from psycopg2.errors import UniqueViolation

from odoo.tests import freeze_time
from odoo.tools import mute_logger

from ..lib.booking import Refusal
from .common import ShiftCase


class TestBooking(ShiftCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shift = cls.generate()[0]
        (cls.zoe, cls.max) = cls.make_members("Zoé Blanc", "Max Noir")

    def test_a_make_up_takes_the_lowest_free_seat(self):
        self.seat(self.shift, self.paul)._give_back()
        seat, refusals = self.book(self.shift, self.zoe)
        self.assertFalse(refusals)
        self.assertEqual((seat.seat, seat.kind), (2, "makeup"))

    def test_a_full_shift_is_refused_and_nothing_is_written(self):
        self.book(self.shift, self.zoe)
        seat, refusals = self.book(self.shift, self.max)
        self.assertFalse(seat)
        self.assertEqual(refusals, [Refusal.FULL])
        self.assertEqual(len(self.shift.assignment_ids), 4)

    def test_a_shift_of_another_company_or_closed_is_out_of_reach(self):
        company = self.env["res.company"].create({"name": "Another shop"})
        cycle = self.cycle.copy({"company_id": company.id})
        theirs = self.generate(
            self.make_team(cycle_id=cycle.id, week="3", weekday="4", start=9)
        )[0]
        closed = self.generate(self.make_team(week="3", weekday="5", start=9))[0]
        closed.action_done()
        for shift in (theirs, closed):
            self.assertEqual(self.book(shift, self.zoe)[1], [Refusal.UNKNOWN])
            self.assertFalse(shift.assignment_ids)

    def test_the_same_request_twice_is_one_seat(self):
        request = str(uuid4())
        first, _none = self.book(self.shift, self.zoe, request)
        again, _none = self.book(self.shift, self.zoe, request)
        self.assertEqual(first, again)

    def test_an_old_request_after_giving_back_takes_no_new_seat(self):
        request = str(uuid4())
        seat, _none = self.book(self.shift, self.zoe, request)
        seat._give_back()
        self.book(self.shift, self.zoe, request)
        self.assertFalse(self.seat(self.shift, self.zoe))

    def test_one_s_own_seat_may_be_taken_again(self):
        self.seat(self.shift, self.lucie)._give_back()
        seat, refusals = self.book(self.shift, self.lucie)
        self.assertFalse(refusals)
        self.assertEqual(seat.kind, "standing")

    def test_two_shifts_at_the_same_time_are_refused(self):
        other = self.make_team(week="3", weekday="3", start=11)
        clash = self.generate(other)[0]
        self.assertEqual(self.book(clash, self.lucie)[1], [Refusal.OVERLAPS])
        self.assertNotIn(clash, self.lucie._bookable_shifts())
        self.assertIn(clash, self.zoe._bookable_shifts())

    def test_giving_back_twice_is_harmless(self):
        seat = self.seat(self.shift, self.lucie)
        self.assertEqual(seat._give_back(), [])
        self.assertEqual(seat._give_back(), [])
        self.assertEqual(seat.state, "freed")

    def test_a_seat_of_a_cancelled_shift_is_kept_and_so_is_what_it_counts(self):
        self.shift.action_cancel()
        seat = self.seat(self.shift, self.lucie)
        self.assertEqual(seat._give_back(), [Refusal.CANCELLED])
        self.assertEqual((seat.state, self.lucie.balance), ("booked", 1))

    @freeze_time("2026-11-25 08:01:00")
    def test_less_than_a_day_before_it_is_too_late_to_give_back(self):
        seat = self.seat(self.shift, self.lucie)
        self.assertEqual(seat._give_back(), [Refusal.TOO_LATE])
        self.assertEqual(seat.state, "booked")

    def test_the_database_refuses_a_seat_taken_twice(self):
        row = {"shift_id": self.shift.id, "seat": 1, "kind": "makeup"}
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.env["foodcoop.shift.assignment"].create(
                row | {"member_id": self.zoe.id}
            )

    def test_a_hundred_shifts_are_offered_in_as_few_queries_as_one(self):
        def offer():
            self.zoe._bookable_shifts().mapped("free")

        few = self.count_queries(offer)
        teams = self.env["foodcoop.shift.team"]
        for weekday in "01245":
            teams |= self.make_team(week="1", weekday=weekday, start=10)
        self.generate(teams, weeks=80)
        self.assertGreater(len(self.zoe._bookable_shifts()), 100)
        self.assertEqual(self.count_queries(offer), few)
