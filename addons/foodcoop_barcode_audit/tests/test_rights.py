# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AuditCase

MODELS = ("foodcoop.barcode.audit", "foodcoop.barcode.audit.line")


@tagged("post_install", "-at_install")
class TestRights(AuditCase):
    """Who numbers goods looks and takes over; nobody else."""

    def test_a_stranger_sees_nothing_of_it(self):
        for model in MODELS:
            with self.subTest(model), self.assertRaises(AccessError):
                self.env[model].with_user(self.volunteer).search([])

    def test_a_stranger_takes_nothing_over(self):
        self.product("Pen", "4006381333931")
        audit = self.audit()
        with self.assertRaises(AccessError):
            audit.with_user(self.volunteer).action_take_over()
        with self.assertRaises(AccessError):
            audit.line_ids.with_user(self.volunteer).action_fix()

    def test_lines_are_not_edited_by_hand(self):
        self.product("Pen", "4006381333930")
        audit = self.audit()
        with self.assertRaises(AccessError):
            audit.line_ids.with_user(self.office).write({"state": "ready"})
