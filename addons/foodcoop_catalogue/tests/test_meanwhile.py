# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, timedelta

from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import mute_logger

from .connections import TwoConnectionsCase


@tagged("post_install", "-at_install")
class TestChangedMeanwhile(TwoConnectionsCase):
    """Somebody else writes prices at the very moment: nothing of theirs is lost.

    PostgreSQL refuses who comes second, and Odoo does the whole of it once more, on
    what is there then.
    """

    def setUp(self):
        super().setUp()
        record = self.record(self.first)
        seller = self.sell(self.line(record, "P3463"))
        self.understand(record)
        line = self.line(record, "P3463")
        self.assertEqual((line.kind, line.seller_id), ("changed", seller))
        (record.line_ids - line).take = False
        line.action_reprice()
        self.assertTrue(line.reprice)
        self.first.commit()

    def sell(self, line):
        """The shop has this row's product at another price."""
        record = line.import_id
        unit = record.env["uom.uom"]._catalogue_units()[line.unit]
        product = record.env["product.product"].create(
            {"name": "Algues", "list_price": 9.0, "uom_id": unit.id}
        )
        self.paid = round(line.pack_price * 0.95, 2)
        seller = record.env["product.supplierinfo"].create(
            {
                "partner_id": record.partner_id.id,
                "product_id": product.id,
                "product_code": line.code,
                "price": self.paid,
                "product_uom_id": line._packs([("id", "=", line.id)])[line._size()].id,
                "date_start": date(2026, 1, 12),
            }
        )
        self.good_id, self.seller_id = product.id, seller.id
        return seller

    def good(self, cursor):
        return self.record(cursor).env["product.product"].browse(self.good_id)

    def seller(self, cursor):
        env = self.record(cursor).env
        return env["product.supplierinfo"].browse(self.seller_id)

    def sellers(self):
        record = self.record(self.second)
        self.second.rollback()
        record.env.invalidate_all(flush=False)
        return record.env["product.supplierinfo"].search(
            [("partner_id", "=", record.partner_id.id)], order="id"
        )

    def meanwhile(self, verb, change):
        """``change`` is committed after ``verb`` began to look, before it writes."""
        record = self.record(self.first)
        tries = []

        def act():
            tries.append(1)
            record.line_ids.mapped("take")  # from here on it sees this moment
            if len(tries) == 1:
                change(self.second)
                self.second.commit()
            verb(record)

        with mute_logger("odoo.sql_db", "odoo.service.model"):
            retrying(act, record.env)
        self.first.commit()
        return len(tries)

    def test_a_price_written_while_a_list_is_applied(self):
        def change(cursor):
            self.seller(cursor).write({"price": 4.2, "min_qty": 3})
            cursor.flush()

        tries = self.meanwhile(lambda record: record.action_apply(), change)
        self.assertEqual(tries, 2)
        old, new = self.sellers()
        self.assertEqual((old.price, new.min_qty), (4.2, 3))
        self.assertEqual(old.date_end, new.date_start - timedelta(days=1))
        self.record(self.first).action_undo()
        self.first.commit()
        left = self.sellers()
        self.assertEqual((left.id, left.price), (self.seller_id, 4.2))
        self.assertFalse(left.date_end)

    def test_a_price_taken_away_while_a_list_is_applied(self):
        def change(cursor):
            self.seller(cursor).unlink()
            cursor.flush()

        self.assertEqual(
            self.meanwhile(lambda record: record.action_apply(), change), 2
        )
        self.assertEqual(len(self.sellers()), 1)
        self.assertNotEqual(self.sellers().id, self.seller_id)

    def test_a_shelf_price_written_while_a_list_is_applied(self):
        def change(cursor):
            self.good(cursor).list_price = 9.5
            cursor.flush()

        with self.assertRaisesRegex(UserError, "shelf price was changed meanwhile"):
            self.meanwhile(lambda record: record.action_apply(), change)
        self.first.rollback()
        self.assertEqual(self.good(self.first).list_price, 9.5)
        self.assertEqual(self.sellers().mapped("price"), [self.paid])

    def test_a_price_written_while_a_list_is_taken_back(self):
        self.record(self.first).action_apply()
        self.first.commit()
        new = self.sellers()[-1]

        def change(cursor):
            new.with_env(self.record(cursor).env).price = 4.6
            self.good(cursor).list_price = 2.7
            cursor.flush()

        self.assertEqual(self.meanwhile(lambda record: record.action_undo(), change), 2)
        record = self.record(self.first)
        self.assertEqual((record.state, record.kept_count), ("undone", 2))
        self.assertEqual(self.sellers().mapped("price"), [self.paid, 4.6])
        self.assertEqual(self.good(self.first).list_price, 2.7)
