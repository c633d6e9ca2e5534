# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sheet with its columns to click; what is understood apart, and its limits."""

from unittest.mock import patch

from odoo.addons.foodcoop_desk.lib import understand
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ListCase


@tagged("post_install", "-at_install")
class TestBounds(ListCase):
    """Who answers or repairs waits for a process apart, and never without end."""

    def change(self, record):
        page = record.repair_page()
        return {**page["columns"][0], "what": "column", "sheet": page["sheet"]}

    def test_an_answer_that_takes_too_long_is_a_sentence_and_is_not_kept(self):
        record = self.asked()
        change = self.change(record)
        before = record.mapping_text
        for way in (
            lambda: record.answer("net", "", "net"),
            lambda: record.repair_page(change),
            record.repair_page,
        ):
            with (
                patch.object(understand, "SECONDS", 0),
                self.assertRaisesRegex(UserError, "more time or memory"),
                self.cr.savepoint(),
            ):
                way()
        self.assertEqual((record.mapping_text, record.state), (before, "check"))

    def test_a_list_that_takes_too_long_to_understand_is_refused_at_once(self):
        record = self.new_import()
        record.action_read()
        with patch.object(understand, "SECONDS", 0):
            record.action_read_now()
        self.assertEqual((record.state, record.error_reason), ("draft", "too_long"))

    def test_a_fault_of_ours_is_a_sentence(self):
        record = self.asked()
        logger = "odoo.addons.foodcoop_catalogue_list.models.catalogue_import"
        with (
            patch.object(understand, "_HERE", ("foodcoop_desk", "nothing")),
            self.assertRaisesRegex(UserError, "nothing was changed"),
            mute_logger(logger),
        ):
            record.answer("net", "", "net")


@tagged("post_install", "-at_install")
class TestRepair(ListCase):
    def setUp(self):
        super().setUp()
        rows = [("Nom", "Code", "Prix", "Unité", "Autre")]
        rows += [(f"Soupe {n}", f"A{n}", n + 0.5, "U", n * 2) for n in range(1, 5)]
        self.record = self.new_import(data=self.workbook(rows))
        self.record.action_read()
        self.record.action_read_now()
        self.sheet = self.record.repair_page()["sheet"]

    def roles(self, page):
        return [column["role"] for column in page["columns"]]

    def test_the_sheet_is_shown_with_what_each_column_is(self):
        page = self.record.repair_page()
        self.assertEqual(self.roles(page)[:4], ["name", "code", "price", "unit"])
        self.assertEqual(page["rows"][0]["kind"], "header")
        self.assertEqual(page["rows"][1]["cells"][:2], ["Soupe 1", "A1"])

    def test_a_column_said_to_be_the_price_changes_the_sentences(self):
        column = self.record.repair_page()["columns"][4]
        change = {**column, "what": "column", "sheet": self.sheet, "role": "price"}
        page = self.record.repair_page(change)
        self.assertEqual(self.roles(page)[4], "price")
        self.assertIn("2", page["check"]["sentences"][0])
        self.assertNotIn("1.50", page["check"]["sentences"][0])

    def test_a_row_left_out_is_listed_and_taken_in_again(self):
        row = {"what": "row", "sheet": self.sheet, "row": 3}
        change = {**row, "keep": False}
        page = self.record.repair_page(change)
        self.assertEqual(page["rows"][2]["kind"], "ignored")
        self.assertEqual([left["row"] for left in page["left_out"]], [3])
        page = self.record.repair_page({**change, "keep": True})
        self.assertEqual(page["rows"][2]["kind"], "product")

    def test_what_was_repaired_is_remembered_for_the_next_list(self):
        for code, value in (("basis", "kg"), ("net", "gross")):
            self.record.repair_page({"what": "answer", "code": code, "value": value})
        self.record.answer("scope", "", "full")
        self.record.action_yes()
        self.assertEqual(self.record.format_id._mapping().basis, "kg")

    def test_a_sheet_that_is_not_there_is_refused(self):
        for what in ("column", "row", "other"):
            with self.assertRaises(UserError):
                self.record.repair_page({"what": what, "sheet": "None", "row": 1})
