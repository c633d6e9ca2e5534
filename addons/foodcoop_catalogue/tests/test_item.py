# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, new_test_user, tagged

from .offers import GTIN, OfferCase


@tagged("post_install", "-at_install")
class TestItem(OfferCase):
    """The catalogue beside the range."""

    def test_every_offer_is_kept_and_only_ticked_ones_are_ours(self):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes", origin="Bretagne"))
        self.assertEqual(self.item("P3460").product_id, self.tarama)
        item = self.item("N1")
        self.assertEqual((item.origin, len(item.product_id)), ("Bretagne", 0))
        self.assertAlmostEqual(item.price, 2)

    def test_nothing_is_kept_of_a_list_that_was_not_applied(self):
        self.compared(self.offer())
        self.assertFalse(self.item("P3460"))

    def test_an_empty_cell_never_erases(self):
        self.applied(
            self.offer("N1", 2, "Rillettes", origin="Bretagne", gtin=GTIN), take=("N1",)
        )
        self.applied(self.offer("N1", None, "Rillettes", unit=""), self.offer())
        item = self.item("N1")
        self.assertEqual((item.origin, item.gtin), ("Bretagne", GTIN))
        self.assertAlmostEqual(item.price, 2)
        self.assertFalse(item.available)
        self.assertTrue(item.product_id)

    def test_what_a_full_list_leaves_out_is_no_longer_available(self):
        self.applied(self.offer(), self.offer("N1"))
        self.applied(self.offer(price=1.3), scope="partial")
        self.assertTrue(self.item("N1").available)
        self.applied(self.offer(price=1.35))
        self.assertFalse(self.item("N1").available)

    def test_undoing_a_list_gives_its_offers_back(self):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes"))
        second = self.applied(self.offer(price=1.3), self.offer("N2", 2, "Soupe"))
        second.action_undo()
        self.assertFalse(self.item("N2"))
        self.assertTrue(self.item("N1").available)
        self.assertAlmostEqual(self.item("P3460").price, 1.25)

    def test_added_to_our_range_in_one_touch(self):
        self.applied(
            self.offer(),
            self.offer("N1", 2, "RILLETTES DE BAR", gtin=GTIN, category="Traiteur"),
        )
        item = self.item("N1").with_user(self.buyer)
        action = item.action_add_to_range()
        adding = Form(
            self.env[action["res_model"]]
            .with_user(self.buyer)
            .with_context(**action["context"])
        )
        self.assertEqual(adding.name, "Rillettes de bar")
        adding.name = "Rillettes de bar 90 g"
        adding.list_price = 3.2
        adding.save().action_add()
        product = item.product_id
        self.assertEqual(
            (product.name, product.barcode), ("Rillettes de bar 90 g", GTIN)
        )
        self.assertAlmostEqual(product.list_price, 3.2)
        self.assertAlmostEqual(self.price_on(product), 12)
        self.assertEqual(self.sellers(product).product_code, "N1")
        line = self.line(self.compared(self.offer("N1", 2.1, "RILLETTES DE BAR")), "N1")
        self.assertEqual(line.kind, "changed")

    def test_twice_is_a_sentence(self):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes"))
        adding = self.env["foodcoop.catalogue.adding"].create(
            {"item_id": self.item("N1").id}
        )
        adding.action_add()
        with self.assertRaisesRegex(UserError, "in our range already"):
            adding.action_add()

    def test_the_category_is_where_its_likes_are(self):
        deli = self.env["product.category"].create({"name": "Deli"})
        self.tarama.categ_id = deli
        self.applied(
            self.offer(category="Traiteur"),
            self.offer("N1", 2, "Rillettes", category="Traiteur"),
        )
        adding = self.env["foodcoop.catalogue.adding"].create(
            {"item_id": self.item("N1").id}
        )
        self.assertEqual(adding.categ_id, deli)

    def test_a_product_made_from_the_differences_is_put_with_its_likes(self):
        deli = self.env["product.category"].create({"name": "Deli"})
        self.tarama.categ_id = deli
        self.applied(self.offer(category="Épicerie / Traiteur"))
        record = self.compared(
            self.offer(category="Épicerie / Traiteur"),
            self.offer("N1", 2, "Rillettes", category="Épicerie / Traiteur"),
            self.offer("N2", 2, "Huile", category="Épicerie / Huiles"),
        )
        oils = self.env["product.category"].create({"name": "Huiles"})
        record.line_ids.filtered(lambda line: line.kind == "new").take = True
        record.action_apply()
        self.assertEqual(self.item("N1").product_id.categ_id, deli)
        self.assertEqual(self.item("N2").product_id.categ_id, oils)

    def test_the_lists_own_word_is_offered_where_no_category_fits(self):
        self.applied(
            self.offer(),
            *(self.offer(f"N{n}", 2, f"Huile {n}", category="HUILES") for n in (1, 2)),
        )
        adding = self.env["foodcoop.catalogue.adding"].with_user(self.buyer)
        first = adding.create({"item_id": self.item("N1").id})
        self.assertFalse(first.categ_id)
        self.assertEqual(first.new_category, "Huiles")
        first.action_add()
        made = self.item("N1").product_id.categ_id
        self.assertEqual(made.name, "Huiles")
        second = adding.create({"item_id": self.item("N2").id})
        self.assertEqual((second.categ_id, second.new_category), (made, False))

    def test_an_offer_says_what_its_price_is_for(self):
        self.applied(self.offer(), self.offer("N1", 12, pack="24 pi", unit="colis"))
        item, money = self.item("N1"), self.env.company.currency_id
        item.write({"unit": "piece", "pack": 24, "per_pack": True})
        self.assertEqual(item.terms, f"{money.format(12)} for a case of 24")

    def test_a_new_product_is_sold_at_the_till(self):
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes"), take=["N1"])
        product = self.item("N1").product_id
        for name in ("is_storable", "available_in_pos"):
            if name in product._fields:  # the app for it is installed
                self.assertTrue(product[name], name)

    def test_the_shelf_price_has_the_margin_of_its_likes(self):
        self.tarama.list_price = 2.5
        self.applied(self.offer(), self.offer("N1", 2, "Rillettes"))
        adding = self.env["foodcoop.catalogue.adding"].create(
            {"item_id": self.item("N1").id}
        )
        self.assertAlmostEqual(adding.list_price, 4.0)
        self.assertIn("usual for this supplier", adding.price_sentence)

    def stranger(self):
        """A first list of a supplier that nothing is known of, and its offer."""
        supplier = self.env["res.partner"].create({"name": "Stranger"})
        record = self.compared(self.offer("N1", 2, "Rillettes"), supplier=supplier)
        return self.line(record, "N1")

    def goods(self, *prices):
        """All the shop has that it knows the cost of: [(cost, shelf price), ...]."""
        self.env["product.product"].search([]).standard_price = 0
        for cost, price in prices:
            self.product("Pâtes", "piece", standard_price=cost, list_price=price)

    def test_a_first_list_gets_the_shops_usual_margin(self):
        self.goods((1, 1.5), (2, 3.2), (4, 7.2))
        line = self.stranger()
        self.assertIn("new product at $\xa03.20", line.sentence)
        self.assertIn("as usual in the shop", line.sentence)
        line.action_take()
        line.import_id.action_apply()
        self.assertAlmostEqual(line.product_id.list_price, 3.2)

    def test_a_first_list_of_whom_we_buy_from_gets_the_margin_of_those_goods(self):
        self.goods((1, 1.5), (2, 3), (4, 6))
        self.tarama.write({"standard_price": 1, "list_price": 2})
        line = self.line(self.compared(self.offer("N1", 2, "Rillettes")), "N1")
        self.assertIn("new product at $\xa04.00", line.sentence)
        self.assertIn("as usual for this supplier", line.sentence)

    def test_where_no_margin_is_known_it_says_so(self):
        self.goods()
        line = self.stranger()
        self.assertIn("Set it before the product is sold", line.sentence)
        line.import_id._turn(state="read")
        self.env["foodcoop.catalogue.item"]._take_over(line.import_id)
        item = self.env["foodcoop.catalogue.item"].search(
            [("partner_id", "=", line.partner_id.id)]
        )
        adding = self.env["foodcoop.catalogue.adding"].create({"item_id": item.id})
        self.assertIn("Set it before the product is sold", adding.price_sentence)

    def test_the_suppliers_advice_is_the_shelf_price(self):
        offer = self.offer("N1", 2, "Rillettes", advised_price=Decimal("3.9"))
        line = self.line(self.compared(offer), "N1")
        self.assertIn("the supplier advises", line.sentence)

    def test_strangers_and_other_companies_see_no_offers(self):
        self.applied(self.offer())
        staff = new_test_user(self.env, "staff", groups="base.group_user")
        other = self.another_companys_buyer()
        for model in ("item", "answer", "change", "adding"):
            with self.assertRaises(AccessError):
                self.env[f"foodcoop.catalogue.{model}"].with_user(staff).search([])
        for model in ("item", "change"):
            found = self.env[f"foodcoop.catalogue.{model}"].with_user(other).search([])
            self.assertFalse(found)
