# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

import pypdfium2

from odoo.tests import TransactionCase, new_test_user

from ..lib import proof


class LabelCase(TransactionCase):
    """A shop in English with a printer, somebody in the office, a volunteer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("en_US")
        context = dict(cls.env.context, tracking_disable=True, lang="en_US")
        cls.env = cls.env(context=context)
        cls.env.company.partner_id.lang = "en_US"
        cls.gram = cls.env.ref("uom.product_uom_gram")
        cls.kilo = cls.env.ref("uom.product_uom_kgm")
        cls.litre = cls.env.ref("uom.product_uom_litre")
        cls.printer = cls.env["foodcoop.label.printer"].create(
            {"name": "Office", "paper": "L7160", "dpi": "300", "sequence": 0}
        )
        cls.manager = new_test_user(
            cls.env, "label_office", groups="foodcoop_barcode.group_manager"
        )
        cls.volunteer = new_test_user(
            cls.env, "label_volunteer", groups="base.group_user"
        )
        cls.member = new_test_user(cls.env, "label_member", groups="base.group_portal")

    @classmethod
    def product(cls, name="Chestnut honey", **values):
        values = {
            "list_price": 7.5,
            "net_content": 500,
            "net_content_uom_id": cls.gram.id,
            "barcode": "2000001000007",
        } | values
        if "taxes_id" in cls.env["product.product"]._fields:
            values = {"taxes_id": False} | values
        return cls.env["product.product"].create({"name": name, **values})

    def wizard(self, products, user=None, **values):
        return (
            self.env["foodcoop.label.wizard"]
            .with_user(user or self.manager)
            .with_context(active_model=products._name, active_ids=products.ids)
            .create({"printer_id": self.printer.id, **values})
        )

    def print_(self, products, user=None, **values):
        wizard = self.wizard(products, user, **values)
        wizard.action_print()
        return wizard

    def scanned(self, wizard):
        """What a scanner reads on the pages, and the words a person does."""
        pdf = pypdfium2.PdfDocument(base64.b64decode(wizard.file))
        codes, text = [], ""
        for number in range(len(pdf)):
            codes += proof.read(proof.raster(pdf, number, 300))
            text += pdf[number].get_textpage().get_text_range()
        return sorted(codes), text.replace("\r\n", "\n")

    def prints(self, product):
        return self.env["foodcoop.label.print"].search(
            [("product_id", "in", product.ids)], order="id"
        )
