# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo.tests import Form, tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestShelfPrice(OfferCase):
    """The one known good: cost 1, on the shelf 2 and 5.5 % of VAT in it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.low, cls.high = cls.tax(5.5), cls.tax(20)
        cls.know(2.11, cls.low)
        cls.salmon.taxes_id = cls.low  # its cost is not known

    @classmethod
    def tax(cls, amount, included=True, **more):
        kept = "tax_included" if included else "tax_excluded"
        vals = {"amount": amount, "type_tax_use": "sale", **more}
        name = f"{amount} {kept} of our tests"
        return cls.env["account.tax"].create(
            {"name": name, "price_include_override": kept, **vals}
        )

    @classmethod
    def know(cls, price, taxes):
        cls.tarama.write({"standard_price": 1, "list_price": price})
        cls.tarama.taxes_id = taxes

    def new(self, vat=20):
        """An offer at 2 whose list says its VAT, or says none."""
        vat = vat and Decimal(vat)
        return self.line(self.compared(self.offer("N1", 2, "Vin", vat=vat)), "N1")

    def adding(self, **more):
        self.applied(self.offer(), self.offer("N1", 2, "Vin", **more))
        self.tarama.list_price = 2 * 1.25 * 1.055  # twice what its list says
        adding = self.env["foodcoop.catalogue.adding"].with_user(self.buyer)
        return Form(adding.with_context(default_item_id=self.item("N1").id))

    def assert_sold_at(self, price, line):
        self.assertIn(f"new product at $\xa0{price:.2f}.", line.sentence)
        line.action_take()
        line.import_id.action_apply()
        self.assertAlmostEqual(line.product_id.list_price, price)

    def test_another_rate_has_the_margin_of_its_likes(self):
        self.assert_sold_at(4.8, self.new())

    def test_the_same_rate_has_the_price_of_its_likes(self):
        self.assert_sold_at(4.22, self.new(vat=None))

    def test_likes_without_a_tax_are_net(self):
        self.know(2, self.env["account.tax"])
        self.assert_sold_at(4.8, self.new())

    def test_likes_whose_tax_comes_on_top_are_net(self):
        self.know(2, self.tax(5.5, included=False))
        self.assert_sold_at(4.8, self.new())

    def test_a_tax_that_comes_on_top_is_not_in_the_price(self):
        self.high.price_include_override = "tax_excluded"
        self.assert_sold_at(4, self.new())

    def test_a_fixed_tax_is_no_margin(self):
        self.know(2.21, self.low | self.tax(0.1, amount_type="fixed"))
        self.assert_sold_at(4.8, self.new())

    def test_goods_of_several_taxes_hold_them_all(self):
        self.know(2.21, self.low | self.tax(0.1, amount_type="fixed"))
        self.salmon.taxes_id = self.tarama.taxes_id
        self.assert_sold_at(4.32, self.new(vat=None))

    def test_another_companys_and_archived_taxes_are_in_no_price(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        gone = self.tax(8.5, active=False)
        self.know(2.11, self.low | gone | self.high.copy({"company_id": elsewhere.id}))
        self.assert_sold_at(4.8, self.new())

    def test_the_vat_of_the_category_that_one_chooses_is_in_the_price(self):
        cellar = self.env["product.category"].create({"name": "Vins"})
        self.product("Vin", "piece", categ_id=cellar.id, taxes_id=self.high.ids)
        adding = self.adding()
        self.assertAlmostEqual(adding.list_price, 4.22)
        adding.categ_id = cellar
        self.assertAlmostEqual(adding.list_price, 4.8)
        adding.save().action_add()
        self.assertAlmostEqual(self.item("N1").product_id.list_price, 4.8)

    def test_the_price_that_one_typed_stays(self):
        cellar = self.env["product.category"].create({"name": "Vins"})
        self.product("Vin", "piece", categ_id=cellar.id, taxes_id=self.high.ids)
        adding = self.adding()
        adding.list_price = 5
        adding.categ_id = cellar
        self.assertAlmostEqual(adding.list_price, 5)
        adding.save().action_add()
        self.assertAlmostEqual(self.item("N1").product_id.list_price, 5)

    def test_one_who_adds_is_proposed_the_margin_of_its_likes(self):
        self.assertAlmostEqual(self.adding(vat=Decimal(20)).list_price, 4.8)

    def test_a_shop_that_knows_no_margin_covers_what_it_pays(self):
        self.env["product.product"].search([]).standard_price = 0
        line = self.new()
        self.assertIn("only covers what we pay", line.sentence)
        self.assert_sold_at(2.4, line)

    def test_queries_do_not_grow_with_the_goods_and_their_taxes(self):
        line = self.new()

        def queries():
            for _time in ("warm", "counted"):
                self.env.flush_all()
                self.env.invalidate_all()
                before = self.env.cr.sql_log_count
                line._usual_markup()
            return self.env.cr.sql_log_count - before

        few = queries()
        for number in range(20):
            taxes = self.low | self.tax(number)
            good = self.product("Fromage", "piece", list_price=9, standard_price=3)
            good.taxes_id = taxes
            self.price(good, f"F{number}", 3)
        self.assertLessEqual(queries(), few)
