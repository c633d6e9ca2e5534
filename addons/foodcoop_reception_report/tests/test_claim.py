# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.exceptions import UserError

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)


class TestClaim(ReviewCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.supplier.write({"lang": "fr_FR", "email": "ventes@example.com"})

    def draft(self, reception):
        action = reception.action_claim()
        return self.env[action["res_model"]].browse(action["res_id"])

    def test_a_draft_in_the_supplier_s_language_is_made_and_not_sent(self):
        damaged = self.scan(self.rice, 1, kind="refuse", reason="damaged")
        reception = self.closed(damaged, oil=10, rice=4, carrots=7.5)
        before = self.env["mail.mail"].search_count([])
        draft = self.draft(reception)
        self.assertEqual(draft.partner_ids, self.supplier)
        for words in ("Bonjour", "Huile d'olive", "Abîmé", self.order.name):
            self.assertIn(words, draft.body)
        self.assertNotIn("Carottes", draft.body)
        self.assertEqual(self.env["mail.mail"].search_count([]), before)
        decisions = set(reception.line_ids.mapped("decision"))
        self.assertEqual(decisions, {"open", "nothing"})

    def test_what_is_settled_is_not_asked_for(self):
        reception = self.closed(oil=10, rice=3, carrots=7.5)
        self.line(reception, self.oil).action_wait()
        self.line(reception, self.rice).action_credit()
        body = self.draft(reception).body
        self.assertIn("Riz complet", body)
        self.assertNotIn("Huile d'olive", body)

    def test_nothing_left_to_ask_for_says_so(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        with self.assertRaisesRegex(UserError, "Nothing is left"):
            reception.action_claim()

    def test_photos_of_the_reception_go_with_it(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        photo = self.env["ir.attachment"].create(
            {
                "name": "photo.png",
                "raw": PIXEL,
                "res_model": reception._name,
                "res_id": reception.id,
            }
        )
        self.assertEqual(self.draft(reception).attachment_ids, photo)

    def test_the_coordinator_sends_what_she_read(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        draft = self.draft(reception).with_user(self.coordinator)
        draft._action_send_mail()
        sent = reception.message_ids.filtered(
            lambda message: self.supplier in message.partner_ids
        )
        self.assertEqual(len(sent), 1)
        self.assertEqual(sent.author_id, self.coordinator.partner_id)
