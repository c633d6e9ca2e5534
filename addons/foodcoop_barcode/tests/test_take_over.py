# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestTakeOver(BarcodeCase):
    """Codes that were there before the register."""

    def take_over(self, *codes, state="imported", product=None):
        return self.env["foodcoop.barcode.code"]._take_over(
            [
                {
                    "code": code,
                    "gtin14": code.zfill(14),
                    "product_id": product and product.id,
                    "state": state,
                    "reason": "Reprise",
                }
                for code in codes
            ]
        )

    def test_a_code_in_use_keeps_its_product_and_its_place(self):
        honey = self.product("Miel", barcode=self.number(41))
        row = self.take_over(honey.barcode, product=honey)
        self.assertEqual(
            (row.state, row.item, row.range_id, row.product_id, row.product_name),
            ("imported", 41, self.range, honey, "Miel"),
        )

    def test_the_range_goes_on_after_the_highest(self):
        self.take_over(self.number(41), self.number(7))
        self.assertEqual(self.range.next_item, 42)
        jam = self.product("Confiture")
        self.allocate(jam)
        self.assertEqual(jam.barcode, self.number(42))

    def test_a_code_far_ahead_does_not_use_up_the_range_and_is_not_given(self):
        self.take_over(self.number(41), self.number(self.range.capacity))
        self.assertEqual(self.range.next_item, 42)
        self.stand_at(self.range.capacity - 1)
        jam, soap = self.product("Confiture"), self.product("Savon")
        self.allocate(jam)
        self.assertEqual(jam.barcode, self.number(self.range.capacity - 1))
        with self.assertRaisesRegex(UserError, "not enough"):
            self.allocate(soap)

    def test_the_range_goes_on_after_many_codes_with_gaps(self):
        self.take_over(*(self.number(90_000 * n) for n in range(1, 6)))
        self.assertEqual(self.range.next_item, 450_001)

    def test_the_range_never_goes_back(self):
        self.stand_at(100)
        self.take_over(self.number(41))
        self.assertEqual(self.range.next_item, 100)

    def test_a_gtin_is_somebody_elses_and_of_no_range(self):
        row = self.take_over("3017620422003", state="foreign")
        self.assertEqual((row.state, row.range_id.id), ("foreign", False))

    def test_a_foreign_number_in_our_range_does_not_move_it(self):
        self.take_over(self.number(41), state="foreign")
        self.assertEqual(self.range.next_item, 1)

    def test_a_foreign_number_in_our_range_is_never_given(self):
        self.take_over(self.number(1), state="foreign")
        jam = self.product("Confiture")
        self.allocate(jam)
        self.assertEqual(jam.barcode, self.number(2))

    def test_taking_over_twice_changes_nothing(self):
        self.assertEqual(len(self.take_over(self.number(3), self.number(3))), 1)
        self.assertFalse(self.take_over(self.number(3), state="foreign"))
        row = self.ledger([("code", "=", self.number(3))])
        self.assertEqual(row.state, "imported")

    def test_queries_do_not_grow_with_the_number_of_codes(self):
        counts = []
        for first, count in ((1000, 5), (2000, 5), (3000, 200)):
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.take_over(*(self.number(first + n) for n in range(count)))
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])
