# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2.errors import CheckViolation, UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time
from odoo.tools import mute_logger

from .common import TODAY, ShiftCase

DURING = "2026-11-26 08:30:00"


class TestAttendance(ShiftCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shift = cls.generate()[0]

    def mark(self, member, *verbs):
        seat = self.seat(self.shift, member).with_user(self.coordinator)
        with freeze_time(DURING):
            for verb in verbs:
                getattr(seat, f"action_{verb}")()
        return seat

    def test_who_came_has_one_more(self):
        self.mark(self.lucie, "attended")
        self.assertEqual(self.lucie.balance, 1)

    def test_came_did_not_come_came_again_is_exactly_one(self):
        self.mark(self.lucie, "attended", "absent", "attended")
        self.assertEqual(self.lucie.balance, 1)
        self.assertEqual(len(self.lucie.entry_ids), 5)

    def test_undo_leaves_nothing(self):
        self.mark(self.lucie, "absent", "unmark")
        self.assertEqual(self.lucie.balance, 0)
        self.assertEqual(self.seat(self.shift, self.lucie).state, "booked")

    def test_the_same_mark_twice_counts_once(self):
        self.mark(self.lucie, "attended", "attended")
        self.assertEqual(len(self.lucie.entry_ids), 1)

    def test_excused_costs_nothing_and_absent_one(self):
        self.mark(self.lucie, "excused")
        self.mark(self.paul, "absent")
        self.assertEqual((self.lucie.balance, self.paul.balance), (0, -1))

    def test_a_shift_to_come_cannot_be_marked(self):
        seat = self.seat(self.shift, self.lucie).with_user(self.coordinator)
        with self.assertRaisesRegex(UserError, "not begun yet"):
            seat.action_attended()

    def test_a_shift_closes_when_every_attendance_is_known(self):
        shift = self.shift.with_user(self.office)
        with self.assertRaisesRegex(UserError, "no attendance yet"):
            shift.action_done()
        for member in self.lucie | self.paul | self.ines:
            self.mark(member, "attended")
        shift.action_done()
        self.assertEqual(self.shift.state, "done")

    def test_a_shift_cancelled_by_the_shop_counts_for_the_team_not_for_make_ups(self):
        (guest,) = self.make_members("Zoé Blanc")
        self.book(self.shift, guest)
        self.shift.with_user(self.office).action_cancel()
        self.assertEqual((self.lucie.balance, guest.balance), (1, 0))

    def test_opening_a_cancelled_shift_again_is_exact(self):
        self.mark(self.paul, "absent")
        self.shift.action_cancel()
        self.shift.action_reopen()
        self.assertEqual((self.lucie.balance, self.paul.balance), (0, -1))


class TestLedger(ShiftCase):
    def add(self, amount=1, note="Helped with the stocktaking", **values):
        row = {"member_id": self.lucie.id, "amount": amount, "note": note}
        return self.env["foodcoop.shift.entry"].create(row | values)

    def test_an_entry_is_never_rewritten(self):
        with self.assertRaisesRegex(UserError, "never rewritten"):
            self.add().amount = 5

    def test_an_entry_is_never_deleted(self):
        with self.assertRaisesRegex(UserError, "keeps everything"):
            self.add().unlink()

    def test_taking_back_appends_a_row_that_names_the_other(self):
        entry = self.add()
        entry.with_user(self.office).action_reverse()
        self.assertEqual(self.lucie.balance, 0)
        self.assertEqual(self.lucie.entry_ids[0].reverses_id, entry)

    def test_the_office_takes_back_a_shift_that_was_due(self):
        due = self.add(-1, cause="due", cycle_id=self.cycle.id, cycle_number=3)
        due.with_user(self.office).action_reverse()
        self.assertEqual(self.lucie.balance, 0)
        with self.assertRaises(AccessError):
            due.with_user(self.coordinator).action_reverse()

    def test_no_entry_is_taken_back_twice(self):
        entry = self.add()
        entry.action_reverse()
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            entry.action_reverse()

    def test_a_decision_says_why(self):
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"):
            self.add(note=" ")

    def test_the_same_cycle_is_never_due_twice(self):
        due = {"cause": "due", "cycle_id": self.cycle.id, "cycle_number": 3}
        self.add(-1, **due)
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.add(-1, **due)

    def test_the_status_follows_the_account(self):
        self.assertEqual(self.lucie.status, "up to date")
        self.add(-2)
        self.assertEqual(self.lucie.status, "2 shifts to make up")

    def test_a_form_without_the_day_of_joining_still_says_where_one_stands(self):
        form = Form(self.lucie)
        form.joined_on = False
        self.assertEqual(form.status, "up to date")

    def test_members_who_owe_are_found(self):
        self.add(-1)
        members = self.lucie | self.paul
        found = self.env["foodcoop.member"].search
        mine = [("id", "in", members.ids)]
        self.assertEqual(found([*mine, ("balance", "<", 0)]), self.lucie)
        self.assertEqual(found([*mine, ("balance", "=", 0)]), self.paul)

    def test_a_list_of_members_costs_no_query_more_for_more_members(self):
        few = self.count_queries(lambda: self.lucie.mapped("status"))
        many = self.make_members(*[f"Member {n}" for n in range(30)])
        self.assertEqual(self.count_queries(lambda: many.mapped("status")), few)

    def test_today_is_the_shop_s_today(self):
        self.cycle.tz = "Pacific/Auckland"
        with freeze_time(f"{TODAY} 13:00:00"):
            self.assertEqual((self.cycle._today() - TODAY).days, 1)
