# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from psycopg2.errors import UniqueViolation

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import TODAY, CatalogueCase
from .connections import TwoConnectionsCase


@tagged("post_install", "-at_install")
class TestConcurrency(CatalogueCase):
    def test_the_database_lets_a_file_be_applied_once(self):
        first, second = self.read_list(), self.read_list()
        first.action_apply()
        with (
            self.assertRaises(UniqueViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            second.sudo().write({"state": "applied", "applied_on": TODAY})
            self.env.flush_all()

    def test_two_open_imports_of_one_file_apply_once(self):
        first, second = self.read_list(), self.read_list()
        first.action_apply()
        with self.assertRaisesRegex(UserError, "already imported"):
            second.action_apply()


@tagged("post_install", "-at_install")
class TestTwoConnections(TwoConnectionsCase):
    """Two people press Apply at the same moment."""

    def test_who_comes_second_gets_a_sentence(self):
        self.record(self.first).action_apply()
        with self.assertRaisesRegex(UserError, "Someone else is applying"):
            self.record(self.second).action_apply()
        self.first.commit()
        self.second.rollback()
        with self.assertRaisesRegex(UserError, "was applied on"):
            self.record(self.second).action_apply()

    def other_list(self):
        """Another file of the same supplier, compared before the first was applied."""
        env = api.Environment(self.first, SUPERUSER_ID, {})
        partner = self.record(self.first).partner_id
        data = base64.b64encode(self.list_bytes({"P3463": 4.9}))
        other = env["foodcoop.catalogue.import"].create(
            {"partner_id": partner.id, "filename": "criee-2.xlsx", "file": data}
        )
        self.understand(other)
        self.line(other, "P3463").take = True
        self.first.commit()
        return other.id

    def test_two_lists_of_one_supplier_wait_for_each_other(self):
        other = self.other_list()
        self.record(self.first).action_apply()
        second = self.record(self.second).browse(other)
        with self.assertRaisesRegex(UserError, "Someone else is applying"):
            second.action_apply()
        self.first.commit()
        self.second.rollback()
        with self.assertRaisesRegex(UserError, "changed meanwhile"):
            self.record(self.second).browse(other).action_apply()
        prices = (
            self.record(self.second)
            .env["product.supplierinfo"]
            .search_count([("partner_id", "=", second.partner_id.id)])
        )
        self.assertEqual(prices, 1)

    def test_a_list_is_undone_once(self):
        self.record(self.first).action_apply()
        self.first.commit()
        self.record(self.first).action_undo()
        with self.assertRaisesRegex(UserError, "Someone else is applying"):
            self.record(self.second).action_undo()
        self.first.commit()
        self.second.rollback()
        with self.assertRaisesRegex(UserError, "already taken back"):
            self.record(self.second).action_undo()

    def test_a_price_written_by_hand_since_the_list_was_compared(self):
        """Without a first day, as Odoo's own form leaves it."""
        record = self.record(self.second)
        product = record.env["product.product"].create({"name": "Algues"})
        record.env["product.supplierinfo"].create(
            {
                "partner_id": record.partner_id.id,
                "product_id": product.id,
                "product_code": "P3463",
                "price": 4,
            }
        )
        self.second.commit()
        self.addCleanup(self.unlink_good, product.id)
        with self.assertRaisesRegex(UserError, "changed meanwhile"):
            self.record(self.first).action_apply()

    def unlink_good(self, good_id):
        self.first.rollback()
        env = self.record(self.first).env
        env["product.product"].browse(good_id).product_tmpl_id.unlink()
        self.first.commit()
