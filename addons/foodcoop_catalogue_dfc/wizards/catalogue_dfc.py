# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo import fields, models


class CatalogueDfc(models.TransientModel):
    """A file that was just made, until it is downloaded."""

    _name = "foodcoop.catalogue.dfc"
    _description = "Range for other platforms"

    file = fields.Binary(required=True, readonly=True, attachment=False)
    filename = fields.Char(required=True, readonly=True)

    def _keep(self, text, filename):
        data = base64.b64encode(text.encode())
        return self.create({"file": data, "filename": filename})

    def _download(self):
        self.ensure_one()
        path = f"/web/content/{self._name}/{self.id}/file"
        return {
            "type": "ir.actions.act_url",
            "url": f"{path}?download=true&filename_field=filename",
            "target": "download",
        }
