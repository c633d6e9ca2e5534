# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..lib import gtin
from ..models.gtin import refusal_sentence


class FoodcoopBarcodeArrival(models.TransientModel):
    """The GTIN of goods that bore a number of the shop's own until now."""

    _name = "foodcoop.barcode.arrival"
    _description = "A GTIN Arrives"

    product_id = fields.Many2one("product.product", required=True, readonly=True)
    barcode = fields.Char(
        "Number until now", related="product_id.barcode", related_sudo=False
    )
    scan = fields.Char(
        "GTIN", help="Scan the goods, or type the digits under the bars."
    )
    gtin = fields.Char(compute="_compute_answer")
    sentence = fields.Char(compute="_compute_answer")
    step = fields.Selection(
        [("ask", "Ask"), ("no", "Refused"), ("take", "Take"), ("merge", "Merge")],
        compute="_compute_answer",
    )
    keep = fields.Selection(
        [("this", "This product"), ("other", "The other product")],
        "Which one stays",
        required=True,
        default="this",
    )
    comparison = fields.Html(compute="_compute_merge", sanitize=False)
    hindrance = fields.Text(compute="_compute_merge")

    @api.depends("scan", "product_id")
    def _compute_answer(self):
        self.product_id.check_access("read")
        for wizard in self:
            found = gtin.arrival(wizard.scan or "")
            wizard.gtin = found.gtin
            wizard.step, wizard.sentence = wizard._answer(found)

    def _answer(self, found):
        if not found:
            step = "no" if self.scan else "ask"
            return step, refusal_sentence(self.env, found)
        if gtin.key(self.product_id.barcode or "") == found.gtin14:
            return "no", self.env._("This is its number already: nothing to do.")
        products, packs = self.product_id._bearing(found.gtin14)
        if pack_sentence := packs._pack_sentence():
            return "no", pack_sentence
        if other := (products | packs.product_id) - self.product_id:
            return self._answer_other(other[0])
        if not self.product_id.barcode:
            return "take", self.env._("%(gtin)s becomes its number.", gtin=found.gtin)
        return "take", self.env._(
            "%(gtin)s becomes its number. %(before)s on the goods still scans.",
            gtin=found.gtin,
            before=self.product_id.barcode,
        )

    def _answer_other(self, other):
        if other.company_id - self.env.user.company_ids:
            return "no", self.env._(
                "This is the number of a product of another company. Ask its office."
            )
        return "merge", self.env._(
            "This GTIN belongs to another product. Are the two the same goods? "
            "If not, one of them bears the wrong number: leave it and look."
        )

    def _other(self):
        """The product that bears the GTIN now, readable for the comparison."""
        products, packs = self.product_id._bearing(gtin.arrival(self.scan).gtin14)
        return ((products | packs.product_id) - self.product_id)[:1]

    @api.depends("step", "keep")
    def _compute_merge(self):
        self.product_id.check_access("read")
        self.comparison = self.hindrance = False
        for wizard in self.filtered(lambda w: w.step == "merge"):
            survivor, loser = wizard._survivor_and_loser()
            wizard.hindrance = "\n".join(wizard._hindrances(survivor, loser))
            wizard.comparison = self.env["ir.qweb"]._render(
                "foodcoop_barcode_gtin.arrival_comparison",
                {
                    "products": [survivor, loser],
                    "this": wizard.product_id.id,
                    "stock": (survivor | loser)._on_hand(),
                },
            )

    def _hindrances(self, survivor, loser):
        """Why not, and whether the other way round would do."""
        told = loser._merge_hindrances(survivor)
        if told and loser.active and not survivor._merge_hindrances(loser):
            told.append(
                self.env._("The other way round they can: choose the other one above.")
            )
        return told

    def _survivor_and_loser(self):
        # sudo: the two are compared by whoever numbers goods, purchases hidden or not
        this, other = self.product_id.sudo(), self._other()
        return (this, other) if self.keep == "this" else (other, this)

    def action_receive(self):
        product = self.product_id
        told = {"product": product.display_name, "before": product.barcode}
        product._receive_gtin(self.scan, self.env._("Its GTIN arrived"))
        told["gtin"] = product.barcode
        message = self.env._("%(product)s now has the number %(gtin)s.", **told)
        if told["before"]:
            message = self.env._(
                "%(product)s now has the number %(gtin)s. %(before)s still scans.",
                **told,
            )
        return self._done(product, message)

    def action_merge(self):
        if self.step != "merge":
            return self.action_receive()
        survivor, loser = self._survivor_and_loser()
        name = loser.display_name
        reason = self.env._("Merged with %s", name)
        loser.sudo(False)._merge_into(survivor.sudo(False), reason)
        survivor.sudo(False)._receive_gtin(self.scan, reason)
        return self._done(
            survivor,
            self.env._(
                "%(product)s now bears both numbers, %(other)s is archived.",
                product=survivor.display_name,
                other=name,
            ),
        )

    def _done(self, product, message):
        stays = product == self.product_id
        after = {"type": "ir.actions.client", "tag": "soft_reload"}
        shown = {
            "type": "ir.actions.act_window",
            "res_model": "product.product",
            "res_id": product.id,
            "views": [[False, "form"]],
        }
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": after if stays else shown,
            },
        }
