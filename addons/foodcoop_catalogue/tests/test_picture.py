# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list that is a picture: its letters are guessed, so a person confirms each row."""

import base64
import gzip

from odoo.addons.foodcoop_sheet.lib import wire
from odoo.addons.foodcoop_sheet.lib.table import OCR, Document, Sheet
from odoo.tests import tagged

from .common import CatalogueCase

ROWS = (
    ("Produit", "Code", "Colisage", "Tarif HT", "Unité"),
    ("Tarama doré", "P3460", "6 x 90g", 1.2, "U"),
    ("Saumon entier", "4802", "", 9.9, "kg"),
    ("Tarama de la maison", "P99", "6 x 90g", 1.2, "U"),
)


@tagged("post_install", "-at_install")
class TestPicture(CatalogueCase):
    def compared(self, *notes):
        """As if the file's reader had made this of it."""
        rows = tuple(tuple(cell or None for cell in row) for row in ROWS)
        document = Document("xlsx", (Sheet("1", rows),), notes=notes)
        record = self.new_import()
        kept = gzip.compress(wire.as_json(document).encode())
        # sudo: only the reader writes what it read
        record.sudo().write({"document": base64.b64encode(kept), "state": "check"})
        record._recognise(document)
        record._understand(document)
        record.answer("scope", "", "full")
        record.action_yes()
        return record

    def ticked(self, record):
        return record.line_ids.filtered("take").mapped("code")

    def test_no_row_is_ticked_by_itself(self):
        self.assertEqual({*self.ticked(self.compared())}, {"P3460", "4802"})
        record = self.compared(OCR)
        self.assertEqual(self.line(record, "P3460").kind, "changed")
        self.assertFalse(self.ticked(record))

    def test_each_row_says_that_it_was_read_from_a_picture(self):
        line = self.line(self.compared(OCR), "P3460")
        self.assertIn("compare it with the picture", line.sentence)
        self.assertNotIn("picture", self.line(self.compared(), "P3460").sentence)

    def test_an_answer_about_its_product_does_not_tick_it(self):
        for notes, ticked in (((), True), ((OCR,), False)):
            line = self.line(self.compared(*notes), "P99")
            line.choice_id = self.tarama
            with self.cr.savepoint() as savepoint:
                line.action_choose()
                self.assertEqual((line.kind, line.take), ("changed", ticked))
                savepoint.rollback()
            line.invalidate_recordset()

    def test_a_persons_tick_counts(self):
        record = self.compared(OCR)
        self.line(record, "4802").action_take()
        record.action_apply()
        self.assertAlmostEqual(self.valid_price(self.salmon).price, 9.9)
        self.assertAlmostEqual(self.valid_price(self.tarama).price, 7.02)
