# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.addons.foodcoop_scan.lib.key import gtin14_key
from odoo.exceptions import UserError

from ..lib import retirement
from ..lib.retirement import Rested


class FoodcoopBarcodeRange(models.Model):
    _inherit = "foodcoop.barcode.range"

    def action_reuse(self):
        """Show the number that has rested longest, and ask who gets it."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_barcode_gtin.reuse_action"
        )
        return action | {"context": {"default_range_id": self.id}}

    def _rested(self):
        """{row: what is known of its rest} for the retired numbers of this range."""
        products = self.env["product.product"]
        # sudo: numbers, goods and orders of every company count
        codes = self.env["foodcoop.barcode.code"].sudo()
        rows = codes.with_context(active_test=False).search(
            [("range_id", "=", self.id), ("state", "=", "retired")]
        )
        on_hand, on_order = rows.product_id._on_hand(), rows.product_id._on_order()
        retired = rows._last_turns("retired")
        bearers = products._bearing(*rows.mapped("gtin14"))
        taken = {gtin14_key(item.barcode) for items in bearers for item in items}
        return {
            row: Rested(
                row.code,
                retired[row.id].date() if row.id in retired else None,
                self.allow_reuse,
                self.rest_months,
                row.last_scan or None,
                in_stock=bool(on_hand.get(row.product_id.id)),
                on_order=row.product_id in on_order,
                taken=row.gtin14 in taken,
            )
            for row in rows
        }

    def _reuse_for(self, product, code):
        """Give the number that has rested longest to a product that has none.

        ``code`` is the one the person was shown: should it be another by now,
        nothing is given.
        """
        self._check_may_allocate()
        rested = self._rested()
        today = fields.Date.context_today(self)
        first = retirement.next_to_reuse(rested.values(), today)
        if not first or first.code != code:
            raise UserError(
                self.env._("%s cannot be given any more. Nothing was changed.", code)
            )
        self._check_fits(product)
        # sudo: who numbers goods need not be allowed to edit products
        product = product.sudo()
        product.barcode = code
        product.flush_recordset(["barcode"])
        row = next(row for row in rested if row.code == code)
        row._turn("issued", self.env._("Given again after its rest"), product)

    def _check_fits(self, product):
        """A product takes one number, and one that its labels can carry."""
        if product.barcode:
            raise UserError(
                self.env._("%s has a number already.", product.display_name)
            )
        if self.purpose == "weight" and not product.uom_id._of_weight():
            raise UserError(
                self.env._(
                    "%s is not sold by weight: a scale could not label it. "
                    "Give it a number of another range.",
                    product.display_name,
                )
            )
