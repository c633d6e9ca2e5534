# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from PIL import ImageOps

from odoo.exceptions import ValidationError
from odoo.tests import Form, tagged

from ..lib import proof
from ..lib.paper import PAPERS
from .common import LabelCase


@tagged("post_install", "-at_install")
class TestPrinter(LabelCase):
    def measured(self, left=20, top=20, width=170, height=250):
        self.printer.write(
            {
                "found_left": left,
                "found_top": top,
                "found_width": width,
                "found_height": height,
            }
        )
        return self.printer._calibration()

    def left_edge(self, wizard):
        """Where ink begins on the first page, in dots."""
        page = proof.first_page(base64.b64decode(wizard.file), 300)
        return ImageOps.invert(page).getbbox()[0]

    def test_what_was_measured_moves_the_labels(self):
        found = self.measured(left=21.5)
        self.assertEqual((found.offset_x, found.scale_x), (1.5, 1.0))
        honey = self.product()
        moved = self.left_edge(self.print_(honey))
        self.measured()
        plain = self.left_edge(self.print_(honey))
        self.assertAlmostEqual((plain - moved) * 25.4 / 300, 1.5, delta=0.1)

    def test_a_printer_far_out_is_refused_with_what_to_do(self):
        with self.assertRaisesRegex(ValidationError, "actual size"):
            self.measured(width=150)
        with self.assertRaisesRegex(ValidationError, "paper lies straight"):
            self.measured(left=27)
        with self.assertRaisesRegex(ValidationError, "Measure all four"):
            self.measured(width=0)

    def test_another_paper_forgets_what_was_measured(self):
        self.measured(left=21)
        with Form(self.printer) as form:
            form.paper = "dymo-11354"
        self.assertEqual(self.printer.found_left, 0)

    def test_the_page_to_measure_comes_for_every_paper(self):
        for key in PAPERS:
            self.printer.paper = key
            self.printer.invalidate_recordset()
            page = base64.b64decode(self.printer.calibration_pdf)
            self.assertTrue(page.startswith(b"%PDF"), key)
        self.assertIn("calibration", self.printer.action_calibration_page()["url"])
