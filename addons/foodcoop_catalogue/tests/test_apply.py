# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .common import TODAY, CatalogueCase


@tagged("post_install", "-at_install")
class TestApply(CatalogueCase):
    def order(self, product):
        """An order form as a buyer fills it: the product, then nothing else."""
        form = Form(self.env["purchase.order"].with_user(self.buyer))
        form.partner_id = self.supplier
        with form.order_line.new() as line:
            line.product_id = product
        return form.save().order_line

    def test_the_old_price_ends_yesterday_and_the_new_one_starts_today(self):
        self.read_list().action_apply()
        self.assertEqual(self.tarama_price.date_end, date(2026, 11, 20))
        self.assertAlmostEqual(self.tarama_price.price, 1.17 * 6)
        price = self.valid_price(self.tarama)
        self.assertEqual(price.date_start, TODAY)
        self.assertAlmostEqual(price.price, 7.5)
        self.assertEqual(price.product_uom_id, self.tarama_price.product_uom_id)

    def test_an_order_for_a_case_of_6_at_1_17_costs_7_02_and_brings_6(self):
        record = self.read_list(P3460=1.17, P3461=1.17)
        line = self.line(record, "P3461")
        line.write({"take": True, "pack": 6})
        record.action_apply()
        ordered = self.order(line.product_id)
        self.assertAlmostEqual(ordered.price_unit, 7.02)
        self.assertEqual(ordered.product_uom_qty, 6)
        ordered.product_qty = 2
        self.assertAlmostEqual(ordered.price_subtotal, 14.04)
        self.assertEqual(ordered.product_uom_qty, 12)

    def test_an_order_for_fish_at_9_69_per_kg_is_in_kg(self):
        record = self.read_list(**{"4802": 9.69})
        record.action_apply()
        ordered = self.order(self.salmon)
        ordered.product_qty = 20
        self.assertEqual(ordered.product_uom_id, self.env.ref("uom.product_uom_kgm"))
        self.assertAlmostEqual(ordered.price_unit, 9.69)
        self.assertAlmostEqual(ordered.price_subtotal, 193.80)

    def test_a_box_of_3_kg_priced_per_kg_is_ordered_by_the_box(self):
        record = self.read_list()
        line = self.line(record, "4101")
        line.take = True
        record.action_apply()
        ordered = self.order(line.product_id)
        self.assertAlmostEqual(ordered.price_unit, 18.2 * 3)
        self.assertEqual(ordered.product_uom_id.name, "Case of 3 kg")
        self.assertEqual(ordered.product_uom_qty, 3)

    def test_oysters_priced_by_the_case(self):
        record = self.read_list()
        line = self.line(record, "6124")
        line.take = True
        record.action_apply()
        ordered = self.order(line.product_id)
        self.assertAlmostEqual(ordered.price_unit, 12.0)
        self.assertEqual(ordered.product_uom_qty, 24)

    def test_only_ticked_rows_become_products(self):
        before = self.env["product.product"].search_count([])
        record = self.read_list()
        self.line(record, "P3462").take = True
        record.action_apply()
        self.assertEqual(self.env["product.product"].search_count([]), before + 1)
        product = self.line(record, "P3462").product_id
        self.assertEqual(product.uom_id, self.env.ref("uom.product_uom_unit"))
        self.assertEqual(self.valid_price(product).product_code, "P3462")

    def test_a_new_row_may_name_a_product_of_the_shop(self):
        soup = self.product("Soupe du coin", "piece")
        record = self.read_list()
        self.line(record, "P3462").write({"take": True, "product_id": soup.id})
        record.action_apply()
        self.assertAlmostEqual(self.valid_price(soup).price, 3.9 * 6)
        self.assertEqual(soup.name, "Soupe du coin")

    def test_the_shops_names_and_terms_stay(self):
        self.tarama_price.write({"delay": 4, "discount": 5, "min_qty": 2})
        self.read_list().action_apply()
        price = self.valid_price(self.tarama)
        self.assertEqual(self.tarama.name, "Tarama de la maison")
        self.assertEqual((price.delay, price.discount, price.min_qty), (4, 5, 2))

    def test_an_empty_price_keeps_the_old_one(self):
        lieu = self.product("Lieu", "kg")
        price = self.price(lieu, "4108", 11.0)
        record = self.read_list()
        self.assertEqual(self.line(record, "4108").kind, "unavailable")
        record.action_apply()
        self.assertEqual(self.valid_price(lieu), price)

    def test_packs_are_found_before_they_are_made(self):
        packs = self.env["uom.uom"]._find_or_create_packs(
            [("piece", 6.0), ("piece", 12.0), ("kg", 1.0), ("kg", 2.5)]
        )
        self.assertEqual(packs["piece", 6.0], self.env.ref("uom.product_uom_pack_6"))
        self.assertEqual(packs["kg", 1.0], self.env.ref("uom.product_uom_kgm"))
        again = self.env["uom.uom"]._find_or_create_packs([("kg", 2.5)])
        self.assertEqual(again["kg", 2.5], packs["kg", 2.5])

    def test_packs_speak_the_languages_of_the_shop(self):
        pack = self.env["uom.uom"]._find_or_create_packs([("kg", 2.25)])["kg", 2.25]
        self.assertEqual(pack.with_context(lang="en_US").name, "Case of 2.25 kg")
        self.assertEqual(pack.with_context(lang="fr_FR").name, "Colis de 2,25 kg")

    def test_all_or_nothing(self):
        record = self.read_list()
        self.line(record, "7001").take = True  # the list does not say its unit
        with self.assertRaisesRegex(UserError, "choose the unit"):
            record.action_apply()
        self.assertFalse(self.tarama_price.date_end)
        self.assertEqual(record.state, "read")

    def test_a_product_counted_in_another_unit_is_refused(self):
        record = self.read_list()
        soup = self.product("Soupe en vrac", "kg")
        self.line(record, "P3462").write({"take": True, "product_id": soup.id})
        with self.assertRaisesRegex(UserError, "counts this product in kg"):
            record.action_apply()

    def test_both_rows_of_a_contradiction_are_refused_one_is_taken(self):
        record = self.read_list()
        both = self.line(record, "5030")
        both.take = True
        with self.assertRaisesRegex(UserError, "taken twice"):
            record.action_apply()
        both[1].take = False
        record.action_apply()
        self.assertEqual(record.state, "applied")

    def test_a_second_apply_is_a_sentence(self):
        record = self.read_list()
        record.action_apply()
        with self.assertRaisesRegex(UserError, "was applied on 11/21/2026"):
            record.action_apply()

    def test_the_same_file_again_has_nothing_new(self):
        self.read_list().action_apply()
        with self.assertRaisesRegex(UserError, "already imported on 11/21/2026"):
            self.new_import().action_read()

    def test_the_next_list_compares_with_the_applied_one(self):
        self.read_list().action_apply()
        record = self.read_list(P3460=1.3)
        self.assertAlmostEqual(self.line(record, "P3460").old_price, 1.25)
        record.action_apply()
        self.assertAlmostEqual(self.valid_price(self.tarama).price, 7.8)

    def test_queries_do_not_grow_with_the_ticked_rows(self):
        def queries(codes):
            record = self.read_list()
            lines = record.line_ids.filtered(lambda line: line.code in codes)
            lines.write({"take": True, "product_id": self.tarama.id})
            (record.line_ids - lines).take = False
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["foodcoop.catalogue.line"]._apply(record, TODAY)
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        every = ["P3460", "P3461", "P3462", "P3463", "P3464"]
        queries(every)  # makes the packs that are missing
        few, many = queries(every[2:4]), queries(every)
        self.assertLessEqual(many, few + 2)
