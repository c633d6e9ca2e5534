# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged
from odoo.tools import format_date

from .test_gtin_arrival import GtinCase


@tagged("post_install", "-at_install")
class TestGtinReuse(GtinCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.range.write({"allow_reuse": True, "rest_months": 0})
        cls.teas = cls.products(3)
        cls.teas.with_user(cls.manager).action_allocate_barcode()
        cls.retired = cls.env["foodcoop.barcode.code"].search(
            [("product_id", "in", cls.teas.ids)], order="code"
        )
        cls.teas.action_archive()
        cls.retired.with_user(cls.manager)._retire("Plus en rayon")
        cls.jam = cls.product("Confiture")

    def form(self):
        wizards = self.env["foodcoop.barcode.reuse"].with_user(self.manager)
        return Form(wizards.with_context(default_range_id=self.range.id))

    def age(self, row, days):
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE foodcoop_barcode_event SET create_date = create_date - %s "
            "WHERE code_id = %s",
            [timedelta(days=days), row.id],
        )
        self.env.invalidate_all()

    def test_the_number_retired_longest_ago_is_given_again(self):
        oldest = self.retired[1]
        self.age(oldest, 10)
        form = self.form()
        self.assertEqual(form.code, oldest.code)
        self.assertIn("Tisane 1", form.history)
        form.product_id = self.jam
        form.save().action_confirm()
        self.assertEqual(self.jam.barcode, oldest.code)
        self.assertEqual((oldest.state, oldest.product_id), ("issued", self.jam))
        self.assertEqual(oldest.product_name, "Confiture")
        kinds = oldest.event_ids.sorted("id").mapped("kind")
        self.assertEqual(kinds, ["retired", "issued"])

    def test_the_range_must_allow_it_and_say_why_not(self):
        self.range.allow_reuse = False
        form = self.form()
        self.assertFalse(form.code)
        self.assertIn("never gives a number again", form.history)
        self.assertIn("new number", form.history)

    def test_a_number_rests_the_months_of_its_range(self):
        self.range.rest_months = 24
        told = self.form().history
        self.assertIn("still resting: 3", told)
        day = fields.Date.context_today(self.range) + relativedelta(months=24)
        self.assertIn(format_date(self.env, day), told)
        self.age(self.retired[2], 740)
        self.assertEqual(self.form().code, self.retired[2].code)

    def test_a_number_scanned_since_is_passed_over(self):
        self.age(self.retired[0], 10)
        codes = self.env["foodcoop.barcode.code"]
        codes._record_scans([self.retired[0].code], fields.Date.context_today(codes))
        self.assertEqual(self.form().code, self.retired[1].code)

    def test_a_number_on_other_goods_is_passed_over(self):
        self.product("Savon", barcode=self.retired[0].code)
        self.assertEqual(self.form().code, self.retired[1].code)

    def test_a_number_given_meanwhile_is_not_given_twice(self):
        first, second = self.form(), self.form()
        first.product_id, second.product_id = self.jam, self.product("Sirop")
        first, second = first.save(), second.save()
        shown = second.code
        first.action_confirm()
        with self.assertRaisesRegex(UserError, "cannot be given any more"):
            self.range._reuse_for(second.product_id, shown)

    def test_goods_by_the_piece_get_no_number_of_the_scale(self):
        weights = self.env.ref("foodcoop_barcode.range_weight")
        weights.write({"active": True, "allow_reuse": True, "rest_months": 0})
        kilo = self.env.ref("uom.product_uom_kgm")
        apples = self.product("Pommes", uom_id=kilo.id)
        apples.with_user(self.manager).action_allocate_barcode()
        number = apples.barcode
        apples.action_archive()
        self.ledger([("code", "=", number)]).with_user(self.manager)._retire("")
        pears = self.product("Poires", uom_id=kilo.id)
        wizards = self.env["foodcoop.barcode.reuse"].with_user(self.manager)
        wizard = wizards.create({"range_id": weights.id})
        offered = self.env["product.product"].search(wizard.product_domain)
        self.assertIn(pears, offered)
        self.assertNotIn(self.jam, offered)
        with self.assertRaisesRegex(UserError, "not sold by weight"):
            weights._reuse_for(self.jam, number)
        self.assertFalse(self.jam.barcode)

    def test_a_product_with_a_number_keeps_it(self):
        with self.assertRaisesRegex(UserError, "has a number already"):
            self.range._reuse_for(self.honey, self.retired[0].code)

    def test_only_who_numbers_goods_gives_a_number_again(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.range.with_user(user)._reuse_for(self.jam, self.retired[0].code)

    def test_what_one_has_open_is_closed_to_a_colleague(self):
        colleague = self.manager.copy({"login": "colleague"})
        for model, values in (
            ("arrival", {"product_id": self.honey.id}),
            ("retire", {"code_ids": self.retired.ids}),
            ("reuse", {"range_id": self.range.id}),
        ):
            wizards = self.env[f"foodcoop.barcode.{model}"]
            wizard = wizards.with_user(self.manager).create(values)
            self.assertTrue(wizard.has_access("write"))
            self.assertFalse(wizard.with_user(colleague).has_access("read"), model)

    def test_goods_in_stock_hold_the_number(self):
        if "stock.quant" not in self.env:
            self.skipTest("stock is not installed")
        self.teas[0].is_storable = True
        place = self.env["stock.location"].search([("usage", "=", "internal")], limit=1)
        self.env["stock.quant"]._update_available_quantity(self.teas[0], place, 2)
        self.assertEqual(self.form().code, self.retired[1].code)

    def test_queries_do_not_grow_with_the_retired_numbers(self):
        counts = []
        for size in (1, 1, 40):
            teas = self.products(size)
            self.allocate(teas)
            teas.action_archive()
            self.ledger([("product_id", "in", teas.ids)])._retire("")
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.range._rested()
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])
