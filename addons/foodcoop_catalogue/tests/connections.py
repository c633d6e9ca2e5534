# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect

from .common import CatalogueCase


class TwoConnectionsCase(CatalogueCase):
    """An understood list, seen by two people on two real connections."""

    def setUp(self):
        super().setUp()
        connection = db_connect(self.env.cr.dbname)
        self.first, self.second = connection.cursor(), connection.cursor()
        self.addCleanup(self.first.close)
        self.addCleanup(self.second.close)
        env = api.Environment(self.first, SUPERUSER_ID, {})
        partner = env["res.partner"].create({"name": "Two connections"})
        record = env["foodcoop.catalogue.import"].create(
            {"partner_id": partner.id, "filename": "criee.xlsx", "file": self.encoded()}
        )
        self.understand(record)
        self.line(record, "P3463").take = True
        self.addCleanup(self.clean, record.id)
        self.first.commit()
        self.record_id = record.id

    def encoded(self):
        return base64.b64encode(self.list_bytes())

    def record(self, cursor):
        env = api.Environment(cursor, SUPERUSER_ID, {})
        return env["foodcoop.catalogue.import"].browse(self.record_id)

    def clean(self, record_id):
        self.first.rollback()
        self.second.rollback()
        record = self.record(self.first)
        partner = record.partner_id
        record.env["product.supplierinfo"].search(
            [("partner_id", "=", partner.id)]
        ).unlink()
        records = record.search([("partner_id", "=", partner.id)])
        products = records.line_ids.product_id
        self.forget(record.env, partner)
        records.unlink()
        products.product_tmpl_id.unlink()
        partner.unlink()
        self.first.commit()

    def forget(self, env, partner):
        """What the lists left beside themselves."""
        for model in ("item", "answer", "format"):
            env[f"foodcoop.catalogue.{model}"].search(
                [("partner_id", "=", partner.id)]
            ).unlink()
