# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    # sudo: who counts or reviews deliveries need not read stock and products.
    shelf_labels = fields.Integer(
        "Shelf labels", compute="_compute_labels", compute_sudo=True
    )
    goods_labels = fields.Integer(
        "Labels on goods", compute="_compute_labels", compute_sudo=True
    )

    @api.depends("picking_ids.state")
    def _compute_labels(self):
        for reception in self:
            reception.shelf_labels = len(reception._shelf_goods())
            reception.goods_labels = sum(reception._goods_copies().values())

    def _received(self):
        pickings = self.sudo().picking_ids  # sudo: see above
        return pickings.filtered(lambda picking: picking.state == "done")

    def _goods_copies(self):
        return self._received()._label_copies()

    def _shelf_goods(self):
        """What came and has no label at its shelf, or one that is wrong now."""
        came = self._received().move_ids.filtered(lambda move: move.state == "done")
        sold = came.product_id.filtered("sale_ok").with_company(self.company_id)
        return sold.filtered(lambda product: product.label_state in ("new", "changed"))

    def _label_copies(self):
        """The screen of labels opens with these."""
        self.check_access("read")
        if self.env.context.get("default_kind") == "shelf":
            return dict.fromkeys(self._shelf_goods(), 1)
        return self._goods_copies()

    def _next_things(self):
        """Whoever works in the office gets there with a touch; volunteers tell it."""
        shelf = self.env._(
            "Shelf labels to print at the office: %s.", self.shelf_labels
        )
        goods = self.env._(
            "Labels to stick on goods, from the office: %s.", self.goods_labels
        )
        is_office = self.env.user.has_group("foodcoop_reception.group_coordinator")
        screen = f"/odoo/action-foodcoop_reception.reception_action/{self.id}"
        return super()._next_things() + [
            {"text": text, "url": screen if is_office else None}
            for text, count in [(shelf, self.shelf_labels), (goods, self.goods_labels)]
            if count
        ]
