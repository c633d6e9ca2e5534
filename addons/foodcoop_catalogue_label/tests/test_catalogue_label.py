# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_catalogue_list.tests.common import ListCase
from odoo.tests import tagged


@tagged("post_install", "-at_install")
class TestCatalogueLabel(ListCase):
    def made(self, content, content_unit, unit="piece"):
        item = self.env["foodcoop.catalogue.item"].create(
            {
                "partner_id": self.supplier.id,
                "company_id": self.env.company.id,
                "key": f"N{content}{unit}",
                "title": "Huile de colza",
                "unit": unit,
                "price": 4,
                "content": content,
                "content_unit": content_unit,
            }
        )
        product = item.with_user(self.buyer)._create_products()
        product.write({"list_price": 6, "taxes_id": False})
        return product

    def test_three_quarters_of_a_litre_give_the_price_per_litre(self):
        bottle = self.made(0.75, "l")
        self.assertEqual(bottle.net_content, 0.75)
        self.assertEqual(
            bottle.net_content_uom_id, self.env.ref("uom.product_uom_litre")
        )
        self.assertRegex(bottle.unit_price_text, r"8[.,]00")
        self.assertNotEqual(bottle.label_state, "blocked")

    def test_less_than_a_kilogram_is_told_in_grams(self):
        jar = self.made(0.09, "kg")
        self.assertEqual(jar.net_content, 90)
        self.assertEqual(jar.net_content_uom_id, self.env.ref("uom.product_uom_gram"))
        bag = self.made(2.5, "kg")
        self.assertEqual((bag.net_content, bag.net_content_uom_id.name), (2.5, "kg"))

    def test_what_the_list_does_not_say_and_loose_goods_stay_without(self):
        self.assertFalse(self.made(0, False).net_content)
        self.assertFalse(self.made(1, "kg", unit="kg").net_content)
