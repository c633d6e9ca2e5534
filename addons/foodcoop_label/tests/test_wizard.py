# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from ..lib.paper import PAPERS
from .common import LabelCase

LONG = "Wild raspberry jam of the Cevennes cooked in a copper cauldron, large jar 350 g"


@tagged("post_install", "-at_install")
class TestWizard(LabelCase):
    def test_the_label_that_comes_out_scans_and_says_the_law(self):
        honey = self.product(origin="France, Drôme", organic=True)
        codes, text = self.scanned(self.print_(honey))
        self.assertEqual(codes, ["2000001000007"])
        for words in ("Chestnut honey", "7.50", "15.00", "/kg", "Drôme", "Organic"):
            self.assertIn(words, text)

    def test_as_many_labels_as_asked_from_the_place_asked(self):
        wizard = self.wizard(self.product(), kind="goods", start=20)
        wizard.line_ids.copies = 24
        self.assertEqual(wizard.summary, "Labels: 24, sheets: 3")
        wizard.action_print()
        self.assertEqual(self.scanned(wizard)[0], ["2000001000007"] * 24)

    def test_a_label_on_goods_shows_a_price_only_where_it_is_wanted(self):
        honey = self.product()
        self.assertNotIn("7.50", self.scanned(self.print_(honey, kind="goods"))[1])
        priced = self.print_(honey, kind="goods", show_price=True, note="Lot 42")
        self.assertIn("7.50", self.scanned(priced)[1])
        self.assertIn("Lot 42", self.scanned(priced)[1])

    def test_what_lacks_something_is_named_and_the_rest_is_printed(self):
        jam = self.product("Jam", net_content=0, barcode="2000001000014")
        wizard = self.wizard(jam | self.product())
        self.assertIn("Jam: add the net content", wizard.blocked)
        wizard.action_print()
        self.assertEqual(self.scanned(wizard)[0], ["2000001000007"])
        self.assertFalse(self.prints(jam))

    def test_nothing_to_print_says_why(self):
        free = self.product("Gift", list_price=0)
        with self.assertRaisesRegex(UserError, "Gift: add the selling price"):
            self.print_(free)
        with self.assertRaisesRegex(UserError, "no label to print"):
            self.print_(self.env["product.product"])

    def test_a_product_without_number_is_named(self):
        wizard = self.wizard(self.product("Thyme", barcode=False), kind="goods")
        self.assertIn("Thyme has no number", wizard.blocked)

    def test_a_wrong_check_digit_is_not_printed(self):
        wizard = self.wizard(self.product(barcode="2000001000008"), kind="goods")
        self.assertIn("no valid number", wizard.blocked)

    def test_a_long_code_on_a_tiny_label_asks_for_a_small_number(self):
        honey = self.product()
        wizard = self.wizard(honey, kind="goods", paper="8658")
        self.assertIn("small number of 8 digits", wizard.blocked)
        honey.barcode = "20012342"
        tiny = self.wizard(honey, kind="goods", paper="8658")
        tiny.action_print()
        self.assertEqual(self.scanned(tiny)[0], ["20012342"])

    def test_a_place_that_is_not_on_the_sheet_is_refused(self):
        for start in (0, 22):
            with self.assertRaisesRegex(UserError, "no such label"):
                self.print_(self.product(barcode=False), start=start)

    def test_every_paper_takes_long_names_and_all_prices(self):
        cheap = self.product(LONG, list_price=0.01, barcode="2000001000014")
        dear = self.product("Truffle", list_price=1234.56, barcode="2000001000021")
        for key in PAPERS:
            wizard = self.wizard(cheap | dear, paper=key)
            if wizard.blocked:
                self.assertEqual(key, "8658", wizard.blocked)
                continue
            wizard.action_print()
            self.assertIn("1,234.56", self.scanned(wizard)[1], key)

    def test_the_picture_shows_the_first_page(self):
        wizard = self.wizard(self.product())
        self.assertTrue(base64.b64decode(wizard.preview).startswith(b"\x89PNG"))

    def test_the_form_counts_along(self):
        honey = self.product()
        env = self.env["foodcoop.label.wizard"].with_user(self.manager)
        context = {"active_model": "product.product", "active_ids": honey.ids}
        with Form(env.with_context(**context)) as form:
            form.printer_id = self.printer
            with form.line_ids.edit(0) as line:
                line.copies = 30
            self.assertEqual(form.summary, "Labels: 30, sheets: 2")
            form.paper = "dymo-11354"
            self.assertEqual(form.summary, "Labels: 30")

    def test_a_zebra_gets_text(self):
        self.printer.write({"language": "zpl", "dpi": "203", "paper": "roll-57x32"})
        honey = self.product()
        text = base64.b64decode(self.print_(honey, kind="goods").file).decode()
        self.assertIn("^BEN", text)
        self.assertIn("^FD200000100000^FS", text)
        with self.assertRaisesRegex(UserError, "Choose a roll"):
            self.print_(honey, kind="goods", paper="L7160")

    def test_a_zebra_gets_a_code_with_its_sign_of_command(self):
        self.printer.write({"language": "zpl", "dpi": "203", "paper": "roll-57x32"})
        tea = self.product(barcode="T>1")
        text = base64.b64decode(self.print_(tea, kind="goods").file).decode()
        self.assertIn("^FD>:T>01^FS", text)

    def test_a_note_ends_where_a_line_does(self):
        wizard = self.wizard(self.product("Honey " * 2000), note="Lot 42 " * 2000)
        self.assertEqual(len(wizard.note), 60)
        self.assertFalse(wizard.blocked)
        wizard.action_print()
        self.assertIn("Lot 42", self.scanned(wizard)[1])

    def test_a_producer_gets_a_sheet_of_all_his_goods(self):
        farm = self.env["res.partner"].create({"name": "Ferme des Trois Chênes"})
        honey = self.product(seller_ids=[(0, 0, {"partner_id": farm.id})])
        self.product("Other", barcode="2000001000014")
        gone = self.product(
            "No longer made",
            barcode="2000001000021",
            seller_ids=[(0, 0, {"partner_id": farm.id})],
        )
        gone.seller_ids.product_id = gone
        gone.action_archive()
        wizard = self.wizard(farm.with_context(), kind="goods", paper="home")
        self.assertEqual(wizard.line_ids.product_id, honey)
        wizard.action_print()
        codes, text = self.scanned(wizard)
        self.assertEqual(codes, ["2000001000007"])
        self.assertIn("Ferme des Trois Chênes", text)

    def test_labels_speak_the_language_of_the_shop(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.env.company.partner_id.lang = "fr_FR"
        text = self.scanned(self.print_(self.product(organic=True)))[1]
        self.assertIn("15,00", text)
        self.assertIn("Bio", text)

    def test_too_many_labels_at_once_are_refused(self):
        teas = self.env["product.product"].create(
            [{"name": f"Tea {item}", "barcode": f"T-{item}"} for item in range(3)]
        )
        wizard = self.wizard(teas, kind="goods")
        wizard.line_ids.copies = 2000
        with self.assertRaisesRegex(UserError, "at most 5000"):
            wizard.action_print()

    def test_spare_labels_carry_numbers_kept_aside(self):
        env = self.env["foodcoop.label.wizard"].with_user(self.manager)
        wizard = env.create(
            {"kind": "spare", "printer_id": self.printer.id, "spare_count": 5}
        )
        self.assertEqual(wizard.summary, "Labels: 5, sheets: 1")
        wizard.action_print()
        codes = self.scanned(wizard)[0]
        kept = self.env["foodcoop.barcode.code"].search([("code", "in", codes)])
        self.assertEqual(len(kept), 5)
        self.assertEqual(set(kept.mapped("state")), {"reserved"})
        again = wizard.copy()
        again.action_print()
        self.assertFalse(set(codes) & set(self.scanned(again)[0]))
