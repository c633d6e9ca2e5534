# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_barcode.tests.common import BarcodeCase
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

GTIN = "3017620422003"
NEXT_GTIN = "4006381333931"


class GtinCase(BarcodeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.honey = cls.product("Miel de châtaignier 500 g")
        cls.honey.with_user(cls.manager).action_allocate_barcode()
        cls.ours = cls.honey.barcode

    def receive(self, product, gtin=GTIN, user=None):
        return product.with_user(user or self.manager)._receive_gtin(gtin, "Facture")

    def second_codes(self, product):
        own = product.product_uom_ids.filtered(lambda p: p.uom_id == product.uom_id)
        return own.mapped("barcode")

    def row(self, code):
        return self.ledger([("code", "=", code)])

    def pack(self, product, barcode, unit="uom.product_uom_dozen"):
        values = {"product_id": product.id, "barcode": barcode}
        return self.env["product.uom"].create(
            values | {"uom_id": self.env.ref(unit).id}
        )

    def wizard(self, product, scan=None):
        form = Form(
            self.env["foodcoop.barcode.arrival"]
            .with_user(self.manager)
            .with_context(default_product_id=product.id)
        )
        if scan is not None:
            form.scan = scan
        return form


@tagged("post_install", "-at_install")
class TestGtinArrival(GtinCase):
    def test_the_gtin_becomes_the_number_and_ours_still_scans_as_one_unit(self):
        self.assertTrue(self.receive(self.honey))
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertEqual(self.second_codes(self.honey), [self.ours])

    def test_the_register_keeps_ours_in_use_and_learns_the_gtin(self):
        self.receive(self.honey)
        ours, gtin = self.row(self.ours), self.row(GTIN)
        self.assertEqual((ours.state, gtin.state), ("issued", "foreign"))
        self.assertEqual(gtin.product_id, self.honey)
        self.assertEqual(ours.event_ids.mapped("reason"), ["Facture"])
        self.assertEqual(gtin.event_ids.mapped("kind"), ["foreign"])

    def test_the_same_gtin_again_in_any_spelling_changes_nothing(self):
        self.receive(self.honey)
        events = self.env["foodcoop.barcode.event"].search_count([])
        for spelling in (GTIN, f"0{GTIN}", f"]E0{GTIN}", f"(01)0{GTIN}"):
            self.assertFalse(self.receive(self.honey, spelling))
        self.assertEqual(self.second_codes(self.honey), [self.ours])
        self.assertEqual(self.env["foodcoop.barcode.event"].search_count([]), events)

    def test_a_upc_of_twelve_digits_and_its_thirteen_are_the_same_number(self):
        self.receive(self.honey, "614141000036")
        self.assertEqual(self.honey.barcode, "0614141000036")
        self.assertFalse(self.receive(self.honey, "0614141000036"))

    def test_a_new_recipe_brings_a_new_gtin_and_every_older_one_still_scans(self):
        self.receive(self.honey)
        self.receive(self.honey, NEXT_GTIN)
        self.assertEqual(self.honey.barcode, NEXT_GTIN)
        self.assertEqual(set(self.second_codes(self.honey)), {self.ours, GTIN})

    def test_going_back_to_the_former_gtin_swaps_the_two(self):
        self.receive(self.honey)
        self.receive(self.honey, NEXT_GTIN)
        self.receive(self.honey, GTIN)
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertEqual(set(self.second_codes(self.honey)), {self.ours, NEXT_GTIN})

    def test_a_product_without_a_number_just_gets_its_gtin(self):
        jam = self.product("Confiture")
        self.receive(jam)
        self.assertEqual((jam.barcode, jam.product_uom_ids.ids), (GTIN, []))

    def test_a_number_from_before_the_register_enters_it_as_in_use(self):
        soap = self.product("Savon", barcode="2112345000008")
        self.receive(soap)
        self.assertEqual(self.row("2112345000008").state, "imported")

    def test_a_bad_number_is_refused_with_its_sentence_and_nothing_is_written(self):
        told = {
            "3017620422004": "should be 3",
            "2000000000015": "inside a shop only",
            "9812345000000": "coupon",
            "13017620422000": "number of a case",
            "01245714": "two different numbers",
            "Confiture": "no GTIN",
            "": "Scan or type",
        }
        before = self.env["foodcoop.barcode.code"].search_count([])
        for code, sentence in told.items():
            with self.subTest(code), self.assertRaisesRegex(UserError, sentence):
                self.receive(self.honey, code)
        self.assertEqual(self.honey.barcode, self.ours)
        self.assertEqual(self.env["foodcoop.barcode.code"].search_count([]), before)

    def test_the_number_of_a_pack_of_the_same_goods_is_refused(self):
        self.pack(self.honey, GTIN)
        with self.assertRaisesRegex(UserError, "pack .Dozens?"):
            self.receive(self.honey)

    def test_the_gtin_of_another_product_is_never_moved_silently(self):
        other = self.product("Miel", barcode=GTIN)
        with self.assertRaisesRegex(UserError, "already the number of Miel"):
            self.receive(self.honey)
        other.action_archive()
        with self.assertRaisesRegex(UserError, "already the number of Miel"):
            self.receive(self.honey, f"0{GTIN}")
        self.assertEqual((self.honey.barcode, other.barcode), (self.ours, GTIN))

    def test_the_product_of_another_company_that_bears_it_is_not_named(self):
        other = self.env["res.company"].create({"name": "Ailleurs"})
        self.product("Miel secret", barcode=GTIN, company_id=other.id)
        with self.assertRaisesRegex(UserError, "of another company") as refused:
            self.receive(self.honey)
        self.assertNotIn("secret", str(refused.exception))

    def test_only_who_numbers_goods_may_bring_a_gtin(self):
        for user in (self.volunteer, self.member):
            with self.assertRaises(AccessError):
                self.receive(self.honey, user=user)
            with self.assertRaises(AccessError):
                self.env["foodcoop.barcode.arrival"].with_user(user).create(
                    {"product_id": self.honey.id, "scan": GTIN}
                )
        self.assertEqual(self.honey.barcode, self.ours)


@tagged("post_install", "-at_install")
class TestGtinWizard(GtinCase):
    def test_the_form_button_shows_for_a_number_of_ours_only(self):
        self.assertTrue(self.honey.barcode_is_internal)
        self.receive(self.honey)
        self.assertFalse(self.honey.barcode_is_internal)
        self.assertFalse(self.honey.product_tmpl_id.barcode_is_internal)

    def test_what_is_typed_is_explained_at_once(self):
        form = self.wizard(self.honey)
        self.assertEqual(form.step, "ask")
        form.scan = "3017620422004"
        self.assertEqual(form.step, "no")
        self.assertIn("should be 3", form.sentence)
        form.scan = f" {GTIN}\n"
        self.assertEqual((form.step, form.gtin), ("take", GTIN))

    def test_confirming_gives_the_gtin_and_says_that_ours_still_scans(self):
        answer = self.wizard(self.honey, GTIN).save().action_receive()
        self.assertEqual(self.honey.barcode, GTIN)
        self.assertIn(f"{self.ours} still scans", answer["params"]["message"])

    def test_the_product_of_another_company_is_not_shown(self):
        other = self.env["res.company"].create({"name": "Ailleurs"})
        jam = self.product("Confiture", barcode="2112345000008", company_id=other.id)
        self.product("Miel", barcode=GTIN)
        wizards = self.env["foodcoop.barcode.arrival"].with_user(self.manager)
        wizard = wizards.create({"product_id": jam.id, "scan": GTIN})
        for name in ("barcode", "sentence", "comparison"):
            wizard.invalidate_recordset()
            with self.subTest(name), self.assertRaises(AccessError):
                wizard[name]
        with self.assertRaises(AccessError):
            self.receive(jam)

    def test_pressing_twice_does_no_harm(self):
        wizard = self.wizard(self.honey, GTIN).save()
        wizard.action_receive()
        wizard.action_receive()
        self.assertEqual(self.second_codes(self.honey), [self.ours])
