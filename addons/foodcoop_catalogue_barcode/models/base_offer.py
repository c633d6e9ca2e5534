# SPDX-License-Identifier: AGPL-3.0-or-later
from itertools import compress

from odoo import models
from odoo.addons.foodcoop_scan.lib.kinds import RESTRICTED, kind_of
from odoo.exceptions import UserError


class CatalogueOffer(models.AbstractModel):
    """A product made from an offer gets a number: off a list, or beside the range."""

    _inherit = "foodcoop.catalogue.offer"

    def _prepare_product(self, *args):
        """A shop's own number that a supplier wrote never becomes a barcode of ours."""
        vals = super()._prepare_product(*args)
        return {**vals, "barcode": False} if self._lacks_number() else vals

    def _lacks_number(self):
        """The list says no barcode, or one that is some shop's own."""
        return not self.gtin or _is_in_store(self.gtin)

    def _create_products(self):
        """New products that came without a number get one, in one go."""
        made = super()._create_products()
        wanted = [offer._wants_own_number() for offer in self]
        made.browse(compress(made.ids, wanted))._number_new_goods()
        return made

    def _wants_own_number(self):
        """As the person who adds an offer to the range says; unsaid, it gets one."""
        return self.env.context.get("catalogue_own_number", True)


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _number_new_goods(self):
        """Numbers of our own for those here that have none."""
        try:
            # sudo: who brings goods into the range need not look after the numbers
            self.sudo()._allocate_barcode()
        except UserError as error:
            raise UserError(
                self.env._(
                    "%s Or take the tick from “Give our own numbers”.", str(error)
                )
            ) from error


def _is_in_store(code):
    return (
        code.isdecimal()
        and len(code) in (8, 12, 13, 14)
        and kind_of(code) in RESTRICTED
    )
