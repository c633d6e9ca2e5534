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

    def test_another_companys_look_is_not_seen(self):
        self.product("Pen", "4006381333931")
        audit = self.audit()
        audit.sudo().company_id = self.env["res.company"].create({"name": "Elsewhere"})
        for model in MODELS:
            records = self.env[model].with_user(self.office)
            audits = "id" if model == MODELS[0] else "audit_id"
            self.assertFalse(records.search([(audits, "=", audit.id)]))

    def test_how_far_it_is_is_told_by_the_codes_and_not_set(self):
        self.product("Pen", "4006381333931")
        audit = self.audit()
        audit.write({"state": "taken"})
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(audit.state, "seen")
        audit.action_take_over()
        self.assertEqual(audit.state, "taken")

    def test_lines_are_not_edited_by_hand(self):
        self.product("Pen", "4006381333930")
        audit = self.audit()
        with self.assertRaises(AccessError):
            audit.line_ids.with_user(self.office).write({"state": "ready"})
