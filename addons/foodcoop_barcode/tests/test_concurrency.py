# SPDX-License-Identifier: AGPL-3.0-or-later
import threading
from contextlib import contextmanager
from functools import partial

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

CLERKS = 50
TEAS = 2
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

    def _allocate(self, product_ids, errors, start, again):
        try:
            with self._connection() as env:
                products = env["product.product"].browse(product_ids)
                range_ = env["foodcoop.barcode.range"].browse(self.range_id)
                start.wait()
                give = partial(self._give, range_, products)
                retrying(give, env) if again else give()
        except Exception as error:
            errors.append(error)

    @staticmethod
    def _give(range_, products):
        nameless = products.filtered(lambda product: not product.barcode)
        if nameless:
            range_._allocate(nameless)

    def _at_once(self, batches, again=False):
        errors, start = [], threading.Barrier(len(batches))
        threads = [
            threading.Thread(target=self._allocate, args=(batch, errors, start, again))
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

    def test_fifty_clerks_at_once_never_meet(self):
        """No number twice, and nobody is sent back to try again."""
        batches = [self.product_ids[n::CLERKS] for n in range(CLERKS)]
        self.assertEqual(self._at_once(batches), [])
        barcodes = self._barcodes()
        self.assertEqual(len(set(barcodes) - {False}), CLERKS * TEAS)

    def test_nobody_waits_for_a_clerk_who_has_not_finished(self):
        one, other = self.product_ids[:2]
        with self._connection() as slow, self._connection() as quick:
            for env, product in ((slow, one), (quick, other)):
                env.cr.execute("SET LOCAL lock_timeout = '5s'")
                range_ = env["foodcoop.barcode.range"].browse(self.range_id)
                range_._allocate(env["product.product"].browse(product))
            quick.cr.commit()
        self.assertEqual(len(set(self._barcodes()) - {False}), 2)

    def test_a_number_somebody_just_registered_is_not_given_twice(self):
        """A counter set back by force: the database sends one of the two back."""
        one, other = self.product_ids[:2]
        with self._connection() as first, self._connection() as second:
            second.cr.execute("SELECT 1")  # its snapshot is older than what comes
            self._give_first(first, one)
            first.cr.commit()
            with self.assertRaises(SerializationFailure), mute_logger("odoo.sql_db"):
                self._give_first(second, other)
            second.cr.rollback()

    def _give_first(self, env, product_id):
        range_ = env["foodcoop.barcode.range"].browse(self.range_id)
        env.cr.execute("SELECT setval(%s, 1, false)", [range_._counter_name()])
        range_._allocate(env["product.product"].browse(product_id))

    def test_two_clerks_on_the_same_product_give_it_one_number(self):
        self.assertEqual(self._at_once([self.product_ids[:1]] * 2, again=True), [])
        with self._connection() as env:
            rows = env["foodcoop.barcode.code"].search(
                [("range_id", "=", self.range_id)]
            )
            self.assertEqual(len(rows), 1)
