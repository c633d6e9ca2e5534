# SPDX-License-Identifier: AGPL-3.0-or-later
"""Goods that came without an order are ordered afterwards, and received at once."""

from odoo import models
from odoo.addons.foodcoop_reception.lib import tally
from odoo.exceptions import UserError
from odoo.fields import Command


class ReceptionLine(models.Model):
    _inherit = "foodcoop.reception.line"

    def _receive_unordered(self):
        """One order a delivery, apart: the first one stays what was agreed on.

        Adding lines to a confirmed order would let Odoo merge them with what is
        still expected of it.
        """
        for lines in self.grouped("reception_id").values():
            quantities = {line: line.kept for line in lines}
            # sudo: see _check_reviewer
            order = lines.reception_id.sudo()._order_and_receive(quantities)
            for line, bought in zip(lines.sudo(), order.order_line, strict=True):
                line.purchase_line_id = bought

    def _prepare_supplement(self, quantity):
        """Without a price Odoo takes the supplier's; what is free costs nothing."""
        values = {
            "product_id": self.product_id.id,
            "product_qty": quantity,
            "product_uom_id": self.product_id.uom_id.id,
        }
        if self.kind == "free":
            return values | {"price_unit": 0}
        return values | ({"price_unit": self.price_noted} if self.price_noted else {})


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _order_and_receive(self, quantities):
        """A confirmed and received order of these lines: {line: how much}."""
        if not self.partner_id:
            raise UserError(
                self.env._("Nobody said which supplier brought it: order it first.")
            )
        order = self.env["purchase.order"].create(
            {
                "partner_id": self.partner_id.id,
                "company_id": self.company_id.id,
                "origin": self.display_name,
                "order_line": [
                    Command.create(line._prepare_supplement(quantity))
                    for line, quantity in quantities.items()
                ],
            }
        )
        order.button_confirm()
        moves = order.picking_ids.move_ids
        self._lay({move: move.product_qty for move in moves})
        self._receive_whole(order.picking_ids)
        return order

    def _lay(self, came):
        """{move: how much came, in its product's unit}, on the lots that were told."""
        shares = [
            tally.Share(tally.Line(move.id, move.product_id.id, count), count)
            for move, quantity in came.items()
            for count in [tally.as_decimal(quantity)]
        ]
        lots = self._lots_of(shares)
        for move, quantity in came.items():
            self._fill(move, quantity, lots.get(move.id, ()))

    def _receive_whole(self, pickings):
        for move in pickings.move_ids:
            if move.product_uom.compare(move.quantity, move.product_uom_qty):
                move.quantity = move.product_uom_qty
            move.picked = True
        pickings.with_context(skip_backorder=True, skip_expired=True).button_validate()
        if any(picking.state != "done" for picking in pickings):
            raise UserError(
                self.env._(
                    "Odoo did not accept these goods. Receive them in the stock, or "
                    "ask who looks after it."
                )
            )
