# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, new_test_user, tagged

OIL, NUTS, CASE = "3017620422003", "4006381333931", "13017620422000"


@tagged("post_install", "-at_install")
class TestCodeRemark(TransactionCase):
    """Whose code it is, said while somebody types it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True))
        cls.products = cls.env["product.product"]
        cls.oil = cls.products.create({"name": "Huile", "barcode": OIL})
        cls.buyer = new_test_user(
            cls.env, "remark_buyer", groups="product.group_product_manager"
        )
        cls.member = new_test_user(cls.env, "remark_member", groups="base.group_portal")

    def remark(self, code, bearer=None, **context):
        products = self.products.with_user(self.buyer).with_context(**context)
        return products.remark_on_code(code, bearer)

    def test_the_number_of_another_product_is_said_in_every_spelling(self):
        for code in (OIL, f"0{OIL}", f" {OIL} "):
            said = self.remark(code)
            self.assertEqual(said["tone"], "wrong")
            self.assertIn("the number of Huile.", said["text"])

    def test_ones_own_number_needs_no_word(self):
        template = self.oil.product_tmpl_id
        self.assertFalse(self.remark(OIL, ["product.product", self.oil.id]))
        self.assertFalse(self.remark(OIL, ["product.template", template.id]))

    def test_nor_does_one_that_nobody_has(self):
        for code in (NUTS, "", "  ", None, "301762042200"):
            self.assertFalse(self.remark(code))

    def test_what_may_be_in_a_case_is_only_a_guess(self):
        self.assertFalse(self.remark(CASE))

    def test_the_code_of_a_pack_is_said_with_its_product(self):
        dozen = self.env.ref("uom.product_uom_dozen")
        self.env["product.uom"].create(
            {"product_id": self.oil.id, "uom_id": dozen.id, "barcode": CASE}
        )
        self.assertIn("Huile", self.remark(CASE)["text"])

    def test_what_is_no_longer_sold_only_makes_one_think(self):
        self.oil.active = False
        said = self.remark(OIL)
        self.assertEqual(said["tone"], "asks")
        self.assertIn("Huile has this number and is no longer sold", said["text"])

    def test_what_one_may_not_read_is_not_named(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        self.oil.company_id = other
        self.assertFalse(self.remark(OIL))
        self.oil.company_id = False
        self.env["ir.rule"].create(
            {
                "name": "Oil is secret",
                "model_id": self.env.ref("product.model_product_product").id,
                "domain_force": f"[('id', '!=', {self.oil.id})]",
            }
        )
        self.assertFalse(self.remark(OIL))

    def test_two_shops_may_have_one_code(self):
        here, other = self.env.company, self.env["res.company"].create({"name": "B"})
        self.buyer.company_ids = [Command.link(other.id)]
        self.oil.company_id = other
        twin = self.products.create({"name": "Huile ici", "company_id": here.id})
        both = {"allowed_company_ids": [here.id, other.id]}
        self.assertFalse(self.remark(OIL, ["product.product", twin.id], **both))
        self.assertIn("Huile", self.remark(OIL, **both)["text"])

    def test_a_strange_question_gets_no_answer_and_breaks_nothing(self):
        for bearer in (["res.users", 2], ["product.product", 0], ["", False]):
            self.assertIn("Huile", self.remark(OIL, bearer)["text"])
        self.assertFalse(self.remark("9" * 60))

    def test_a_stranger_may_not_ask(self):
        with self.assertRaises(AccessError):
            self.products.with_user(self.member).remark_on_code(OIL)
