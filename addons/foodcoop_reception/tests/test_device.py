# SPDX-License-Identifier: AGPL-3.0-or-later
"""Terminals that are known, and one that a coordinator withdraws."""

from datetime import timedelta

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError, UserError
from odoo.http import root
from odoo.tests import HttpCase, tagged

from .common import ReceptionCase

SESSION = "s" * 42


class TestDevice(ReceptionCase):
    def setUp(self):
        super().setUp()
        self.devices = self.env["foodcoop.reception.device"]
        self.coordinator = mail_new_test_user(
            self.env,
            login="coordinator_test",
            groups="foodcoop_reception.group_coordinator",
        )

    def see(self, session=SESSION, user=None):
        seen = self.devices.with_user(user or self.terminal)
        seen._see("tablet-1", session)
        return self.devices.search([("uuid", "=", "tablet-1")])

    def test_a_terminal_at_work_is_listed_once(self):
        device = self.see()
        self.assertEqual(self.see(), device)
        self.assertEqual(device.user_id, self.terminal)
        self.assertEqual(device.name, "Terminal tabl")

    def test_it_is_seen_again_after_a_minute_not_before(self):
        device = self.see()
        long_ago = device.last_seen - timedelta(seconds=59)
        device.last_seen = long_ago
        self.assertEqual(self.see().last_seen, long_ago)
        device.last_seen = long_ago - timedelta(seconds=2)
        self.assertGreater(self.see().last_seen, long_ago)

    def test_another_session_is_known_at_once(self):
        self.see()
        self.assertEqual(self.see("t" * 42).session, "t" * 42)

    def test_who_stands_before_it_names_it_and_so_does_the_coordinator(self):
        device = self.see()
        terminal = self.devices.with_user(self.terminal)
        self.assertEqual(terminal._call("tablet-1", "Chambre froide"), "Chambre froide")
        device.with_user(self.coordinator).name = "Quai"
        self.assertEqual(terminal._call("tablet-1", ""), "Quai")

    def test_a_withdrawn_one_is_refused_until_it_is_allowed_again(self):
        device = self.see().with_user(self.coordinator)
        terminal = self.devices.with_user(self.terminal)
        device.action_revoke()
        with self.assertRaisesRegex(UserError, "has withdrawn this terminal"):
            terminal._check_allowed("tablet-1")
        terminal._check_allowed("tablet-2")
        device.action_allow()
        terminal._check_allowed("tablet-1")

    def test_a_terminal_neither_reads_nor_allows_itself(self):
        device = self.see().with_user(self.terminal)
        for call in (device.action_allow, device.action_revoke, device.read):
            with self.assertRaises(AccessError):
                call()

    def test_a_coordinator_does_not_read_the_session(self):
        with self.assertRaises(AccessError):
            self.see().with_user(self.coordinator).read(["session"])

    def test_another_company_s_terminals_are_its_own_matter(self):
        other = self.env["res.company"].create({"name": "Another cooperative"})
        elsewhere = mail_new_test_user(
            self.env,
            login="terminal_there",
            groups="base.group_portal,foodcoop_reception.group_terminal",
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )
        ours = self.see()
        both = self.see(user=elsewhere)
        self.assertEqual(len(both), 2)
        ours.action_revoke()
        self.devices.with_user(elsewhere)._check_allowed("tablet-1")
        with self.assertRaises(AccessError):
            (both - ours).with_user(self.coordinator).action_revoke()


@tagged("post_install", "-at_install")
class TestWithdrawn(HttpCase):
    def ask(self, call, **params):
        return self.url_open(
            f"/reception/{call}",
            json={"jsonrpc": "2.0", "method": "call", "params": params},
            headers={"X-Foodcoop-Device": "tablet-9"},
        ).json()

    def sign_in(self):
        return self.authenticate("terminal_withdrawn", "terminal_withdrawn")

    def test_a_withdrawn_terminal_is_signed_out_and_refused(self):
        mail_new_test_user(
            self.env,
            login="terminal_withdrawn",
            groups="base.group_portal,foodcoop_reception.group_terminal",
        )
        session = self.sign_in()
        self.assertEqual(self.ask("here")["result"], {"name": "Terminal tabl"})
        device = self.env["foodcoop.reception.device"].search(
            [("uuid", "=", "tablet-9")]
        )
        self.assertEqual(device.session, session.sid[:42])
        device.action_revoke()
        self.assertFalse(root.session_store.get(session.sid).get("uid"))
        self.assertEqual(self.ask("deliveries")["error"]["code"], 100)
        self.sign_in()
        calls = ("here", "deliveries", "open")
        sentences = {self.ask(call)["error"]["data"]["message"] for call in calls}
        self.assertEqual(len(sentences), 1)  # the same refusal, in whatever language
        device.action_allow()
        self.assertIn("result", self.ask("deliveries"))
