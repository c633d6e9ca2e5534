# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import io
import zipfile
from unittest.mock import patch

import openpyxl

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user, tagged

from ..lib import fill

TITLES = ("Code", "Désignation", "Colisage", "Tarif", "Unité", "Commande (colis)")
ROWS = (
    ("P3460", "Tarama rose", "6 x 90g", 1.17, "U"),
    ("4802", "Saumon", "", 9.4, "kg"),
)


def workbook(*rows):
    book = openpyxl.Workbook()
    book.active.title = "Tarif"
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class OrderFormCase(TransactionCase):
    """A supplier with a list, and an order of her goods."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "en_US"})
        cls.buyer = new_test_user(
            cls.env, "orderer", groups="purchase.group_purchase_user", lang="en_US"
        )
        cls.supplier = cls.env["res.partner"].create(
            {
                "name": "Criée du Ponant",
                "email": "criee@ponant.example",
                "lang": "en_US",
            }
        )
        cls.tarama = cls.bought("Tarama de la maison", "P3460", "Tarama rose")
        cls.honey = cls.bought("Miel", "Z9", "Miel")

    @classmethod
    def bought(cls, name, code, supplier_name):
        terms = {
            "partner_id": cls.supplier.id,
            "product_code": code,
            "product_name": supplier_name,
            "product_uom_id": cls.env.ref("uom.product_uom_pack_6").id,
            "price": 7.02,
        }
        return cls.env["product.product"].create(
            {"name": name, "seller_ids": [Command.create(terms)]}
        )

    def read_list(self, *rows, filename="criee.xlsx"):
        record = self.env["foodcoop.catalogue.import"].create(
            {
                "partner_id": self.supplier.id,
                "filename": filename,
                "file": base64.b64encode(workbook(*rows)),
            }
        )
        record.action_read()
        record.action_read_now()
        return record

    def order(self, *products):
        lines = [
            Command.create(
                {
                    "product_id": product.id,
                    "product_qty": 2,
                    "product_uom_id": self.env.ref("uom.product_uom_pack_6").id,
                    "price_unit": 7.02,
                }
            )
            for product in products
        ]
        vals = {"partner_id": self.supplier.id, "order_line": lines}
        return self.env["purchase.order"].with_user(self.buyer).create(vals)

    def memory(self, **vals):
        owner = {"partner_id": self.supplier.id}
        return self.env["foodcoop.catalogue.format"].create({**owner, **vals})

    def files(self, order):
        found = order.message_ids.attachment_ids.sorted("id")
        return {one.name: base64.b64decode(one.datas) for one in found}

    def cells(self, data):
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        return {cell.coordinate: cell.value for row in sheet for cell in row}


@tagged("post_install", "-at_install")
class TestOrderForm(OrderFormCase):
    def test_two_cases_stand_in_the_suppliers_list(self):
        self.read_list(TITLES, *ROWS)
        order = self.order(self.tarama)
        order.action_fill_form()
        [(name, data)] = self.files(order).items()
        self.assertEqual(name, f"{order.name} criee.xlsx")
        self.assertEqual(self.cells(data)["F2"], 2)
        self.assertIsNone(self.cells(data)["F3"])

    def test_the_formats_answers_hold(self):
        self.read_list(TITLES, *ROWS)
        self.memory(order_column="h", order_unit="unit")
        order = self.order(self.tarama)
        order.action_fill_form()
        [data] = self.files(order).values()
        self.assertEqual(self.cells(data)["H2"], 12)

    def test_what_is_not_on_the_list_goes_in_a_second_file(self):
        self.read_list(TITLES, *ROWS)
        order = self.order(self.tarama, self.honey)
        told = order.action_fill_form()["params"]["message"]
        self.assertIn("Miel", told)
        _list, own = self.files(order).values()
        self.assertIn("Miel", self.cells(own).values())
        self.assertNotIn("Tarama rose", self.cells(own).values())

    def test_a_broken_case_is_named_and_goes_in_a_second_file(self):
        """Seven jars are no cases of six: nothing is rounded behind anyone's back."""
        self.read_list(TITLES, *ROWS)
        order = self.order(self.tarama)
        jar = self.env.ref("uom.product_uom_unit")
        order.order_line.write({"product_uom_id": jar.id, "product_qty": 7})
        told = order.action_fill_form()["params"]["message"]
        self.assertIn("whole number of the list's cases", told)
        self.assertIn("Tarama de la maison", told)
        [own] = self.files(order).values()
        self.assertIn("Tarama rose", self.cells(own).values())

    def test_without_a_list_the_order_goes_out_in_a_form_of_ours_and_says_why(self):
        order = self.order(self.tarama)
        told = order.action_fill_form()["params"]["message"]
        self.assertIn("no list of this supplier", told)
        [data] = self.files(order).values()
        self.assertIn("P3460", self.cells(data).values())

    def test_a_list_that_asks_for_no_quantity_says_what_to_do(self):
        self.read_list(TITLES[:-1], *ROWS)
        told = self.order(self.tarama).action_fill_form()["params"]["message"]
        self.assertIn("Name the column", told)

    def test_a_list_too_strange_to_be_written_says_so(self):
        """What the reader passes over, the library that looks for formulas may not."""
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(workbook(TITLES, *ROWS))) as good,
            zipfile.ZipFile(stream, "w") as strange,
        ):
            for name in good.namelist():
                body = good.read(name).replace(b'"gray125"', b'"polka dots"')
                strange.writestr(name, body)
        record = self.read_list(TITLES, *ROWS)
        record.file = base64.b64encode(stream.getvalue())
        self.assertEqual(record._read_file(stream.getvalue(), None).kind, "xlsx")
        forms = self.order(self.tarama)._make_forms()
        self.assertEqual(len(forms.files), 1)
        self.assertIn("damaged or unusual", forms.sentence)

    def test_a_list_that_takes_too_long_to_fill_in_says_so(self):
        self.read_list(TITLES, *ROWS)
        with patch.object(fill, "SECONDS", 0.01):
            forms = self.order(self.tarama)._make_forms()
        self.assertIn("more time or memory", forms.sentence)
        self.assertTrue(forms.files[0][0].endswith(".xlsx"))


@tagged("post_install", "-at_install")
class TestOwnForm(OrderFormCase):
    def test_each_kind_of_form_of_ours(self):
        memory = self.memory()
        for kind, start in (
            ("xlsx", b"PK"),
            ("csv", b"\xef\xbb\xbf"),
            ("pdf", b"%PDF"),
        ):
            memory.order_form = kind
            order = self.order(self.honey)
            order.action_fill_form()
            [(name, data)] = self.files(order).items()
            self.assertEqual(name, f"{order.name}.{kind}")
            self.assertTrue(data.startswith(start))

    def test_the_mail_carries_it(self):
        self.read_list(TITLES, *ROWS)
        self.memory()
        order = self.order(self.tarama)
        template = self.env.ref("purchase.email_template_edi_purchase")
        found = order._process_attachments_for_template_post(template)
        [(name, data)] = found[order.id]["attachments"]
        self.assertEqual(name, f"{order.name} criee.xlsx")
        self.assertEqual(self.cells(base64.b64decode(data))["F2"], 2)

    def test_no_file_where_none_is_wanted(self):
        self.memory(order_form="none")
        template = self.env.ref("purchase.email_template_edi_purchase")
        order = self.order(self.tarama)
        self.assertFalse(order._process_attachments_for_template_post(template))

    def test_an_empty_order_is_told_so(self):
        with self.assertRaisesRegex(UserError, "no line yet"):
            self.order().action_fill_form()

    def test_a_column_is_a_letter(self):
        with self.assertRaisesRegex(ValidationError, "named by its letter"):
            self.memory(order_column="12")

    def test_the_list_itself_stays_closed_to_who_only_orders(self):
        record = self.read_list(TITLES, *ROWS)
        self.order(self.tarama).action_fill_form()
        self.assertFalse(record.with_user(self.buyer).has_access("read"))
