# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import BarcodeCase

CHEESE, CHEESE_LABEL = "2112345000008", "2112345012346"


@tagged("post_install", "-at_install")
class TestResolver(BarcodeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kg = cls.env.ref("uom.product_uom_kgm")
        cls.unit = cls.env.ref("uom.product_uom_unit")
        cls.six = cls.env["uom.uom"].create(
            {"name": "Six", "relative_factor": 6, "relative_uom_id": cls.unit.id}
        )
        cls.oil = cls.product("Oil", barcode="3017620422003")
        cls.cheese = cls.product(
            "Cheese", barcode=CHEESE, uom_id=cls.kg.id, list_price=12.5
        )

    def scan(self, raw, user=None):
        products = self.env["product.product"].with_user(user or self.volunteer)
        return products._resolve_scan(raw)

    def pack(self, product, barcode, uom):
        return self.env["product.uom"].create(
            {"product_id": product.id, "barcode": barcode, "uom_id": uom.id}
        )

    def record(self, code, state, name="Bread"):
        return self.env["foodcoop.barcode.code"].create(
            {
                "code": code,
                "gtin14": code.zfill(14),
                "range_id": self.range.id,
                "item": int(code[5:12]),
                "state": state,
                "product_name": name,
            }
        )

    def test_a_gtin_is_found_in_every_spelling(self):
        for raw in ("3017620422003", "03017620422003", "]E03017620422003\r\n"):
            self.assertEqual(self.scan(raw).product_id, self.oil.id)

    def test_a_stored_upca_is_found_with_its_zero(self):
        rice = self.product("Rice", barcode="036000291452")
        self.assertEqual(self.scan("0036000291452").product_id, rice.id)

    def test_each_variant_by_its_own_code(self):
        size = self.env["product.attribute"].create(
            {
                "name": "Size",
                "value_ids": [(0, 0, {"name": "S"}), (0, 0, {"name": "L"})],
            }
        )
        line = {"attribute_id": size.id, "value_ids": [(6, 0, size.value_ids.ids)]}
        template = self.env["product.template"].create(
            {"name": "Soap", "attribute_line_ids": [(0, 0, line)]}
        )
        small, large = template.product_variant_ids
        small.barcode, large.barcode = "4006381333931", "5449000000996"
        self.assertEqual(self.scan("5449000000996").product_id, large.id)
        self.assertIn("L", self.scan("5449000000996").name)

    def test_a_pack_counts_in_its_unit(self):
        self.pack(self.oil, "13017620422000", self.six)
        found = self.scan("13017620422000")
        self.assertEqual((found.uom_id, found.quantity), (self.six.id, 1))
        self.assertEqual(found.factor, 6)

    def test_a_case_without_a_code_of_its_own_suggests_what_is_inside(self):
        found = self.scan("13017620422000")
        self.assertFalse(found)
        self.assertEqual((found.reason, found.product_id), ("case_of", self.oil.id))

    def test_a_second_code_is_as_good_as_the_first(self):
        self.pack(self.oil, "2098700000016", self.unit)
        found = self.scan("2098700000016")
        self.assertEqual((found.product_id, found.factor), (self.oil.id, 1))

    def test_a_weight_label_weighs_and_its_base_asks(self):
        found = self.scan(CHEESE_LABEL)
        self.assertEqual(found.quantity, Decimal("1.234"))
        self.assertEqual(found.uom_id, self.kg.id)
        self.assertEqual(self.scan(CHEESE).reason, "ask_measure")

    def test_a_second_code_may_be_the_base_of_labels(self):
        self.cheese.barcode = "5449000000996"
        self.pack(self.cheese, CHEESE, self.kg)
        found = self.scan(CHEESE_LABEL)
        self.assertEqual(found.product_id, self.cheese.id)
        self.assertEqual(found.quantity, Decimal("1.234"))

    def test_a_price_label_keeps_its_price(self):
        ham = self.product(
            "Ham", barcode="2312345000002", uom_id=self.kg.id, list_price=10
        )
        found = self.scan("2312345002655")
        self.assertEqual((found.product_id, found.price), (ham.id, Decimal("2.65")))
        self.assertEqual(found.quantity, Decimal("0.265"))

    def test_a_gs1_128_finds_the_product_and_brings_lot_and_weight(self):
        self.cheese.barcode = "9521234543213"
        found = self.scan("]C1010952123454321331030012341726123110L7")
        self.assertEqual(found.product_id, self.cheese.id)
        self.assertEqual((found.lot, found.quantity), ("L7", Decimal("1.234")))

    def test_an_archived_product_is_named(self):
        self.oil.active = False
        found = self.scan("3017620422003")
        self.assertEqual((found.reason, found.name), ("archived", "Oil"))

    def test_the_goods_of_another_company_are_not_ours(self):
        other = self.env["res.company"].create({"name": "The other shop"})
        self.oil.company_id = other
        self.assertEqual(self.scan("3017620422003").reason, "unknown")

    def test_the_goods_of_a_parent_company_are_ours(self):
        branch = self.env["res.company"].create(
            {"name": "The stall", "parent_id": self.env.company.id}
        )
        self.volunteer.write({"company_ids": [(4, branch.id)]})
        self.oil.company_id = self.env.company
        self.pack(self.oil, "2098700000016", self.unit)
        products = self.env["product.product"].with_user(self.volunteer)
        stall = products.with_context(allowed_company_ids=branch.ids)
        for code in ("3017620422003", "2098700000016"):
            self.assertEqual(stall._resolve_scan(code).product_id, self.oil.id)

    def test_a_company_that_is_not_ones_own_is_not_believed(self):
        other = self.env["res.company"].create({"name": "The other shop"})
        self.oil.company_id = other
        products = self.env["product.product"].with_user(self.volunteer)
        forged = products.with_context(allowed_company_ids=other.ids)
        for ask in (forged.resolve_scan, forged.name_search):
            with self.assertRaises(AccessError):
                ask("3017620422003")

    def test_the_register_names_nothing_of_another_company(self):
        other = self.env["res.company"].create({"name": "The other shop"})
        self.oil.company_id = other
        self.record(self.number(1), "retired").product_id = self.oil
        found = self.scan(self.number(1))
        self.assertEqual((found.reason, found.name), ("retired", ""))
        self.range.company_id = other
        for item in (1, 2):
            found = self.scan(self.number(item))
            self.assertEqual((found.reason, found.range_name), ("unknown", ""))

    def test_a_number_of_ours_says_what_became_of_it(self):
        self.record(self.number(1), "retired")
        found = self.scan(self.number(1))
        self.assertEqual((found.reason, found.name), ("retired", "Bread"))
        found = self.scan(self.number(2))
        self.assertEqual(found.reason, "ours_but_nobodys")
        self.assertEqual(found.range_name, self.range.name)


@tagged("post_install", "-at_install")
class TestProgramsAsk(BarcodeCase):
    """The resolver as other addons and programs call it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cheese = cls.product(
            "Cheese", barcode=CHEESE, uom_id=cls.env.ref("uom.product_uom_kgm").id
        )

    def test_the_number_of_queries_does_not_grow(self):
        many = self.products(100)
        for index, product in enumerate(many, 1):
            product.barcode = self.number(index)
        codes = many.mapped("barcode")
        products = self.env["product.product"].with_user(self.volunteer)
        products._resolve_scans(codes)
        self.env.invalidate_all()
        with self.assertQueryCount(self._queries(products, codes[:1])):
            self.env.invalidate_all()
            found = products._resolve_scans(codes)
        self.assertEqual([one.product_id for one in found], many.ids)

    def _queries(self, products, codes):
        before = self.env.cr.sql_log_count
        products._resolve_scans(codes)
        return self.env.cr.sql_log_count - before

    def test_other_programs_get_plain_data_and_a_sentence(self):
        products = self.env["product.product"].with_user(self.volunteer)
        found = products.resolve_scan(CHEESE_LABEL)
        self.assertEqual((found["quantity"], found["reason"]), ("1.234", "found"))
        wrong = products.resolve_scan("4006381333930")
        self.assertIn("should be 1", wrong["sentence"])
        self.assertEqual(wrong["explanation"]["class"], "bad_check_digit")

    def test_every_reason_has_its_sentence(self):
        products = self.env["product.product"]
        for raw in ("", "x", "1234", "123456789", "3.01E+12", "9" * 30, "(99)", "%s%"):
            self.assertTrue(products.resolve_scan(raw)["sentence"])

    def test_a_member_may_not_ask(self):
        products = self.env["product.product"].with_user(self.member)
        with self.assertRaises(AccessError):
            products.resolve_scan(CHEESE)
        with self.assertRaises(AccessError):
            products.scan_measures()

    def test_a_nul_among_the_signs_is_no_sign(self):
        products = self.env["product.product"].with_user(self.volunteer)
        self.assertEqual(products.resolve_scan(f"{CHEESE}\0")["name"], "Cheese")
        self.assertEqual(products.resolve_scan("a\0b")["reason"], "not_digits")
        self.assertEqual(products.name_search("a\0b"), [])

    def test_too_many_at_once_are_refused(self):
        with self.assertRaisesRegex(UserError, "more than 1000 scans"):
            self.env["product.product"].resolve_scans(["x"] * 1001)
