# SPDX-License-Identifier: AGPL-3.0-or-later
import threading
from contextlib import contextmanager
from functools import partial

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged

CLERKS = 4
TEAS = 5
PREFIX = "20999"


@tagged("post_install", "-at_install", "concurrency")
class TestConcurrency(TransactionCase):
    """Real connections: what is made here is committed, and taken away again."""

    def setUp(self):
        super().setUp()
        self.addCleanup(self._clear)
        with self._connection() as env:
            ranges = env["foodcoop.barcode.range"]
            self.range_id = ranges.create(
                {"name": "At once", "prefix": PREFIX, "item_digits": 7}
            ).id
            teas = env["product.product"].create(
                [{"name": f"Tisane {n}"} for n in range(CLERKS * TEAS)]
            )
            self.product_ids = teas.ids

    @contextmanager
    def _connection(self):
        with Registry(self.cr.dbname).cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, {})

    def _clear(self):
        with self._connection() as env:
            env.cr.execute(
                "DELETE FROM foodcoop_barcode_code WHERE range_id = %s", [self.range_id]
            )
            env["foodcoop.barcode.range"].browse(self.range_id).unlink()
            products = env["product.product"].browse(self.product_ids)
            products.product_tmpl_id.unlink()

    def _allocate(self, product_ids, errors, start):
        try:
            with self._connection() as env:
                products = env["product.product"].browse(product_ids)
                range_ = env["foodcoop.barcode.range"].browse(self.range_id)
                start.wait()
                retrying(partial(self._give, range_, products), env)
        except Exception as error:
            errors.append(error)

    @staticmethod
    def _give(range_, products):
        nameless = products.filtered(lambda product: not product.barcode)
        if nameless:
            range_._allocate(nameless)

    def _at_once(self, batches):
        errors, start = [], threading.Barrier(len(batches))
        threads = [
            threading.Thread(target=self._allocate, args=(batch, errors, start))
            for batch in batches
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return errors

    def _barcodes(self):
        with self._connection() as env:
            return env["product.product"].browse(self.product_ids).mapped("barcode")

    def test_clerks_at_once_never_give_a_number_twice(self):
        batches = [self.product_ids[n::CLERKS] for n in range(CLERKS)]
        self.assertEqual(self._at_once(batches), [])
        barcodes = self._barcodes()
        self.assertEqual(len(set(barcodes) - {False}), CLERKS * TEAS)

    def test_two_clerks_on_the_same_product_give_it_one_number(self):
        self.assertEqual(self._at_once([self.product_ids[:1]] * 2), [])
        with self._connection() as env:
            rows = env["foodcoop.barcode.code"].search(
                [("range_id", "=", self.range_id)]
            )
            self.assertEqual(len(rows), 1)
