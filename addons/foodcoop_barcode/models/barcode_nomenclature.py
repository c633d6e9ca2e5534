# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models

from ..lib.nomenclature import Nomenclature, Rule


class BarcodeNomenclature(models.Model):
    _inherit = "barcode.nomenclature"

    def _spec(self):
        """The rules as plain data, in the order they are tried."""
        self.ensure_one()
        rules = [rule._spec() for rule in self.rule_ids]
        return Nomenclature.of(rules, self.upc_ean_conv, self.name)


class BarcodeRule(models.Model):
    _inherit = "barcode.rule"

    def _spec(self):
        """The rule as plain data."""
        self.ensure_one()
        fields = ("name", "type", "encoding", "pattern")
        values = [self[field] or "" for field in fields]
        return Rule(self.id, *values, self.sequence, self.alias or "")
