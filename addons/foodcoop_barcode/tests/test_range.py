# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestRange(BarcodeCase):
    def new(self, prefix, digits, **values):
        return self.env["foodcoop.barcode.range"].create(
            {
                "name": "Nouvelle plage",
                "prefix": prefix,
                "item_digits": digits,
                **values,
            }
        )

    def test_the_shop_starts_with_a_range_for_each_kind_of_goods(self):
        shipped = {
            name: self.env.ref(f"foodcoop_barcode.range_{name}")
            for name in ("fixed", "small", "weight", "price")
        }
        self.assertEqual(
            {
                name: (range_.prefix, range_.capacity)
                for name, range_ in shipped.items()
            },
            {
                "fixed": ("20000", 9_999_999),
                "small": ("20", 99_999),
                "weight": ("21", 99_999),
                "price": ("23", 99_999),
            },
        )

    def test_labels_are_read_as_the_ranges_say(self):
        ranges = self.env["foodcoop.barcode.range"].with_user(self.volunteer)
        self.assertEqual(ranges._measures(), DEFAULT_MEASURES)
        self.new("28", 5, purpose="price", verifier=True, whole_digits=2, decimals=2)
        self.assertEqual([m.pattern for m in ranges._measures()], ["28IIIIIVNNDDC"])

    def test_the_range_of_a_code_is_found_in_any_spelling(self):
        ranges = self.env["foodcoop.barcode.range"].with_user(self.manager)
        self.assertEqual(ranges._range_of("0" + self.number(7)), self.range)
        self.assertFalse(ranges._range_of("3017620422003"))

    def test_the_number_of_the_cooperative_stands_after_20(self):
        self.range.shop_number = "42"
        self.assertEqual((self.range.prefix, self.range.shop_number), ("20042", "042"))

    def test_the_number_of_the_cooperative_stays_once_goods_bear_it(self):
        self.allocate(self.products(1))
        with self.assertRaisesRegex(ValidationError, "already on goods"):
            self.range.shop_number = "042"

    def test_a_range_nobody_used_can_be_deleted_and_its_counter_goes(self):
        name = self.range._counter_name()
        self.range.unlink()
        self.env.cr.execute("SELECT to_regclass(%s)", [name])
        self.assertEqual(self.env.cr.fetchone(), (None,))

    def test_used_and_free_add_up_to_the_capacity(self):
        self.allocate(self.products(3))
        self.assertEqual(self.range.used, 3)
        self.assertEqual(self.range.free, self.range.capacity - 3)

    def test_a_prefix_that_is_not_free_is_refused_with_what_to_do(self):
        for prefix, sentence in (
            ("30176", "members of GS1"),
            ("04900", "loses it"),
            ("02000", "loses it"),
            ("21000", "price and weight labels"),
        ):
            with self.assertRaisesRegex(ValidationError, sentence):
                self.new(prefix, 7)

    def test_small_labels_start_with_none_of_odoos_traps(self):
        for prefix in ("0", "10", "22"):
            with self.assertRaisesRegex(ValidationError, "Small labels start"):
                self.new(prefix, 7 - len(prefix), purpose="small")

    def test_weight_labels_under_20_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "21 to 29"):
            self.new("20", 5, purpose="weight", whole_digits=2, decimals=3)

    def test_a_range_of_another_company_is_in_the_way_too(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        self.range.company_id = other
        with self.assertRaisesRegex(ValidationError, "Our own goods"):
            self.new("209871", 6)

    def test_weight_and_price_labels_do_not_share_a_prefix(self):
        label = {"whole_digits": 2, "decimals": 3}
        self.new("27", 5, purpose="weight", **label)
        with self.assertRaisesRegex(ValidationError, "also be numbers of"):
            self.new("271", 4, purpose="price", **label)

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
        row = self.ledger([("range_id", "=", self.range.id)])
        for state in ("issued", "skipped", "reserved", "retired"):
            row._turn(state, "")
            with (
                self.subTest(state),
                self.assertRaisesRegex(ValidationError, "already on goods"),
                self.env.cr.savepoint(),
            ):
                self.range.prefix = "20986"

    def test_the_digits_stay_enough_for_the_highest_item(self):
        self.allocate(self.products(1))
        self.stand_at(1_000_000)
        self.allocate(self.products(1))
        with self.assertRaisesRegex(ValidationError, "already on goods"):
            self.range.write({"prefix": "209870", "item_digits": 6})

    def test_numbers_of_others_do_not_hold_the_prefix(self):
        code = self.number(41)
        facts = {"code": code, "gtin14": "0" + code, "reason": "Reprise"}
        self.env["foodcoop.barcode.code"]._take_over([facts | {"state": "foreign"}])
        self.range.prefix = "20986"
        self.assertEqual(self.range.example[:5], "20986")
