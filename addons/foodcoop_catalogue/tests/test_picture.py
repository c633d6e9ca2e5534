# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list that is a picture: its letters are guessed, so a person confirms each row."""

import io
import unittest

from PIL import Image, ImageDraw, ImageFont

from odoo.addons.foodcoop_pdf.lib import ocr
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
        # sudo: only the reader writes what it read
        record.sudo().write({"document": wire.kept(document), "state": "check"})
        record._recognise(document)
        record._understand()
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

    @unittest.skipUnless(ocr.available(), "tesseract is not on this machine")
    def test_a_page_that_was_scanned_is_read_and_confirmed_row_by_row(self):
        record = self.new_import(self.scanned(), "scan.pdf")
        self.understand(record)
        self.assertIn("letters were guessed", " ".join(record.check["notices"]))
        self.assertEqual(len(record.line_ids), 12)
        self.assertFalse(self.ticked(record))
        line = self.line(record, "P3460")
        self.assertEqual((line.kind, line.price), ("changed", 1.25))
        self.assertIn("compare it with the picture", line.sentence)
        line.action_take()
        record.action_apply()
        case = self.valid_price(self.tarama)
        self.assertAlmostEqual(case.price, 7.50)  # the shop's own case of 6
        self.assertAlmostEqual(self.valid_price(self.salmon).price, 9.40)

    def scanned(self):
        """A sheet of paper under a scanner: twelve products, no text in the file."""
        page = Image.new("L", (1654, 2339), 255)  # A4, 200 dots an inch
        pen, font = ImageDraw.Draw(page), ImageFont.load_default(34)
        rows = [("Code", "Nom", "Colisage", "Prix HT", "Unité")]
        rows += [("P3460", "Tarama de la maison", "", "1,25", "pièce")]
        rows += [("4802", "Saumon entier", "", "9,90", "kg")]
        rows += [
            (f"P{n}", "Tarama aux algues", "", f"{n},40", "kg") for n in range(10, 20)
        ]
        for number, row in enumerate(rows):
            for left, text in zip((120, 400, 900, 1150, 1400), row, strict=True):
                pen.text((left, 200 + 60 * number), text, 0, font)
        stream = io.BytesIO()
        page.save(stream, "PDF", resolution=200)
        return stream.getvalue()
