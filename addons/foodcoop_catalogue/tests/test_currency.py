# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.fields import Command
from odoo.tests import tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestCurrency(OfferCase):
    """A list in francs, a shop in euros: 2 francs are 1 euro."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.francs = cls.env.ref("base.CHF")
        cls.rate = Command.create({"rate": 2, "name": "2020-01-01"})
        cls.francs.write({"active": False, "rate_ids": [Command.clear(), cls.rate]})
        cls.tarama.write({"list_price": 2, "taxes_id": [Command.clear()]})

    def without_a_rate(self):
        self.francs.rate_ids = [Command.clear()]

    def in_francs(self, code="P3460", price=1.25, **more):
        record = self.compared(self.offer(code, price, currency="CHF", **more))
        return record, self.line(record, code)

    def bought_in_francs(self):
        self.tarama_price.write({"currency_id": self.francs.id, "price": 12})

    def test_another_currency_is_kept_asked_about_and_shown_from_then_on(self):
        record, line = self.in_francs()
        self.assertEqual((line.kind, line.take), ("ask", False))
        self.assertIn("another currency", line.sentence)
        line.action_take()
        record.with_user(self.buyer).action_apply()
        self.assertEqual(self.sellers(self.tarama)[-1].currency_id, self.francs)
        self.assertTrue(self.francs.active)

    def test_a_cost_in_francs_is_held_against_the_shelf_in_euros(self):
        self.bought_in_francs()  # 2 francs each, that is 1 euro of 2
        _record, line = self.in_francs(price=2.2)
        self.assertEqual((line.kind, line.percent), ("changed", 10))
        self.assertAlmostEqual(line.margin_before, 50)
        self.assertAlmostEqual(line.margin_after, 45)
        self.assertAlmostEqual(line.shelf_price_new, 2.2)
        self.assertIn(f"1 CHF = 0.5 {self.env.company.currency_id.name}", line.sentence)
        self.assertIn("2020", line.sentence)

    def test_the_margin_is_told_when_the_money_changes(self):
        _record, line = self.in_francs(price=2.4)  # 1.17 euro before, 1.20 now
        self.assertAlmostEqual(line.margin_before, 41.5)
        self.assertAlmostEqual(line.margin_after, 40)

    def test_a_list_in_euros_after_francs_names_the_rate(self):
        self.bought_in_francs()  # 2 francs each, that is 1 euro of 2
        line = self.line(self.compared(self.offer(price=1.1)), "P3460")
        self.assertAlmostEqual(line.margin_before, 50)
        self.assertAlmostEqual(line.margin_after, 45)
        self.assertIn(f"1 CHF = 0.5 {self.env.company.currency_id.name}", line.sentence)
        self.without_a_rate()
        line = self.line(self.compared(self.offer(price=1.1)), "P3460")
        self.assertIn("no rate for CHF", line.sentence)

    def test_a_lost_comma_is_seen_at_today_s_rate(self):
        _record, line = self.in_francs(price=24)  # 1.17 euro before, 12 now
        self.assertTrue(line.alarmed)
        self.assertIn("lost comma", line.sentence)
        _record, line = self.in_francs(price=2.4)
        self.assertFalse(line.alarmed)

    def test_above_the_shelf_price_is_told_in_one_money(self):
        self.bought_in_francs()
        _record, line = self.in_francs(price=3.9)
        self.assertNotIn("Above the shelf price", line.sentence)
        _record, line = self.in_francs(price=4.1)
        self.assertIn("Above the shelf price", line.sentence)

    def test_without_a_rate_no_margin_is_told(self):
        self.bought_in_francs()
        self.without_a_rate()
        _record, line = self.in_francs(price=2.2)
        self.assertEqual((line.kind, line.percent), ("changed", 10))
        self.assertFalse(line.margin_after or line.shelf_price_new or line.shelf_price)
        self.assertIn("no rate for CHF", line.sentence)

    def test_a_rate_to_come_is_none(self):
        self.francs.rate_ids.name = date(2999, 1, 1)
        self.assertFalse(self.francs._catalogue_rate(self.env.company))

    def test_a_new_product_costs_what_it_is_in_the_shop_s_money(self):
        record, line = self.in_francs("N9", 10, name="Fondue", pack="")
        self.assertIn(f"1 CHF = 0.5 {self.env.company.currency_id.name}", line.sentence)
        line.action_take()
        record.action_apply()
        product = line.product_id
        self.assertEqual((product.standard_price, product.seller_ids.price), (5, 10))

    def test_a_new_product_without_a_rate_has_no_cost_that_is_wrong(self):
        self.without_a_rate()
        record, line = self.in_francs("N9", 10, name="Fondue", pack="")
        self.assertIn("Set cost and shelf price", line.sentence)
        line.action_take()
        record.action_apply()
        product = line.product_id
        self.assertEqual((product.standard_price, product.seller_ids.price), (0, 10))
