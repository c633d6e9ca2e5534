# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestLedger(BarcodeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.honey = cls.product("Miel de châtaignier 500 g")
        cls.honey.with_user(cls.manager).action_allocate_barcode()
        cls.row = cls.env["foodcoop.barcode.code"].search(
            [("product_id", "=", cls.honey.id)]
        )

    def again(self, **values):
        row = self.row.copy_data()[0] | {"code": "x", "gtin14": "x"} | values
        with mute_logger("odoo.sql_db"), self.cr.savepoint():
            self.env["foodcoop.barcode.code"].create(row)

    def test_the_database_refuses_a_second_row_with_the_same_code(self):
        with self.assertRaises(IntegrityError):
            self.again(code=self.row.code)

    def test_the_database_refuses_a_second_row_with_the_same_gtin14(self):
        with self.assertRaises(IntegrityError):
            self.again(gtin14=self.row.gtin14)

    def test_a_row_is_never_deleted_not_even_by_the_administrator(self):
        with self.assertRaisesRegex(UserError, "never deleted"):
            self.row.unlink()

    def test_the_facts_of_a_row_never_change(self):
        with self.assertRaisesRegex(UserError, "stays as it is"):
            self.row.code = "2098700000099"

    def test_a_turn_is_kept_with_its_reason(self):
        self.row._turn("retired", "Not scanned for a year")
        self.row._turn("issued", "Back on the shelf", self.product("Miel de fleurs"))
        self.assertEqual(
            (self.row.state, self.row.reason), ("issued", "Back on the shelf")
        )
        turns = [
            (turn.kind, turn.reason, turn.product_name) for turn in self.row.event_ids
        ]
        self.assertEqual(
            turns,
            [
                ("issued", "Back on the shelf", "Miel de fleurs"),
                ("retired", "Not scanned for a year", "Miel de châtaignier 500 g"),
            ],
        )

    def test_what_happened_is_neither_changed_nor_deleted(self):
        self.row._turn("retired", "Not scanned for a year")
        with self.assertRaisesRegex(UserError, "stays as it was"):
            self.row.event_ids.reason = "Never"
        with self.assertRaisesRegex(UserError, "never deleted"):
            self.row.event_ids.unlink()

    def test_the_row_of_a_deleted_product_keeps_its_name(self):
        self.honey.unlink()
        self.row.invalidate_recordset()
        self.assertFalse(self.row.product_id)
        self.assertEqual(self.row.product_name, "Miel de châtaignier 500 g")

    def test_a_range_with_numbers_on_goods_cannot_be_deleted(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.cr.savepoint(),
        ):
            self.range.unlink()
