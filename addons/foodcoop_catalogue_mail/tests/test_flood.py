# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_catalogue_mail.lib import inbox
from odoo.tests import tagged

from .common import SUPPLIER_MAIL, MailCase


@tagged("post_install", "-at_install")
class TestFlood(MailCase):
    """Limits of a day: one mail says so, and no list comes of what follows."""

    def flood(self, number, **told):
        """As many mails with a list each; those that were kept."""
        kept = [
            self.send((f"{n}.csv", f"{told}{n}".encode()), **told)
            for n in range(number)
        ]
        return self.env["foodcoop.catalogue.mail"].union(*filter(None, kept))

    def bounces(self):
        return self.env["mail.mail"].search([("email_to", "=", SUPPLIER_MAIL)])

    def strangers(self):
        for number in range(inbox.MAX_STRANGERS_A_DAY):
            self.send(sender=f"{number}@evil.example")

    def test_a_supplier_who_floods(self):
        kept = self.flood(inbox.MAX_MAILS_A_DAY + 5)
        last = kept.sorted("id")[-1]
        self.assertEqual(len(kept), inbox.MAX_MAILS_A_DAY + 1)
        self.assertEqual(len(self.imports()), inbox.MAX_MAILS_A_DAY)
        self.assertEqual((last.brake, last.refused), ("address", 4))
        self.assertIn("Too many mails", last.activity_ids.summary)
        self.assertIn("Turned away so far: 4.", last.sentence)
        self.assertEqual(len(self.bounces()), 1)

    def test_what_was_kept_is_read_when_a_person_says_so(self):
        last = self.flood(inbox.MAX_MAILS_A_DAY + 1).sorted("id")[-1]
        self.assertTrue(last.waiting)
        context = last.action_name_supplier()["context"]
        self.assertEqual(context["default_partner_id"], self.supplier.id)
        wizards = self.env["foodcoop.catalogue.mail.supplier"].with_user(self.buyer)
        wizards.create(
            {"mail_id": last.id, "partner_id": self.supplier.id}
        ).action_confirm()
        self.assertEqual(last.import_ids.state, "reading")

    def test_lists_count_however_they_come(self):
        full = inbox.MAX_LISTS
        for mail in range(inbox.MAX_LISTS_A_DAY // full):
            self.send(*((f"{n}.csv", b"%d %d" % (mail, n)) for n in range(full)))
        mail = self.send(("one.csv", b"more"))
        self.assertEqual((mail.brake, mail.import_ids.ids), ("address", []))
        self.assertEqual(len(self.imports()), inbox.MAX_LISTS_A_DAY)

    def test_another_supplier_is_not_stopped(self):
        self.flood(inbox.MAX_MAILS_A_DAY + 2)
        other = self.env["res.partner"].create({"name": "Z", "email": "z@z.example"})
        self.price(self.tarama, "Z1", 2.0, partner_id=other.id)
        self.assertTrue(self.send(("a.csv", b"a"), sender=other.email).import_ids)

    def test_a_new_address_for_each_mail_is_stopped(self):
        self.strangers()
        last = self.send(("a.csv", b"a"), sender="last@evil.example")
        self.assertEqual((last.brake, len(last.activity_ids)), ("strangers", 1))
        self.assertFalse(self.send(("b.csv", b"b"), sender="more@evil.example"))
        self.assertEqual(last.refused, 1)
        self.assertFalse(self.env["mail.mail"].search([("email_to", "ilike", "evil")]))

    def test_known_senders_pass_a_flood_of_strangers(self):
        self.strangers()
        self.send(sender="last@evil.example")
        self.assertTrue(self.send(("a.csv", b"a")).import_ids)
        self.assertTrue(self.send(("b.csv", b"b"), sender=self.buyer.email).import_ids)

    def test_words_in_a_talk_pass(self):
        last = self.flood(inbox.MAX_MAILS_A_DAY + 1).sorted("id")[-1]
        asked = last.message_post(body="Que se passe-t-il ?", message_type="comment")
        self.deliver(self.raw(In_Reply_To=asked.message_id, subject="RE"))
        self.assertEqual(last.message_ids[0].email_from, SUPPLIER_MAIL)
        self.deliver(self.raw(("c.csv", b"c"), In_Reply_To=asked.message_id))
        self.assertEqual(last.refused, 1)

    def test_the_next_day_it_is_open_again(self):
        kept = self.flood(inbox.MAX_MAILS_A_DAY + 1)
        self.env.cr.execute(
            "UPDATE foodcoop_catalogue_mail"
            " SET create_date = create_date - interval '25 hours' WHERE id IN %s",
            [tuple(kept.ids)],
        )
        self.assertTrue(self.send(("a.csv", b"tomorrow")).import_ids)
