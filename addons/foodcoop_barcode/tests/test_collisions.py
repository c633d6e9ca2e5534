# SPDX-License-Identifier: AGPL-3.0-or-later
from unittest import SkipTest

from odoo.tests import tagged

from .common import BarcodeCase

BADGE = "somebody's badge or voucher"


@tagged("post_install", "-at_install")
class TestCollisions(BarcodeCase):
    """Whatever bears a number already, the next product does not get it."""

    def is_passed_over(self, model, values, name=None):
        if model not in self.env:
            raise SkipTest(f"{model} is not installed here")
        bearer = self.env[model].create(values)
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))
        skipped = self.ledger([("state", "=", "skipped")])
        self.assertEqual(skipped.code, self.number(1))
        self.assertIn(name or bearer.display_name, skipped.reason)
        return skipped.reason

    def test_a_member_of_any_company(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        lucie = self.env["res.partner"].create({"name": "Lucie Kermarrec"})
        lucie.with_company(other).barcode = self.number(1)
        honey = self.product("Miel de châtaignier 500 g")
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2))

    def test_goods_of_another_company_are_not_named(self):
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        values = {"name": "Secret", "barcode": self.number(1), "company_id": other.id}
        reason = self.is_passed_over("product.product", values, "of another company")
        self.assertNotIn("Secret", reason)

    def test_an_archived_member(self):
        values = {"name": "Karim", "barcode": self.number(1), "active": False}
        self.assertNotIn("Karim", self.is_passed_over("res.partner", values, BADGE))

    def test_an_employees_badge(self):
        values = {"name": "Odile Marchand", "barcode": self.number(1)}
        reason = self.is_passed_over("hr.employee", values, BADGE)
        self.assertNotIn("Odile", reason)

    def test_a_loyalty_card(self):
        if "loyalty.program" not in self.env:
            raise SkipTest("loyalty is not installed here")
        program = self.env["loyalty.program"].create({"name": "Bons d'achat"})
        values = {"program_id": program.id, "code": self.number(1)}
        reason = self.is_passed_over("loyalty.card", values, BADGE)
        self.assertNotIn(self.number(1), reason)

    def test_a_location(self):
        values = {"name": "Chambre froide", "barcode": self.number(1)}
        self.is_passed_over("stock.location", values)

    def test_a_type_of_package(self):
        values = {"name": "Cagette", "barcode": self.number(1)}
        self.is_passed_over("stock.package.type", values)

    def test_a_package(self):
        self.is_passed_over("stock.package", {"name": self.number(1)})

    def test_a_lot(self):
        values = {"name": self.number(1), "product_id": self.product("Comté").id}
        self.is_passed_over("stock.lot", values)

    def test_an_operation_type(self):
        values = {
            "name": "Réception",
            "code": "incoming",
            "sequence_code": "REC",
            "barcode": self.number(1),
        }
        self.is_passed_over("stock.picking.type", values, "Réception")

    def test_a_number_of_eight_digits_is_found_with_its_zeros(self):
        small = self.env["foodcoop.barcode.range"].create(
            {"name": "Petites", "purpose": "small", "prefix": "29", "item_digits": 5}
        )
        first = small._spec().number(1).code
        self.product("Piment", barcode=f"00000{first}")
        pepper = self.product("Poivre")
        pepper._allocate_barcode("small")
        self.assertEqual(pepper.barcode, small._spec().number(2).code)

    def test_thousands_of_numbers_in_use_are_passed_over_in_a_few_steps(self):
        codes = [self.number(item) for item in range(1, 2501)]
        self.env["product.product"].create(
            [{"name": code, "barcode": code} for code in codes]
        )
        honey = self.product("Miel de châtaignier 500 g")
        self.env.flush_all()
        before = self.cr.sql_log_count
        self.allocate(honey)
        self.assertEqual(honey.barcode, self.number(2501))
        self.assertLess(self.cr.sql_log_count - before, 120)
        self.assertEqual(len(self.ledger([("state", "=", "skipped")])), 2500)
