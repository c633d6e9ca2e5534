# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import LabelCase


@tagged("post_install", "-at_install")
class TestQueue(LabelCase):
    def found(self, *states):
        return self.env["product.product"].search([("label_state", "in", states)])

    def test_a_new_product_waits_for_its_first_label(self):
        honey = self.product()
        self.assertIn(honey, self.found("new"))
        self.print_(honey)
        self.assertNotIn(honey, self.found("new", "changed", "blocked"))
        self.assertEqual(honey.label_state, "current")

    def test_another_price_brings_it_back_and_the_old_price_brings_it_home(self):
        honey = self.product()
        self.print_(honey)
        honey.list_price = 7.6
        self.assertIn(honey, self.found("changed"))
        self.assertIn("7.50", honey.last_label_text)
        honey.list_price = 7.5
        self.assertEqual(honey.label_state, "current")

    def test_everything_a_label_shows_brings_it_back(self):
        changes = [
            {"name": "Honey"},
            {"net_content": 450},
            {"origin": "France"},
            {"organic": True},
            {"barcode": "2000001000014"},
        ]
        for change in changes:
            honey = self.product(barcode="2000001000021")
            self.print_(honey)
            honey.write(change)
            self.assertEqual(honey.label_state, "changed", change)
            honey.barcode = False

    def test_a_label_on_goods_changes_nothing_on_the_shelf(self):
        honey = self.product()
        self.print_(honey, kind="goods")
        self.assertEqual(honey.label_state, "new")

    def test_the_rows_tell_when_a_pack_shrank(self):
        honey = self.product()
        self.print_(honey)
        honey.net_content = 450
        self.print_(honey)
        self.assertEqual(
            self.prints(honey).mapped(lambda row: (row.net_text, row.unit_price)),
            [("500 g", 15.0), ("450 g", 16.67)],
        )

    def test_what_was_printed_is_never_rewritten(self):
        honey = self.product()
        self.print_(honey)
        with self.assertRaisesRegex(UserError, "stays written down"):
            self.prints(honey).price = 1
        with self.assertRaisesRegex(UserError, "stays written down"):
            self.prints(honey).unlink()

    def test_a_product_that_lacks_something_is_listed(self):
        jam = self.product("Jam", net_content=0)
        self.assertIn(jam, self.found("blocked"))

    def test_the_queue_asks_as_often_for_fifty_products_as_for_five(self):
        teas = self.env["product.product"].create(
            [{"name": f"Tea {item}", "list_price": 2} for item in range(50)]
        )
        self.print_(self.product())
        counts = []
        for some in (teas[:5], teas):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            some.mapped("label_state")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 1)
