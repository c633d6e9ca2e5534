# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessDenied, AccessError

from .common import ReceptionCase


class TestRights(ReceptionCase):
    def as_user(self, groups):
        return mail_new_test_user(self.env, login=f"u_{groups[-8:]}", groups=groups)

    def test_a_member_of_the_portal_may_not_count(self):
        stranger = self.as_user("base.group_portal")
        receptions = self.env["foodcoop.reception"].with_user(stranger)
        reception, _ = self.open_delivery()
        calls = (
            receptions.deliveries,
            lambda: receptions.open_delivery(self.picking.ids),
            lambda: receptions.browse(reception.id).record_scans([]),
            lambda: receptions.browse(reception.id).action_close(),
        )
        for call in calls:
            with self.assertRaises(AccessError):
                call()

    def test_an_internal_user_without_the_role_may_not_count(self):
        stranger = self.as_user("base.group_user")
        with self.assertRaises(AccessError):
            self.env["foodcoop.reception"].with_user(stranger).deliveries()

    def test_the_terminal_reads_nothing_else_of_stock_or_purchase(self):
        for model in ("stock.picking", "stock.move", "stock.quant", "product.product"):
            with self.subTest(model), self.assertRaises(AccessError):
                self.env[model].with_user(self.terminal).search_count([])
        orders = self.env["purchase.order"].with_user(self.terminal)
        self.assertEqual(orders.search_count([]), 0)

    def test_the_terminal_cannot_write_a_reception_past_its_methods(self):
        reception, _ = self.open_delivery()
        with self.assertRaises(AccessError):
            reception.write({"state": "closed"})

    def test_the_coordinator_reads_the_scans(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12)
        coordinator = self.as_user("foodcoop_reception.group_coordinator")
        scans = reception.with_user(coordinator).scan_ids
        self.assertEqual(scans.mapped("quantity"), [12])

    def test_the_coordinator_reads_what_is_to_review_without_rights_on_stock(self):
        honey = self._product("Miel", False)
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(honey, 2)])
        coordinator = self.as_user("foodcoop_reception.group_coordinator")
        shown = reception.with_user(coordinator).web_read(
            {
                "orders": {},
                "partner_id": {"fields": {"display_name": {}}},
                "not_ordered": {},
                "unknown_codes": {},
                "scan_ids": {
                    "fields": {"product_id": {"fields": {"display_name": {}}}}
                },
            }
        )
        self.assertEqual(shown[0]["not_ordered"], "2 × Miel")

    def test_the_terminal_signs_in_on_its_page_and_not_through_the_api(self):
        login = self.terminal.login
        given = {"type": "password", "login": login, "password": login}
        account = self.terminal.with_user(self.terminal)
        account._check_credentials(given, {"interactive": True})
        with self.assertRaises(AccessDenied):
            account._check_credentials(given, {"interactive": False})

    def test_a_coordinator_may_use_the_api(self):
        coordinator = self.as_user("foodcoop_reception.group_coordinator")
        self.assertFalse(coordinator.with_user(coordinator)._rpc_api_keys_only())

    def elsewhere(self):
        """Receptions as the terminal of another company sees them."""
        other = self.env["res.company"].create({"name": "Another cooperative"})
        user = mail_new_test_user(
            self.env,
            login="terminal_elsewhere",
            groups="base.group_portal,foodcoop_reception.group_terminal",
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )
        return self.env["foodcoop.reception"].with_user(user)

    def test_another_company_s_count_without_an_order_is_not_opened_here(self):
        self.supplier.supplier_rank = 1
        ours = self.env["foodcoop.reception"].with_user(self.terminal)
        first = ours.open_without_order(self.supplier.id)["reception"]
        self.count(ours.browse(first), oil=1)
        told = self.elsewhere().open_without_order(self.supplier.id)
        self.assertNotEqual(told["reception"], first)
        self.assertEqual(told["events"], [])

    def test_another_company_s_delivery_is_unknown_here(self):
        receptions = self.elsewhere()
        self.assertEqual(receptions.deliveries(), [])
        reception, _ = self.open_delivery()
        for call in ("news", "action_close"):
            with self.assertRaises(AccessError):
                getattr(receptions.browse(reception.id), call)()
        with self.assertRaises(AccessError):
            receptions.browse(reception.id).record_scans([self.scan(self.oil, 1)])

    def test_another_company_s_product_is_not_named_here(self):
        other = self.env["res.company"].create({"name": "Another cooperative"})
        secret = self._product("Leur produit", False)
        secret.company_id = other
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(secret, 1)])
        self.assertNotIn("Leur produit", reception.sudo().not_ordered or "")

    def test_nobody_adds_scans_past_the_method(self):
        reception, _ = self.open_delivery()
        coordinator = self.as_user("foodcoop_reception.group_coordinator")
        for user in (self.terminal, coordinator):
            with self.assertRaises(AccessError):
                self.env["foodcoop.reception.scan"].with_user(user).create(
                    {"reception_id": reception.id, "uuid": "x", "kind": "count"}
                )
