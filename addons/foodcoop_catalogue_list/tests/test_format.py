# SPDX-License-Identifier: AGPL-3.0-or-later
"""The memory of a supplier's lists, and the text that another shop takes over."""

import base64

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import ListCase


@tagged("post_install", "-at_install")
class TestFormat(ListCase):
    def test_saying_yes_makes_the_memory(self):
        record = self.read_list()
        memory = record.format_id
        self.assertEqual(memory.partner_id, self.supplier)
        self.assertEqual(memory.alarm_percent, 20)
        self.assertEqual(memory.scope, "full")
        self.assertFalse(memory.last_import_id)

    def test_another_shop_takes_the_text_over(self):
        memory = self.read_list().format_id
        memory.sender_words = "criée du ponant, patron@ponant.example"
        text = base64.b64decode(memory.mapping_file).decode()
        self.assertIn("criée du ponant", text)
        self.assertNotIn("patron@", text)
        other = self.env["foodcoop.catalogue.format"].create(
            {"partner_id": self.env["res.partner"].create({"name": "Autre"}).id}
        )
        other.mapping_file = base64.b64encode(text.encode())
        self.assertEqual(other._mapping(shared=True).columns, memory._mapping().columns)

    def test_the_shared_text_holds_no_row_and_so_no_price(self):
        record = self.read_list()
        sheet = record.repair_page()["sheet"]
        record.repair_page({"what": "row", "sheet": sheet, "row": 6, "keep": False})
        self.assertTrue(record._mapping().ignored)
        record.action_yes()
        text = base64.b64decode(record.format_id.mapping_file).decode()
        self.assertNotIn("9.4", text)

    def test_a_text_that_is_no_mapping_gets_a_sentence(self):
        memory = self.read_list().format_id
        before = memory.mapping_text
        for data in (b"hello", b"{}", b"\xff\xfe", b"[1]"):
            with (
                self.assertRaisesRegex(ValidationError, "does not describe"),
                self.env.cr.savepoint(),
            ):
                memory.mapping_file = base64.b64encode(data)
            memory.invalidate_recordset()
            self.assertEqual(memory.mapping_text, before)
