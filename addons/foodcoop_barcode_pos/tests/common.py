# SPDX-License-Identifier: AGPL-3.0-or-later
from uuid import uuid4

from odoo import Command, fields
from odoo.addons.account.tests import common
from odoo.tests import new_test_user, tagged

OFFICE = (
    "foodcoop_barcode.group_manager",
    "point_of_sale.group_pos_manager",
    "stock.group_stock_user",
)


@tagged("post_install", "-at_install")
class TillCase(common.AccountTestInvoicingCommon):
    """A shop with a till, a cashier, cheese by the kilo and soap by the piece."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.user.group_ids += cls.groups(*OFFICE)
        cls.kilogram = cls.env.ref("uom.product_uom_kgm")
        cls.vat = cls.env["account.tax"].create(
            {
                "name": "VAT",
                "amount": 5.5,
                "price_include_override": "tax_included",
            }
        )
        cls.cheese = cls.article("Comté", 23.10, uom_id=cls.kilogram.id)
        cls.soap = cls.article("Savon", 3.20)
        cls.open_till()

    @classmethod
    def open_till(cls):
        cls.till = cls.env["pos.config"].create({"name": "Till"})
        cls.cashier = new_test_user(
            cls.env,
            "cashier",
            groups="base.group_user,point_of_sale.group_pos_user",
            company_id=cls.env.company.id,
            company_ids=[Command.set(cls.env.company.ids)],
        )
        cls.till.open_ui()
        cls.session = cls.till.current_session_id
        cls.session.set_opening_control(0, None)

    @classmethod
    def groups(cls, *names):
        return cls.env["res.groups"].union(*(cls.env.ref(name) for name in names))

    @classmethod
    def article(cls, name, price, **values):
        return cls.env["product.product"].create(
            {
                "name": name,
                "lst_price": price,
                "is_storable": True,
                "available_in_pos": True,
                "taxes_id": [Command.set(cls.vat.ids)],
                **values,
            }
        )

    def load(self, model="pos.config"):
        """What a cashier's till receives when it opens."""
        session = self.session.with_user(self.cashier)
        return session.load_data(["pos.config", model])[model]

    def line(self, product, quantity, total, **values):
        """As the till sends it: a unit price that comes to the label's total."""
        unit_price = total / quantity
        amounts = self.vat.compute_all(unit_price, quantity=quantity)
        return {
            "product_id": product.id,
            "qty": quantity,
            "price_unit": unit_price,
            "price_type": "manual",
            "price_subtotal": amounts["total_excluded"],
            "price_subtotal_incl": total,
            "tax_ids": [Command.set(self.vat.ids)],
            **values,
        }

    def sell(self, *lines):
        """Send a paid order as the cashier; the order it became."""
        total = round(sum(line["price_subtotal_incl"] for line in lines), 2)
        order = {
            "uuid": str(uuid4()),
            "access_token": "",
            "session_id": self.session.id,
            "user_id": self.cashier.id,
            "state": "paid",
            "date_order": fields.Datetime.to_string(fields.Datetime.now()),
            "lines": [Command.create(line) for line in lines],
            "payment_ids": [Command.create(self._payment(total))],
            "amount_paid": total,
            "amount_total": total,
            "amount_tax": 0,
            "amount_return": 0,
        }
        orders = self.env["pos.order"].with_user(self.cashier)
        sent = orders.sync_from_ui([order])["pos.order"][0]
        return self.env["pos.order"].browse(sent["id"])

    def _payment(self, amount):
        cash = self.till.payment_method_ids.filtered("is_cash_count")
        return {
            "amount": amount,
            "name": fields.Datetime.now(),
            "payment_method_id": cash.id,
        }
