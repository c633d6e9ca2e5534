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

GROUP = "foodcoop_catalogue_list.group_manager"
TODAY = date(2026, 11, 21)


class ListCase(TransactionCase):
    """A buyer, the invented supplier and its list."""

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
            cls.env,
            "buyer",
            groups="foodcoop_catalogue_list.group_manager",
            lang="en_US",
        )
        cls.files = {}  # the same list is the same file, to the byte
        cls.supplier = cls.env["res.partner"].create({"name": SUPPLIER})

    def list_bytes(self, prices=None):
        key = str(prices or {})
        if key not in self.files:
            with tempfile.TemporaryDirectory() as folder:
                path = lookalike(Path(folder) / "criee.xlsx", prices)
                self.files[key] = path.read_bytes()
        return self.files[key]

    def workbook(self, rows, change=None):
        workbook, stream = Workbook(), io.BytesIO()
        for row in rows:
            workbook.active.append(row)
        if change:
            change(workbook.active)
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
        while question := record.check["question"]:
            answer = scope if question["code"] == "scope" else "?"
            record.answer(question["code"], question["about"], answer)
        record.action_yes()
        return record

    def asked(self, P3460=None, **vals):
        """A list that was read; nothing is answered yet."""
        record = self.new_import(**({"P3460": P3460} if P3460 else {}))
        record.write(vals)
        record.action_read()
        record.action_read_now()
        return record

    def question(self, record):
        """The code of what is asked now."""
        return (record.check["question"] or {}).get("code")
