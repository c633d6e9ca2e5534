# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.tools import SQL


class ProductProduct(models.Model):
    _inherit = "product.product"

    def action_allocate_barcode(self):
        """Give a number of the shop's own to every product here that has none."""
        return self._notify_allocated(self._allocate_barcode())

    def _allocate_barcode(self, purpose="fixed"):
        """Number those here that have none, for whoever asks; answers with them."""
        ranges = self.env["foodcoop.barcode.range"]
        ranges._check_may_allocate()
        nameless = self.filtered(lambda product: not product.barcode)
        if nameless:
            # sudo: who numbers goods need not be allowed to edit products
            range_ = ranges.sudo()._with_room(len(nameless), purpose)
            range_._allocate(nameless.sudo())
        return nameless

    def _apply_barcodes(self, codes):
        """Write one code each, in one statement however many products there are."""
        self.flush_recordset(["barcode"])
        self.env.cr.execute(
            SQL(
                "UPDATE product_product p SET barcode = t.code,"
                " write_uid = %s, write_date = %s"
                " FROM unnest(%s::int4[], %s::varchar[]) AS t(id, code)"
                " WHERE p.id = t.id",
                self.env.uid,
                self.env.cr.now(),
                self.ids,
                codes,
            )
        )
        self.invalidate_recordset(["barcode", "write_uid", "write_date"], flush=False)
        self.modified(["barcode"])

    def _notify_allocated(self, given):
        already = len(self) - len(given)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if given else "info",
                "message": self._allocated_sentence(given, already),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _allocated_sentence(self, given, already):
        if not given:
            return self.env._("Nothing to do: there is a number already.")
        if len(given) == 1 and not already:
            return self.env._(
                "%(product)s now has the number %(code)s.",
                product=given.display_name,
                code=given.barcode,
            )
        if not already:
            return self.env._("%s products were given a number.", len(given))
        return self.env._(
            "%(given)s products were given a number, %(already)s had one already.",
            given=len(given),
            already=already,
        )
