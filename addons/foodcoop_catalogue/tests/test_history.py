# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list that was applied weighs on those that come after it."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import CatalogueCase


@tagged("post_install", "-at_install")
class TestHistory(CatalogueCase):
    def test_the_memory_names_the_last_list_that_was_applied(self):
        record = self.read_list()
        memory = record.format_id
        self.assertFalse(memory.last_import_id)
        record.action_apply()
        memory.invalidate_recordset()
        self.assertEqual(memory.last_import_id, record)

    def test_an_older_list_than_the_last_is_asked_about(self):
        last = self.read_list()
        last._turn(list_date=date(2026, 11, 1))
        last.action_apply()
        record = self.asked(P3460=1.4)
        record._turn(list_date=date(2026, 10, 1))
        self.assertEqual(self.question(record), "older")
        record.answer("older", "", "yes")
        self.assertNotEqual(self.question(record), "older")

    def test_the_same_file_is_refused_whoever_it_is_said_to_come_from(self):
        self.read_list().action_apply()
        record = self.new_import()
        record.partner_id = self.env["res.partner"].create({"name": "Other"})
        with self.assertRaisesRegex(UserError, "already imported on"):
            record.action_read()

    def test_an_applied_list_takes_no_answer(self):
        record = self.read_list()
        record.action_apply()
        with self.assertRaisesRegex(UserError, "cannot be changed now"):
            record.answer("scope", "", "full")
