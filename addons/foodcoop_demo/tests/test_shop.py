# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_demo.chapters import TOLD, build
from odoo.addons.foodcoop_demo.lib.suppliers import SUPPLIERS
from odoo.exceptions import UserError

from .common import DemoCase


class TestShop(DemoCase):
    """A French shop, with all that was told and nothing twice."""

    def test_french_company_in_euros_with_prices_that_hold_the_tax(self):
        company = self.env.company
        self.assertEqual(company.name, "La Fourmilière")
        self.assertEqual(company.country_id.code, "FR")
        self.assertEqual(company.currency_id.name, "EUR")
        self.assertEqual(company.chart_template, "fr")
        self.assertEqual(company.account_price_include, "tax_included")

    def test_everybody_and_everything_is_there(self):
        mail = [person.email for person in self.shop.members]
        partners = self.env["res.partner"].search([("email", "in", mail)])
        self.assertEqual(len(partners), 300)
        self.assertEqual(len(self.goods), 400)
        self.assertEqual(len(self.goods.seller_ids.partner_id), len(SUPPLIERS))

    def test_goods_bear_the_codes_and_prices_they_were_told_with(self):
        numbered = self.env["foodcoop.barcode.code"].search([]).product_id
        for told in self.shop.goods:
            record = self.product[told.reference]
            if told.barcode or record not in numbered:
                self.assertEqual(record.barcode or "", told.barcode)
            self.assertEqual(record.lst_price, float(told.price))
            self.assertEqual(record.taxes_id.amount, float(told.vat))
            self.assertEqual(
                record.product_uom_ids.mapped("barcode"),
                [told.pack_barcode] if told.pack_barcode else [],
            )

    def test_the_bakery_has_numbers_of_our_own(self):
        bread = self.goods.filtered(lambda p: p.name == "Baguette de tradition")
        self.assertTrue(bread.barcode.startswith("20"))
        issued = self.env["foodcoop.barcode.code"].search(
            [("code", "=", bread.barcode)]
        )
        self.assertEqual(issued.product_id, bread)

    def test_a_supplier_sells_whole_cases_at_the_price_of_a_case(self):
        told = next(p for p in self.shop.goods if p.pack == 12 and not p.weighed)
        offer = self.product[told.reference].seller_ids
        self.assertEqual(offer.product_uom_id.name, "Carton de 12")
        self.assertAlmostEqual(offer.price, float(told.cost * 12))
        self.assertAlmostEqual(offer.price_discounted, float(told.cost))

    def test_weights_are_kept_to_the_gram(self):
        weighed = next(p for p in self.shop.goods if p.weighed)
        unit = self.product[weighed.reference].uom_id
        self.assertEqual(unit, self.env.ref("uom.product_uom_kgm"))
        self.assertEqual(unit.round(1.2345), 1.235)

    def test_writing_it_twice_changes_nothing(self):
        before = self.env["product.product"].search_count([])
        build(self.env)
        self.assertEqual(self.env["product.product"].search_count([]), before)

    def test_a_database_in_use_is_refused_and_left_alone(self):
        """Without its mark, the demonstration looks like any shop that works."""
        self.env["ir.config_parameter"].set_param(TOLD, False)
        with self.assertRaisesRegex(UserError, "new database"):
            build(self.env(context={"lang": "en_US"}))
        self.assertEqual(self.env["foodcoop.member"].search_count([]), 300)

    def test_no_mail_waits_to_be_sent(self):
        self.assertFalse(self.env["mail.mail"].search([("state", "=", "outgoing")]))
