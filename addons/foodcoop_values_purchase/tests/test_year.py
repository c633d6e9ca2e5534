# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user, tagged

YEAR = 2019  # before any order that another addon's data may hold


@tagged("post_install", "-at_install")
class TestYear(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.supplier = cls.env["res.partner"].create({"name": "Ferme des Genêts"})
        cls.demeter = cls.env.ref("foodcoop_values.mark_demeter")
        cls.buyer = new_test_user(
            cls.env, "yearly", groups="purchase.group_purchase_user"
        )

    def buy(self, amount, **values):
        product = self.env["product.product"].create({"name": "Pommes", **values})
        line = {"product_id": product.id, "product_qty": 1, "price_unit": amount}
        order = self.env["purchase.order"].create(
            {"partner_id": self.supplier.id, "order_line": [Command.create(line)]}
        )
        order.order_line.tax_ids = False
        order.button_confirm()
        order.date_order = f"{YEAR}-06-01 10:00:00"
        return order

    def figures(self):
        self.env.flush_all()
        rows = self.env["foodcoop.value.year"].with_user(self.buyer)
        found = rows.search(
            [("year", "=", YEAR), ("company_id", "=", self.env.company.id)]
        )
        return {
            (row.what, row.mark_id.code): (round(row.amount, 2), round(row.percent, 1))
            for row in found
        }

    def test_the_share_of_each_answer(self):
        self.buy(60, mark_ids=self.demeter.ids, kilometres=40, origin="Drôme")
        self.buy(40, kilometres=900)
        self.assertEqual(
            self.figures(),
            {
                ("a_organic", False): (60, 60),
                ("b_near", False): (60, 60),
                ("c_origin", False): (60, 60),
                ("d_mark", "demeter"): (60, 60),
            },
        )

    def test_each_row_says_what_it_answers(self):
        self.buy(60, mark_ids=self.demeter.ids)
        self.env.flush_all()
        rows = self.env["foodcoop.value.year"].with_user(self.buyer)
        found = rows.search([("year", "=", YEAR)]).with_context(lang="en_US")
        self.assertEqual(
            found.mapped("display_name"),
            ["Organic", "Within 100 km", "Origin known", "Demeter"],
        )

    def test_what_is_not_confirmed_was_not_bought(self):
        self.buy(60, organic=True).button_cancel()
        self.assertFalse(self.figures())

    def test_a_stranger_reads_none(self):
        stranger = new_test_user(self.env, "stranger", groups="base.group_user")
        with self.assertRaises(AccessError):
            self.env["foodcoop.value.year"].with_user(stranger).search([])
