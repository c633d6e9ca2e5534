# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestSearch(BarcodeCase):
    """A product is found by a scan wherever a product is chosen by its name."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.oil = cls.product("Oil", barcode="036000291452")

    def found(self, text, **options):
        products = self.env["product.product"].with_user(self.volunteer)
        return [row[0] for row in products.name_search(text, **options)]

    def test_by_its_code_with_more_zeros(self):
        self.assertEqual(self.found("0036000291452"), self.oil.ids)

    def test_by_its_second_code(self):
        self.env["product.uom"].create(
            {
                "product_id": self.oil.id,
                "barcode": "3017620422003",
                "uom_id": self.oil.uom_id.id,
            }
        )
        self.assertEqual(self.found("3017620422003"), self.oil.ids)

    def test_by_its_weight_label(self):
        self.oil.barcode = "2112345000008"
        self.assertEqual(self.found("2112345012346"), self.oil.ids)

    def test_the_domain_of_the_field_holds(self):
        other = [("id", "!=", self.oil.id)]
        self.assertEqual(self.found("0036000291452", domain=other), [])

    def test_not_by_the_code_of_a_case_nor_by_noise(self):
        self.oil.barcode = "3017620422003"
        self.assertEqual(self.found("13017620422000"), [])
        self.assertEqual(self.found("nothing is named so"), [])

    def test_names_are_searched_as_ever(self):
        self.assertIn(self.oil.id, self.found("Oil"))
        self.assertNotIn(self.oil.id, self.found("Oil", operator="not ilike"))

    def test_an_archived_product_stays_away(self):
        self.oil.active = False
        self.assertEqual(self.found("0036000291452"), [])

    def test_programs_are_told_how_labels_are_read(self):
        rules = self.env["foodcoop.barcode.range"].measure_rules()
        self.assertIn("21IIIIINNDDDC", [rule["pattern"] for rule in rules])
        currencies = {rule["kind"]: rule["currency"] for rule in rules}
        self.assertEqual(currencies["price"], self.env.company.currency_id.name)
