# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, timedelta

from psycopg2.errors import CheckViolation, UniqueViolation

from odoo.exceptions import ValidationError
from odoo.tests import freeze_time
from odoo.tools import mute_logger

from .common import ANCHOR, THURSDAY, TODAY, ShiftCase


class TestGeneration(ShiftCase):
    def test_eight_weeks_hold_two_shifts_of_a_team_of_four_weeks(self):
        shifts = self.generate()
        self.assertEqual(
            shifts.mapped("date"), [THURSDAY, THURSDAY + timedelta(weeks=4)]
        )

    def test_a_second_run_adds_nothing(self):
        self.generate()
        seats = self.env["foodcoop.shift.assignment"].search_count([])
        self.assertFalse(self.generate())
        self.assertEqual(self.env["foodcoop.shift.assignment"].search_count([]), seats)

    def test_nine_o_clock_in_paris_is_eight_utc_in_winter_seven_in_summer(self):
        winter = self.generate()[0]
        summer = self.generate(since=date(2027, 4, 1))[0]
        self.assertEqual((winter.start_at.hour, summer.start_at.hour), (8, 7))
        self.assertEqual((winter.end_at - winter.start_at), timedelta(hours=3))

    def test_the_whole_team_is_seated_lowest_seat_first(self):
        shift = self.generate()[0]
        self.assertEqual(shift.assignment_ids.mapped("seat"), [1, 2, 3])
        self.assertEqual(
            shift.assignment_ids.member_id, self.lucie | self.paul | self.ines
        )
        self.assertEqual(shift.free, 1)

    def test_a_seat_given_back_stays_given_back(self):
        shift = self.generate()[0]
        self.seat(shift, self.lucie)._give_back()
        self.generate()
        self.assertFalse(self.seat(shift, self.lucie))

    def test_a_cancelled_shift_is_not_made_again(self):
        self.generate()[0].action_cancel()
        self.assertFalse(self.generate())

    def test_who_moves_to_another_team_moves_in_the_shifts_to_come(self):
        other = self.make_team(week="0", weekday="1", start=14)
        mine, theirs = self.generate()[0], self.generate(other)[0]
        self.lucie.team_id = other
        self.generate(self.team | other)
        self.assertFalse(self.seat(mine, self.lucie))
        self.assertTrue(self.seat(theirs, self.lucie))

    def test_a_move_by_mistake_and_back_loses_no_seat(self):
        other = self.make_team(week="0", weekday="1", start=14)
        shift = self.generate()[0]
        for team in (other, self.team):
            self.lucie.team_id = team
            self.generate(self.team | other)
        self.assertTrue(self.seat(shift, self.lucie))

    def test_a_new_member_of_a_team_has_a_seat_even_where_make_ups_took_all(self):
        shift = self.generate()[0]
        (guest, new) = self.make_members("Zoé Blanc", "Max Noir")
        self.book(shift, guest)
        new.team_id = self.team
        self.generate()
        self.assertEqual(self.seat(shift, new).seat, 5)
        self.assertEqual(shift.seats, 5)

    def test_new_hours_leave_the_shifts_already_made(self):
        shift = self.generate()[0]
        before = shift.start_at
        self.team.start = 14
        self.env.flush_all()
        self.assertEqual(shift.start_at, before)

    def test_no_seat_before_joining_nor_after_leaving(self):
        self.lucie.joined_on = THURSDAY + timedelta(days=1)
        self.paul.left_on = THURSDAY + timedelta(days=1)
        first, second = self.generate()
        self.assertFalse(self.seat(first, self.lucie))
        self.assertTrue(self.seat(second, self.lucie))
        self.assertTrue(self.seat(first, self.paul))
        self.assertFalse(self.seat(second, self.paul))

    def test_the_database_refuses_a_second_shift_of_the_team_on_a_day(self):
        self.generate()
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.env["foodcoop.shift"].create(
                {"team_id": self.team.id, "date": THURSDAY}
            )

    def test_an_anchor_is_a_monday(self):
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"):
            self.cycle.anchor = ANCHOR + timedelta(days=1)
            self.env.flush_all()

    def test_a_team_of_a_week_that_does_not_exist_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "ends with week D"):
            self.make_team(week="4", weekday="0", start=9)

    def test_a_full_team_says_so(self):
        with self.assertRaisesRegex(ValidationError, "5 members for 4 seats"):
            self.make_members("Zoé Blanc", "Max Noir", team=self.team)

    def test_who_left_takes_no_place_in_the_team(self):
        self.lucie.left_on = TODAY
        self.make_members("Zoé Blanc", "Max Noir", team=self.team)
        self.assertEqual(self.team.member_count, 4)

    def test_twice_the_teams_cost_no_more_queries_than_twice_the_rows(self):
        def queries(count, start):
            teams = self.env["foodcoop.shift.team"]
            for number in range(count):
                team = self.make_team(week="0", weekday="1", start=start, seats=9)
                self.make_members(*[f"M{number} N{n}" for n in range(5)], team=team)
                teams |= team
            weeks = iter((8, 16))
            return self.count_queries(lambda: self.generate(teams, weeks=next(weeks)))

        self.assertLessEqual(queries(12, 15), queries(3, 8) + 2)


class TestDue(ShiftCase):
    def run_on(self, day):
        with freeze_time(f"{day} 03:00:00"):
            self.env["foodcoop.shift.cycle"]._cron_generate()

    def test_one_shift_is_due_when_the_cycle_is_over_and_only_once(self):
        self.generate()
        self.run_on("2026-11-29")
        self.assertEqual(self.lucie.balance, 0)
        self.run_on("2026-11-30")
        self.run_on("2026-11-30")
        self.assertEqual(self.lucie.balance, -1)

    def test_missed_nights_are_caught_up(self):
        self.generate(weeks=16)
        self.run_on("2027-03-01")
        due = self.lucie.entry_ids.sorted("date").mapped("date")
        self.assertEqual(due, [ANCHOR + timedelta(weeks=4 * n) for n in (1, 2, 3, 4)])

    def test_who_joined_in_the_middle_of_the_cycle_owes_nothing_for_it(self):
        self.lucie.joined_on = TODAY
        self.generate()
        self.run_on("2026-11-30")
        self.assertEqual(self.lucie.balance, 0)
        self.assertEqual(self.paul.balance, -1)

    def test_without_a_team_nothing_is_due(self):
        (guest,) = self.make_members("Zoé Blanc")
        self.generate()
        self.run_on("2027-03-01")
        self.assertEqual(guest.balance, 0)

    def test_the_button_says_how_many(self):
        action = self.cycle.with_user(self.office).action_generate()
        self.assertIn("2 new shifts", action["params"]["message"])
