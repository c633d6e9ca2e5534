# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta
from uuid import uuid4

from lxml import html

from odoo import fields
from odoo.http import Request
from odoo.tests import HttpCase, new_test_user, tagged


@tagged("post_install", "-at_install")
class TestMemberPages(HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("en_US")
        cls.cycle = cls.env["foodcoop.shift.cycle"].create({"tz": "Europe/Paris"})
        cls.team, cls.free_team = cls.env["foodcoop.shift.team"].create(
            [
                {"cycle_id": cls.cycle.id, "week": "3", "weekday": "3", "task": "Till"},
                {"cycle_id": cls.cycle.id, "week": "3", "weekday": "4", "seats": 1},
            ]
        )
        cls.make_members()
        since = cls.cycle._today() + timedelta(days=2)
        until = since + timedelta(weeks=4)
        cls.mine = cls.team._generate_shifts(until, since=since)
        cls.other = cls.free_team._generate_shifts(until, since=since)

    @classmethod
    def make_members(cls):
        user = new_test_user(cls.env, "lucie_m", "base.group_portal", lang="en_US")
        user.partner_id.name = "Lucie Martin"
        paul = cls.env["res.partner"].create({"name": "Paul Petit"})
        cls.lucie, cls.paul = cls.env["foodcoop.member"].create(
            [
                {"partner_id": person.id, "team_id": cls.team.id}
                for person in (user.partner_id, paul)
            ]
        )

    def setUp(self):
        super().setUp()
        self.authenticate("lucie_m", "lucie_m")

    def page(self, url="/my/shifts"):
        answer = self.url_open(url)
        self.assertEqual(answer.status_code, 200)
        tree = html.fromstring(answer.content)
        return " ".join(tree.find(".//body").text_content().split())

    def post(self, verb, **form):
        form["csrf_token"] = Request.csrf_token(self)
        answer = self.url_open(f"/my/shifts/{verb}", data=form)
        tree = html.fromstring(answer.content)
        return " ".join(tree.find(".//body").text_content().split())

    def seat(self, shift, member=None):
        return shift.assignment_ids.filtered(
            lambda seat: (
                seat.member_id == (member or self.lucie) and seat.state != "freed"
            )
        )

    def test_the_next_shift_says_when_and_with_whom(self):
        text = self.page()
        self.assertIn("Hello Lucie", text)
        self.assertIn("9:00 – 12:00 Till with Paul P.", text)
        self.assertNotIn("Petit", text)

    def test_a_make_up_is_booked_and_given_back(self):
        form = {"shift_id": self.other.id, "uuid": str(uuid4())}
        self.assertIn("is booked", self.post("book", **form))
        seat = self.seat(self.other)
        self.assertEqual(seat.kind, "makeup")
        self.assertIn("is free for somebody", self.post("give_back", seat_id=seat.id))
        self.assertFalse(self.seat(self.other))

    def test_the_form_sent_twice_is_one_seat(self):
        form = {"shift_id": self.other.id, "uuid": str(uuid4())}
        self.assertIn("is booked", self.post("book", **form))
        self.assertIn("is booked", self.post("book", **form))

    def test_a_seat_just_taken_is_told_on_the_page_of_the_others(self):
        self.other._book(self.paul, str(uuid4()))
        text = self.post("book", shift_id=self.other.id, uuid=str(uuid4()))
        self.assertIn("This seat has just been taken.", text)
        self.assertFalse(self.seat(self.other))

    def test_noise_is_answered_by_a_sentence_and_changes_nothing(self):
        for form in (
            {},
            {"shift_id": "x", "uuid": "y"},
            {"shift_id": "9" * 40, "uuid": str(uuid4())},
            {"shift_id": self.other.id, "uuid": "again"},
        ):
            self.assertIn("nothing was changed", self.post("book", **form))
        self.assertFalse(self.other.assignment_ids)
        self.assertIn("Hello Lucie", self.page("/my/shifts?member=1"))

    def test_the_seat_of_somebody_else_is_out_of_reach(self):
        seat = self.seat(self.mine, self.paul)
        self.assertIn("nothing was changed", self.post("give_back", seat_id=seat.id))
        self.assertEqual(seat.state, "booked")
        text = self.page(f"/my/shifts/cannot/{seat.id}")
        self.assertIn("nothing was changed", text)

    def test_i_cannot_come_says_what_it_costs(self):
        text = self.page(f"/my/shifts/cannot/{self.seat(self.mine).id}")
        self.assertIn("It costs nothing today", text)
        self.assertEqual(self.seat(self.mine).state, "booked")

    def test_a_shift_cancelled_by_the_shop_is_shown_as_cancelled(self):
        self.mine.action_cancel()
        text = self.page()
        self.assertIn("You have no shift in the weeks to come", text)
        self.assertIn("cancelled by the shop", text)

    def test_the_account_reads_as_dated_sentences(self):
        self.env["foodcoop.shift.entry"].create(
            {"member_id": self.lucie.id, "amount": 1, "note": "Painted the wall"}
        )
        text = self.page("/my/shifts/account")
        self.assertIn("My account: +1", text)
        self.assertIn("Painted the wall", text)

    def test_a_person_who_is_no_member_gets_a_sentence(self):
        new_test_user(self.env, "stranger", "base.group_portal", lang="en_US")
        self.authenticate("stranger", "stranger")
        self.assertIn("does not belong to a member", self.page())
        self.assertIn("does not belong to a member", self.post("book"))

    def test_without_signing_in_the_page_leads_to_the_door_and_back(self):
        self.authenticate(None, None)
        answer = self.url_open("/my/shifts", allow_redirects=False)
        self.assertIn("/web/login", answer.headers["Location"])
        self.assertIn("shifts", answer.headers["Location"])

    def test_a_form_from_elsewhere_is_refused(self):
        form = {"shift_id": self.other.id, "uuid": str(uuid4())}
        answer = self.url_open("/my/shifts/book", data=form)
        self.assertEqual(answer.status_code, 400)
        self.assertFalse(self.other.assignment_ids)

    def test_a_member_who_left_sees_no_free_seat(self):
        self.lucie.left_on = fields.Date.today()
        self.assertIn("not a member today", self.page())
        self.assertIn("There is no free seat", self.page("/my/shifts/free"))

    def test_the_portal_leads_to_the_shifts(self):
        self.assertIn('href="/my/shifts"', self.url_open("/my/home").text)
