# SPDX-License-Identifier: AGPL-3.0-or-later
import uuid

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.fields import Command
from odoo.tests import TransactionCase

OIL, OIL_CASE, RICE = "9520000000011", "9520000000028", "9520000000035"


class ReceptionCase(TransactionCase):
    """One delivery: 12 bottles of oil, 4 bags of rice, 7.5 kg of carrots."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("uom.decimal_product_uom").digits = 3
        cls.terminal = mail_new_test_user(
            cls.env,
            login="terminal_test",
            groups="base.group_portal,foodcoop_reception.group_terminal",
        )
        cls.supplier = cls.env["res.partner"].create({"name": "Biodivers'"})
        cls.case = cls.env["uom.uom"].create(
            {
                "name": "Case of 6",
                "relative_factor": 6,
                "relative_uom_id": cls.env.ref("uom.product_uom_unit").id,
            }
        )
        cls.oil = cls._product("Huile d'olive", OIL)
        cls.env["product.uom"].create(
            {"product_id": cls.oil.id, "uom_id": cls.case.id, "barcode": OIL_CASE}
        )
        cls.rice = cls._product("Riz complet", RICE)
        cls.carrots = cls._product(
            "Carottes", False, cls.env.ref("uom.product_uom_kgm")
        )
        cls.order, cls.picking = cls._order()

    @classmethod
    def _product(cls, name, barcode, unit=None):
        unit = unit or cls.env.ref("uom.product_uom_unit")
        return cls.env["product.product"].create(
            {
                "name": name,
                "barcode": barcode,
                "is_storable": True,
                "uom_id": unit.id,
                "purchase_method": "receive",
            }
        )

    @classmethod
    def _order(cls):
        unit, kilo = cls.oil.uom_id, cls.carrots.uom_id
        wanted = [
            (cls.oil, 2, cls.case, 30),
            (cls.rice, 4, unit, 3),
            (cls.carrots, 7.5, kilo, 1.2),
        ]
        lines = [
            {
                "product_id": product.id,
                "product_qty": quantity,
                "product_uom_id": uom.id,
                "price_unit": price,
            }
            for product, quantity, uom, price in wanted
        ]
        order = cls.env["purchase.order"].create(
            {
                "partner_id": cls.supplier.id,
                "order_line": [Command.create(line) for line in lines],
            }
        )
        order.button_confirm()
        return order, order.picking_ids

    def open_delivery(self, picking=None):
        receptions = self.env["foodcoop.reception"].with_user(self.terminal)
        delivery = receptions.open_delivery((picking or self.picking).ids)
        return receptions.browse(delivery["reception"]), delivery

    def scan(self, product, quantity, **values):
        """An event as a terminal sends it."""
        return {
            "uuid": str(uuid.uuid4()),
            "kind": "count",
            "product": product.id if product else None,
            "quantity": quantity,
            "code": "",
            "reverses": None,
            "at": "2026-11-21T07:00:00.000Z",
            **values,
        }

    def count(self, reception, **quantities):
        products = {"oil": self.oil, "rice": self.rice, "carrots": self.carrots}
        reception.record_scans(
            [self.scan(products[name], n) for name, n in quantities.items()]
        )
