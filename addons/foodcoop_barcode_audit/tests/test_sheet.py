# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import io

from openpyxl import Workbook

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import AuditCase

PEN, JAM = "4006381333931", "3017620422003"
OURS = "2098700000428"


@tagged("post_install", "-at_install")
class TestSheet(AuditCase):
    """Codes that stand in a sheet or were pasted, beside those in Odoo."""

    def setUp(self):
        super().setUp()
        self.pen = self.product("Pen", PEN, default_code="P1")
        self.tea = self.product("Tea", default_code="T1")

    def workbook(self, *rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        out = io.BytesIO()
        book.save(out)
        return base64.b64encode(out.getvalue())

    def test_pasted_codes_are_judged_without_those_of_odoo(self):
        audit = self.audit(origin="text", text=f"{PEN}\n{JAM}\nabc 1\n")
        self.assertEqual(len(audit.line_ids), 3)
        self.assertEqual(self.line(audit, PEN).product_id, self.pen)
        self.assertIn("Pen", self.line(audit, PEN).name)
        self.assertEqual(self.line(audit, JAM).name, "row 2")

    def test_a_sheet_names_the_product_that_gets_the_code(self):
        file = self.workbook(["Référence", "EAN"], ["T1", int(OURS)])
        audit = self.audit(origin="file", file=file, filename="codes.xlsx")
        line = self.line(audit, OURS)
        self.assertEqual((line.product_id, line.fix), (self.tea, "give"))
        self.assertEqual(line.name, "Tea")
        self.assertIn("put this one on it", line.sentence)
        line.action_fix()
        self.assertEqual(self.tea.barcode, OURS)
        self.assertEqual(self.line(audit, OURS)[-1].state, "ready")

    def test_two_goods_pasted_with_one_code_wait_for_a_person(self):
        audit = self.audit(origin="text", text=f"{JAM}\tJam\n{JAM}\tHoney")
        self.assertEqual(audit.line_ids.mapped("verdict"), ["duplicate"] * 2)
        self.assertFalse(audit.ready_count)

    def test_a_sheet_that_says_otherwise_than_odoo_waits_for_a_person(self):
        file = self.workbook(["Référence", "EAN"], ["P1", JAM])
        audit = self.audit(origin="file", file=file, filename="codes.xlsx")
        line = self.line(audit, JAM)
        self.assertEqual(line.state, "decide")
        self.assertIn(PEN, line.sentence)

    def test_numbers_given_on_paper_are_entered_without_a_product(self):
        audit = self.audit(origin="text", text=f"{OURS}\tCandles")
        audit.action_take_over()
        row = self.ledger(OURS)
        self.assertEqual((row.state, row.range_id), ("imported", self.range))
        self.assertIn("Candles", row.reason)

    def test_a_bad_sheet_gets_a_sentence_and_leaves_nothing(self):
        for file, name, words in (
            (base64.b64encode(b"nonsense"), "x.xlsx", "damaged"),
            (base64.b64encode(b"%PDF"), "x.pdf", ".xlsx or .csv"),
            (base64.b64encode(b"a;b\nc;d\n"), "x.csv", "No column of codes"),
            (self.workbook(["EAN"], [PEN], ["=A2"]), "x.xlsx", "Cell A3"),
        ):
            audit = self.env["foodcoop.barcode.audit"].with_user(self.office)
            audit = audit.create({"origin": "file", "file": file, "filename": name})
            with self.assertRaisesRegex(UserError, words):
                audit.action_look()
            self.assertFalse(audit.line_ids)
            self.assertEqual(audit.state, "draft")

    def test_a_nul_in_a_list_is_dropped(self):
        head = b"EAN;Nom\n" + 100 * b"3017620422003;Jam\n"
        file = base64.b64encode(head + b"4006381333931\0;Pe\0n\n")
        audit = self.audit(origin="file", file=file, filename="codes.csv")
        self.assertEqual(self.line(audit, PEN).name, "Pen")

    def test_an_empty_paste_is_told(self):
        with self.assertRaisesRegex(UserError, "nothing in it"):
            self.audit(origin="text", text="  \n")
