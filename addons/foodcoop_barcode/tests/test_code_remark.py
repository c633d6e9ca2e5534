# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestCodeRemark(BarcodeCase):
    """What the register says of a number that somebody types into a product."""

    def remark(self, code, user=None):
        products = self.env["product.product"].with_user(user or self.manager)
        return products.remark_on_code(code)

    def record(self, item, state, **values):
        number = self.range._spec().number(item)
        kept = {"item": item, "range_id": self.range.id, "state": state}
        return self.env["foodcoop.barcode.code"].create(
            {"code": number.code, "gtin14": number.gtin14} | kept | values
        )

    def test_each_state_says_what_to_do(self):
        told = {
            "retired": "our number for Miel and is retired",
            "reserved": "kept aside and may stand on a spare label",
            "skipped": "was passed over",
            "foreign": "Another shop or supplier gave this number, here to Miel",
            "issued": "was given to Miel",
        }
        for item, (state, words) in enumerate(told.items(), 1):
            code = self.record(item, state, product_name="Miel").code
            with self.subTest(state):
                said = self.remark(code)
                self.assertEqual(said["tone"], "asks")
                self.assertIn(words, said["text"])

    def test_a_number_nobody_gave_is_the_shops_to_give(self):
        self.assertIn("press “Give a number”", self.remark(self.number(77))["text"])

    def test_the_name_is_for_who_may_read_the_register(self):
        code = self.record(1, "retired", product_name="Miel").code
        said = self.remark(code, self.volunteer)["text"]
        self.assertIn("retired", said)
        self.assertNotIn("Miel", said)

    def test_and_for_who_may_read_the_product(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        secret = self.product("Miel secret", company_id=other.id)
        row = self.record(
            1, "retired", product_id=secret.id, product_name="Miel secret"
        )
        said = self.remark(row.code)["text"]
        self.assertIn("retired", said)
        self.assertNotIn("secret", said)

    def test_the_bearer_counts_more_than_the_register(self):
        honey = self.product("Miel")
        self.allocate(honey)
        self.assertIn("the number of Miel.", self.remark(honey.barcode)["text"])
