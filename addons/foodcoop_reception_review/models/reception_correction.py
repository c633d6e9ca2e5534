# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

TYPED = {"line_id", "before", "quantity", "note"}


class ReceptionCorrection(models.Model):
    """A closed count was wrong: what is right, and the delivery that mends the stock.

    The count itself is never rewritten.
    """

    _name = "foodcoop.reception.correction"
    _description = "Correction of a reception"
    _order = "id desc"
    _rec_name = "line_id"

    line_id = fields.Many2one(
        "foodcoop.reception.line", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="line_id.company_id", store=True)
    product_id = fields.Many2one(related="line_id.product_id")
    before = fields.Float(digits="Product Unit", readonly=True)
    quantity = fields.Float("Really kept", digits="Product Unit", required=True)
    note = fields.Char("Why", required=True)
    picking_id = fields.Many2one("stock.picking", "Delivery", readonly=True)
    applied_by_id = fields.Many2one("res.users", readonly=True)
    applied_at = fields.Datetime(readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        for values in vals_list:
            self._check_typed(values)
        return super().create(vals_list)

    def write(self, vals):
        self._check_typed(vals)
        return super().write(vals)

    def _check_typed(self, values):
        """What a person types; the rest is written where it is done."""
        if not self.env.su and not TYPED.issuperset(values):
            raise AccessError(self.env._("A correction counts once it is applied."))

    @api.onchange("line_id")
    def _onchange_line(self):
        self.before = self.quantity = self.line_id.kept

    def _check_applicable(self):
        if not self.env.user.has_group("foodcoop_reception.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator of receptions decides this. Ask one.")
            )
        self.check_access("write")
        if self.applied_at:
            raise UserError(self.env._("This correction was applied already."))

    def action_apply(self):
        """Bring the stock and the order to what is right."""
        self.ensure_one()
        self._check_applicable()
        change = self.quantity - self.line_id.kept
        if self.quantity < 0 or self.product_id.uom_id.is_zero(change):
            raise UserError(
                self.env._(
                    "Say how many were really kept: another number, not below 0."
                )
            )
        # sudo: a coordinator has no rights on stock; correcting is her role
        done = self.sudo()
        picking = done._send_back(-change) if change < 0 else done._receive_more(change)
        done.write(
            {
                "picking_id": picking.id,
                "before": self.line_id.kept,
                "applied_by_id": self.env.uid,
                "applied_at": fields.Datetime.now(),
            }
        )
        return {"type": "ir.actions.act_window_close"}

    def _send_back(self, quantity):
        """Odoo's own return of what was never there."""
        move = self._received_move(quantity)
        unit = move.product_id.uom_id
        returned = {
            "product_id": move.product_id.id,
            "move_id": move.id,
            "quantity": unit._compute_quantity(quantity, move.product_uom, round=False),
        }
        back = self.env["stock.return.picking"].create(
            {
                "picking_id": move.picking_id.id,
                "product_return_moves": [Command.create(returned)],
            }
        )
        picking = back._create_return()
        self.line_id.reception_id._receive_whole(picking)
        return picking

    def _received_move(self, quantity):
        """A move that brought at least so many of them."""
        moves = self.line_id.purchase_line_id.move_ids
        done = moves.filtered(lambda m: m.state == "done" and m.quantity >= quantity)
        move = (self.line_id.move_id & done) or done[:1]
        if not move:
            raise UserError(
                self.env._(
                    "So many of them were not received at once. Correct the stock with "
                    "an inventory of this product."
                )
            )
        return move

    def _receive_more(self, quantity):
        """Of what is still on order first, else with an order of its own."""
        line = self.line_id
        waiting = line._waiting_moves()[:1]
        if not waiting:
            order = line.reception_id._order_and_receive({line: quantity})
            return order.picking_ids
        picking = waiting.picking_id
        for move in picking.move_ids:
            move.picked = move == waiting
        line.reception_id._lay({waiting: quantity})
        picking.with_context(skip_backorder=True, skip_expired=True).button_validate()
        return picking
