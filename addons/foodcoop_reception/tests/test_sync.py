# SPDX-License-Identifier: AGPL-3.0-or-later
"""Terminals that were away: what is new to them, what they wished meanwhile."""

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError, UserError

from .common import ReceptionCase

WISH = {"uuid": "wish-1", "person": "Anne", "at": "2026-11-21T08:00:00Z"}


class TestNews(ReceptionCase):
    def test_only_what_is_new_is_told(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        [first] = reception.news()["events"]
        self.assertEqual(reception.news(first["id"])["events"], [])
        self.count(reception, rice=4)
        [second] = reception.news(first["id"])["events"]
        self.assertEqual(second["product"], self.rice.id)

    def test_an_opened_delivery_holds_the_numbers_to_go_on_from(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        _, delivery = self.open_delivery()
        last = max(event["id"] for event in delivery["events"])
        self.assertEqual(reception.news(last)["events"], [])

    def test_the_others_are_told_that_it_is_closed(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        self.assertEqual(reception.news()["state"], "counting")
        reception.action_close(accept_missing=True)
        self.assertEqual(reception.news()["state"], "closed")

    def test_the_count_of_a_restored_backup_is_another_one(self):
        reception, delivery = self.open_delivery()
        reception._check_key(delivery["key"])
        reception._check_key(None)  # an old terminal tells none
        gone = reception.browse(2**31 - 1)
        for count in (reception, gone):
            with self.assertRaisesRegex(UserError, "does not know this count"):
                count._check_key(f"{count.id} 2020-01-01 00:00:00")

    def test_a_number_that_another_count_has_is_not_told_to_be_kept(self):
        reception, _ = self.open_delivery()
        _, other = self._order()
        second, _ = self.open_delivery(other)
        scan = self.scan(self.oil, 1)
        reception.record_scans([scan])
        with self.assertRaisesRegex(UserError, "does not know this count"):
            second.record_scans([scan])

    def test_one_call_carries_no_more_than_a_parcel(self):
        reception, _ = self.open_delivery()
        many = [self.scan(self.oil, 1) for _ in range(1001)]
        with self.assertRaisesRegex(UserError, "1000"):
            reception.record_scans(many)
        self.assertEqual(reception.record_scans(many[:1000])["total"], 1000)

    def test_strangers_are_told_nothing(self):
        stranger = mail_new_test_user(
            self.env, login="stranger_news", groups="base.group_portal"
        )
        reception, _ = self.open_delivery()
        theirs = reception.with_user(stranger)
        with self.assertRaises(AccessError):
            theirs.news()
        with self.assertRaises(AccessError):
            theirs.close_as_wished(True, 0, WISH)


class TestWish(ReceptionCase):
    def setUp(self):
        super().setUp()
        self.reception, _ = self.open_delivery()
        self.count(self.reception, oil=12)

    def close(self, seen=1, **wish):
        return self.reception.close_as_wished(True, seen, {**WISH, **wish})

    def test_who_finished_and_when_is_kept(self):
        self.close()
        kept = self.reception.sudo()
        self.assertEqual(kept.closed_person, "Anne")
        self.assertEqual(str(kept.finished_at), "2026-11-21 08:00:00")
        self.assertGreater(kept.closed_at, kept.finished_at)

    def test_a_wish_sent_again_gets_the_same_answer(self):
        first = self.close()
        told = {"already": False, "received": 1, "missing": 2, "next": []}
        self.assertEqual(first, told)
        self.assertEqual(self.close(), first)
        self.assertEqual(self.picking.move_ids.filtered("picked").quantity, 12)

    def test_somebody_else_s_wish_is_told_that_it_was_closed_before(self):
        self.close()
        answer = self.close(uuid="wish-2", person="Karim")
        self.assertTrue(answer["already"])
        self.assertEqual(self.reception.sudo().closed_person, "Anne")

    def test_a_wish_without_a_number_is_nobody_s(self):
        self.close(uuid="")
        self.assertTrue(self.close(uuid="")["already"])

    def test_what_others_counted_meanwhile_has_to_be_looked_at(self):
        self.count(self.reception, rice=4)
        with self.assertRaisesRegex(UserError, "Somebody else has counted too"):
            self.close(seen=1)
        self.assertEqual(self.picking.state, "assigned")
        self.assertFalse(self.close(seen=2)["already"])

    def test_a_delivery_that_the_office_received_is_refused(self):
        self.picking.move_ids.picked = True
        self.picking.button_validate()
        with self.assertRaisesRegex(UserError, "received or cancelled elsewhere"):
            self.close()

    def test_nonsense_closes_nothing(self):
        with self.assertRaisesRegex(UserError, "cannot be closed so"):
            self.close(at="yesterday")
        self.assertEqual(self.picking.state, "assigned")
