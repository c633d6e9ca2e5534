# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.addons.foodcoop_scan.lib.key import gtin14_key, spellings
from odoo.exceptions import ValidationError
from odoo.tools import SQL


class ProductProduct(models.Model):
    _inherit = "product.product"

    @api.constrains("active", "barcode")
    def _check_barcode_is_mine(self):
        """Odoo looks away when a product comes back, and from zeros in front."""
        bearing = self.filtered(lambda product: product.active and product.barcode)
        asked = [code for product in bearing for code in spellings(product.barcode)]
        domain = [("barcode", "in", asked)]
        # sudo: a code is somebody's, also where one may not look
        env = self.sudo().with_context(skip_preprocess_gs1=True).env
        others = [(other, other) for other in env["product.product"].search(domain)]
        for pack in env["product.uom"].search(domain):
            if pack.product_id.active:
                others.append((pack, pack.product_id))
        for product in bearing.sudo():
            for record, owner in others:
                if owner != product and product._shares_code(record, owner):
                    raise ValidationError(product._not_mine(owner))

    def _shares_code(self, record, owner):
        """The same code, where both would be scanned."""
        shops = self.company_id, owner.company_id
        is_apart = all(shops) and shops[0] != shops[1]
        return not is_apart and gtin14_key(record.barcode) == gtin14_key(self.barcode)

    def _not_mine(self, owner):
        return self.env._(
            "“%(product)s” cannot have the number %(code)s: it is on “%(owner)s” now. "
            "Take it off one of the two, or give “%(product)s” another number.",
            product=self.display_name,
            code=self.barcode,
            owner=owner._name_to_tell(),
        )

    def _name_to_tell(self):
        """Its name, for those who may read it."""
        if self.sudo(False)._filtered_access("read"):
            return self.display_name
        return self.env._("a product of another company")

    def action_allocate_barcode(self):
        """Give a number of the shop's own to every product here that has none."""
        return self._notify_allocated(self._allocate_barcode())

    def _allocate_barcode(self, purpose=None):
        """Number those here that have none, for whoever asks; answers with them.

        Without a purpose, weighed goods get a number that a scale can put on labels.
        """
        ranges = self.env["foodcoop.barcode.range"]
        ranges._check_may_allocate()
        nameless = self.filtered(lambda product: not product.barcode)
        # sudo: who numbers goods need not be allowed to edit products
        for wanted, goods in nameless.sudo()._by_purpose(purpose).items():
            ranges.sudo()._with_room(len(goods), wanted)._allocate(goods)
        return nameless

    def _by_purpose(self, purpose):
        """{purpose: these goods}; by weight only where a range waits for them."""
        weighed = self.browse()
        if not purpose and self._has_weight_range():
            by_weight = self.uom_id._of_weight()
            weighed = self.filtered(lambda product: product.uom_id in by_weight)
        groups = [(purpose or "fixed", self - weighed), ("weight", weighed)]
        return {wanted: goods for wanted, goods in groups if goods}

    def _has_weight_range(self):
        ranges = self.env["foodcoop.barcode.range"]._of_company()
        return "weight" in ranges.mapped("purpose")

    def _name_to_keep(self):
        """The name the register keeps; a variant says which it is."""
        if not self.combination_indices:
            return self.product_tmpl_id.name
        return self.with_context(display_default_code=False).display_name

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
