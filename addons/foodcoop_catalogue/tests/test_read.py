# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
from collections import Counter

from odoo.addons.foodcoop_catalogue_list.tests import lookalike
from odoo.tests import tagged

from .common import CatalogueCase


@tagged("post_install", "-at_install")
class TestRead(CatalogueCase):
    def test_reading_shows_every_row_and_writes_no_price(self):
        before = self.env["product.supplierinfo"].search_count([])
        record = self.read_list()
        self.assertEqual(record.state, "read")
        kinds = Counter(record.line_ids.mapped("kind"))
        products = sum(kinds.values()) - kinds["problem"] - kinds["ignored"]
        self.assertEqual(products, lookalike.PRODUCTS)
        self.assertEqual(kinds["problem"], lookalike.PROBLEMS)
        self.assertEqual(self.env["product.supplierinfo"].search_count([]), before)

    def test_a_known_price_is_compared_for_one_unit(self):
        record = self.read_list()
        tarama = self.line(record, "P3460")
        self.assertEqual(tarama.kind, "changed")
        self.assertAlmostEqual(tarama.old_price, 1.17)
        self.assertAlmostEqual(tarama.price, 1.25)
        self.assertAlmostEqual(tarama.percent, 6.8)
        self.assertAlmostEqual(tarama.pack_price, 7.5)
        self.assertTrue(tarama.take)
        self.assertEqual(self.line(record, "4802").kind, "same")

    def test_a_price_that_moved_too_far_is_not_ticked(self):
        tarama = self.line(self.read_list(P3460=12.5), "P3460")
        self.assertFalse(tarama.take)
        self.assertTrue(tarama.alarmed)
        self.assertIn("lost comma", tarama.sentence)

    def test_new_rows_are_not_ticked_and_say_what_they_cost(self):
        line = self.line(self.read_list(), "6124")
        self.assertEqual((line.kind, line.take), ("new", False))
        self.assertIn("for a case of 24", line.sentence)

    def test_the_same_code_with_two_packs_is_a_contradiction(self):
        lines = self.line(self.read_list(), lookalike.TWICE)
        self.assertEqual(lines.mapped("kind"), ["conflict", "conflict"])

    def test_a_line_without_code_is_found_by_the_barcode(self):
        rows = [("Nom", "Code", "EAN", "Prix", "Unité")]
        rows.append(("Soupe de roche", "77", "3380380062070", 4.0, "U"))
        soup = self.product("Soupe", "piece", barcode="3380380062070")
        price = self.price(soup, False, 3.9)
        record = self.understand(self.new_import(data=self.workbook(rows)))
        line = self.line(record, "77")
        self.assertEqual((line.kind, line.seller_id), ("changed", price))

    def test_what_is_not_on_the_list_is_only_said(self):
        other = self.price(self.product("Ormeaux", "piece"), "9999", 3.0)
        record = self.read_list()
        line = self.line(record, "9999")
        self.assertEqual((line.kind, line.take), ("gone", False))
        self.assertFalse(other.date_end)

    def test_a_closed_price_is_not_compared(self):
        self.tarama_price.date_end = "2026-06-30"
        self.assertEqual(self.line(self.read_list(), "P3460").kind, "new")

    def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(self):
        for data, filename in ((b"PK\x03\x04", "criee.xlsx"), (b"%PDF-1.4", "a.pdf")):
            record = self.new_import(data=data, filename=filename)
            record.action_read()
            record.action_read_now()
            self.assertEqual((record.state, len(record.line_ids)), ("draft", 0))
            self.assertTrue(record.error_text.endswith("."), record.error_text)
            french = record.with_context(lang="fr_FR").error_text
            self.assertNotEqual(french, record.error_text)

    def test_a_row_that_cannot_be_used_names_each_bad_cell(self):
        rows = [("Nom", "Code", "Prix HT", "Unité", "TVA")]
        rows += [(f"Soupe {n}", f"A{n}", 4.0, "U", "5.5") for n in range(4)]
        rows.append(("Savon", "B1", -4.0, "U", "zz9"))
        record = self.understand(self.new_import(data=self.workbook(rows)))
        (bad,) = record.line_ids.filtered(lambda line: line.kind == "problem")
        self.assertEqual(
            bad.sentence,
            "Sheet, row 6, column C: The price is below zero: ask the supplier for it. "
            "Sheet, row 6, column E: The VAT is not understood: say what it means, "
            "or ask the supplier.",
        )

    def test_reading_again_replaces_the_rows(self):
        record = self.read_list()
        count = record.line_count
        # sudo: what was read keeps its file, whatever a buyer tries
        record.sudo().file = base64.b64encode(self.list_bytes({"P3460": 1.3}))
        self.understand(record)
        self.assertEqual(record.line_count, count)
        self.assertAlmostEqual(self.line(record, "P3460").price, 1.3)

    def test_sentences_are_french_for_a_french_buyer(self):
        line = self.line(self.read_list(), "P3460").with_context(lang="fr_FR")
        self.assertIn("colis de 6", line.sentence)

    def test_a_french_buyer_reads_a_decimal_comma(self):
        salmon = self.line(self.read_list(), "4802")
        salmon.pack = 2.5
        french = salmon.with_context(lang="fr_FR")
        self.assertIn("colis de 2,5 kg", french.sentence)
        self.assertIn("case of 2.5 kg", salmon.sentence)
