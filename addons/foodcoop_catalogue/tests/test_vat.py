# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo.tests import Form, tagged

from .offers import OfferCase


@tagged("post_install", "-at_install")
class TestVat(OfferCase):
    """A new product of a list that says no VAT: usually 20 %, its likes 5.5 %."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.usual, cls.usual_bought = cls.tax(20), cls.tax(20, "purchase")
        cls.low, cls.low_bought = cls.tax(5.5), cls.tax(5.5, "purchase")
        cls.env.company.account_sale_tax_id = cls.usual
        cls.env.company.account_purchase_tax_id = cls.usual_bought
        (cls.tarama | cls.salmon).taxes_id = cls.low
        (cls.tarama | cls.salmon).supplier_taxes_id = cls.low_bought

    @classmethod
    def tax(cls, amount, use="sale"):
        name = f"{amount} of our tests"
        return cls.env["account.tax"].create(
            {"name": name, "amount": amount, "type_tax_use": use}
        )

    def new(self, **more):
        return self.line(self.compared(self.offer("N1", 2, "Rillettes", **more)), "N1")

    def taken(self, line):
        line.action_take()
        line.import_id.action_apply()
        return line.product_id.taxes_id, line.product_id.supplier_taxes_id

    def wines(self, *taxes):
        """Goods of others in a category that the list names; its taxes."""
        self.cellar = self.env["product.category"].create({"name": "Vins"})
        for number, tax in enumerate(taxes):
            wine = self.product(f"Vin {number}", "piece", categ_id=self.cellar.id)
            wine.taxes_id = tax

    def adding(self, **more):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes", **more))
        adding = self.env["foodcoop.catalogue.adding"].with_user(self.buyer)
        return Form(adding.with_context(default_item_id=self.item("N1").id))

    def test_it_is_taxed_as_the_suppliers_other_goods(self):
        line = self.new()
        self.assertIn("VAT 5.5\xa0%, as this supplier's other goods.", line.sentence)
        self.assertEqual(self.taken(line), (self.low, self.low_bought))

    def test_goods_that_do_not_agree_leave_the_shops_usual_one(self):
        self.salmon.taxes_id = self.usual
        line = self.new()
        self.assertIn("VAT 20\xa0%, the shop's usual one", line.sentence)
        self.assertEqual(self.taken(line), (self.usual, self.usual_bought))

    def test_goods_without_a_tax_say_nothing(self):
        self.salmon.taxes_id = False
        self.assertEqual(self.taken(self.new())[0], self.low)

    def test_where_purchases_do_not_agree_the_rate_tells(self):
        self.salmon.supplier_taxes_id = self.usual_bought
        self.assertEqual(self.taken(self.new()), (self.low, self.low_bought))

    def test_its_category_comes_before_its_supplier(self):
        self.wines(self.usual, self.usual)
        line = self.new(category="Vins")
        self.assertIn("VAT 20\xa0%, as the shop's goods in “Vins”.", line.sentence)
        self.assertEqual(self.taken(line), (self.usual, self.usual_bought))

    def test_what_the_list_says_counts_and_is_not_explained(self):
        line = self.new(vat=Decimal(20))
        self.assertNotIn("VAT", line.sentence)
        self.assertEqual(self.taken(line), (self.usual, self.usual_bought))

    def test_a_rate_that_the_shop_has_no_tax_for_is_told(self):
        line = self.new(vat=Decimal("7.75"))
        self.assertIn("says VAT 7.75 %: the shop has no such tax", line.sentence)
        self.assertIn("VAT 5.5\xa0%, as this supplier's other goods.", line.sentence)

    def test_a_shop_without_taxes_reads_nothing_of_them(self):
        (self.tarama | self.salmon).taxes_id = False
        self.env.company.account_sale_tax_id = False
        line = self.new()
        self.assertNotIn("VAT", line.sentence)
        self.assertFalse(self.taken(line)[0])

    def test_the_category_that_a_person_chooses_tells_it(self):
        self.wines(self.usual)
        adding = self.adding()
        self.assertIn("as this supplier's other goods", adding.vat_sentence)
        adding.categ_id = self.cellar
        self.assertIn("VAT 20\xa0%, as the shop's goods in “Vins”", adding.vat_sentence)
        adding.save().action_add()
        product = self.item("N1").product_id
        self.assertEqual(product.taxes_id, self.usual)
        self.assertEqual(product.categ_id, self.cellar)

    def test_the_vat_of_ones_own_choice_counts_against_the_lists_category(self):
        self.wines(self.usual)
        self.tarama.categ_id = self.env["product.category"].create({"name": "Mer"})
        adding = self.adding(category="Vins")
        self.assertEqual(adding.categ_id, self.cellar)
        adding.categ_id = self.tarama.categ_id
        adding.save().action_add()
        product = self.item("N1").product_id
        self.assertEqual(product.taxes_id, self.low)
        self.assertEqual(product.supplier_taxes_id, self.low_bought)

    def test_one_who_adds_is_told_what_the_list_says(self):
        adding = self.adding(vat=Decimal(20))
        self.assertEqual(adding.vat_sentence, "VAT 20\xa0%, as the list says.")
        adding.save().action_add()
        self.assertEqual(self.item("N1").product_id.taxes_id, self.usual)

    def test_another_companys_taxes_are_not_ours(self):
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        theirs = self.tax(8.5).copy({"company_id": elsewhere.id})
        self.tarama.taxes_id |= theirs
        self.assertEqual(self.taken(self.new())[0], self.low)
