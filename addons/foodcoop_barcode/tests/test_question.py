# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from .common import BarcodeCase

NUTS = "3017620422003"


@tagged("post_install", "-at_install")
class TestQuestion(BarcodeCase):
    """A person asks what a code is."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.nuts = cls.product("Pâte à tartiner", barcode=NUTS)

    def ask(self, scan):
        form = Form(self.env["foodcoop.barcode.question"].with_user(self.manager))
        form.scan = scan
        return form

    def test_the_label_of_a_case_tells_its_product_lot_and_dates(self):
        for raw in (
            f"(01)0{NUTS}(10)LOT42(15)261231",
            f"]C1010{NUTS}1526123110LOT42",
            f"]d2010{NUTS}1526123110LOT42",
        ):
            form = self.ask(raw)
            self.assertEqual((form.answer, form.kind), ("found", "gs1_128"), raw)
            self.assertEqual(form.product_id, self.nuts)
            self.assertEqual(
                (form.lot, form.best_before), ("LOT42", date(2026, 12, 31))
            )

    def test_the_number_of_a_case_says_whose_it_may_be(self):
        form = self.ask("13017620422000")
        self.assertEqual((form.answer, form.kind), ("look", "gtin14_itf14"))
        self.assertIn("Pâte à tartiner", form.sentence)

    def test_a_wrong_digit_is_told(self):
        form = self.ask(NUTS[:-1] + "4")
        self.assertEqual(form.answer, "look")
        self.assertIn("should be 3", form.sentence)

    def test_every_length_and_noise_gets_an_answer(self):
        for raw in ("", " ", "x", "é\0", "9" * 60, "]C1", "(01)"):
            form = self.ask(raw)
            self.assertEqual(bool(form.sentence), bool(raw.strip()), raw)

    def test_it_is_for_people_who_number_goods(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.env["foodcoop.barcode.question"].with_user(user).create({})

    def test_goods_of_another_company_are_not_named(self):
        other = self.env["res.company"].create({"name": "Elsewhere"})
        self.nuts.company_id = other
        form = self.ask(NUTS)
        self.assertFalse(form.product_id)
        self.assertNotIn("tartiner", form.sentence)

    def test_a_second_number_finds_the_product_in_its_list(self):
        code = "4006381333931"
        self.env["product.uom"].create(
            {"product_id": self.nuts.id, "uom_id": self.nuts.uom_id.id, "barcode": code}
        )
        for model in ("product.template", "product.product"):
            arch = self.env[model].get_view(view_type="search")["arch"]
            self.assertIn("product_uom_ids.barcode", arch, model)
        found = self.env["product.template"].search(
            [("product_variant_ids.product_uom_ids.barcode", "ilike", code)]
        )
        self.assertEqual(found, self.nuts.product_tmpl_id)
