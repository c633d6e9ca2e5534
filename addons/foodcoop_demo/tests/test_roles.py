# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_demo.lib.roles import PASSWORD, ROLES
from odoo.exceptions import AccessDenied
from odoo.tools import mute_logger

from .common import DemoCase


class TestRoles(DemoCase):
    """Each person signs in with what their work needs, and nothing more."""

    def user(self, login):
        return self.env["res.users"].search([("login", "=", login)])

    def sign_in(self, user, password):
        credential = {"type": "password", "login": user.login, "password": password}
        user.with_user(user)._check_credentials(credential, {"interactive": True})

    def test_each_sign_in_opens_with_its_password_and_no_other(self):
        for role in ROLES:
            user = self.user(role.login)
            self.sign_in(user, PASSWORD)
            with self.assertRaises(AccessDenied), mute_logger("odoo.addons.base"):
                self.sign_in(user, "cigale")

    def test_each_sign_in_has_exactly_its_groups(self):
        inbox = "mail.group_mail_notification_type_inbox"  # a choice, not a right
        for role in ROLES:
            given = set(self.user(role.login).group_ids.get_external_id().values())
            self.assertEqual(given - {inbox}, set(role.groups), role.login)

    def test_nobody_of_the_shop_may_change_settings(self):
        for role in ROLES:
            self.assertFalse(self.user(role.login).has_group("base.group_system"))

    def test_they_read_french_at_the_shops_hour(self):
        for role in ROLES:
            user = self.user(role.login)
            self.assertEqual((user.lang, user.tz), ("fr_FR", "Europe/Paris"))

    def test_lucie_signs_in_as_the_member_she_is(self):
        lucie = self.user("membre").partner_id
        self.assertEqual(lucie.name, "Lucie Kermarrec")
        self.assertEqual(lucie.email, "lucie.kermarrec@fourmiliere.example")
