# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import io

from PIL import Image

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError

from .common import ReceptionCase


class TestPhoto(ReceptionCase):
    def setUp(self):
        super().setUp()
        self.reception, _ = self.open_delivery()
        self.count(self.reception, oil=12, rice=4, carrots=7.5)
        self.broken = self.scan(self.oil, 2, kind="refuse", reason="damaged")
        self.reception.record_scans([self.broken])

    def picture(self, kind="JPEG"):
        content = io.BytesIO()
        Image.new("RGB", (8, 6), "red").save(content, kind)
        return base64.b64encode(content.getvalue()).decode()

    def photos(self):
        owner = [("res_model", "=", self.reception._name)]
        owner.append(("res_id", "=", self.reception.id))
        owner.append(("mimetype", "like", "image/"))  # others may add their papers
        return self.env["ir.attachment"].search(owner)

    def test_a_photo_is_kept_once_beside_its_delivery(self):
        for _ in range(2):
            answer = self.reception.keep_photo(self.broken["uuid"], self.picture())
            self.assertEqual(answer, {"kept": True, "refused": False})
        photo = self.photos()
        self.assertEqual(photo.name, f"{self.broken['uuid']}.jpeg")
        self.assertEqual(photo.mimetype, "image/jpeg")

    def test_a_photo_comes_after_the_close_too(self):
        self.reception.action_close()
        self.reception.keep_photo(self.broken["uuid"], self.picture())
        self.assertEqual(len(self.photos()), 1)

    def test_a_photo_waits_for_its_event(self):
        answer = self.reception.keep_photo("nobody-s", self.picture())
        self.assertEqual(answer, {"kept": False, "refused": False})
        self.assertFalse(self.photos())

    def test_what_is_no_picture_or_too_large_is_refused_for_good(self):
        drawing = base64.b64encode(b"<svg onload='alert(1)'/>").decode()
        for text in ("", "§", drawing, self.picture("GIF"), "A" * 8_000_000):
            with self.subTest(text[:20]):
                answer = self.reception.keep_photo(self.broken["uuid"], text)
                self.assertEqual(answer, {"kept": False, "refused": True})
        self.assertFalse(self.photos())

    def test_strangers_and_other_companies_attach_nothing(self):
        other = self.env["res.company"].create({"name": "Another cooperative"})
        role = ",foodcoop_reception.group_terminal"
        strangers = [
            mail_new_test_user(self.env, login="member", groups="base.group_portal"),
            mail_new_test_user(self.env, login="plain", groups="base.group_user"),
            mail_new_test_user(
                self.env,
                login="elsewhere",
                groups="base.group_portal" + role,
                company_id=other.id,
                company_ids=[(6, 0, other.ids)],
            ),
        ]
        for stranger in strangers:
            with self.subTest(stranger.login), self.assertRaises(AccessError):
                self.reception.with_user(stranger).keep_photo(
                    self.broken["uuid"], self.picture()
                )
        self.assertFalse(self.photos())

    def test_the_terminal_cannot_read_it_back_as_an_attachment_of_its_own(self):
        self.reception.keep_photo(self.broken["uuid"], self.picture())
        with self.assertRaises(AccessError):
            self.photos().with_user(self.terminal).write({"name": "mine"})
