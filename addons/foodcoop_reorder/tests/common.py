# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import TransactionCase, new_test_user

SATURDAY = "2026-11-21 10:00:00"


class ReorderCase(TransactionCase):
    """A Saturday; a mill that takes orders on Mondays and delivers on Wednesdays."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(SATURDAY))
        cls.env["res.lang"]._activate_lang("en_US")
        cls.env = cls.env(
            context=dict(cls.env.context, tracking_disable=True, lang="en_US")
        )
        cls.env.company.partner_id.tz = "Europe/Paris"
        cls._make_places()
        cls._make_people()
        cls.policy = cls.env["foodcoop.reorder.policy"].create(
            {
                "partner_id": cls.mill.id,
                "order_weekdays": "1",
                "lead_days": 2,
                "cover_days": 2,
            }
        )

    @classmethod
    def _make_places(cls):
        cls.stock = (
            cls.env["stock.warehouse"]
            .search([("company_id", "=", cls.env.company.id)], limit=1)
            .lot_stock_id
        )
        customers = cls.env.ref("stock.stock_location_customers")
        suppliers = cls.env.ref("stock.stock_location_suppliers")
        cls.delivery, cls.sale = (suppliers, cls.stock), (cls.stock, customers)
        cls.bring_back = customers, cls.stock

    @classmethod
    def _make_people(cls):
        cls.case = cls.env.ref("uom.product_uom_pack_6")
        cls.mill = cls.env["res.partner"].create({"name": "Moulin de Lorette"})
        cls.buyer = new_test_user(
            cls.env, "buyer", groups="foodcoop_reorder.group_buyer"
        )
        cls.volunteer = new_test_user(cls.env, "helper", groups="base.group_user")
        cls.member = new_test_user(cls.env, "lucie", groups="base.group_portal")

    @classmethod
    def offered(cls, name="Farine T80 1 kg", price=9.6, **seller):
        product = cls.env["product.product"].create({"name": name, "is_storable": True})
        cls.env["product.supplierinfo"].create(
            {
                "partner_id": cls.mill.id,
                "product_tmpl_id": product.product_tmpl_id.id,
                "product_uom_id": cls.case.id,
                "price": price,
                **seller,
            }
        )
        return product

    @classmethod
    def moved(cls, product, quantity, way, days_ago, uom=None):
        source, target = way
        move = cls.env["stock.move"].create(
            {
                "product_id": product.id,
                "product_uom": (uom or product.uom_id).id,
                "product_uom_qty": quantity,
                "location_id": source.id,
                "location_dest_id": target.id,
            }
        )
        move._action_confirm()
        move.quantity = quantity
        move.picked = True
        move._action_done()
        move.date = fields.Datetime.now() - timedelta(days=days_ago)
        return move

    @classmethod
    def received(cls, product, quantity, days_ago, uom=None):
        return cls.moved(product, quantity, cls.delivery, days_ago, uom)

    @classmethod
    def sold(cls, product, quantity, days_ago):
        return cls.moved(product, quantity, cls.sale, days_ago)

    def proposal(self, policy=None):
        action = (policy or self.policy).with_user(self.buyer).action_propose()
        return self.env[action["res_model"]].browse(action["res_id"])

    def line(self, product):
        lines = self.proposal().line_ids
        return lines.filtered(lambda line: line.product_id == product)
