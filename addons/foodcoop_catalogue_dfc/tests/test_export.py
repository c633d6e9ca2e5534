# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import json
import re

from odoo.addons.foodcoop_catalogue.tests.common import CatalogueCase
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, new_test_user, tagged

GTIN, OURS = "3017620422003", "2000000000015"
COST, ASKED = 3.3337, 4.4441


class DfcCase(CatalogueCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.partner_id.lang = "en_US"
        cls.served("https://coop.example")
        cls.vat = cls.env["account.tax"].create(
            {
                "name": "5.5 included",
                "amount": 5.5,
                "price_include_override": "tax_included",
            }
        )
        mark = cls.env.ref("foodcoop_values.mark_ab")
        cls.honey = cls.product(
            "Miel de châtaignier",
            "piece",
            **{"default_code": "M1", "barcode": GTIN, "lst_price": 6.5},
            **{"origin": "France, Ardèche", "mark_ids": mark.ids},
            **{"description_sale": "Dark, strong", "description": "owes us money"},
            **{"standard_price": COST, "taxes_id": cls.vat.ids},
        )
        cls.price(cls.honey, "FERME-9", ASKED)
        cls.lentils = cls.product(
            "Lentilles en vrac", "kg", barcode=OURS, lst_price=2.4, taxes_id=False
        )

    @classmethod
    def served(cls, address):
        cls.env["ir.config_parameter"].set_param("web.base.url", address)

    def file_of(self, products, user=None):
        action = products.with_user(user or self.buyer).action_export_dfc()
        action = action.get("params", {}).get("next", action)
        file_id = int(re.search(r"/(\d+)/file", action["url"])[1])
        made = self.env["foodcoop.catalogue.dfc"].browse(file_id)
        return base64.b64decode(made.with_user(user or self.buyer).file)

    def rows(self, products):
        document = read_document(self.file_of(products), "catalogue.jsonld")
        self.assertEqual((document.kind, document.notes), ("dfc", ()))
        titles, *rows = document.sheets[0].rows
        return [dict(zip(titles, row, strict=True)) for row in rows]


@tagged("post_install", "-at_install")
class TestExport(DfcCase):
    def test_what_stands_on_the_shelf_is_in_the_file(self):
        honey, lentils = self.rows(self.honey | self.lentils)
        said = {name: honey[name] for name in ("sku", "name", "origin", "labels")}
        self.assertEqual(
            said,
            {
                **{"sku": "M1", "name": "Miel de châtaignier"},
                **{"origin": "France, Ardèche", "labels": "ab"},
            },
        )
        self.assertEqual((float(honey["price"]), float(honey["VAT rate"])), (6.5, 5.5))
        self.assertEqual((float(lentils["price"]), lentils["quantity"]), (2.4, "1 kg"))
        self.assertEqual((honey["GTIN"], lentils["GTIN"]), (GTIN, None))

    def test_what_is_not_for_the_public_is_not(self):
        text = self.file_of(self.honey).decode()
        self.assertIn("Dark, strong", text)
        for secret in (COST, ASKED, self.supplier.name, "FERME-9", "owes us money"):
            self.assertNotIn(str(secret), text)
        numbers = re.findall(r'"dfc-b:value": ([\d.]+)', text)
        self.assertEqual(numbers, ["1", "6.5"])

    def test_a_price_without_its_vat_is_written_as_customers_pay_it(self):
        self.vat.price_include_override = "tax_excluded"
        (honey,) = self.rows(self.honey)
        self.assertEqual(float(honey["price"]), 6.86)

    def test_a_price_of_0_is_none(self):
        self.honey.lst_price = 0
        (honey,) = self.rows(self.honey)
        self.assertIsNone(honey["price"])

    def test_the_net_content_is_the_quantity_where_there_is_one(self):
        sold = {"quantity": "1 pc"}
        if "net_content" in self.honey._fields:
            gram = self.env.ref("uom.product_uom_gram").id
            self.honey.write({"net_content": 500, "net_content_uom_id": gram})
            sold = {"quantity": "500 g"}
        (honey,) = self.rows(self.honey)
        self.assertEqual(honey["quantity"], sold["quantity"])

    def test_organic_without_a_label_is_said(self):
        self.lentils.organic = True
        (lentils,) = self.rows(self.lentils)
        self.assertEqual(lentils["labels"], "bio")

    def test_a_formula_stays_text(self):
        self.honey.name = '=HYPERLINK("x")</script>{"@id": 1}'
        (honey,) = self.rows(self.honey)
        self.assertEqual(honey["name"], self.honey.name)

    def test_what_is_not_sold_is_left_out_and_said(self):
        self.lentils.sale_ok = False
        both = (self.honey | self.lentils).with_user(self.buyer)
        self.assertIn("1 are left out", both.action_export_dfc()["params"]["message"])
        self.assertEqual(len(self.rows(both)), 1)
        with self.assertRaisesRegex(UserError, "nothing to offer"):
            self.lentils.with_user(self.buyer).action_export_dfc()

    def test_the_words_are_the_shops_whoever_asks(self):
        self.env.company.partner_id.lang = "fr_FR"
        self.assertIn("Ce que nous vendons", self.file_of(self.honey).decode())

    def ids(self):
        graph = json.loads(self.file_of(self.honey))["@graph"]
        return [node["@id"] for node in graph]

    def test_ids_begin_with_the_shops_address_and_stay_when_the_server_moves(self):
        honey = f"https://coop.example/dfc/products/{self.honey.id}"
        self.assertIn(honey, self.ids())
        for moved in ("http://coop.example:8070", "http://localhost:0"):
            self.served(moved)
            self.env.company.website = "https://other.example"
            self.assertIn(honey, self.ids())

    def test_a_server_of_no_address_is_known_by_the_shops_website(self):
        self.served("http://localhost:0")
        self.env.company.website = "https://fourmiliere.example"
        self.assertIn(
            f"https://fourmiliere.example/dfc/products/{self.honey.id}", self.ids()
        )

    def test_a_shop_without_an_address_is_told_what_to_do(self):
        self.served("http://coop.local:8069")
        self.env.company.website = False
        with self.assertRaisesRegex(UserError, "coop.local.+Settings > Companies"):
            self.ids()
        self.env.company.website = "https://fourmiliere.example"
        self.assertTrue(self.ids())

    def test_the_menu_of_templates_exports_their_products(self):
        action = self.env.ref("foodcoop_catalogue_dfc.product_template_dfc")
        templates = (self.honey | self.lentils).product_tmpl_id
        made = action.with_user(self.buyer).with_context(
            active_model=templates._name, active_ids=templates.ids
        )
        self.assertIn("/web/content/foodcoop.catalogue.dfc/", made.run()["url"])

    def test_who_does_not_buy_from_lists_gets_no_file(self):
        groups = "purchase.group_purchase_user,product.group_product_manager"
        other = new_test_user(self.env, "no lists", groups=groups)
        with self.assertRaises(AccessError):
            self.honey.with_user(other).action_export_dfc()
        actions = self.env["ir.actions.actions"].with_user(other)
        bound = actions.get_bindings("product.template").get("action", [])
        self.assertNotIn("Export for the Data Food Consortium", str(bound))

    def test_a_file_is_its_makers(self):
        self.file_of(self.honey)
        made = self.env["foodcoop.catalogue.dfc"].search([], order="id desc", limit=1)
        groups = "foodcoop_catalogue_list.group_manager"
        other = new_test_user(self.env, "other buyer", groups=groups)
        with self.assertRaises(AccessError):
            made.with_user(other).read(["file"])

    def test_a_hundred_more_cost_no_more_queries(self):
        def queries(count):
            values = [{"name": f"Bocal {n}", "lst_price": 2} for n in range(count)]
            goods = self.env["product.product"].create(values)
            goods.taxes_id = self.vat
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            goods.with_user(self.buyer).action_export_dfc()
            return self.cr.sql_log_count - before

        queries(5)
        few, many = queries(5), queries(105)
        self.assertLessEqual(many, few + 3)


@tagged("post_install", "-at_install")
class TestDownload(HttpCase):
    def test_the_file_comes_with_its_name_and_to_nobody_else(self):
        groups = {"dfc buyer": "foodcoop_catalogue_list.group_manager"}
        groups["dfc nobody"] = "base.group_user"
        buyer, _nobody = (
            new_test_user(self.env, login, groups=group, password=login)
            for login, group in groups.items()
        )
        self.env.company.website = "https://coop.example"
        honey = self.env["product.product"].create({"name": "Miel", "lst_price": 3})
        url = honey.with_user(buyer).action_export_dfc()["url"]
        self.authenticate("dfc buyer", "dfc buyer")
        found = self.url_open(url)
        self.assertRegex(found.headers["Content-Disposition"], r"catalogue-.+\.jsonld")
        self.assertEqual(found.json()["@context"], "https://www.datafoodconsortium.org")
        self.authenticate("dfc nobody", "dfc nobody")
        self.assertNotEqual(self.url_open(url).status_code, 200)
