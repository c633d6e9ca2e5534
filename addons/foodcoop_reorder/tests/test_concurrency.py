# SPDX-License-Identifier: AGPL-3.0-or-later
import threading
from contextlib import contextmanager
from functools import partial

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install", "concurrency")
class TestConcurrency(TransactionCase):
    """Real connections: what is made here is committed, and taken away again."""

    def setUp(self):
        super().setUp()
        self.addCleanup(self._clear)
        with self._connection() as env:
            partner = env["res.partner"].create({"name": "Moulin pressé"})
            product = env["product.product"].create(
                {"name": "Farine pressée", "is_storable": True}
            )
            env["product.supplierinfo"].create(
                {
                    "partner_id": partner.id,
                    "product_tmpl_id": product.product_tmpl_id.id,
                    "price": 2,
                }
            )
            policy = env["foodcoop.reorder.policy"].create({"partner_id": partner.id})
            self.made = partner.id, product.id, policy.id

    @contextmanager
    def _connection(self):
        with Registry(self.cr.dbname).cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, {})

    def _clear(self):
        with self._connection() as env:
            partner_id, product_id, policy_id = self.made
            orders = env["purchase.order"].search([("partner_id", "=", partner_id)])
            orders.button_cancel()
            orders.unlink()
            env["foodcoop.reorder.policy"].browse(policy_id).unlink()
            env["product.product"].browse(product_id).product_tmpl_id.unlink()
            env["res.partner"].browse(partner_id).unlink()

    def _run(self, verb, errors, start):
        try:
            with self._connection() as env:
                policy = env["foodcoop.reorder.policy"].browse(self.made[2])
                start.wait()
                retrying(partial(verb, policy), env)
        except Exception as error:
            errors.append(error)

    def _at_once(self, verb, people=2):
        errors, start = [], threading.Barrier(people)
        threads = [
            threading.Thread(target=self._run, args=(verb, errors, start))
            for _person in range(people)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return errors

    def test_two_buyers_ordering_at_once_make_one_order(self):
        with self._connection() as env:
            env["foodcoop.reorder.policy"].browse(self.made[2]).action_propose()
        errors = self._at_once(lambda policy: policy.proposal_ids.action_order())
        self.assertEqual(errors, [])
        with self._connection() as env:
            orders = env["purchase.order"].search([("partner_id", "=", self.made[0])])
            self.assertEqual(len(orders), 1)
