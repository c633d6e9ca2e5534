# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_scan.lib.explanation import Reason
from odoo.addons.foodcoop_scan.lib.resolve import Outcome
from odoo.addons.foodcoop_scan.lib.topic import Topic
from odoo.tests import TransactionCase, tagged

SILENT = {  # what decide() says instead of these
    Reason.OK,
    Reason.OUR_OWN,
    Reason.MEASURED,
    Reason.NO_MEASURE,
    Reason.AMBIGUOUS_UPCE,
}


@tagged("post_install", "-at_install")
class TestSentences(TransactionCase):
    """The same words for the server's answers and for terminals that make theirs."""

    def test_a_terminal_gets_a_sentence_for_whatever_it_can_find(self):
        told = self.env["product.product"]._scan_sentences()
        wanted = {*Reason, *Outcome, *Topic} - SILENT
        self.assertEqual(wanted - told.keys(), set())
        self.assertTrue(told["nameless"])

    def test_a_coupon_says_its_worth_as_people_here_write_it(self):
        for lang, worth in (("en_US", "15.00 EUR"), ("fr_FR", "15,00 EUR")):
            self.env["res.lang"]._activate_lang(lang)
            products = self.env["product.product"].with_context(lang=lang)
            self.assertIn(worth, products.resolve_scan("9811234021508")["sentence"])
