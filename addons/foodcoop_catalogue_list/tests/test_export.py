# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a supplier's file says stays a text in Odoo's own export, too."""

import io
import json

from openpyxl import load_workbook

from odoo.http import Request
from odoo.tests import HttpCase, new_test_user, tagged

FORMULA = '=HYPERLINK("http://example.com","Tarif")'


@tagged("post_install", "-at_install")
class TestExport(HttpCase):
    def setUp(self):
        super().setUp()
        groups = "foodcoop_catalogue_list.group_manager,base.group_allow_export"
        self.buyer = new_test_user(self.env, "export_buyer", groups=groups)
        lists = self.env["foodcoop.catalogue.import"].with_user(self.buyer)
        names = (FORMULA, "{=1+1}", "Tarif")
        self.records = lists.create([{"filename": name} for name in names])

    def exported(self, **more):
        """The cells of the exported list, as openpyxl reads their kind and value."""
        asked = {
            "model": "foodcoop.catalogue.import",
            "fields": [{"name": "filename", "label": "=File", "type": "char"}],
            "ids": self.records.ids,
            "domain": [],
            "import_compat": False,
            **more,
        }
        self.authenticate("export_buyer", "export_buyer")
        form = {"data": json.dumps(asked), "csrf_token": Request.csrf_token(self)}
        answer = self.url_open("/web/export/xlsx", data=form)
        sheet = load_workbook(io.BytesIO(answer.content)).active
        return [(cell.data_type, cell.value) for (cell,) in sheet.iter_rows()]

    def test_a_name_that_looks_like_a_formula_is_a_text(self):
        kinds, texts = zip(*self.exported(), strict=True)
        self.assertEqual({*kinds}, {"s"})
        self.assertEqual({*texts}, {"=File", FORMULA, "{=1+1}", "Tarif"})

    def test_in_groups_too(self):
        cells = self.exported(groupby=["filename"])
        self.assertNotIn("f", {kind for kind, _value in cells})
        self.assertTrue(any(FORMULA in str(value) for _kind, value in cells))
