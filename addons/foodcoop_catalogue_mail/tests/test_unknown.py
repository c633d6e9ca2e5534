# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .common import MailCase

STRANGER = "pierre@port.example"


@tagged("post_install", "-at_install")
class TestUnknownSender(MailCase):
    def setUp(self):
        super().setUp()
        self.data = self.list_bytes()
        self.mail = self.send(("criee.xlsx", self.data), sender=STRANGER)

    def say(self, partner=None, **told):
        action = self.mail.action_name_supplier()
        form = Form(
            self.env[action["res_model"]]
            .with_user(self.buyer)
            .with_context(**action["context"])
        )
        if partner:
            form.partner_id = partner
        for name, value in told.items():
            form[name] = value
        return form.save().action_confirm()

    def test_nothing_is_imported_and_the_file_is_kept(self):
        self.assertFalse(self.imports())
        self.assertTrue(self.mail.waiting)
        self.assertIn("Nobody here knows this sender", self.mail.sentence)
        self.assertEqual(self.mail.message_ids.attachment_ids.raw, self.data)
        self.assertIn("Whose price list", self.mail.activity_ids.summary)

    def test_a_person_says_whose_it_is(self):
        action = self.say(self.supplier)
        record = self.mail.import_ids
        self.assertEqual((action["res_model"], action["res_id"]), (record._name, record.id))
        self.assertEqual((record.state, record.partner_id), ("reading", self.supplier))
        self.assertEqual(record._file_bytes(), self.data)
        self.assertFalse(self.mail.waiting)
        self.assertFalse(self.mail.activity_ids)
        self.assertIn("Somebody said", self.mail.sentence)

    def test_the_sender_is_known_from_then_on(self):
        self.say(self.supplier)
        again = self.send(("b.csv", b"x"), sender=f"Pierre <{STRANGER}>")
        self.assertEqual(again.import_ids.partner_id, self.supplier)
        memory = self.env["foodcoop.catalogue.format"]._of(
            self.supplier, self.env.company
        )
        self.assertEqual(memory.sender_words, STRANGER)

    def test_words_that_were_remembered_stay(self):
        memory = self.env["foodcoop.catalogue.format"].create(
            {"partner_id": self.supplier.id, "sender_words": "Ponant"}
        )
        self.say(self.supplier)
        self.assertEqual(memory.sender_words, f"Ponant, {STRANGER}")

    def test_without_the_tick_the_address_stays_unknown(self):
        self.say(self.supplier, remember=False)
        self.assertFalse(self.send(("b.csv", b"x"), sender=STRANGER).import_ids)

    def test_it_can_be_said_once(self):
        self.say(self.supplier)
        with self.assertRaisesRegex(UserError, "already whose"):
            self.say(self.supplier)
        self.assertEqual(len(self.mail.import_ids), 1)

    def test_the_supplier_of_the_same_house_is_proposed(self):
        self.supplier.email = "bureau@port.example"
        self.assertTrue(self.say()["res_id"])
        self.assertEqual(self.mail.import_ids.partner_id, self.supplier)

    def test_nobody_is_proposed_for_an_address_of_everybodys(self):
        self.supplier.email = "ponant@free.fr"
        mail = self.send(("b.csv", b"x"), sender="quelquun@free.fr")
        context = mail.action_name_supplier()["context"]
        self.assertFalse(context["default_partner_id"])

    def test_a_file_that_came_meanwhile_is_told(self):
        self.send(("tarif.xlsx", self.data))
        self.say(self.supplier)
        self.assertFalse(self.mail.import_ids)
        self.assertIn("already", self.mail.sentence)

    def test_advertising_disturbs_nobody(self):
        mail = self.send(sender="win@prizes.example")
        self.assertFalse(mail.waiting)
        self.assertFalse(mail.activity_ids)

    def test_a_list_in_an_answer_of_an_unknown_sender_is_kept(self):
        message = self.mail.message_post(body="Qui êtes-vous ?", message_type="comment")
        answer = self.raw(
            ("b.csv", b"x"), sender=STRANGER, In_Reply_To=message.message_id
        )
        self.mail = self.deliver(answer)
        self.say(self.supplier)
        self.assertEqual(self.mail.import_ids._file_bytes(), b"x")

    def test_the_list_of_mails_says_where_to_write(self):
        told = self.env["foodcoop.catalogue.mail"].get_empty_list_help("")
        self.assertIn("catalogues@fourmiliere.example", told)
