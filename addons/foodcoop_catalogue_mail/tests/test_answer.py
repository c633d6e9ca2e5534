# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .common import MailCase

TITLES = ("Code", "Désignation", "EAN", "Tarif", "Unité")
GOOD = ("A1", "Tarama rose", "3017620422003", 1.17, "U")


@tagged("post_install", "-at_install")
class TestAnswer(MailCase):
    def read_rows(self, *rows, **told):
        record = self.new_import(self.workbook([TITLES, *rows]), "prix.xlsx", **told)
        record.action_read()
        record.action_read_now()
        self.assertEqual(record.state, "check", record.error_text)
        return record

    def answer(self, record):
        return record.action_answer()["context"]

    def test_it_counts_and_names_what_is_wrong(self):
        told = self.answer(
            self.read_rows(
                GOOD,
                ("B2", "Lentilles", "3017620422004", 2.4, "U"),
                *((f"C{n}", f"Riz {n}", None, 3.1, "U") for n in range(7)),
                ("D1", "Savon <b>doux</b>", "3017620425035", "sur demande", "U"),
            )
        )
        body = told["default_body"]
        self.assertIn("Barcodes with a wrong check digit: 1.", body)
        self.assertIn("without a barcode (EAN, GTIN): 7.", body)
        self.assertIn("Sheet, row 3, B2: Lentilles", body)
        self.assertIn("Riz 4", body)
        self.assertNotIn("Riz 5", body)
        self.assertIn("and 2 more", body)
        self.assertIn("Prices that are no number: 1.", body)
        self.assertNotIn("<b>doux</b>", body)
        self.assertIn("prix.xlsx", told["default_subject"])

    def test_it_is_written_in_the_suppliers_language(self):
        self.supplier.lang = "fr_FR"
        told = self.answer(self.read_rows(GOOD, ("B2", "Riz", None, 3.1, "U")))
        self.assertIn("Bonjour", told["default_body"])
        self.assertIn("sans code-barres", told["default_body"])
        self.assertIn("Votre tarif", told["default_subject"])

    def test_the_buyer_sends_it_and_the_answer_comes_back_as_a_list(self):
        record = self.read_rows(GOOD, ("B2", "Riz", None, 3.1, "U"))
        action = record.action_answer()
        composers = self.env[action["res_model"]].with_user(self.buyer)
        composer = Form(composers.with_context(**action["context"])).save()
        composer.action_send_mail()
        sent = self.supplier.message_ids[0]
        self.assertEqual(sent.partner_ids, self.supplier)
        self.assertEqual(sent.reply_to, "catalogues@fourmiliere.example")
        self.assertIn("Riz", sent.body)
        mail = self.send(("v2.xlsx", self.list_bytes()), In_Reply_To=sent.message_id)
        self.assertEqual(mail.import_ids.partner_id, self.supplier)

    def test_it_goes_to_the_person_who_wrote(self):
        marie = self.env["res.partner"].create(
            {"name": "Marie", "parent_id": self.supplier.id, "email": "m@boat.example"}
        )
        data = self.workbook([TITLES, ("B2", "Riz", None, 3.1, "U")])
        record = self.send(("p.xlsx", data), sender=marie.email).import_ids
        record.action_read_now()
        self.assertEqual(self.answer(record)["default_partner_ids"], marie.ids)

    def test_an_applied_list_can_be_answered(self):
        record = self.read_list()
        self.line(record, "P3462").take = True
        record.action_apply()
        self.assertTrue(self.answer(record)["default_body"])

    def test_a_clear_list_leaves_nothing_to_ask(self):
        action = self.read_rows(GOOD).action_answer()
        self.assertIn("nothing to ask", action["params"]["message"])

    def test_a_list_that_was_not_read_says_what_to_do(self):
        with self.assertRaisesRegex(UserError, "Read the list"):
            self.new_import().action_answer()

    def test_the_buttons_stand_in_the_form(self):
        arch = self.env["foodcoop.catalogue.import"].get_view(view_type="form")["arch"]
        self.assertIn("action_answer", arch)
