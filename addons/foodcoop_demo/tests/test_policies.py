# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_demo.lib.suppliers import SUPPLIERS

from .common import DemoCase


class TestPolicies(DemoCase):
    """Every supplier's days and terms, as proposals read them."""

    def test_each_supplier_has_a_policy_with_its_own_terms(self):
        policies = self.env["foodcoop.reorder.policy"].search([])
        found = {
            policy.partner_id.name: (
                policy.order_weekdays,
                policy.lead_days,
                policy.every_weeks,
                policy.minimum_value,
            )
            for policy in policies
        }
        told = {
            s.name: (s.order_weekdays, s.lead_days, s.every_weeks, s.minimum_value)
            for s in SUPPLIERS
        }
        self.assertEqual(found, told)
