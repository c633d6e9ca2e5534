# SPDX-License-Identifier: AGPL-3.0-or-later
from lxml import etree

from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestViews(BarcodeCase):
    def buttons(self, model, user):
        arch = self.env[model].with_user(user).get_view(view_type="form")["arch"]
        return etree.fromstring(arch).xpath("//button[@name='action_allocate_barcode']")

    def test_only_who_may_give_numbers_sees_the_button(self):
        for model in ("product.product", "product.template"):
            self.assertEqual(len(self.buttons(model, self.manager)), 1)
            self.assertFalse(self.buttons(model, self.volunteer))

    def test_a_selection_is_numbered_from_the_head_of_the_list(self):
        for model in ("product.product", "product.template"):
            for kind in ("list", "kanban"):
                for user, seen in ((self.manager, 1), (self.volunteer, 0)):
                    views = self.env[model].with_user(user)
                    arch = etree.fromstring(views.get_view(view_type=kind)["arch"])
                    head = arch.xpath("/*/header/button/@name")
                    self.assertEqual(head.count("action_allocate_barcode"), seen)

    def test_the_menu_opens_a_list_with_the_button(self):
        action = self.env.ref("foodcoop_barcode.product_without_number_action")
        view, _kind = action.views[0]
        arch = self.env["product.template"].with_user(self.manager).get_view(view)
        self.assertIn("action_allocate_barcode", arch["arch"])

    def test_the_list_action_numbers_a_selection(self):
        teas = self.products(2)
        action = self.env.ref("foodcoop_barcode.product_template_allocate")
        action.with_user(self.manager).with_context(
            active_model="product.template", active_ids=teas.product_tmpl_id.ids
        ).run()
        self.assertEqual(teas.mapped("barcode"), [self.number(1), self.number(2)])
