# SPDX-License-Identifier: AGPL-3.0-or-later
import io

import openpyxl

from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.tools import mute_logger


class TestReport(ReviewCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.buyer = mail_new_test_user(
            cls.env,
            login="buyer_test",
            groups="purchase.group_purchase_user",
            lang="fr_FR",
        )
        cls.order.user_id = cls.buyer

    def mails(self, reception):
        domain = [("model", "=", reception._name), ("res_id", "=", reception.id)]
        return self.env["mail.mail"].search(domain)

    def rows(self, reception):
        """{first cell: the row} of the workbook."""
        content, _name = reception._report_for_reviewer()
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        return {row[0]: row for row in sheet.iter_rows(values_only=True)}

    def test_the_workbook_says_what_differs_the_most_money_first(self):
        damaged = self.scan(self.rice, 1, kind="refuse", reason="damaged", note="=A1")
        reception = self.closed(damaged, oil=10, rice=4, carrots=7.5)
        rows = self.rows(reception)
        self.assertNotIn("Carottes", rows)
        oil, rice = rows["Huile d'olive"], rows["Riz complet"]
        self.assertEqual(oil[4:10], (12, 10, None, 10, -2, -10))
        self.assertEqual(rice[4:10], (4, 4, 1, 3, -1, -3))
        self.assertEqual(rice[10:12], ("Damaged", "=A1"))
        names = list(rows)
        self.assertLess(names.index("Huile d'olive"), names.index("Riz complet"))
        self.assertEqual(rows["Total"][9], -13)

    def test_the_supplier_s_own_code_stands_beside_the_name(self):
        seller = {"partner_id": self.supplier.id, "product_code": "H-75"}
        self.oil.seller_ids = [(5,), (0, 0, seller)]
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.assertEqual(self.rows(reception)["Huile d'olive"][1], "H-75")

    def test_the_buyer_gets_it_in_their_language_when_the_count_is_closed(self):
        damaged = self.scan(self.rice, 1, kind="refuse", reason="damaged")
        reception = self.closed(damaged, oil=10, rice=4, carrots=7.5)
        mail = self.mails(reception)
        self.assertEqual(mail.recipient_ids, self.buyer.partner_id)
        self.assertNotIn(self.supplier, mail.mail_message_id.partner_ids)
        self.assertIn("ce qui diffère", mail.subject)
        self.assertIn("Abîmé", mail.body_html)
        content = mail.attachment_ids.raw
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        titles = [cell.value for row in sheet.iter_rows() for cell in row]
        self.assertIn("Code du fournisseur", titles)

    def test_without_who_ordered_the_supplier_s_buyer_gets_it(self):
        self.order.user_id = False
        self.supplier.buyer_id = self.buyer
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.assertEqual(self.mails(reception).recipient_ids, self.buyer.partner_id)

    def test_nothing_to_say_mails_nobody(self):
        reception = self.closed(oil=12, rice=4, carrots=7.5)
        self.assertFalse(self.mails(reception))

    def test_a_remark_is_something_to_say(self):
        note = self.scan(None, 0, kind="note", note="palette cassée")
        reception = self.closed(note, oil=12, rice=4, carrots=7.5)
        self.assertTrue(self.mails(reception))
        self.assertIn("palette cassée", self.rows(reception))

    def test_the_mail_says_what_was_told_of_a_line(self):
        opened = self.scan(self.rice, 0, kind="note", note="carton ouvert")
        dearer = self.scan(self.oil, 0, kind="price", price=37)
        reception = self.closed(opened, dearer, oil=12, rice=4, carrots=7.5)
        body = self.mails(reception).body_html
        self.assertIn("carton ouvert", body)
        self.assertIn("37,00", body)

    def test_a_shop_that_wants_no_mails_gets_none(self):
        self.env.company.reception_report_mail = False
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.assertFalse(self.mails(reception))

    @mute_logger("odoo.addons.foodcoop_reception_report.models.reception")
    @mute_logger("odoo.addons.mail.models.mail_render_mixin")
    def test_a_mail_that_fails_does_not_keep_a_delivery_open(self):
        template = self.env.ref("foodcoop_reception_report.mail_report")
        template = template.with_context(lang=self.buyer.lang)
        template.body_html = "<p t-out='object.no_such_field'/>"
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        self.assertEqual(reception.state, "closed")
        self.assertEqual(self.on_hand(self.oil), 10)
        self.assertFalse(self.mails(reception))

    def test_more_lines_ask_the_database_no_more(self):
        reception = self.closed(oil=10, rice=3, carrots=7)
        self.env.invalidate_all()
        with self.assertQueryCount(45):
            reception._report_for_reviewer()

    def test_a_supplier_is_measured_by_what_came_as_ordered(self):
        self.closed(oil=10, rice=3, carrots=7.5)
        lines = self.env["foodcoop.reception.line"].with_user(self.coordinator)
        [score] = lines._read_group(
            [("partner_id", "=", self.supplier.id)],
            ["partner_id"],
            ["right_share:avg", "missing_money:sum"],
        )
        self.assertAlmostEqual(score[1], 33.33, 2)
        self.assertEqual(score[2], 13)
