# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_scan.lib.kinds import RESTRICTED, kind_of
from odoo.exceptions import UserError


class CatalogueLine(models.Model):
    _inherit = "foodcoop.catalogue.line"

    def _prepare_product(self, *args):
        """A shop's own number that a supplier wrote never becomes a barcode of ours."""
        vals = super()._prepare_product(*args)
        if _is_in_store(vals.get("barcode") or ""):
            vals["barcode"] = False
        return vals

    def _create_products(self):
        """New products that came without a number get one, in one go."""
        new = self.filtered(lambda line: not line.product_id)
        made = super()._create_products()
        new.filtered("import_id.own_numbers").product_id._number_new_goods()
        return made


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _number_new_goods(self):
        """Numbers of our own for those here that have none."""
        try:
            # sudo: who brings goods into the range need not look after the numbers
            self.sudo()._allocate_barcode()
        except UserError as error:
            hint = self.env._("Or take the tick from “Give our own numbers”.")
            raise UserError(f"{error}\n{hint}") from error


def _is_in_store(code):
    return (
        code.isdecimal()
        and len(code) in (8, 12, 13, 14)
        and kind_of(code) in RESTRICTED
    )
