# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo.tests import tagged

from .offers import GTIN, OfferCase

PRICES_AND_WRITERS = ("seller_ids", "variant_seller_ids", "write_date", "write_uid")


@tagged("post_install", "-at_install")
class TestShopsOwn(OfferCase):
    """A list changes what we pay; what the shop says of its goods is the shop's."""

    def everything(self, product):
        """All that is stored of a product, but who wrote it when and its prices."""
        told = {}
        for record in (product, product.product_tmpl_id):
            names = [
                name
                for name, field in record._fields.items()
                if field.store and name not in PRICES_AND_WRITERS
            ]
            record.invalidate_recordset()
            told[record._name] = record.read(names)
        return told

    def described(self):
        """Said in full; of other addons' fields, those that are installed here."""
        vals = {
            "name": "Tarama de la maison",
            "barcode": GTIN,
            "weight": 0.09,
            "default_code": "TAR",
            "description_sale": "Au lait de la ferme",
            "categ_id": self.env["product.category"].create({"name": "Frais"}).id,
            "origin": "Drôme",
            "organic": True,
        }
        known = self.env["product.product"]._fields
        self.tarama.write({name: one for name, one in vals.items() if name in known})
        if "mark_ids" in known:
            self.tarama.mark_ids = self.tarama.mark_ids.search([], limit=2)

    def list_says(self):
        record = self.compared(
            self.offer(
                price=1.3,
                name="TARAMA DORE X6",
                gtin=GTIN,
                origin="Islande",
                labels=("msc",),
                category="Traiteur de la mer",
                brand="Marin",
                vat=Decimal("5.5"),
                content=Decimal("0.1"),
                content_unit="kg",
            )
        )
        self.line(record, "P3460").take = True
        record.action_apply()
        self.assertAlmostEqual(self.price_on(self.tarama), 1.3 * 6)

    def test_what_the_shop_says_of_a_product_stays(self):
        self.described()
        before = self.everything(self.tarama)
        self.list_says()
        self.assertEqual(self.everything(self.tarama), before)

    def test_what_the_shop_left_empty_stays_its_own_to_fill(self):
        before = self.everything(self.tarama)
        self.list_says()
        self.assertEqual(self.everything(self.tarama), before)

    def test_a_list_that_says_nothing_erases_nothing(self):
        self.described()
        before = self.everything(self.tarama)
        self.applied(self.offer(price=1.3, name=""))
        self.assertAlmostEqual(self.price_on(self.tarama), 1.3 * 6)
        self.assertEqual(self.everything(self.tarama), before)
