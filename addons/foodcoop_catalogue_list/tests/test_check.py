# SPDX-License-Identifier: AGPL-3.0-or-later
""" "Is this right?": the supplier, the questions, the sentences, the memory."""

import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import ListCase
from .lookalike import SUPPLIER


@tagged("post_install", "-at_install")
class TestCheck(ListCase):
    def test_five_sentences_say_what_was_understood(self):
        record = self.asked()
        self.assertEqual(len(record.check["sentences"]), 5)
        told = " ".join(record.check["sentences"])
        self.assertIn("<strong>", told)
        self.assertIn("per kg", told)
        french = record.with_context(lang="fr_FR").check["sentences"]
        self.assertIn("coûte", " ".join(french))

    def test_another_company_s_supplier_is_no_answer(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        theirs = self.env["res.partner"].create(
            {"name": "Theirs", "company_id": elsewhere.id}
        )
        record = self.asked()
        with self.assertRaises(AccessError):
            record.answer("supplier", "", str(theirs.id))
        self.assertEqual(record.partner_id, self.supplier)

    def test_what_a_file_says_is_text_and_no_markup(self):
        rows = [("Nom", "Code", "Prix", "Unité")]
        rows += [(f"<script>alert({n})</script>", f"A{n}", 2.5, "U") for n in range(3)]
        record = self.new_import(data=self.workbook(rows))
        record.action_read()
        record.action_read_now()
        told = " ".join(record.check["sentences"])
        self.assertIn("&lt;script&gt;", told)
        self.assertNotIn("<script>", told)

    def formulas(self, *more):
        """A list whose prices a program wrote as formulas, and never worked out."""
        rows = [("Nom", "Code", "Prix HT", "Unité"), *more]
        rows += [(f"Soupe {n}", f"A{n}", "=2*2", "U") for n in range(3)]
        record = self.new_import(data=self.workbook(rows))
        record.action_read()
        record.action_read_now()
        return record

    def test_prices_that_were_never_worked_out_are_named_as_the_trouble(self):
        told = self.formulas().check["error"]
        self.assertIn("Sheet, row 2, column C: ", told)
        self.assertIn("formula without result", told)
        self.assertIn("Rows like this: 3", told)

    def test_rows_that_cannot_be_used_are_told_beside_those_that_can(self):
        check = self.formulas(("Savon", "B1", 3, "U")).check
        self.assertFalse(check["error"])
        self.assertIn("row 3, column C", " ".join(check["notices"]))

    def test_what_the_file_hides_is_shown_before_yes(self):
        rows = [("Nom", "Code", "Prix HT", "Unité")]
        rows += [(f"Soupe {n}", f"A{n}", 4, "U") for n in range(3)]

        def hide(sheet):
            sheet.row_dimensions[3].hidden = True
            sheet.column_dimensions["C"].hidden = True

        record = self.new_import(data=self.workbook(rows, hide))
        record.action_read()
        record.action_read_now()
        told = " ".join(record.check["notices"])
        self.assertIn(
            "Hidden rows, read all the same (1): row 3: Soupe 1 | A1 | 4", told
        )
        self.assertIn("Hidden columns, read all the same (1): C (Prix HT)", told)

    def test_a_column_that_nothing_is_taken_from_is_named_before_yes(self):
        rows = [("Nom", "Code", "Prix HT", "Unité", "Menge")]
        rows += [(f"Soupe {n}", f"A{n}", 4, "U", "x") for n in range(3)]
        record = self.new_import(data=self.workbook(rows))
        record.action_read()
        record.action_read_now()
        told = "Nothing is taken from these columns: E (Menge)."
        self.assertIn(told, record.check["notices"])

    def test_a_row_on_the_repair_screen_says_which_cell_is_wrong(self):
        row = self.formulas().repair_page()["rows"][1]
        self.assertIn("Column C: The cell holds an error", row["why"])

    def test_a_supplier_is_recognised_by_name(self):
        self.supplier.supplier_rank = 1
        rows = [(f"Tarif de {SUPPLIER}",), ("Nom", "Code", "Prix", "Unité")]
        rows.append(("Soupe", "77", 4.0, "U"))
        record = self.new_import(data=self.workbook(rows))
        record.partner_id = False
        record.action_read()
        record.action_read_now()
        self.assertEqual(record.partner_id, self.supplier)
        self.assertIn(SUPPLIER, record.check["notices"][0])

    def test_a_supplier_is_recognised_by_the_layout_of_the_last_list(self):
        self.read_list()
        self.supplier.name = "Renamed"
        record = self.new_import(P3460=1.3)
        record.partner_id = False
        record.action_read()
        record.action_read_now()
        self.assertEqual(record.partner_id, self.supplier)

    def test_an_unknown_supplier_is_asked_first(self):
        record = self.asked(partner_id=False, filename="liste.xlsx")
        self.assertEqual(self.question(record), "supplier")
        with self.assertRaisesRegex(UserError, "Whose list"):
            record.action_yes()
        record.answer("supplier", "", self.supplier.id)
        self.assertEqual(record.partner_id, self.supplier)

    def test_whether_it_is_all_is_asked_once(self):
        first = self.asked()
        first.answer("basis", first.check["question"]["about"], "piece")
        first.answer("net", "", "net")
        self.assertEqual(self.question(first), "scope")
        first.answer("scope", "", "partial")
        first.action_yes()
        self.assertEqual(first.format_id.scope, "partial")
        second = self.asked()
        self.assertIs(second.check["question"], False, "XML-RPC carries no None")
        self.assertEqual(second.scope, "partial")

    def test_what_nobody_knows_is_left_for_the_rows(self):
        record = self.asked()
        self.assertEqual(self.question(record), "basis")
        record.answer("basis", record.check["question"]["about"], "?")
        record.answer("net", "", "?")
        self.assertEqual(self.question(record), "scope")
        record.answer("scope", "", "full")
        record.action_yes()
        self.assertEqual(record.state, "read")
        self.assertFalse(record.format_id._mapping().basis)

    def test_a_vat_rate_that_is_none_is_refused(self):
        record = self.asked()
        with self.assertRaisesRegex(UserError, "percentage"):
            record.answer("vat", "L", "much")
        record.answer("vat", "L", "5.5")
        self.assertEqual(record._mapping().vat, {"L": "5.5"})

    def test_a_list_without_column_names_is_repaired_not_refused(self):
        record = self.new_import(data=self.workbook([("bonjour", "monde")]))
        record.action_read()
        record.action_read_now()
        self.assertEqual(record.state, "check")
        self.assertIn("Choose another file", record.check["error"])
        self.assertFalse(record.check["question"], "first there must be a list")
        with self.assertRaisesRegex(UserError, "another file"):
            record.action_yes()

    def test_a_file_that_is_no_list_makes_room_for_another(self):
        record = self.new_import(data=self.workbook([("bonjour", "monde")]))
        record.action_read()
        record.action_read_now()
        record.action_other_file()
        self.assertEqual((record.state, record.check), ("draft", False))
        record.file = base64.b64encode(self.list_bytes())
        record.action_read()
        record.action_read_now()
        self.assertFalse(record.check["error"])

    def test_another_currency_is_said_at_first_sight(self):
        record = self.asked()
        record._turn(understood={**record.understood, "currency": "CHF"})
        self.assertIn("CHF", " ".join(record.check["notices"]))
        self.assertEqual(record.currency_id.name, "CHF")
