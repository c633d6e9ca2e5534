# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception.tests.common import ReceptionCase
from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.tests import tagged


@tagged("post_install", "-at_install")
class TestReceptionLabel(ReceptionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rice.barcode = "2000001000007"
        (cls.oil + cls.rice).unit_price_exemption = "other"
        cls.carrots.sale_ok = False
        cls.coordinator = mail_new_test_user(
            cls.env, login="coord", groups="foodcoop_reception.group_coordinator"
        )

    def close(self, user, **counted):
        reception, _delivery = self.open_delivery()
        self.count(reception, **counted)
        reception = reception.with_user(user)
        return reception, reception.action_close(accept_missing=True)["next"]

    def wizard(self, reception, kind):
        asked = {"active_model": reception._name, "active_ids": reception.ids}
        return (
            self.env["foodcoop.label.wizard"]
            .with_user(self.coordinator)
            .with_context(default_kind=kind, **asked)
            .create({})
        )

    def test_a_volunteer_is_told_what_the_office_has_to_print(self):
        _reception, told = self.close(self.terminal, oil=12, rice=3)
        self.assertEqual(
            told,
            [
                {"text": "Shelf labels to print at the office: 2.", "url": None},
                {"text": "Labels to stick on goods, from the office: 3.", "url": None},
            ],
        )

    def test_a_coordinator_gets_to_the_delivery_and_prints(self):
        reception, told = self.close(self.coordinator, oil=12, rice=3)
        self.assertTrue(told[0]["url"].endswith(f"reception_action/{reception.id}"))
        shelf = self.wizard(reception, "shelf")
        copies = {line.product_id: line.copies for line in shelf.line_ids}
        self.assertEqual(copies, {self.oil: 1, self.rice: 1})
        shelf.action_print()
        reception.invalidate_recordset()
        self.assertEqual((reception.shelf_labels, reception.goods_labels), (0, 3))
        wanted = self.wizard(reception, "goods").line_ids.filtered("copies")
        self.assertEqual((wanted.product_id, wanted.copies), (self.rice, 3))

    def test_only_what_came_and_is_not_right_at_its_shelf_is_told(self):
        printed = self.wizard(self.env["foodcoop.reception"], "shelf")
        printed.line_ids = [(0, 0, {"product_id": self.oil.id, "copies": 1})]
        printed.action_print()
        _reception, told = self.close(self.terminal, oil=12)
        self.assertEqual(told, [])
