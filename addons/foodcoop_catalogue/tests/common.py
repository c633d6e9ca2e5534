# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.addons.foodcoop_catalogue_list.tests.common import TODAY, ListCase
from odoo.tests import new_test_user


class CatalogueCase(ListCase):
    """Besides: two products that the shop already buys from this supplier."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tarama = cls.product("Tarama de la maison", "piece")
        cls.tarama_price = cls.price(cls.tarama, "P3460", 1.17, 6)
        cls.salmon = cls.product("Saumon entier", "kg")
        cls.salmon_price = cls.price(cls.salmon, "4802", 9.40, 1)

    @classmethod
    def product(cls, name, unit, **vals):
        units = cls.env["uom.uom"]._catalogue_units()
        return cls.env["product.product"].create(
            {"name": name, "uom_id": units[unit].id, **vals}
        )

    @classmethod
    def price(cls, product, code, price, pack=1, **vals):
        """A vendor line as an earlier list left it: ``price`` is for one unit."""
        units = cls.env["uom.uom"]._catalogue_units()
        unit = next(name for name, uom in units.items() if uom == product.uom_id)
        packs = cls.env["uom.uom"]._find_or_create_packs([(unit, float(pack))])
        return cls.env["product.supplierinfo"].create(
            {
                "partner_id": cls.supplier.id,
                "product_id": product.id,
                "product_code": code,
                "price": price * pack,
                "product_uom_id": packs[unit, float(pack)].id,
                "date_start": date(2026, 1, 12),
                **vals,
            }
        )

    def line(self, record, code):
        return record.line_ids.filtered(lambda line: line.code == code)

    def valid_price(self, product):
        return product.with_user(self.buyer)._select_seller(
            partner_id=self.supplier, quantity=None, date=TODAY
        )

    def another_companys_buyer(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        return new_test_user(
            self.env,
            "other",
            groups="foodcoop_catalogue_list.group_manager",
            company_id=elsewhere.id,
            company_ids=[elsewhere.id],
        )
