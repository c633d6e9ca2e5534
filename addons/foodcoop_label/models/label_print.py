# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import format_date

from . import words

KEPT = ("code", "price", "unit_price", "per", "net_text", "origin", "organic")


class FoodcoopLabelPrint(models.Model):
    """What a printed label said. Rows are added, never changed."""

    _name = "foodcoop.label.print"
    _description = "Printed Label"
    _rec_name = "product_name"
    _order = "id desc"

    product_id = fields.Many2one("product.product", readonly=True, ondelete="set null")
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    kind = fields.Selection(
        [("shelf", "Shelf label"), ("goods", "Label on goods")],
        required=True,
        readonly=True,
    )
    product_name = fields.Char("Name", required=True, readonly=True)
    code = fields.Char("Barcode", readonly=True)
    price = fields.Float(digits=(16, 2), readonly=True, aggregator=None)
    unit_price = fields.Float(
        "Price per kg or litre", digits=(16, 2), readonly=True, aggregator=None
    )
    per = fields.Char(readonly=True)
    net_text = fields.Char("Net content", readonly=True)
    origin = fields.Char(readonly=True)
    organic = fields.Boolean(readonly=True)
    copies = fields.Integer(readonly=True)
    fingerprint = fields.Char(readonly=True)

    _last_idx = models.Index("(product_id, company_id, kind, id DESC)")

    def write(self, vals):
        raise UserError(
            self.env._("What was printed stays written down. Print a new label.")
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._("What was printed stays written down. Print a new label.")
        )

    @api.model
    def _last(self, products):
        """{product id: its last shelf label here}, one query."""
        if not products.ids:
            return {}
        groups = self._read_group(
            [
                ("product_id", "in", products.ids),
                ("company_id", "=", self.env.company.id),
                ("kind", "=", "shelf"),
            ],
            ["product_id"],
            ["id:max"],
        )
        rows = self.browse([last for _product, last in groups])
        return {row.product_id.id: row for row in rows}

    @api.model
    def _record(self, kind, printed):
        """``printed``: [(product, facts, copies)]."""
        seen = ["label_state", "last_label_text"]
        self.env["product.product"].invalidate_model(seen)
        # sudo: rows come from here only, nobody writes them by hand
        return self.sudo().create(
            [
                {
                    "product_id": product.id,
                    "product_name": facts["name"],
                    "company_id": self.env.company.id,
                    "kind": kind,
                    "copies": copies,
                    "fingerprint": facts["fingerprint"],
                }
                | {key: facts[key] for key in KEPT}
                for product, facts, copies in printed
            ]
        )

    def _as_text(self):
        """ "2,30 € on 12/11/2026"."""
        amount = self.price or self.unit_price
        return self.env._(
            "%(price)s on %(date)s",
            price=words.money(self.env, amount, self.company_id.currency_id),
            date=format_date(self.env, self.create_date),
        )
