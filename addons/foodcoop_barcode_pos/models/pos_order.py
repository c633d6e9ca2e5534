# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class PosOrder(models.Model):
    _inherit = "pos.order"

    def action_pos_order_paid(self):
        """A code that is scanned is alive: the register keeps the day."""
        paid = super().action_pos_order_paid()
        sold_at = fields.Datetime.context_timestamp(self, self.date_order)
        self.lines._record_scanned_codes(sold_at.date())
        return paid


class PosOrderLine(models.Model):
    _inherit = "pos.order.line"

    scanned_codes = fields.Char("Codes scanned", readonly=True)

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "scanned_codes"]

    def _record_scanned_codes(self, day):
        codes = " ".join(self.filtered("scanned_codes").mapped("scanned_codes"))
        if codes:
            # sudo: who sells may not write in the register of numbers
            register = self.env["foodcoop.barcode.code"].sudo()
            register._record_scans(sorted(set(codes.split())), day)
