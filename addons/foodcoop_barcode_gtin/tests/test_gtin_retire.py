# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_gtin_arrival import GTIN, GtinCase


class RetireCase(GtinCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.honey.with_user(cls.manager)._receive_gtin(GTIN, "Facture")
        cls.env.flush_all()
        cls.codes = cls.env["foodcoop.barcode.code"]
        cls.old = cls.codes.search([("code", "=", cls.ours)])
        cls.today = fields.Date.context_today(cls.codes)

    def proposed(self, days=90):
        return self.codes._proposals(self.today + timedelta(days=days))

    def retire(self, rows, user=None):
        wizard = self.env["foodcoop.barcode.retire"].with_user(user or self.manager)
        return wizard.create({"code_ids": rows.ids}).action_confirm()


@tagged("post_install", "-at_install")
class TestGtinRetireElsewhere(RetireCase):
    """Two shops with one register."""

    def setUp(self):
        super().setUp()
        self.other = self.env["res.company"].create({"name": "Ailleurs"})

    def test_the_number_of_another_companys_goods_stays_as_it_is(self):
        jam = self.product(
            "Confiture", barcode="2112345000008", company_id=self.other.id
        )
        self.codes._note([jam.barcode], jam, "Reprise")
        row = self.row(jam.barcode)
        jam.action_archive()
        with self.assertRaisesRegex(UserError, "goods of another company"):
            self.retire(row)
        self.assertEqual((row.state, jam.barcode), ("imported", "2112345000008"))
        self.retire(row, self.env.user)
        with self.assertRaisesRegex(UserError, "goods of another company"):
            row.with_user(self.manager).action_take_back()
        self.assertEqual((row.state, jam.barcode), ("retired", False))

    def test_nor_is_the_number_of_another_companys_pack_retired(self):
        soap = self.product("Savon", company_id=self.other.id)
        packs = self.honey.product_uom_ids
        packs.write({"product_id": soap.id, "company_id": self.other.id})
        with self.assertRaisesRegex(UserError, "goods of another company"):
            self.retire(self.old)
        self.assertEqual(packs.exists().barcode, self.ours)


@tagged("post_install", "-at_install")
class TestGtinRetire(RetireCase):
    def test_the_second_number_is_proposed_after_ninety_days_without_a_scan(self):
        self.assertEqual(self.proposed(89), {})
        self.assertEqual(self.proposed(90), {self.old.id: "quiet"})

    def test_a_scan_at_the_till_puts_it_off(self):
        self.codes._record_scans([self.ours], self.today + timedelta(days=50))
        self.assertEqual(self.proposed(90), {})
        self.assertEqual(self.proposed(140), {self.old.id: "quiet"})

    def test_the_shop_sets_the_days(self):
        params = self.env["ir.config_parameter"].sudo()
        params.set_param("foodcoop_barcode_gtin.quiet_days", "30")
        self.assertEqual(self.proposed(30), {self.old.id: "quiet"})

    def test_a_longer_text_that_starts_alike_is_another_number(self):
        self.honey.product_uom_ids.unlink()
        self.honey.barcode = f"0{self.ours}-B"
        self.assertEqual(self.proposed(90), {self.old.id: "quiet"})

    def test_main_numbers_gtins_and_packs_are_never_proposed(self):
        jam = self.product("Confiture")
        self.allocate(jam)
        self.codes._note([self.pack(jam, "2112345000008").barcode], jam, "Reprise")
        self.assertEqual(self.proposed(1000), {self.old.id: "quiet"})

    def test_numbers_of_archived_and_deleted_products_are_proposed_at_once(self):
        jam, soap = self.product("Confiture"), self.product("Savon")
        self.allocate(jam | soap)
        of_jam, of_soap = self.row(jam.barcode), self.row(soap.barcode)
        jam.action_archive()
        soap.unlink()
        self.env.invalidate_all()
        found = self.codes.with_user(self.manager).search([("proposal", "!=", False)])
        self.assertEqual(found, of_jam | of_soap)
        self.assertEqual((of_jam.proposal, of_soap.proposal), ("archived", "deleted"))
        self.assertEqual(of_soap.product_name, "Savon")
        others = self.codes.search([("proposal", "=", False)])
        self.assertEqual(others & found, self.codes)
        self.assertIn(self.old, others)

    def test_retiring_stops_the_scan_and_the_register_remembers(self):
        self.retire(self.old)
        self.assertEqual(self.old.state, "retired")
        self.assertEqual(self.second_codes(self.honey), [])
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertEqual(self.old.product_id, self.honey)
        self.assertEqual(self.old.event_ids[0].kind, "retired")

    def test_retiring_twice_adds_one_row_of_history(self):
        self.retire(self.old)
        events = len(self.old.event_ids)
        self.retire(self.old)
        self.assertEqual(len(self.old.event_ids), events)

    def test_retiring_the_number_of_an_archived_product_empties_it(self):
        jam = self.product("Confiture")
        self.allocate(jam)
        row = self.row(jam.barcode)
        jam.action_archive()
        self.retire(row)
        self.assertFalse(jam.barcode)

    def test_the_main_number_of_goods_on_sale_is_not_retired(self):
        jam = self.product("Confiture")
        self.allocate(jam)
        with self.assertRaisesRegex(UserError, "main number of Confiture"):
            self.retire(self.row(jam.barcode))

    def test_a_retired_number_is_taken_back_as_it_was(self):
        self.retire(self.old)
        self.old.with_user(self.manager).action_take_back()
        self.assertEqual(self.old.state, "issued")
        self.assertEqual(self.second_codes(self.honey), [self.ours])
        self.assertEqual(self.proposed(0), {})

    def test_a_number_that_is_on_other_goods_is_not_taken_back(self):
        self.retire(self.old)
        self.product("Savon", barcode=self.ours)
        with self.assertRaisesRegex(UserError, "number of Savon now"):
            self.old.with_user(self.manager).action_take_back()
        self.assertEqual(self.old.state, "retired")

    def test_only_who_numbers_goods_retires_and_takes_back(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.retire(self.old, user)
            with self.assertRaises(AccessError):
                self.old.with_user(user)._retire("")
            with self.assertRaises(AccessError):
                self.old.with_user(user).action_take_back()
        self.assertEqual(self.old.state, "issued")

    def test_what_is_still_in_stock_is_said_first(self):
        if "stock.quant" not in self.env:
            self.skipTest("stock is not installed")
        self.honey.is_storable = True
        place = self.env["stock.location"].search([("usage", "=", "internal")], limit=1)
        self.env["stock.quant"]._update_available_quantity(self.honey, place, 7)
        wizard = self.env["foodcoop.barcode.retire"].create({"code_ids": self.old.ids})
        self.assertRegex(wizard.warning, r"7[.,]0+ of Miel de châtaignier")

    def test_a_code_scanned_often_is_written_once_a_day(self):
        self.codes._record_scans([self.ours, f"0{self.ours}", "no code"], self.today)
        self.assertEqual(self.old.last_scan, self.today)
        self.env.cr.execute(
            "SELECT xmin FROM foodcoop_barcode_code WHERE id = %s", self.old.ids
        )
        written = self.env.cr.fetchone()
        with self.assertQueryCount(2):  # how labels are read, and the update
            self.codes._record_scans([self.ours], self.today)
        self.env.cr.execute(
            "SELECT xmin FROM foodcoop_barcode_code WHERE id = %s", self.old.ids
        )
        self.assertEqual(self.env.cr.fetchone(), written)
        self.codes._record_scans([self.ours], self.today - timedelta(days=3))
        self.assertEqual(self.old.last_scan, self.today)

    def test_queries_for_the_list_do_not_grow_with_the_register(self):
        counts = []
        for size in (2, 2, 40):
            teas = self.products(size)
            self.allocate(teas)
            teas.action_archive()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.codes.search([("proposal", "!=", False)]).mapped("proposal")
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])
