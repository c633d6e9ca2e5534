# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import tagged

from .offers import GTIN, OfferCase


@tagged("post_install", "-at_install")
class TestDecide(OfferCase):
    """What a person says of a row, and that nobody is asked again."""

    def test_refused_this_time_comes_back_next_time(self):
        record = self.compared(self.offer())
        self.line(record, "P3460").action_leave()
        self.assertFalse(self.line(record, "P3460").take)
        again = self.line(self.compared(self.offer()), "P3460")
        self.assertEqual((again.kind, again.take), ("changed", True))

    def test_refused_for_good_is_not_proposed_at_this_price_again(self):
        line = self.line(self.compared(self.offer()), "P3460")
        line.action_never()
        self.assertEqual((line.kind, line.take), ("refused", False))
        again = self.line(self.compared(self.offer()), "P3460")
        self.assertEqual((again.kind, again.take), ("refused", False))
        dearer = self.line(self.compared(self.offer(price=1.3)), "P3460")
        self.assertEqual((dearer.kind, dearer.take), ("changed", True))

    def test_taking_what_was_refused_for_good_forgets_the_refusal(self):
        self.line(self.compared(self.offer()), "P3460").action_never()
        line = self.line(self.compared(self.offer()), "P3460")
        line.action_take()
        self.assertEqual((line.kind, line.take), ("changed", True))
        again = self.line(self.compared(self.offer()), "P3460")
        self.assertEqual(again.kind, "changed")

    def test_what_is_gone_may_be_refused_for_good(self):
        self.line(self.compared(self.offer()), "4802").action_never()
        again = self.line(self.compared(self.offer()), "4802")
        self.assertEqual((again.kind, again.take), ("refused", False))

    def test_what_is_gone_and_refused_for_good_can_be_taken_after_all(self):
        self.line(self.compared(self.offer()), "4802").action_never()
        record = self.compared(self.offer())
        line = self.line(record, "4802")
        self.assertTrue(line.takeable)
        line.action_take()
        self.assertEqual((line.kind, line.take), ("gone", True))
        record.action_apply()
        self.assertTrue(self.salmon_price.date_end)

    def test_a_new_product_is_refused_whatever_it_costs_then(self):
        self.line(self.compared(self.offer("N1")), "N1").action_never()
        again = self.line(self.compared(self.offer("N1", 9)), "N1")
        self.assertEqual(again.kind, "refused")

    def test_near_names_are_proposed_and_the_answer_is_remembered(self):
        soup = self.product("Soupe de poissons de roche", "piece")
        self.product("Savon noir", "piece")
        line = self.line(
            self.compared(self.offer("77", 4, "Soupe poisson roche")), "77"
        )
        self.assertEqual((line.kind, line.candidate_ids), ("new", soup))
        self.assertIn("We may have it already", line.sentence)
        line.choice_id = soup
        line.action_choose()
        self.assertEqual(line.product_id, soup)
        again = self.line(self.compared(self.offer("77", 4, "Other words")), "77")
        self.assertEqual((again.product_id, len(again.candidate_ids)), (soup, 0))

    def test_none_of_them_is_not_proposed_again(self):
        self.product("Soupe de poissons de roche", "piece")
        line = self.line(
            self.compared(self.offer("77", 4, "Soupe poisson roche")), "77"
        )
        line.action_none()
        self.assertFalse(line.candidate_ids)
        again = self.line(
            self.compared(self.offer("77", 4, "Soupe poisson roche")), "77"
        )
        self.assertEqual((again.kind, len(again.candidate_ids)), ("new", 0))

    def test_a_new_code_for_what_seems_gone_is_one_answer(self):
        """The supplier renumbered: one touch, and its price is compared."""
        record = self.compared(self.offer("P9999", 1.25, "Tarama de la maison"))
        line = self.line(record, "P9999")
        self.assertEqual(line.candidate_ids, self.tarama)
        line.choice_id = self.tarama
        line.action_choose()
        self.assertEqual((line.kind, line.seller_id), ("changed", self.tarama_price))
        self.assertAlmostEqual(line.percent, 6.8)
        self.assertFalse(self.line(record, "P3460"))
        line.action_take()
        record.action_apply()
        self.assertEqual(self.sellers(self.tarama)[-1].product_code, "P9999")

    def test_a_code_of_another_product_holds_until_it_is_decided(self):
        self.tarama_price.product_name = "Tarama doré"
        record = self.compared(self.offer(name="Savon noir"))
        line = self.line(record, "P3460")
        self.assertEqual((line.kind, line.take), ("conflict", False))
        self.assertIn("another product's", line.sentence)
        line.action_none()
        self.assertEqual((line.kind, len(line.product_id)), ("new", 0))
        line.action_take()
        record.action_apply()
        self.assertEqual(line.product_id.name, "Savon noir")
        self.assertFalse(self.tarama_price.date_end)
        again = self.line(
            self.compared(self.offer(name="Savon noir", price=1.3)), "P3460"
        )
        self.assertEqual((again.kind, again.product_id), ("changed", line.product_id))

    def test_a_renamed_product_is_said_to_be_the_same_once(self):
        self.tarama_price.product_name = "Tarama doré"
        line = self.line(self.compared(self.offer(name="Caviar de cabillaud")), "P3460")
        line.action_choose()
        self.assertEqual((line.kind, line.seller_id), ("changed", self.tarama_price))
        again = self.line(
            self.compared(self.offer(name="Caviar de cabillaud")), "P3460"
        )
        self.assertEqual(again.kind, "changed")

    def test_a_barcode_of_another_suppliers_product_asks(self):
        other = self.env["res.partner"].create({"name": "Else"})
        soup = self.product("Soupe", "piece", barcode=GTIN)
        self.price(soup, "E1", 3.9, 1, partner_id=other.id)
        record = self.compared(self.offer("77", 3.8, "Soupe de roche", gtin=GTIN))
        line = self.line(record, "77")
        self.assertEqual((line.kind, line.product_id), ("conflict", soup))
        line.action_choose()
        line.action_take()
        record.action_apply()
        self.assertAlmostEqual(self.price_on(soup), 3.8 * 6)

    def test_one_barcode_on_two_rows_holds_both(self):
        record = self.compared(
            self.offer("N1", 2, "Rillettes", gtin=GTIN),
            self.offer("N2", 2, "Soupe", gtin=GTIN),
        )
        self.assertEqual(set(record.line_ids.mapped("kind")), {"conflict", "gone"})
        line = self.line(record, "N1")
        self.assertFalse(line.takeable)
        line.action_none()
        self.assertEqual((line.kind, line.takeable), ("new", True))

    def test_a_pack_barcode_of_the_shop_is_the_product(self):
        self.env["product.uom"].create(
            {"product_id": self.tarama.id, "barcode": GTIN, "uom_id": self.pieces.id}
        )
        self.tarama_price.product_code = False
        line = self.line(self.compared(self.offer("77", gtin=GTIN)), "77")
        self.assertEqual((line.kind, line.seller_id), ("changed", self.tarama_price))


@tagged("post_install", "-at_install")
class TestMoney(OfferCase):
    """What the differences say of money."""

    def buy(self, product, quantity, state="purchase", partner=None):
        order = self.env["purchase.order"].create(
            {
                "partner_id": (partner or self.supplier).id,
                "order_line": [
                    (0, 0, {"product_id": product.id, "product_qty": quantity})
                ],
            }
        )
        order.order_line.product_uom_id = product.uom_id
        order.order_line.product_qty = quantity
        if state == "purchase":
            order.button_confirm()
        return order

    def test_a_year_of_what_was_bought_times_the_change(self):
        self.buy(self.tarama, 1200)
        line = self.line(self.compared(self.offer()), "P3460")
        self.assertAlmostEqual(line.money_year, 96.0)
        self.assertAlmostEqual(line.money_month, 8.0)

    def test_the_margin_is_of_the_shelf_price_without_vat(self):
        tax = self.env["account.tax"].create(
            {
                "name": "5.5",
                "amount": 5.5,
                "type_tax_use": "sale",
                "price_include_override": "tax_included",
            }
        )
        self.tarama.write({"list_price": 2.11, "taxes_id": [(6, 0, tax.ids)]})
        line = self.line(self.compared(self.offer(price=1.3)), "P3460")
        self.assertAlmostEqual(line.margin_before, 41.5)
        self.assertAlmostEqual(line.margin_after, 35.0)
        self.assertAlmostEqual(line.shelf_price_new, 2.34)

    def test_the_dearest_change_stands_first(self):
        self.buy(self.salmon, 1000)
        record = self.compared(
            self.offer(), self.offer("4802", 9.69, "Saumon", pack="", unit="Kg")
        )
        ups = record.line_ids.sorted().filtered(lambda line: line.theme.endswith("_up"))
        self.assertEqual(ups.mapped("code"), ["4802", "P3460"])

    def test_the_summary_says_how_many_and_how_much(self):
        self.buy(self.tarama, 1200)
        record = self.compared(self.offer(), self.offer("N1", 2, "Rillettes"))
        said = self.env["foodcoop.catalogue.line"]._summary(record)
        self.assertIn("Prices up: 1 (+", said[0])
        self.assertIn("8.00", said[0])
        self.assertEqual(said[1:], ["New: 1", "Gone from the list: 1"])

    def test_a_price_that_is_hardly_to_be_believed_adds_up_with_nothing(self):
        self.buy(self.tarama, 1200)
        record = self.compared(self.offer(price=12.5))
        said = self.env["foodcoop.catalogue.line"]._summary(record)
        self.assertEqual(said, ["Need you: 1", "Gone from the list: 1"])
        self.assertIn("lost comma", self.line(record, "P3460").sentence)
        self.assertNotIn("Far away", self.line(record, "P3460").sentence)

    def test_what_is_gone_but_on_order_is_said(self):
        self.buy(self.salmon, 5)
        gone = self.line(self.compared(self.offer()), "4802")
        self.assertIn("still on order", gone.sentence)

    def test_the_alarm_is_the_suppliers_own(self):
        self.assertFalse(self.line(self.compared(self.offer()), "P3460").alarmed)
        self.env["foodcoop.catalogue.format"].create(
            {"partner_id": self.supplier.id, "alarm_percent": 5}
        )
        line = self.line(self.compared(self.offer()), "P3460")
        self.assertEqual((line.alarmed, line.take), (True, False))
