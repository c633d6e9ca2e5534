# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestRange(BarcodeCase):
    def new(self, prefix, digits):
        return self.env["foodcoop.barcode.range"].create(
            {"name": "Nouvelle plage", "prefix": prefix, "item_digits": digits}
        )

    def test_the_shop_starts_with_a_range_of_numbers_under_20(self):
        shipped = self.env.ref("foodcoop_barcode.range_fixed")
        self.assertEqual((shipped.prefix, shipped.capacity), ("20000", 9_999_999))

    def test_used_and_free_add_up_to_the_capacity(self):
        self.allocate(self.products(3))
        self.assertEqual(self.range.used, 3)
        self.assertEqual(self.range.free, self.range.capacity - 3)

    def test_a_prefix_of_gs1_or_of_weight_labels_is_refused(self):
        for prefix in ("21000", "02000", "04900", "30176"):
            with self.assertRaisesRegex(ValidationError, "Start the prefix with 20"):
                self.new(prefix, 7)

    def test_digits_that_do_not_make_thirteen_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "12 digits"):
            self.new("20986", 6)

    def test_letters_in_a_prefix_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "digits 0 to 9"):
            self.new("2O986", 7)

    def test_a_range_overlapping_another_is_refused_by_name(self):
        with self.assertRaisesRegex(ValidationError, "Our own goods"):
            self.new("209871", 6)

    def test_the_prefix_stays_once_numbers_are_on_goods(self):
        self.allocate(self.products(1))
        with self.assertRaisesRegex(ValidationError, "already on goods"):
            self.range.prefix = "20986"
