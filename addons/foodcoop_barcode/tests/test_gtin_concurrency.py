# SPDX-License-Identifier: AGPL-3.0-or-later
import threading
from contextlib import contextmanager
from functools import partial

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged

GTIN = "9521234567899"
OLD = ("2098600000010", "2098600000027")


@tagged("post_install", "-at_install", "concurrency")
class TestGtinConcurrency(TransactionCase):
    """Real connections: what is made here is committed, and taken away again."""

    def setUp(self):
        super().setUp()
        self.addCleanup(self._clear)
        with self._connection() as env:
            goods = [{"name": f"Miel {code}", "barcode": code} for code in OLD]
            self.product_ids = env["product.product"].create(goods).ids

    @contextmanager
    def _connection(self):
        with Registry(self.cr.dbname).cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, {})

    def _clear(self):
        with self._connection() as env:
            codes = [GTIN, *OLD]
            env.cr.execute(
                "DELETE FROM foodcoop_barcode_event WHERE code_id IN "
                "(SELECT id FROM foodcoop_barcode_code WHERE code = ANY(%s))",
                [codes],
            )
            env.cr.execute(
                "DELETE FROM foodcoop_barcode_code WHERE code = ANY(%s)", [codes]
            )
            products = env["product.product"].browse(self.product_ids)
            products.product_tmpl_id.unlink()

    def _receive(self, product_id, errors, start):
        try:
            with self._connection() as env:
                product = env["product.product"].browse(product_id)
                product.mapped("barcode")  # the snapshot of this transaction
                start.wait()
                retrying(partial(product._receive_gtin, GTIN, "Facture"), env)
        except Exception as error:
            errors.append(error)

    def _at_once(self, product_ids):
        errors, start = [], threading.Barrier(len(product_ids))
        threads = [
            threading.Thread(target=self._receive, args=(product_id, errors, start))
            for product_id in product_ids
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return errors

    def _state(self):
        with self._connection() as env:
            products = env["product.product"].browse(self.product_ids)
            packs = env["product.uom"].search([("product_id", "in", products.ids)])
            return products.mapped("barcode"), packs.mapped("barcode")

    def test_two_people_with_the_same_goods_bring_its_gtin_once(self):
        self.assertEqual(self._at_once(self.product_ids[:1] * 3), [])
        self.assertEqual(self._state(), ([GTIN, OLD[1]], [OLD[0]]))

    def test_two_products_never_get_the_same_gtin_and_the_second_is_told_whose(self):
        errors = self._at_once(self.product_ids)
        self.assertEqual([type(error) for error in errors], [UserError])
        self.assertIn("is already the number of Miel", str(errors[0]))
        barcodes, packs = self._state()
        self.assertEqual(barcodes.count(GTIN), 1)
        self.assertEqual(len(packs), 1)
