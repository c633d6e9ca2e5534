# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

OURS = ("waiting", "match", "typed", "typed.line")
COORDINATOR = "foodcoop_reception.group_coordinator"


class TestRights(ReviewCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stranger = cls.person("stranger", "base.group_portal")
        cls.plain = cls.person("plain", "base.group_user")
        cls.other = cls.env["res.company"].create({"name": "Another cooperative"})

    @classmethod
    def person(cls, login, groups, **values):
        return mail_new_test_user(
            cls.env, login=f"{login}_rights", groups=groups, **values
        )

    def outsiders(self):
        return self.stranger | self.plain | self.terminal

    def test_nobody_but_a_coordinator_gets_any_paper(self):
        _, later = self._order()
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        for user in self.outsiders():
            theirs = reception.with_user(user)
            waiting = self.env["foodcoop.reception.waiting"].with_user(user)
            for act in (
                theirs._report_for_reviewer,
                theirs.action_claim,
                lambda one=theirs: one._count_sheets(later.ids),
                waiting.browse(later.id).action_type_in,
            ):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    act()

    def test_nobody_but_who_may_reads_our_tables(self):
        for user in self.outsiders():
            for name in OURS:
                model = self.env[f"foodcoop.reception.{name}"].with_user(user)
                with self.subTest(f"{user.login} {name}"):
                    self.assertFalse(model.has_access("read"))

    def test_a_coordinator_reads_all_of_it_without_rights_on_stock_or_orders(self):
        self._order()
        for name in ("waiting", "match"):
            model = self.env[f"foodcoop.reception.{name}"].with_user(self.coordinator)
            found = model.search([("partner_id", "=", self.supplier.id)])
            self.assertTrue(found.read())

    def test_a_buyer_reads_the_match_and_no_other_paper(self):
        buyer = self.person("buyer", "purchase.group_purchase_user")
        match = self.env["foodcoop.reception.match"].with_user(buyer)
        [line] = match.browse(self.order.order_line[0].id)
        self.assertEqual(line.order_id, self.order.with_user(buyer))
        self.assertFalse(
            self.env["foodcoop.reception.waiting"].with_user(buyer).has_access("read")
        )

    def test_stock_users_print_sheets_of_deliveries_they_may_read(self):
        keeper = self.person("keeper", "stock.group_stock_user")
        receptions = self.env["foodcoop.reception"].with_user(keeper)
        self.assertTrue(receptions._count_sheets(self.picking.ids))

    def test_another_company_s_papers_are_unknown(self):
        _, later = self._order()
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        away = self.person(
            "away",
            f"{COORDINATOR},purchase.group_purchase_user",
            company_id=self.other.id,
            company_ids=[(6, 0, self.other.ids)],
        )
        ours = [("partner_id", "=", self.supplier.id)]
        for name in ("waiting", "match"):
            model = self.env[f"foodcoop.reception.{name}"].with_user(away)
            self.assertFalse(model.search(ours))
        theirs = reception.with_user(away)
        for act in (theirs._report_for_reviewer, theirs.action_claim):
            with self.assertRaises(AccessError):
                act()
        with self.assertRaisesRegex(Exception, "no longer waiting"):
            theirs._count_sheets(later.ids)

    def test_a_terminal_sees_no_mails_of_a_reception(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        posted = reception.message_post(body="à dire", subtype_xmlid="mail.mt_comment")
        self.assertTrue(posted.with_user(self.coordinator).has_access("read"))
        self.assertFalse(posted.with_user(self.terminal).has_access("read"))
        with self.assertRaises(AccessError):
            reception.with_user(self.terminal).message_post(body="moi")

    def test_a_paper_of_somebody_else_is_not_to_be_read(self):
        reception, _ = self.open_delivery()
        sheets = self.env["foodcoop.reception.typed"]
        sheet = sheets.with_user(self.coordinator)._open(
            reception.with_user(self.coordinator)
        )
        second = self.person("second", COORDINATOR)
        with self.assertRaises(AccessError):
            sheet.with_user(second).action_record()


@tagged("post_install", "-at_install")
class TestFiles(HttpCase, ReviewCase):
    def test_files_are_handed_to_a_coordinator_only(self):
        _, later = self._order()
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        base = "/foodcoop_reception_report"
        papers = {
            f"{base}/differences/{reception.id}": b"PK",
            f"{base}/count_sheets/{later.id}": b"%PDF",
        }
        mail_new_test_user(self.env, login="files_plain", groups="base.group_user")
        for address, begin in papers.items():
            self.authenticate("files_plain", "files_plain")
            self.assertEqual(self.url_open(address).status_code, 403)
            self.authenticate("coordinator_test", "coordinator_test")
            answer = self.url_open(address)
            self.assertEqual(answer.status_code, 200)
            self.assertTrue(answer.content.startswith(begin))

    def test_an_address_that_means_nothing_is_answered_with_a_sentence(self):
        self.authenticate("coordinator_test", "coordinator_test")
        for what in ("x", "0", "99999999999999999999", "1-2-3-"):
            answer = self.url_open(f"/foodcoop_reception_report/count_sheets/{what}")
            self.assertEqual(answer.status_code, 404)
        answer = self.url_open("/foodcoop_reception_report/differences/999999")
        self.assertIn(answer.status_code, (403, 404))
