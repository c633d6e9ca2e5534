# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import LabelCase


@tagged("post_install", "-at_install")
class TestRights(LabelCase):
    def test_who_works_here_prints_shelf_labels(self):
        honey = self.product()
        wizard = self.print_(honey, self.volunteer)
        self.assertTrue(wizard.file)
        self.assertEqual(self.prints(honey).create_uid, self.volunteer)

    def test_labels_for_goods_are_for_who_numbers_goods(self):
        honey = self.product()
        with self.assertRaisesRegex(AccessError, "Ask the office"):
            self.print_(honey, self.volunteer, kind="goods")
        self.assertFalse(self.prints(honey))
        self.assertTrue(self.print_(honey, self.manager, kind="goods").file)

    def test_a_stranger_can_do_nothing_here(self):
        honey = self.product()
        with self.assertRaises(AccessError):
            self.print_(honey, self.member)
        for model in ("foodcoop.label.print", "foodcoop.label.printer"):
            with self.assertRaises(AccessError):
                self.env[model].with_user(self.member).search([])

    def test_nobody_writes_printed_labels_by_hand(self):
        rows = self.env["foodcoop.label.print"].with_user(self.manager)
        with self.assertRaises(AccessError):
            rows.create({"product_name": "Honey", "kind": "shelf"})

    def test_a_volunteer_leaves_the_printers_alone(self):
        with self.assertRaises(AccessError):
            self.printer.with_user(self.volunteer).found_left = 3
        self.printer.with_user(self.manager).name = "Cellar"

    def test_the_file_of_one_is_not_for_another(self):
        wizard = self.print_(self.product(), self.volunteer)
        with self.assertRaises(AccessError):
            wizard.with_user(self.manager).read(["file"])

    def test_what_another_company_printed_is_not_seen(self):
        honey = self.product()
        other = self.env["res.company"].create({"name": "Autre coopérative"})
        env = self.env(context=dict(self.env.context, allowed_company_ids=other.ids))
        facts = honey.with_env(env)._label_facts()[honey.with_env(env)]
        row = env["foodcoop.label.print"]._record("shelf", [(honey, facts, 1)])
        rows = self.env["foodcoop.label.print"].with_user(self.manager)
        self.assertNotIn(row, rows.search([]))
        self.assertEqual(honey.label_state, "new")
