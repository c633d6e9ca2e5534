# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_scan.sentences import sentence


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    # sudo: who reviews a reception need not be allowed to see numbers and products.
    unknown_why = fields.Text(
        compute="_compute_unknown_why", compute_sudo=True, string="What they may be"
    )

    @api.depends("unknown_codes")
    def _compute_unknown_why(self):
        """What this shop knows of codes that no terminal found."""
        products = self.env["product.product"]
        for reception in self:
            codes = (reception.unknown_codes or "").splitlines()
            reception.unknown_why = "\n".join(
                f"{code}: {sentence(self.env, found)}"
                for code, found in zip(
                    codes, products._resolve_scans(codes), strict=True
                )
            )

    def _describe_products(self):
        """Besides the codes, how labels are read and which goods are weighed."""
        described = super()._describe_products()
        ids = {product for product, _factor in described["codes"].values()}
        rules = self.env["product.product"].scan_measures()
        weighed = self._weighed(self.env["product.product"].browse(ids))
        return described | {"labels": {"rules": rules, "weighed": weighed}}

    def _insert_scans(self, rows):
        """A number that is still scanned is still in use: the register notes it."""
        kept = super()._insert_scans(rows)
        codes = {row["code"] for row in rows} - {""}
        # sudo: a terminal's account has no right on the register of numbers
        register = self.env["foodcoop.barcode.code"].sudo()
        register._record_scans(codes, fields.Date.context_today(self))
        return kept

    def _weighed(self, products):
        """{product: [own units in a kilogram, price of one]} of weighed goods."""
        kilogram = self.env.ref("uom.product_uom_kgm", raise_if_not_found=False)
        per_kg = {
            uom: kilogram._compute_quantity(1, uom, round=False)
            for uom in products.uom_id
            if kilogram and uom._has_common_reference(kilogram)
        }
        return {
            product.id: [per_kg[product.uom_id], product.lst_price]
            for product in products
            if product.uom_id in per_kg
        }
