# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
import io
import tempfile
from datetime import date
from pathlib import Path

from freezegun import freeze_time
from openpyxl import Workbook

from odoo.tests import TransactionCase, new_test_user

from .lookalike import SUPPLIER, lookalike

TODAY = date(2026, 11, 21)


class CatalogueCase(TransactionCase):
    """A buyer, the invented supplier, two products that the shop already buys."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time(TODAY)
        clock.start()
        cls.addClassCleanup(clock.stop)
        cls.env["res.lang"]._activate_lang("en_US")
        cls.env["res.lang"]._activate_lang("fr_FR")
        cls.env = cls.env(context={**cls.env.context, "lang": "en_US"})
        cls.buyer = new_test_user(
            cls.env, "buyer", groups="foodcoop_catalogue.group_manager", lang="en_US"
        )
        cls.files = {}  # the same list is the same file, to the byte
        cls.supplier = cls.env["res.partner"].create({"name": SUPPLIER})
        cls.tarama = cls.product("Tarama de la maison", "piece")
        cls.tarama_price = cls.price(cls.tarama, "P3460", 1.17, 6)
        cls.salmon = cls.product("Saumon entier", "kg")
        cls.salmon_price = cls.price(cls.salmon, "4802", 9.40, 1)

    @classmethod
    def product(cls, name, unit, **vals):
        units = cls.env["uom.uom"]._catalogue_units()
        return cls.env["product.product"].create(
            {"name": name, "uom_id": units[unit].id, **vals}
        )

    @classmethod
    def price(cls, product, code, price, pack=1, **vals):
        """A vendor line as an earlier list left it: ``price`` is for one unit."""
        units = cls.env["uom.uom"]._catalogue_units()
        unit = next(name for name, uom in units.items() if uom == product.uom_id)
        packs = cls.env["uom.uom"]._find_or_create_packs([(unit, float(pack))])
        return cls.env["product.supplierinfo"].create(
            {
                "partner_id": cls.supplier.id,
                "product_id": product.id,
                "product_code": code,
                "price": price * pack,
                "product_uom_id": packs[unit, float(pack)].id,
                "date_start": date(2026, 1, 12),
                **vals,
            }
        )

    def list_bytes(self, prices=None):
        key = str(prices or {})
        if key not in self.files:
            with tempfile.TemporaryDirectory() as folder:
                path = lookalike(Path(folder) / "criee.xlsx", prices)
                self.files[key] = path.read_bytes()
        return self.files[key]

    def workbook(self, rows):
        workbook, stream = Workbook(), io.BytesIO()
        for row in rows:
            workbook.active.append(row)
        workbook.save(stream)
        return stream.getvalue()

    def new_import(self, data=None, filename="criee.xlsx", user=None, **prices):
        data = self.list_bytes(prices) if data is None else data
        return (
            self.env["foodcoop.catalogue.import"]
            .with_user(user or self.buyer)
            .create(
                {
                    "partner_id": self.supplier.id,
                    "filename": filename,
                    "file": base64.b64encode(data),
                }
            )
        )

    def read_list(self, **prices):
        return self.understand(self.new_import(**prices))

    def understand(self, record, scope="full"):
        """Read now, answer what is asked, say yes: the differences are there."""
        record.action_read()
        record.action_read_now()
        self.assertEqual(record.state, "check", record.error_text)
        if (record.check["question"] or {}).get("code") == "scope":
            record.answer("scope", "", scope)
        record.action_yes()
        return record

    def line(self, record, code):
        return record.line_ids.filtered(lambda line: line.code == code)

    def valid_price(self, product):
        return product.with_user(self.buyer)._select_seller(
            partner_id=self.supplier, quantity=None, date=TODAY
        )
