# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.tools import SQL


class ReceptionWaiting(models.Model):
    """A delivery that can be counted now, for who has no rights on stock.

    Its id is the delivery's (``stock.picking``).
    """

    _name = "foodcoop.reception.waiting"
    _description = "Delivery that waits"
    _auto = False
    _order = "scheduled_date, id"
    _rec_name = "orders"
    _depends = {
        "stock.picking": [
            "state",
            "origin",
            "partner_id",
            "scheduled_date",
            "reception_id",
            "picking_type_id",
            "company_id",
        ],
        "stock.move": ["picking_id", "state"],
    }

    partner_id = fields.Many2one("res.partner", "Supplier", readonly=True)
    orders = fields.Char("Order", readonly=True)
    scheduled_date = fields.Datetime("Expected", readonly=True)
    line_count = fields.Integer("Lines", readonly=True)
    reception_id = fields.Many2one("foodcoop.reception", "Counting", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT delivery.id,
                   delivery.partner_id,
                   COALESCE(delivery.origin, delivery.name) AS orders,
                   delivery.scheduled_date,
                   delivery.reception_id,
                   delivery.company_id,
                   (SELECT COUNT(*)
                      FROM stock_move AS move
                     WHERE move.picking_id = delivery.id
                       AND move.state NOT IN ('done', 'cancel')) AS line_count
              FROM stock_picking AS delivery
              JOIN stock_picking_type AS kind ON kind.id = delivery.picking_type_id
             WHERE kind.code = 'incoming'
               AND delivery.state IN ('confirmed', 'assigned')
            """
        )

    def action_print_sheet(self):
        return self.env["foodcoop.reception"]._print_sheets(self.ids)

    def action_type_in(self):
        """Open the count of this delivery and what is typed of its paper."""
        self.ensure_one()
        receptions = self.env["foodcoop.reception"]
        opened = receptions.open_delivery(self.ids)
        return receptions.browse(opened["reception"]).action_type_in()
