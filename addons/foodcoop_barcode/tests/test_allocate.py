# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_scan.lib.scan import explain
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestAllocate(BarcodeCase):
    def test_a_product_without_a_code_gets_the_next_number(self):
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(1))
        self.assertTrue(explain(honey.barcode))

    def test_the_register_says_who_got_which_number_from_where(self):
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        row = self.ledger([("product_id", "=", honey.id)])
        self.assertEqual(
            (row.code, row.range_id, row.item, row.state, row.create_uid),
            (honey.barcode, self.range, 1, "issued", self.manager),
        )

    def test_a_product_that_has_a_code_keeps_it_and_this_is_said(self):
        oil = self.product("Huile d'olive 75 cl", barcode="3017620422003")
        answer = self.allocate(oil)
        self.assertEqual(oil.barcode, "3017620422003")
        self.assertEqual(answer["params"]["type"], "info")
        self.assertFalse(self.ledger([("product_id", "=", oil.id)]))

    def test_in_a_selection_only_those_without_a_code_get_one(self):
        oil = self.product("Huile d'olive 75 cl", barcode="3017620422003")
        honey = self.product("Miel de châtaignier 500 g")
        answer = self.allocate(oil | honey)
        self.assertEqual(honey.barcode, self.number(1))
        self.assertIn("1", answer["params"]["message"])

    def test_each_variant_of_a_template_gets_a_number_of_its_own(self):
        attribute = self.env["product.attribute"].create(
            {
                "name": "Taille",
                "value_ids": [(0, 0, {"name": "S"}), (0, 0, {"name": "L"})],
            }
        )
        basket = self.env["product.template"].create(
            {
                "name": "Panier",
                "attribute_line_ids": [
                    (
                        0,
                        0,
                        {
                            "attribute_id": attribute.id,
                            "value_ids": attribute.value_ids.ids,
                        },
                    )
                ],
            }
        )
        basket.with_user(self.manager).action_allocate_barcode()
        self.assertEqual(len(set(basket.product_variant_ids.mapped("barcode"))), 2)

    def test_the_number_of_an_archived_product_is_passed_over(self):
        self.product("Ancienne confiture", barcode=self.number(1)).active = False
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))

    def test_the_number_of_another_companys_product_is_passed_over(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        self.product("Savon", barcode=self.number(1), company_id=other.id)
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))

    def test_the_number_of_a_pack_is_passed_over_and_the_register_says_why(self):
        flour = self.product("Farine T80", barcode="3017620422003")
        self.env["product.uom"].create(
            {
                "product_id": flour.id,
                "uom_id": self.env.ref("uom.product_uom_dozen").id,
                "barcode": self.number(1),
            }
        )
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))
        passed_over = self.ledger([("state", "=", "skipped")])
        self.assertEqual(passed_over.code, self.number(1))
        self.assertIn("Farine T80", passed_over.reason)

    def test_a_number_with_padding_zeros_counts_as_the_same(self):
        self.product("Savon", barcode="0" + self.number(1))
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))

    def test_a_number_in_the_register_is_not_given_again(self):
        jam = self.product("Confiture")
        self.allocate(jam)
        jam.unlink()
        self.stand_at(1)
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))

    def test_an_exhausted_range_says_so_and_gives_nothing(self):
        self.stand_at(self.range.capacity - 1)
        teas = self.products(3)
        with self.assertRaisesRegex(UserError, "2 free numbers left"):
            self.allocate(teas)
        self.assertEqual(set(teas.mapped("barcode")), {False})

    def test_a_request_too_large_leaves_the_numbers_for_a_smaller_one(self):
        first = self.range.capacity - 8
        self.stand_at(first)
        card = {"name": "Lucie Kermarrec", "barcode": self.number(first + 2)}
        self.env["res.partner"].create(card)
        teas = self.products(9)
        with self.assertRaisesRegex(UserError, "8 free numbers left"):
            self.allocate(teas)
        self.assertEqual(self.range.next_item, first)
        self.allocate(teas[:8])
        self.assertEqual(len(set(teas[:8].mapped("barcode")) - {False}), 8)

    def test_the_last_number_of_a_range_can_be_given(self):
        self.stand_at(self.range.capacity)
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(self.range.capacity))
        self.assertEqual(self.range.free, 0)

    def test_the_next_range_serves_when_the_first_is_full(self):
        self.stand_at(self.range.capacity + 1)
        second = self.range.copy({"prefix": "20988", "sequence": 20})
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode[:5], second.prefix)

    def queries(self, products):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self.allocate(products)
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def test_weighed_goods_get_a_number_that_scales_print(self):
        weight = self.env.ref("foodcoop_barcode.range_weight")
        weight.active = True
        kilogram = self.env.ref("uom.product_uom_kgm")
        pear, soap = self.product("Poire", uom_id=kilogram.id), self.product("Savon")
        self.allocate(pear + soap)
        self.assertEqual(pear.barcode[:2], "21")
        self.assertEqual(pear.barcode[7:12], "00000")
        self.assertEqual(soap.barcode[:5], self.range.prefix)

    def test_weighed_goods_without_a_range_of_theirs_get_a_plain_number(self):
        kilogram = self.env.ref("uom.product_uom_kgm")
        pear = self.product("Poire", uom_id=kilogram.id)
        self.allocate(pear)
        self.assertEqual(pear.barcode[:5], self.range.prefix)

    def test_queries_do_not_grow_with_the_number_of_products(self):
        first, few, many = self.products(2), self.products(10), self.products(80)
        self.queries(first)  # rights and rules are read once and kept
        self.assertEqual(self.queries(few), self.queries(many))
