# SPDX-License-Identifier: AGPL-3.0-or-later
import pypdfium2

from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.exceptions import UserError


class TestSheet(ReviewCase):
    def words(self, pickings, lang="fr_FR"):
        receptions = self.env["foodcoop.reception"].with_user(self.coordinator)
        content = receptions.with_context(lang=lang)._count_sheets(pickings.ids)
        document = pypdfium2.PdfDocument(content)
        return [page.get_textpage().get_text_range() for page in document]

    def test_a_sheet_lists_what_is_expected_in_words_of_packs(self):
        [page] = self.words(self.picking)
        for words in (
            "Feuille de comptage",
            "Biodivers'",
            self.order.name,
            "Huile d'olive",
            "2 × Case of 6 = 12",
            "7,5 kg",
            "page 1 sur 1",
        ):
            self.assertIn(words, page)

    def test_each_delivery_has_its_sheet_and_counted_together_they_share_one(self):
        _, later = self._order()
        self.assertEqual(len(self.words(self.picking | later)), 2)
        self.open_delivery(self.picking | later)
        [page] = self.words(self.picking)
        self.assertIn(later.origin, page)
        self.assertIn("4 × Case of 6 = 24", page)
        self.assertEqual(page.count("Riz complet"), 1)

    def test_a_delivery_that_was_received_has_no_sheet(self):
        self.closed(oil=12, rice=4, carrots=7.5)
        with self.assertRaisesRegex(UserError, "no longer waiting"):
            self.words(self.picking, lang="en_US")

    def test_more_deliveries_ask_the_database_no_more_for_each_row(self):
        receptions = self.env["foodcoop.reception"].with_user(self.coordinator)
        receptions._count_sheets(self.picking.ids)
        self.env.invalidate_all()
        with self.assertQueryCount(30):
            receptions._count_sheets(self.picking.ids)

    def test_the_print_menu_of_a_delivery_offers_it(self):
        offered = self.env["ir.actions.actions"].get_bindings("stock.picking")["report"]
        action = self.env.ref("foodcoop_reception_report.print_count_sheets")
        self.assertIn(action.id, [one["id"] for one in offered])
        asked = {"active_model": "stock.picking", "active_ids": self.picking.ids}
        answer = action.with_context(asked, active_id=self.picking.id).run()
        self.assertTrue(answer["url"].endswith(f"/{self.picking.id}"))

    def test_deliveries_that_wait_are_listed_until_they_are_closed(self):
        waiting = self.env["foodcoop.reception.waiting"].with_user(self.coordinator)
        mine = [("partner_id", "=", self.supplier.id)]
        [found] = waiting.search(mine)
        self.assertEqual((found.orders, found.line_count), (self.order.name, 3))
        self.assertIn(str(self.picking.id), found.action_print_sheet()["url"])
        self.closed(oil=12, rice=4, carrots=7.5)
        self.assertFalse(waiting.search(mine))
