# SPDX-License-Identifier: AGPL-3.0-or-later
from email import message_from_bytes, policy
from email.message import EmailMessage

from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .common import MailCase


@tagged("post_install", "-at_install")
class TestGateway(MailCase):
    def test_a_known_suppliers_list_waits_to_be_read(self):
        data = self.list_bytes()
        mail = self.send(("Tarif mai.xlsx", data), ("logo.png", b"\x89PNG"))
        record = mail.import_ids
        self.assertEqual(len(record), 1)
        self.assertEqual(record.state, "reading")
        self.assertEqual(record.partner_id, self.supplier)
        self.assertEqual(record.filename, "Tarif mai.xlsx")
        self.assertEqual(record._file_bytes(), data)
        self.assertIn("nothing is applied yet", mail.sentence)
        self.assertIn("logo.png: no price list", mail.sentence)
        self.assertEqual(mail.message_ids.attachment_ids.sorted("id")[0].raw, data)

    def test_it_is_never_applied_by_itself(self):
        before = self.env["product.supplierinfo"].search_count([])
        record = self.send(("tarif.xlsx", self.list_bytes())).import_ids
        record.action_read_now()
        self.assertEqual(record.state, "check")
        self.assertEqual(self.env["product.supplierinfo"].search_count([]), before)

    def test_each_list_of_a_mail_is_an_import(self):
        mail = self.send(
            ("a.csv", b"Code;Nom;Prix"), ("b.ods", b"PK..."), ("c.pdf", b"%")
        )
        self.assertEqual(
            sorted(mail.import_ids.mapped("filename")), ["a.csv", "b.ods", "c.pdf"]
        )

    def test_a_contact_writes_for_its_company(self):
        self.env["res.partner"].create(
            {
                "name": "Marie",
                "parent_id": self.supplier.id,
                "email": "Marie@boat.example",
            }
        )
        mail = self.send(("a.csv", b"x"), sender='"Marie, criée" <MARIE@boat.example>')
        self.assertEqual(mail.import_ids.partner_id, self.supplier)

    def test_a_remembered_address_is_known(self):
        self.env["foodcoop.catalogue.format"].create(
            {
                "partner_id": self.supplier.id,
                "sender_words": "Ponant, liste@carrier.example",
            }
        )
        mail = self.send(("a.csv", b"x"), sender="liste@carrier.example")
        self.assertEqual(mail.import_ids.partner_id, self.supplier)
        near = self.send(("b.csv", b"y"), sender="te@carrier.example")
        self.assertFalse(near.import_ids)

    def test_a_member_of_the_shop_is_no_supplier(self):
        self.env["res.partner"].create({"name": "Lucie", "email": "lucie@home.example"})
        mail = self.send(("a.csv", b"x"), sender="lucie@home.example")
        self.assertFalse(mail.import_ids)
        self.assertTrue(mail.waiting)

    def test_an_address_of_two_suppliers_leaves_it_to_the_file(self):
        other = self.env["res.partner"].create(
            {"name": "Z", "email": self.supplier.email}
        )
        self.price(self.tarama, "Z1", 2.0, partner_id=other.id)
        mail = self.send(("criee.xlsx", self.list_bytes()))
        self.assertFalse(mail.import_ids.partner_id)
        self.assertIn("Several suppliers", mail.sentence)

    def test_a_buyer_forwards_and_the_file_tells_whose_it_is(self):
        self.env["foodcoop.catalogue.format"].create({"partner_id": self.supplier.id})
        name = "Tarif Criée du Ponant.xlsx"
        mail = self.send((name, self.list_bytes()), sender=self.buyer.email)
        self.assertFalse(mail.import_ids.partner_id)
        self.assertIn("Forwarded by one of us", mail.sentence)
        self.assertEqual(mail.activity_ids.user_id, self.buyer)
        mail.import_ids.action_read_now()
        self.assertEqual(mail.import_ids.partner_id, self.supplier)

    def test_a_mail_forwarded_as_an_attachment_brings_its_list(self):
        inner = message_from_bytes(
            self.raw(("a.csv", b"Code;Nom")), policy=policy.default
        )
        outer = EmailMessage()
        for name, value in (("From", self.buyer.email), ("To", inner["To"])):
            outer[name] = value
        outer["Message-Id"] = "<forwarded@fourmiliere.example>"
        outer.set_content("Regarde")
        outer.add_attachment(inner)
        mail = self.deliver(outer.as_bytes())
        self.assertEqual(mail.import_ids.mapped("filename"), ["a.csv"])

    def test_a_text_list_keeps_its_letters(self):
        data = "Code;Désignation;Prix\r\n1;Crème brûlée;2,50\r\n".encode("cp1252")
        mail = EmailMessage()
        mail["From"], mail["To"] = self.supplier.email, "catalogues@fourmiliere.example"
        mail["Message-Id"] = "<letters@ponant.example>"
        mail.set_content("Bonjour")
        mail.add_attachment(data, maintype="text", subtype="csv", filename="prix.csv")
        self.assertEqual(self.deliver(mail.as_bytes()).import_ids._file_bytes(), data)

    def test_the_same_file_twice_is_told(self):
        file = ("tarif.xlsx", self.list_bytes())
        first = self.send(file)
        again = self.send(file, ("copie.xlsx", self.list_bytes()))
        self.assertEqual(len(first.import_ids), 1)
        self.assertFalse(again.import_ids)
        self.assertEqual(again.sentence.count("already"), 2)

    def test_a_list_dropped_by_hand_and_applied_is_known_too(self):
        record = self.read_list()
        self.line(record, "P3462").take = True
        record.action_apply()
        again = self.send(("tarif.xlsx", self.list_bytes()))
        self.assertFalse(again.import_ids)
        self.assertIn("11/21/2026", again.sentence)

    def test_no_list_attached_is_told(self):
        mail = self.send(("logo.png", b"\x89PNG"))
        self.assertFalse(mail.import_ids)
        self.assertIn("No price list is attached", mail.sentence)
        self.assertIn("without a price list", mail.activity_ids.summary)

    def test_an_empty_file_is_told(self):
        mail = self.send(("tarif.xlsx", b""))
        self.assertFalse(mail.import_ids)
        self.assertIn("the file is empty", mail.sentence)

    def test_programs_that_answer_make_nothing(self):
        lists = (("tarif.xlsx", self.list_bytes()),)
        for raw in (
            self.raw(*lists, Auto_Submitted="auto-replied"),
            self.raw(subject="Réponse automatique : Tarif"),
            self.raw(Auto_Submitted="auto-generated"),
            self.raw(*lists, sender="catalogues@fourmiliere.example"),
            self.raw(*lists, sender="MAILER-DAEMON@ponant.example"),
            self.raw(*lists, sender="postmaster@ponant.example"),
            self.raw(Precedence="bulk", subject="Newsletter"),
        ):
            self.assertFalse(self.deliver(raw))
        self.assertFalse(self.imports())

    def test_a_program_of_the_supplier_may_send_its_list(self):
        mail = self.send(("a.csv", b"x"), Auto_Submitted="auto-generated")
        self.assertTrue(mail.import_ids)

    def test_the_same_mail_twice_is_one(self):
        raw = self.raw(("a.csv", b"x"))
        self.assertTrue(self.deliver(raw))
        self.assertFalse(self.deliver(raw))

    def test_a_list_in_an_answer_is_taken_too(self):
        mail = self.send()
        message = mail.message_post(body="En Excel ?", message_type="comment")
        answer = self.raw(
            ("tarif.xlsx", self.list_bytes()), In_Reply_To=message.message_id
        )
        self.assertEqual(self.deliver(answer).import_ids.partner_id, self.supplier)


@tagged("post_install", "-at_install")
class TestBuyer(MailCase):
    def told(self):
        return self.send(("a.csv", b"x")).activity_ids

    def other_buyer(self, login="other", group="foodcoop_catalogue_list.group_manager"):
        return new_test_user(self.env, login, groups=group, lang="en_US")

    def test_the_suppliers_buyer(self):
        self.supplier.buyer_id = self.other_buyer()
        activity = self.told()
        self.assertEqual(activity.user_id, self.supplier.buyer_id)
        self.assertIn(self.supplier.name, activity.summary)
        self.assertIn("a.csv", activity.note)

    def test_a_files_name_is_text_to_the_buyer(self):
        activity = self.send(("<b>a<b>.csv", b"x")).activity_ids
        self.assertIn("&lt;b&gt;a", activity.note)

    def test_else_who_applied_the_last_list(self):
        record = self.read_list().with_user(self.other_buyer())
        self.line(record, "P3462").take = True
        record.action_apply()
        self.assertEqual(self.told().user_id, record.applied_by_id)

    def test_a_buyer_who_may_not_see_lists_is_passed_over(self):
        self.supplier.buyer_id = self.other_buyer(
            "clerk", "purchase.group_purchase_user"
        )
        group = self.env.ref("foodcoop_catalogue_list.group_manager")
        self.assertIn(self.told().user_id, group.all_user_ids)

    def test_else_a_buyer_rather_than_who_runs_the_server(self):
        self.assertFalse(self.told().user_id.has_group("base.group_system"))

    def test_nobody_to_tell_is_no_trouble(self):
        group = self.env.ref("foodcoop_catalogue_list.group_manager")
        group.user_ids = [Command.clear()]
        mail = self.send(("a.csv", b"x")).sudo()
        self.assertFalse(mail.activity_ids)
        self.assertTrue(mail.import_ids)
