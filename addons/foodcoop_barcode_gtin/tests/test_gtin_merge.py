# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_gtin_arrival import GTIN, GtinCase


class MergeCase(GtinCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.product("Miel châtaignier bio", barcode=GTIN)

    def merge(self, keep="this"):
        form = self.wizard(self.honey, GTIN)
        form.keep = keep
        wizard = form.save()
        wizard.action_merge()
        return wizard


@tagged("post_install", "-at_install")
class TestGtinMerge(MergeCase):
    def test_the_screen_shows_both_products_side_by_side(self):
        form = self.wizard(self.honey, GTIN)
        self.assertEqual(form.step, "merge")
        for told in (self.honey.name, self.other.name, self.ours, GTIN):
            self.assertIn(told, form.comparison)

    def test_both_numbers_move_to_the_product_that_stays(self):
        self.merge()
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertEqual(self.second_codes(self.honey), [self.ours])
        self.assertFalse(self.other.active or self.other.product_tmpl_id.active)
        self.assertFalse(self.other.barcode)
        self.assertEqual(self.row(GTIN).product_id, self.honey)

    def test_the_product_that_stays_shows_both_numbers(self):
        self.merge()
        self.assertEqual(self.honey.second_codes, self.ours)
        self.assertEqual(self.honey.product_tmpl_id.second_codes, self.ours)
        self.pack(self.honey, "4006381333931")
        self.assertEqual(self.honey.second_codes, self.ours)  # a case is no unit

    def test_the_screen_says_when_the_other_way_round_is_possible(self):
        if "stock.quant" not in self.env:
            self.skipTest("stock is not installed")
        self.other.is_storable = True
        place = self.env["stock.location"].search([("usage", "=", "internal")], limit=1)
        self.env["stock.quant"]._update_available_quantity(self.other, place, 2)
        form = self.wizard(self.honey, GTIN)
        self.assertIn("other way round", form.hindrance)
        form.keep = "other"
        self.assertFalse(form.hindrance)
        form.keep = "this"
        self.other.action_archive()
        self.assertNotIn("other way round", self.wizard(self.honey, GTIN).hindrance)

    def test_the_other_way_round_the_other_product_stays(self):
        self.merge("other")
        self.assertEqual(self.other.barcode, GTIN)
        self.assertEqual(self.second_codes(self.other), [self.ours])
        self.assertFalse(self.honey.active)
        ours = self.row(self.ours)
        self.assertEqual((ours.product_id, ours.state), (self.other, "issued"))
        self.assertIn("Merged with Miel de", ours.event_ids[:1].reason)

    def test_merging_twice_changes_nothing_more(self):
        wizard = self.merge()
        wizard.action_merge()
        self.assertEqual(self.second_codes(self.honey), [self.ours])

    def test_an_archived_product_that_holds_the_gtin_gives_it_up(self):
        self.other.action_archive()
        self.merge()
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertFalse(self.other.barcode)

    def test_a_gtin_kept_as_second_number_is_found_and_merged(self):
        self.other.barcode = False
        self.pack(self.other, GTIN, "uom.product_uom_unit")
        self.merge()
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertEqual(self.second_codes(self.honey), [self.ours])

    def test_packs_of_the_archived_product_move_along(self):
        pack = self.pack(self.other, "4006381333931")
        self.merge()
        self.assertEqual(pack.product_id, self.honey)

    def test_the_number_of_a_pack_of_another_product_is_no_merge(self):
        self.other.barcode = False
        self.pack(self.other, GTIN)
        form = self.wizard(self.honey, GTIN)
        self.assertEqual(form.step, "no")
        self.assertIn("number of a pack", form.sentence)

    def test_different_units_are_refused(self):
        self.other.uom_id = self.env.ref("uom.product_uom_kgm")
        self.assertIn("different units", self.wizard(self.honey, GTIN).hindrance)
        with self.assertRaisesRegex(UserError, "different units"):
            self.merge()
        self.assertEqual((self.honey.barcode, self.other.barcode), (self.ours, GTIN))

    def test_the_product_of_another_company_is_neither_named_nor_merged(self):
        self.other.company_id = self.env["res.company"].create({"name": "Ailleurs"})
        form = self.wizard(self.honey, GTIN)
        self.assertEqual(form.step, "no")
        self.assertIn("another company", form.sentence)
        self.assertNotIn("bio", form.sentence)
        with self.assertRaisesRegex(UserError, "different companies"):
            self.other.with_user(self.manager)._merge_into(self.honey, "")

    def test_a_shared_product_does_not_vanish_into_one_of_a_company(self):
        self.honey.company_id = self.env.company
        self.assertIn("different companies", self.wizard(self.honey, GTIN).hindrance)

    def test_only_who_numbers_goods_merges(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.other.with_user(user)._merge_into(self.honey, "")
        self.assertTrue(self.other.active)


@tagged("post_install", "-at_install")
class TestGtinMergeWithStock(MergeCase):
    """What lies in the shop, where stock and purchases are kept."""

    def setUp(self):
        super().setUp()
        if "stock.quant" not in self.env or "purchase.order" not in self.env:
            self.skipTest("stock and purchases are not installed")

    def put_in_stock(self, product, quantity):
        product.is_storable = True
        place = self.env["stock.location"].search([("usage", "=", "internal")], limit=1)
        self.env["stock.quant"]._update_available_quantity(product, place, quantity)

    def order(self, product):
        partner = self.env["res.partner"].create({"name": "Rucher du Val"})
        line = {"product_id": product.id, "product_qty": 6}
        return self.env["purchase.order"].create(
            {"partner_id": partner.id, "order_line": [(0, 0, line)]}
        )

    def test_a_product_in_stock_is_not_archived_but_the_other_way_round_works(self):
        self.put_in_stock(self.other, 3)
        with self.assertRaisesRegex(UserError, "bio is still in stock"):
            self.merge()
        self.assertTrue(self.other.active)
        self.merge("other")
        self.assertEqual(self.other.barcode, GTIN)

    def test_a_product_on_an_open_order_is_not_archived(self):
        order = self.order(self.other)
        with self.assertRaisesRegex(UserError, "open order"):
            self.merge()
        order.button_confirm()
        with self.assertRaisesRegex(UserError, "open order"):
            self.merge()
        order.button_cancel()
        self.merge()
        self.assertFalse(self.other.active)

    def test_stock_elsewhere_and_orders_cost_the_same_queries_for_many(self):
        few, many = self.products(2), self.products(40)
        counts = []
        for products in (few, few, many):
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            products._on_hand()
            products._on_order()
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])
