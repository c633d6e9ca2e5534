# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import BarcodeCase

MODELS = ("foodcoop.barcode.range", "foodcoop.barcode.code", "foodcoop.barcode.event")


@tagged("post_install", "-at_install")
class TestRights(BarcodeCase):
    def test_a_volunteer_cannot_give_a_number(self):
        honey = self.product("Miel de châtaignier 500 g")
        with self.assertRaisesRegex(AccessError, "Ask the office"):
            self.allocate(honey, self.volunteer)
        self.assertFalse(honey.barcode)

    def test_a_member_cannot_give_a_number(self):
        with self.assertRaises(AccessError):
            self.allocate(self.product("Miel"), self.member)

    def test_a_stranger_reads_neither_ranges_nor_register(self):
        for model in MODELS:
            for user in (self.volunteer, self.member):
                with self.assertRaises(AccessError):
                    self.env[model].with_user(user).search([])

    def test_who_numbers_goods_may_not_edit_products_otherwise(self):
        honey = self.product("Miel de châtaignier 500 g")
        with self.assertRaises(AccessError):
            honey.with_user(self.manager).name = "Miel toutes fleurs"

    def test_who_numbers_goods_cannot_write_the_register_by_hand(self):
        self.allocate(self.products(1))
        register = self.ledger().with_user(self.manager)
        with self.assertRaises(AccessError):
            register.create([{"code": "1", "gtin14": "1", "item": 1}])
        with self.assertRaises(AccessError):
            register[:1].state = "retired"
        with self.assertRaises(AccessError):
            register[:1]._turn("retired", "By hand")
        with self.assertRaises(AccessError):
            register._take_over([])

    def test_who_numbers_goods_may_number_for_another_addon(self):
        honey = self.product("Miel de châtaignier 500 g")
        given = honey.with_user(self.manager)._allocate_barcode()
        self.assertEqual((given, honey.barcode), (honey, self.number(1)))
        with self.assertRaises(AccessError):
            self.product("Confiture").with_user(self.volunteer)._allocate_barcode()

    def test_the_range_of_another_company_is_neither_seen_nor_used(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        foreign = self.range.copy(
            {"prefix": "20986", "company_id": other.id, "sequence": 1}
        )
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(1))
        ranges = self.env["foodcoop.barcode.range"].with_user(self.manager)
        self.assertNotIn(foreign, ranges.search([]))
