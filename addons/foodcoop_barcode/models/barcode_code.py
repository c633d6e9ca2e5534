# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError

FACTS = {"code", "gtin14", "range_id", "item", "product_name"}


class FoodcoopBarcodeCode(models.Model):
    """Every number ever given or passed over. Rows are added, never taken away."""

    _name = "foodcoop.barcode.code"
    _description = "Number Given"
    _rec_name = "code"
    _order = "id desc"

    code = fields.Char(required=True, readonly=True)
    gtin14 = fields.Char("GTIN-14 key", required=True, readonly=True)
    range_id = fields.Many2one(
        "foodcoop.barcode.range",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    item = fields.Integer(required=True, readonly=True, aggregator=None)
    product_id = fields.Many2one(
        "product.product", readonly=True, index="btree_not_null", ondelete="set null"
    )
    product_name = fields.Char("Given to", readonly=True)
    state = fields.Selection(
        [("reserved", "Passed over"), ("issued", "In use"), ("retired", "Retired")],
        required=True,
        readonly=True,
        default="issued",
    )
    reason = fields.Char("Why", readonly=True)

    _code_uniq = models.Constraint("unique(code)", "This number was already given.")
    _gtin14_uniq = models.Constraint("unique(gtin14)", "This number was already given.")

    def write(self, vals):
        if FACTS & vals.keys():
            raise UserError(
                self.env._("A number that was given stays as it is. Give a new one.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._(
                "Numbers are never deleted: labels with them are still in the shop. "
                "Give the product another number instead."
            )
        )

    @api.model
    def _holders(self, numbers):
        """{spelling: name of what bears it} for products, packs and this ledger."""
        spellings = [spelling for number in numbers for spelling in number.spellings]
        domain = [("barcode", "in", spellings)]
        # sudo: archived products and those of other companies scan all the same
        env = self.sudo().with_context(active_test=False, skip_preprocess_gs1=True).env
        products = env["product.product"].search_fetch(domain, ["barcode"])
        packs = env["product.uom"].search_fetch(domain, ["barcode", "product_id"])
        keys = [number.gtin14 for number in numbers]
        rows = env[self._name].search_fetch([("gtin14", "in", keys)], ["gtin14"])
        holders = {product.barcode: product.display_name for product in products}
        holders |= {pack.barcode: pack.product_id.display_name for pack in packs}
        return holders | dict.fromkeys(rows.mapped("gtin14"), "")

    @api.model
    def _record(self, range_, free, products, taken):
        """Add a row for every number given, and for every one passed over."""
        rows = [
            {"product_id": product.id, "product_name": product.display_name}
            | self._prepare_number(range_, number)
            for number, product in zip(free, products, strict=True)
        ]
        rows += [
            {
                "state": "reserved",
                "reason": self.env._("Already the number of %s", holder),
            }
            | self._prepare_number(range_, number)
            for number, holder in taken.items()
            if holder
        ]
        return self.create(rows)

    def _prepare_number(self, range_, number):
        return {
            "range_id": range_.id,
            "item": number.item,
            "code": number.code,
            "gtin14": number.gtin14,
        }
