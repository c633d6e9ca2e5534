# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date

from odoo.addons.foodcoop_demo.chapters import TOLD
from odoo.addons.foodcoop_demo.lib.shop import tell
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class DemoCase(TransactionCase):
    """The demonstration as installed, beside the shop it was told from."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        told_for = cls.env["ir.config_parameter"].get_param(TOLD)
        cls.shop = tell(date.fromisoformat(told_for))
        cls.goods = cls.env["product.product"].search([("default_code", "=like", "F%")])
        cls.product = {record.default_code: record for record in cls.goods}
