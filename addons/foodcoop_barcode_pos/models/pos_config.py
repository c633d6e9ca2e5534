# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo import api, fields, models

USUAL = timedelta(days=90)
USUAL_SALES = 5  # fewer say nothing about what is usual
TIMES_USUAL = 3
ALWAYS_KILOS = 1  # a kilo surprises nobody, however small the usual pinch of ginger


class PosConfig(models.Model):
    _inherit = "pos.config"

    @api.model
    def _load_pos_data_read(self, records, config):
        """What the till needs to read labels and weigh without the network."""
        read = super()._load_pos_data_read(records, config)
        if read:
            read[0]["_foodcoop_weighing"] = config._prepare_weighing()
        return read

    def _prepare_weighing(self):
        # sudo: who sells need not see the ranges to read a label of theirs
        ranges = self.env["foodcoop.barcode.range"].sudo()
        measures = ranges.with_company(self.company_id)._measures()
        kilogram = self.env.ref("uom.product_uom_kgm")
        return {
            "sentences": self.env["product.product"]._scan_sentences(),
            "measures": [{"pattern": m.pattern, "kind": m.kind} for m in measures],
            "kilogram": kilogram.id,
            "heaviest": self._heaviest(kilogram),
        }

    def _heaviest(self, kilogram):
        """{product id: kilos above which a weight is asked about}.

        Three times what customers usually took lately: no bound that somebody has
        to keep a product, and a slipped decimal point is always above it.
        """
        lately = [
            ("company_id", "=", self.company_id.id),
            ("order_id.date_order", ">=", fields.Datetime.now() - USUAL),
            ("product_id.uom_id", "child_of", kilogram.relative_uom_id.ids),
            ("qty", ">", 0),
        ]
        lines = self.env["pos.order.line"]
        sold = lines._read_group(lately, ["product_id"], ["qty:avg", "__count"])
        return {
            product.id: max(
                ALWAYS_KILOS,
                TIMES_USUAL * usual * product.uom_id.factor / kilogram.factor,
            )
            for product, usual, sales in sold
            if sales >= USUAL_SALES
        }
