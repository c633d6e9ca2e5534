# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.addons.foodcoop_scan.lib.key import gtin14_key
from odoo.addons.foodcoop_scan.lib.lookup import Known, wanted
from odoo.addons.foodcoop_scan.lib.measure import measure_of
from odoo.fields import Domain
from odoo.tools import SQL


class ProductProduct(models.Model):
    """A scan is read by the shop's own ranges and register."""

    _inherit = "product.product"

    @api.model
    def _scan_measures(self):
        return self.env["foodcoop.barcode.range"]._measures()

    @api.model
    def _scan_register(self, keys, companies):
        ours = Domain(self._check_company_domain(companies))
        return self.env["foodcoop.barcode.code"]._known(keys, ours)

    @api.model
    def _registered_name(self, found):
        register = self.env["foodcoop.barcode.code"]
        if not register.has_access("read"):
            return super()._registered_name(found)
        keys = list(wanted(found.explanation).all)
        row = register.search([("gtin14", "in", keys)], limit=1)
        is_secret = row.product_id and not row.product_id._filtered_access("read")
        return "" if is_secret else row.product_name or ""


class FoodcoopBarcodeCode(models.Model):
    _inherit = "foodcoop.barcode.code"

    @api.model
    def _known(self, keys, ours):
        """{key: what the ledger, or the range it would be of, says of it}.

        ``ours`` says of which companies; what belongs to others is not named.
        """
        here = Domain("range_id", "=", False) | Domain("range_id", "any", ours)
        rows = self.search_fetch(
            Domain("gtin14", "in", list(keys)) & here,
            ["gtin14", "state", "product_name", "range_id", "product_id"],
        )
        strange = rows.product_id - rows.product_id.filtered_domain(ours)
        known = {
            row.gtin14: Known(
                row.state,
                "" if row.product_id in strange else row.product_name or "",
                row.range_id.name or "",
            )
            for row in rows
        }
        ranges = self.env["foodcoop.barcode.range"].search(ours)
        for key in keys - known.keys():
            owner = ranges.filtered(lambda r, k=key: r._spec().item_of(k) is not None)
            if owner:
                known[key] = Known("", "", owner[0].name)
        return known

    @api.model
    def _record_scans(self, codes, day):
        """Note that these were scanned: at most one write a day a code."""
        measures = self.env["foodcoop.barcode.range"]._measures()
        keys = set()
        for code in codes:
            label = measure_of(code, measures)
            keys.add(gtin14_key(label.base_of(code) if label else code))
        self.flush_model(["gtin14", "last_scan"])
        self.env.cr.execute(
            SQL(
                "UPDATE foodcoop_barcode_code SET last_scan = %s "
                "WHERE gtin14 = ANY(%s) AND (last_scan IS NULL OR last_scan < %s)",
                day,
                sorted(keys),
                day,
            )
        )
        self.invalidate_model()  # what is told from it, too
