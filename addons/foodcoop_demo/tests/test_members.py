# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo.addons.foodcoop_demo.lib.shifts import SEATS

from .common import DemoCase


class TestMembers(DemoCase):
    """Members, their teams, and accounts with a history."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.members = cls.env["foodcoop.member"].search([])
        user = cls.env["res.users"].search([("login", "=", "membre")])
        cls.lucie = cls.env["foodcoop.member"]._of_user(user)

    def test_every_member_has_the_number_told_and_the_next_is_free(self):
        self.assertEqual(len(self.members), 300)
        self.assertEqual(self.lucie.number, "0042")
        newcomer = self.env["res.partner"].create({"name": "Nouvelle Venue"})
        member = self.env["foodcoop.member"].create({"partner_id": newcomer.id})
        self.assertEqual(member.number, "0301")

    def test_lucie_comes_with_her_team_within_the_week(self):
        coming = self.lucie._coming_seats()[0]
        self.assertEqual(coming.kind, "standing")
        self.assertEqual(coming.shift_id.team_id, self.lucie.team_id)
        self.assertLessEqual(coming.shift_id.date, self.shop.today + timedelta(days=7))

    def test_lucies_account_tells_a_history_and_ends_above_zero(self):
        causes = set(self.lucie.entry_ids.mapped("cause"))
        self.assertEqual(causes, {"attended", "due"})
        self.assertGreater(self.lucie.balance, 0)

    def test_lucie_can_book_a_make_up(self):
        self.assertTrue(self.lucie._bookable_shifts())

    def test_every_seat_that_is_over_has_been_marked(self):
        self.assertFalse(
            self.env["foodcoop.shift.assignment"].search(
                [
                    ("shift_id.date", "<", self.shop.today),
                    ("state", "=", "booked"),
                ]
            )
        )

    def test_some_members_are_ahead_some_owe_a_shift(self):
        balances = self.members.mapped("balance")
        self.assertGreater(max(balances), 0)
        self.assertLess(min(balances), 0)
        self.assertGreater(sum(b >= 0 for b in balances), 200)

    def test_no_team_is_larger_than_its_seats(self):
        teams = self.env["foodcoop.shift.team"].search([])
        self.assertEqual(len(teams), 72)
        self.assertEqual(set(teams.mapped("seats")), {SEATS})
        self.assertLess(max(teams.mapped("member_count")), SEATS)
