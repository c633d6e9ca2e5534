# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import ValidationError
from odoo.tests import new_test_user, tagged

from .common import BarcodeCase

NUTS = "3017620422003"


@tagged("post_install", "-at_install")
class TestProduct(BarcodeCase):
    """One code, one product: also for products that come back."""

    def test_a_product_whose_code_was_given_away_cannot_come_back(self):
        old = self.product("Pâte à tartiner 2019", barcode=NUTS, active=False)
        self.product("Pâte à tartiner 2026", barcode=NUTS)
        with self.assertRaisesRegex(
            ValidationError, "is on “Pâte à tartiner 2026” now"
        ):
            old.active = True

    def test_nor_one_whose_code_is_on_a_pack_now(self):
        old = self.product("Pâte à tartiner 2019", barcode=NUTS, active=False)
        case = self.product("Pâte à tartiner, carton")
        old.flush_recordset()
        self.env["product.uom"].create(
            {
                "product_id": case.id,
                "uom_id": self.env.ref("uom.product_uom_dozen").id,
                "barcode": "0" + NUTS,
            }
        )
        with self.assertRaisesRegex(ValidationError, "carton"):
            old.active = True

    def test_without_its_code_it_can_come_back(self):
        old = self.product("Pâte à tartiner 2019", barcode=NUTS, active=False)
        self.product("Pâte à tartiner 2026", barcode=NUTS)
        old.write({"active": True, "barcode": False})
        self.assertTrue(old.active)

    def test_two_products_pasted_with_one_code_are_refused(self):
        self.product("Pâte à tartiner", barcode=NUTS)
        for code in (NUTS, "0" + NUTS):
            with self.assertRaises(ValidationError):
                self.product("Noisettes", barcode=code)

    def test_two_shops_may_sell_the_same_code(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        self.product("Pâte à tartiner", barcode=NUTS, company_id=self.env.company.id)
        twin = self.product("Pâte à tartiner", barcode=NUTS, company_id=other.id)
        self.assertEqual(twin.barcode, NUTS)

    def test_the_product_of_another_shop_is_not_named(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        self.product("Pâte secrète", barcode=NUTS, company_id=other.id)
        nuts = self.product("Noisettes")
        office = new_test_user(
            self.env, "goods", groups="base.group_user,product.group_product_manager"
        )
        with self.assertRaisesRegex(ValidationError, "of another company") as refused:
            nuts.with_user(office).barcode = "0" + NUTS
        self.assertNotIn("secrète", str(refused.exception))

    def test_a_second_barcode_of_the_product_itself_is_no_stranger(self):
        honey = self.product("Miel", barcode=NUTS)
        self.env["product.uom"].create(
            {
                "product_id": honey.id,
                "uom_id": honey.uom_id.id,
                "barcode": self.number(1),
            }
        )
        honey.active = False
        honey.active = True
        self.assertTrue(honey.active)
