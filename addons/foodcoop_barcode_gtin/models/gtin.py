# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_scan.lib.key import spellings
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..lib import gtin
from ..lib.gtin import Refusal


def refusal_sentence(env, found):
    """Why a number cannot become a product's GTIN, and what to do."""
    return {
        Refusal.EMPTY: env._("Scan or type the number under the bars."),
        Refusal.CHECK_DIGIT: env._(
            "The last digit should be %s: a digit was misread. Scan it again.",
            found.expected_check_digit,
        ),
        Refusal.OUR_OWN: env._(
            "This number holds inside a shop only, it is no GTIN. "
            "Ask the producer for the number GS1 gave them."
        ),
        Refusal.NOT_A_PRODUCT: env._(
            "This is a coupon or a refund receipt. Scan the goods themselves."
        ),
        Refusal.CASE: env._("This is the number of a case. Scan one unit out of it."),
        Refusal.TWO_READINGS: env._(
            "These 8 digits can be two different numbers. "
            "Type the 12 or 13 digits printed on the case or the price list."
        ),
        Refusal.NO_NUMBER: env._(
            "This is no GTIN: it has 8, 12 or 13 digits. Scan it again."
        ),
    }[found.refusal]


class ProductProduct(models.Model):
    _inherit = "product.product"

    barcode_is_internal = fields.Boolean(compute="_compute_barcode_is_internal")

    @api.depends("barcode")
    def _compute_barcode_is_internal(self):
        for product in self:
            product.barcode_is_internal = gtin.is_internal(product.barcode or "")

    def action_gtin_arrives(self):
        """Ask for the GTIN."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_barcode_gtin.arrival_action"
        )
        return action | {"context": {"default_product_id": self.id}}

    def _receive_gtin(self, raw, reason):
        """Make a GTIN the main number; the one before still scans.

        True when something changed: the same GTIN again changes nothing. A GTIN of
        another product is refused here, the wizard proposes to merge the two.
        """
        self.ensure_one()
        self.env["foodcoop.barcode.range"]._check_may_allocate()
        self.check_access("read")
        found = gtin.arrival(raw)
        if not found:
            raise UserError(refusal_sentence(self.env, found))
        # sudo: who numbers goods need not be allowed to edit products
        product = self.sudo()
        if gtin.key(product.barcode or "") == found.gtin14:
            return False
        if hindrance := product._gtin_hindrance(found.gtin14):
            raise UserError(hindrance)
        product._apply_gtin(found, reason)
        return True

    def _gtin_hindrance(self, gtin14):
        products, packs = self._bearing(gtin14)
        if others := (products | packs.product_id) - self:
            return self.env._(
                "%(gtin)s is already the number of %(product)s. "
                "Nothing was changed: compare the two, then merge them.",
                gtin=gtin.stored(gtin14),
                product=others[0]._name_to_tell(),
            )
        return packs._pack_sentence()

    def _apply_gtin(self, found, reason):
        before = self.barcode
        self._bearing(found.gtin14)[1].unlink()
        self.barcode = found.gtin
        self.flush_recordset(["barcode"])
        self._add_second_code(before)
        codes = self.env["foodcoop.barcode.code"]
        codes._note([found.gtin, before], self, reason)

    def _add_second_code(self, code):
        """A further number of one unit: tills and reception read it as they do now."""
        if code:
            self.env["product.uom"].create(
                {
                    "barcode": code,
                    "product_id": self.id,
                    "uom_id": self.uom_id.id,
                    "company_id": self.company_id.id,
                }
            )

    @api.model
    def _bearing(self, *gtin14s):
        """The products and the packs that bear a number, whatever its spelling."""
        # sudo: archived products and those of other companies scan all the same
        env = self.sudo().with_context(active_test=False, skip_preprocess_gs1=True).env
        spelt = [text for gtin14 in gtin14s for text in spellings(gtin14)]
        domain = [("barcode", "in", spelt)]
        return env["product.product"].search(domain), env["product.uom"].search(domain)

    def _merge_hindrances(self, survivor):
        """Everything that keeps this product from giving its numbers to another."""
        self.ensure_one()
        name, companies = self.display_name, self.env["res.company"]
        told = {
            self.env._("%s is still in stock: bring it to zero first.", name): (
                self._on_hand()[self.id]
            ),
            self.env._("%s is on an open order or delivery: finish it.", name): (
                self._on_order()
            ),
            self.env._("The two are counted in different units."): (
                self.uom_id != survivor.uom_id
            ),
            self.env._("The two belong to different companies."): (
                survivor.company_id not in (companies, self.company_id)
                or self.company_id - self.env.user.company_ids
            ),
        }
        return [sentence for sentence, holding in told.items() if holding]

    def _merge_into(self, survivor, reason):
        """Both numbers go to the survivor, this one is archived."""
        self.env["foodcoop.barcode.range"]._check_may_allocate()
        # sudo: who numbers goods need not be allowed to edit products
        loser, survivor = self.sudo(), survivor.sudo()
        if hindrances := loser._merge_hindrances(survivor):
            raise UserError("\n".join(hindrances))
        before = loser.barcode
        packs = loser.product_uom_ids
        loser.barcode = False
        loser.flush_recordset(["barcode"])
        packs.product_id = survivor
        survivor._add_second_code(before)
        codes = [before, *packs.mapped("barcode")]
        self.env["foodcoop.barcode.code"]._note(codes, survivor, reason)
        loser.with_context(active_test=True).action_archive()

    def _on_hand(self):
        """{product id: quantity} in every place of every company."""
        quantities = dict.fromkeys(self.ids, 0.0)
        if "stock.quant" in self.env:
            # sudo: goods count wherever they lie, whoever asks
            groups = (
                self.env["stock.quant"]
                .sudo()
                ._read_group(
                    [
                        ("product_id", "in", self.ids),
                        ("location_id.usage", "in", ("internal", "transit")),
                    ],
                    ["product_id"],
                    ["quantity:sum"],
                )
            )
            quantities |= {product.id: round(total, 4) for product, total in groups}
        return quantities

    def _on_order(self):
        """The products here that an open order, delivery or till sale names."""
        found = self.browse()
        for model, domain in self._open_documents():
            if model in self.env:
                # sudo: orders of every company count, whoever asks
                lines = self.env[model].sudo()
                of_these = Domain("product_id", "in", self.ids) & Domain(domain)
                for (product,) in lines._read_group(of_these, ["product_id"]):
                    found |= product
        return found

    def _open_documents(self):
        return [
            ("stock.move", [("state", "not in", ("done", "cancel"))]),
            ("purchase.order.line", [("state", "in", ("draft", "sent", "to approve"))]),
            (
                "purchase.order.line",
                [("state", "=", "purchase"), ("qty_received", "=", 0)],
            ),
            ("sale.order.line", [("state", "in", ("draft", "sent"))]),
            ("pos.order.line", [("order_id.state", "=", "draft")]),
        ]


class ProductTemplate(models.Model):
    _inherit = "product.template"

    barcode_is_internal = fields.Boolean(compute="_compute_barcode_is_internal")

    @api.depends("barcode")
    def _compute_barcode_is_internal(self):
        for template in self:
            template.barcode_is_internal = gtin.is_internal(template.barcode or "")

    def action_gtin_arrives(self):
        return self.product_variant_id.action_gtin_arrives()


class ProductUom(models.Model):
    _inherit = "product.uom"

    def _pack_sentence(self):
        """Said when a number is that of several units, empty when of one."""
        for pack in self:
            if pack.uom_id != pack.product_id.uom_id:
                return self.env._(
                    "%(code)s is the number of a pack (%(unit)s). Scan one unit.",
                    code=pack.barcode,
                    unit=pack.uom_id.name,
                )
        return ""
