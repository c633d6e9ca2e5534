# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, new_test_user

from .common import ShiftCase

MODELS = ("cycle", "team", "assignment", "entry")


class TestRights(ShiftCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shift = cls.generate()[0]
        cls.member = cls.sign_in_of(cls.lucie, "lucie")
        cls.employee = new_test_user(cls.env, "employee", "base.group_user")

    def test_members_and_strangers_read_no_record(self):
        for user in (self.member, self.employee):
            for model in ("foodcoop.member", "foodcoop.shift"):
                with self.assertRaises(AccessError):
                    self.env[model].with_user(user).search([])
            for name in MODELS:
                with self.assertRaises(AccessError):
                    self.env[f"foodcoop.shift.{name}"].with_user(user).search([])

    def test_a_member_marks_no_attendance(self):
        seat = self.shift.assignment_ids[0].with_user(self.member)
        with freeze_time("2026-11-26 09:00:00"), self.assertRaises(AccessError):
            seat.action_attended()

    def test_an_employee_who_may_read_seats_marks_no_attendance(self):
        rights = {"group_id": self.env.ref("base.group_user").id, "perm_read": True}
        self.env["ir.model.access"].create(
            [
                rights | {"name": name, "model_id": self.env["ir.model"]._get_id(name)}
                for name in ("foodcoop.shift", "foodcoop.shift.assignment")
            ]
        )
        seat = self.shift.assignment_ids[0].with_user(self.employee)
        self.assertEqual(seat.state, "booked")
        with freeze_time("2026-11-26 09:00:00"), self.assertRaises(AccessError):
            seat.action_attended()

    def test_the_coordinator_changes_nothing_but_attendance(self):
        as_coordinator = self.env(user=self.coordinator)
        for record in (self.shift, self.team, self.lucie, self.cycle):
            with self.assertRaises(AccessError):
                record.with_env(as_coordinator).write({"active": True, "seats": 9})
        with self.assertRaises(AccessError):
            self.shift.with_env(as_coordinator).action_cancel()
        with self.assertRaises(AccessError):
            self.shift.assignment_ids[0].with_env(as_coordinator).state = "attended"

    def test_the_coordinator_reads_no_account(self):
        with self.assertRaises(AccessError):
            self.lucie.entry_ids.with_user(self.coordinator).search([])

    def test_the_coordinator_opens_teams_shifts_and_members(self):
        as_coordinator = self.env(user=self.coordinator)
        for record in (self.shift, self.team, self.lucie):
            view = record.with_env(as_coordinator).get_view(view_type="form")
            fields = view["models"][record._name]
            record.with_env(as_coordinator).read([f for f in fields])

    def test_the_office_adds_decisions_and_nothing_else_by_hand(self):
        entries = self.env["foodcoop.shift.entry"].with_user(self.office)
        row = {"member_id": self.lucie.id, "amount": 1}
        entries.create(row | {"note": "Painted the wall"})
        with self.assertRaises(AccessError):
            entries.create(row | {"cause": "attended"})

    def test_the_office_deletes_no_member_and_no_shift(self):
        for record in (self.lucie, self.shift, self.team):
            with self.assertRaises(AccessError):
                record.with_user(self.office).unlink()

    def test_another_company_s_office_sees_nothing_of_ours(self):
        company = self.env["res.company"].create({"name": "Another shop"})
        other = new_test_user(
            self.env,
            "other",
            "foodcoop_shift.group_office",
            company_id=company.id,
            company_ids=[(6, 0, company.ids)],
        )
        for record in (self.lucie, self.shift, self.team, self.cycle):
            found = self.env[record._name].with_user(other).search([])
            self.assertNotIn(record, found)
