# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestMailRights(MailCase):
    def setUp(self):
        super().setUp()
        self.mail = self.send(("a.csv", b"x"), sender="pierre@port.example")

    def wizard(self, user):
        wizards = self.env["foodcoop.catalogue.mail.supplier"].with_user(user)
        return wizards.create(
            {"mail_id": self.mail.id, "partner_id": self.supplier.id}
        ).action_confirm()

    def test_what_came_stays_as_it_is(self):
        for change in (
            lambda: self.mail.write({"subject": "other"}),
            lambda: self.mail.write({"waiting": False}),
            self.mail.unlink,
            lambda: self.mail.create({"subject": "invented"}),
        ):
            with self.assertRaises(AccessError):
                change()

    def test_a_buyer_talks_about_it_and_ticks_it_off(self):
        self.mail.message_post(body="À voir", message_type="comment")
        self.mail.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.buyer.id
        )
        self.mail.activity_ids.filtered(
            lambda one: one.user_id == self.buyer
        ).action_feedback()

    def test_strangers_see_nothing_and_change_nothing(self):
        for login, group in (
            ("clerk", "purchase.group_purchase_user"),
            ("staff", "base.group_user"),
            ("out", "base.group_portal"),
        ):
            stranger = new_test_user(self.env, login, groups=group)
            with self.assertRaises(AccessError):
                self.mail.with_user(stranger).search([])
            with self.assertRaises(AccessError):
                self.wizard(stranger)
            with self.assertRaises(AccessError):
                self.mail.with_user(stranger).read(["files"])
            attachment = self.mail.message_ids.attachment_ids
            with self.assertRaises(AccessError):
                attachment.with_user(stranger).read(["raw"])
            with self.assertRaises(AccessError):
                self.new_import().with_user(stranger).action_answer()

    def test_another_companys_buyer_sees_nothing(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        other = new_test_user(
            self.env,
            "other",
            groups="foodcoop_catalogue_list.group_manager",
            company_id=elsewhere.id,
            company_ids=[elsewhere.id],
        )
        self.assertFalse(self.mail.with_user(other).search([]) & self.mail)
        with self.assertRaises(AccessError):
            self.wizard(other)

    def test_writing_to_a_partner_is_no_right_to_edit_it(self):
        clerk = new_test_user(self.env, "clerk", groups="purchase.group_purchase_user")
        self.supplier.with_user(self.buyer).message_post(body="Bonjour")
        with self.assertRaises(AccessError):
            self.supplier.with_user(clerk).message_post(body="Bonjour")
        with self.assertRaises(AccessError):
            self.supplier.with_user(self.buyer).write({"name": "Other"})
