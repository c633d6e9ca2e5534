# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError

from .common import ReviewCase


class TestRights(ReviewCase):
    def test_nobody_but_a_coordinator_decides(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        plain = mail_new_test_user(self.env, login="plain", groups="base.group_user")
        for user in (self.terminal, plain):
            line = self.line(reception, self.oil).with_user(user)
            for act in (line.action_complete, line.action_wait, line.action_take_price):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    act()

    def test_a_coordinator_changes_no_fact(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        for values in ({"accepted": 12}, {"decision": "keep"}, {"price": 1}):
            with self.assertRaises(AccessError):
                self.line(reception, self.oil).write(values)

    def test_a_coordinator_reads_it_all_without_rights_on_stock(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        shown = reception.line_ids.web_read(
            {
                "product_id": {"fields": {"display_name": {}}},
                "unit_id": {"fields": {"display_name": {}}},
                "kind": {},
                "money": {},
                "price_new": {},
                "margin_after": {},
            }
        )
        self.assertEqual(len(shown), 3)

    def test_another_company_s_lines_are_unknown(self):
        reception = self.closed(oil=10, rice=4, carrots=7.5)
        other = self.env["res.company"].create({"name": "Another cooperative"})
        stranger = mail_new_test_user(
            self.env,
            login="stranger",
            groups="foodcoop_reception.group_coordinator",
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )
        lines = self.env["foodcoop.reception.line"].with_user(stranger)
        self.assertFalse(lines.search([("reception_id", "=", reception.id)]))
