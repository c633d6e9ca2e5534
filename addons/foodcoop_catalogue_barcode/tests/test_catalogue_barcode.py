# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_catalogue.tests.common import CatalogueCase
from odoo.addons.foodcoop_catalogue.tests.offers import GTIN, OfferCase
from odoo.exceptions import UserError
from odoo.tests import tagged

TITLES = ("Code", "Désignation", "EAN", "Tarif", "Unité")
JAR = ("M1", "Miel de bruyère", None, 6.5, "U")
BRANDED = ("N1", "Pâte à tartiner", "3017620422003", 3.9, "U")
LOOSE = ("L1", "Lentilles en vrac", None, 2.4, "kg")


class OwnRanges:
    """Two ranges and no other: pieces get 20987..., weighed goods 21..."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ranges = cls.env["foodcoop.barcode.range"]
        ranges.search([]).active = False
        cls.fixed = ranges.create(
            {"name": "Our own goods", "prefix": "20987", "item_digits": 7}
        )
        cls.weight = cls.env.ref("foodcoop_barcode.range_weight")
        cls.weight.active = True


@tagged("post_install", "-at_install")
class TestCatalogueBarcode(OwnRanges, CatalogueCase):
    def read_rows(self, *rows):
        record = self.understand(self.new_import(self.workbook([TITLES, *rows])))
        record.line_ids.filtered(lambda line: line.kind == "new").take = True
        return record

    def numbers(self, record):
        record.action_apply()
        new = record.line_ids.filtered(lambda line: line.kind == "new")
        return {line.code: line.product_id.barcode for line in new}

    def register(self):
        return self.env["foodcoop.barcode.code"].search([("state", "=", "issued")])

    def test_new_goods_without_a_barcode_get_a_number_of_ours(self):
        given = self.numbers(self.read_rows(JAR, BRANDED))
        self.assertTrue(given["M1"].startswith("20987"))
        self.assertEqual(given["N1"], "3017620422003")
        self.assertIn(given["M1"], self.register().mapped("code"))

    def test_weighed_goods_get_one_that_the_scale_can_print(self):
        given = self.numbers(self.read_rows(LOOSE))
        self.assertTrue(given["L1"].startswith("21"))
        self.assertEqual(self.register()[0].range_id, self.weight)

    def test_without_the_tick_they_stay_without(self):
        record = self.read_rows(JAR)
        record.own_numbers = False
        self.assertEqual(self.numbers(record), {"M1": False})

    def test_goods_that_the_shop_has_already_are_left_alone(self):
        record = self.read_rows(("P3460", "Tarama rose", None, 1.2, "U"))
        self.line(record, "P3460").take = True
        record.action_apply()
        self.assertFalse(self.tarama.barcode)

    def test_a_shops_own_number_on_the_list_is_not_taken(self):
        record = self.read_rows(JAR)
        line = self.line(record, "M1")
        for code in ("2000000000015", "02000000000015", "20000004", "0412345678903"):
            line._turn(gtin=code, product_id=False)
            line._create_products()
            self.assertTrue(line.product_id.barcode.startswith("20987"), code)

    def test_without_free_numbers_nothing_is_written(self):
        self.fixed.active = False
        record = self.read_rows(JAR)
        with self.assertRaisesRegex(UserError, "take the tick"):
            record.action_apply()
        record.own_numbers = False
        record.action_apply()
        self.assertEqual(record.state, "applied")

    def test_a_hundred_more_cost_no_more_queries(self):
        def lines(count):
            rows = [(f"X{n}", f"Bocal {n}", None, 2.0, "U") for n in range(count)]
            products = self.env["product.product"].create(
                [{"name": row[1]} for row in rows]
            )
            self.env.flush_all()
            before = self.cr.sql_log_count
            products._number_new_goods()
            return self.cr.sql_log_count - before

        lines(5)
        few, many = lines(5), lines(105)
        self.assertLessEqual(many, few + 2)


@tagged("post_install", "-at_install")
class TestAddingBarcode(OwnRanges, OfferCase):
    """ "Add to our range": goods beside the range get their number, too."""

    def adding(self, **offer):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes", **offer))
        adding = self.env["foodcoop.catalogue.adding"].with_user(self.buyer)
        return adding.create({"item_id": self.item("N1").id})

    def added(self, adding):
        adding.action_add()
        return adding.item_id.product_id.barcode

    def test_goods_without_a_barcode_get_a_number_of_ours(self):
        adding = self.adding()
        self.assertTrue(adding.lacks_number)
        self.assertTrue(self.added(adding).startswith("20987"))

    def test_goods_with_a_barcode_keep_it(self):
        adding = self.adding(gtin=GTIN)
        self.assertFalse(adding.lacks_number)
        self.assertEqual(self.added(adding), GTIN)

    def test_how_they_are_sold_decides_the_range(self):
        adding = self.adding()
        adding.unit = "kg"
        self.assertTrue(self.added(adding).startswith("21"))

    def test_without_the_tick_they_stay_without(self):
        adding = self.adding()
        adding.own_number = False
        self.assertFalse(self.added(adding))

    def test_a_shops_own_number_on_the_list_is_not_taken(self):
        adding = self.adding(gtin="2000000000015")
        self.assertTrue(adding.lacks_number)
        self.assertTrue(self.added(adding).startswith("20987"))

    def test_without_free_numbers_nothing_is_written(self):
        self.fixed.active = False
        adding = self.adding()
        with self.assertRaisesRegex(UserError, "take the tick"), self.cr.savepoint():
            adding.action_add()
        self.assertFalse(adding.item_id.product_id)
        adding.own_number = False
        adding.action_add()
        self.assertTrue(adding.item_id.product_id)
