# SPDX-License-Identifier: AGPL-3.0-or-later
import itertools
from datetime import date
from unittest.mock import patch

from odoo.addons.foodcoop_catalogue.models.product_supplierinfo_succeed import (
    ProductSupplierinfo,
)
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import TODAY
from .offers import OfferCase

MARCH = date(2027, 3, 1)


@tagged("post_install", "-at_install")
class TestPrices(OfferCase):
    """What applying writes into vendor lines, and how much it asks the database."""

    def described(self, seller):
        skipped = {"id", "create_date", "write_date", "display_name", "product_uom_id"}
        names = [
            name
            for name, field in seller._fields.items()
            if field.store and name not in skipped
        ]
        return {**seller.read(names)[0], "id": 0, "pack": seller.product_uom_id.factor}

    def both_roads(self, *offers):
        """The vendor line as SQL and as the ORM write it."""
        found = []
        for extended in (False, True):
            with self.env.cr.savepoint() as savepoint:
                with patch.object(
                    ProductSupplierinfo, "_is_extended", lambda _, e=extended: e
                ):
                    self.applied(*offers, take=[offer.code for offer in offers])
                codes = [offer.code for offer in offers]
                sellers = self.env["product.supplierinfo"].search(
                    [
                        ("partner_id", "=", self.supplier.id),
                        ("product_code", "in", codes),
                    ],
                    order="product_code, id",
                )
                found.append([self.described(seller) for seller in sellers])
                savepoint.rollback()
            self.env.invalidate_all()
        return found

    def test_sql_and_orm_write_the_same_over_an_old_price(self):
        self.tarama_price.write(
            {
                "delay": 4,
                "discount": 5,
                "min_qty": 2,
                "sequence": 7,
                "company_id": False,
            }
        )
        by_sql, by_orm = self.both_roads(self.offer(pack="12 x 90g"))
        self.assertEqual(len(by_sql), 2)
        self.assertEqual(by_sql, by_orm)

    def test_both_roads_end_before_a_price_foreseen_for_later(self):
        self.applied(self.offer(price=1.4), valid_from=MARCH)
        for found in self.both_roads(self.offer(price=1.2)):
            self.assertEqual(found[-1]["date_end"], date(2027, 2, 28))

    def test_sql_and_orm_write_the_same_where_there_was_none(self):
        by_sql, by_orm = self.both_roads(self.offer("NEW1", 3.3, "Rillettes"))
        for vals in (*by_sql, *by_orm):
            vals.pop("product_id"), vals.pop("product_tmpl_id")
        self.assertEqual(by_sql, by_orm)

    def test_nobody_in_this_shop_listens_to_vendor_lines(self):
        """Else lists of thousands of rows go the long way, and the bench says so."""
        self.assertFalse(self.env["product.supplierinfo"]._is_extended())

    def test_a_module_that_listens_is_heard(self):
        def create(self, vals_list):
            heard.extend(vals_list)
            return original(self, vals_list)

        cls, heard = type(self.env["product.supplierinfo"]), []
        original = cls.create
        with patch.object(cls, "create", create, create=True):
            self.assertTrue(self.env["product.supplierinfo"]._is_extended())
            self.applied(self.offer())
        self.assertEqual([vals["product_code"] for vals in heard], ["P3460"])

    def test_a_later_list_holds_from_its_day(self):
        self.applied(self.offer(), valid_from=MARCH)
        self.assertAlmostEqual(self.price_on(self.tarama, date(2027, 2, 28)), 1.17 * 6)
        self.assertAlmostEqual(self.price_on(self.tarama, MARCH), 1.25 * 6)

    def test_a_list_of_the_past_does_not_write_the_past_anew(self):
        self.applied(self.offer(), valid_from=date(2026, 11, 1))
        self.assertEqual(self.sellers(self.tarama)[-1].date_start, TODAY)

    def test_a_price_foreseen_for_later_keeps_its_day(self):
        self.applied(self.offer(price=1.4), valid_from=MARCH)
        self.applied(self.offer(price=1.2))
        self.assertAlmostEqual(self.price_on(self.tarama), 1.2 * 6)
        self.assertAlmostEqual(self.price_on(self.tarama, date(2027, 2, 28)), 1.2 * 6)
        self.assertAlmostEqual(self.price_on(self.tarama, MARCH), 1.4 * 6)

    def test_a_row_that_is_gone_says_what_one_cost(self):
        record = self.compared(self.offer("4802", 9.4, "Saumon", pack="", unit="Kg"))
        gone = self.line(record, "P3460")
        self.assertEqual(gone.kind, "gone")
        self.assertIn("1.17", gone.sentence)

    def test_a_row_that_is_gone_closes_its_price_when_taken(self):
        record = self.compared(self.offer())
        gone = self.line(record, "4802")
        self.assertEqual((gone.kind, gone.take), ("gone", False))
        gone.action_take()
        record.action_apply()
        self.assertEqual(self.salmon_price.date_end, date(2026, 11, 20))
        self.assertEqual(len(self.sellers(self.salmon)), 1)

    def test_a_price_that_changed_meanwhile_is_refused(self):
        first, second = (
            self.compared(self.offer()),
            self.compared(self.offer(price=1.3)),
        )
        first.action_apply()
        with self.assertRaisesRegex(
            UserError, "changed meanwhile. Read the list again"
        ):
            second.action_apply()
        self.assertAlmostEqual(self.price_on(self.tarama), 1.25 * 6)

    def test_a_barcode_that_is_in_use_is_left_out_of_a_new_product(self):
        gtin = "3017620422003"
        self.product("Other", "piece", barcode=gtin, active=False)
        record = self.applied(
            self.offer("N1", 2, "Rillettes", gtin=gtin),
            self.offer("N2", 2, "Soupe", gtin="8717438100418"),
            take=("N1", "N2"),
        )
        made = [self.line(record, code).product_id.barcode for code in ("N1", "N2")]
        self.assertEqual(made[1], "8717438100418")
        self.assertNotEqual(made[0], gtin)

    def test_a_new_product_is_named_for_people_and_costs_what_it_costs(self):
        offer = self.offer("N1", 12, "RILLETTES DE BAR", pack="12x90 grs", unit="colis")
        product = self.line(self.applied(offer, take=("N1",)), "N1").product_id
        self.assertEqual(product.name, "Rillettes de bar")
        self.assertAlmostEqual(product.standard_price, 1.0)

    def buys(self, count):
        """The shop buys so many teas; their next list."""
        products = self.env["product.product"].create(
            [{"name": f"Tea {n}"} for n in range(count)]
        )
        for number, product in enumerate(products):
            self.price(product, f"T{count}-{number}", 2.0, 6)
        self.env.flush_all()
        self.env.invalidate_all()
        return [
            self.offer(f"T{count}-{number}", 2.1, f"Tea {number}")
            for number in range(count)
        ]

    def asked(self, count):
        """How many queries it takes to compare, to apply and to undo a list."""
        offers, counts = self.buys(count), [self.env.cr.sql_log_count]
        record = self.compared(*offers, scope="partial")
        for step in (self.env.flush_all, record.action_apply, record.action_undo):
            step()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count)
        self.assertEqual(record.state, "undone")
        return [after - before for before, after in itertools.pairwise(counts)]

    def test_queries_do_not_grow_with_the_list(self):
        self.asked(3)  # warms up what is asked once
        few, many = self.asked(20), self.asked(40)
        for less, more in zip(few, many, strict=True):
            self.assertLessEqual(more, less + 5, f"{few} for 20, {many} for 40")
