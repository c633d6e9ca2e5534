# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.tools import SQL

UNIT = "Product Unit"


class ReceptionMatch(models.Model):
    """Order, reception and bill of one order line, side by side (three-way match).

    Quantities are in the line's unit, prices of one such unit without taxes, money in
    the company's currency. Bills count like for Odoo: all but the cancelled ones.
    """

    _name = "foodcoop.reception.match"
    _description = "Order, reception and bill"
    _auto = False
    _order = "at_stake desc, id desc"
    _rec_name = "product_id"
    _depends = {
        "purchase.order": [
            "name",
            "state",
            "date_approve",
            "effective_date",
            "currency_rate",
        ],
        "purchase.order.line": [
            "product_qty",
            "qty_received",
            "price_subtotal",
            "price_unit",
            "product_uom_id",
        ],
        "account.move": ["state", "move_type", "invoice_date"],
        "account.move.line": ["quantity", "balance", "purchase_line_id"],
        "uom.uom": ["factor"],
    }

    order_name = fields.Char("Order number", readonly=True)
    order_id = fields.Many2one(
        "purchase.order", readonly=True, groups="purchase.group_purchase_user"
    )
    partner_id = fields.Many2one("res.partner", "Supplier", readonly=True)
    product_id = fields.Many2one("product.product", readonly=True)
    unit_id = fields.Many2one("uom.uom", "Unit", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    ordered_on = fields.Datetime(readonly=True)
    received_on = fields.Datetime(readonly=True)
    billed_on = fields.Date(readonly=True)
    ordered = fields.Float(digits=UNIT, readonly=True, aggregator=None)
    received = fields.Float(digits=UNIT, readonly=True, aggregator=None)
    billed = fields.Float(digits=UNIT, readonly=True, aggregator=None)
    price_ordered = fields.Float(digits="Product Price", readonly=True, aggregator=None)
    price_billed = fields.Float(digits="Product Price", readonly=True, aggregator=None)
    money_received = fields.Monetary(
        "Received less ordered",
        readonly=True,
        help="At the price ordered; nothing before the first delivery of the order.",
    )
    money_billed = fields.Monetary(
        "Billed less received",
        readonly=True,
        help="What the bills ask for, less what was received at the price ordered; "
        "nothing before the first bill. Plus: the shop pays too much.",
    )
    at_stake = fields.Monetary(readonly=True, help="The larger of both differences.")
    differs = fields.Boolean(readonly=True)
    is_billed = fields.Boolean("Billed already", readonly=True)
    over_billed = fields.Boolean("Billed more than received", readonly=True)
    price_differs = fields.Boolean("Another price billed", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT *,
                   money_received != 0 OR money_billed != 0 AS differs,
                   GREATEST(ABS(money_received), ABS(money_billed)) AS at_stake,
                   is_billed AND ABS(amount - billed * price_ordered)
                       > coin * bill_lines AS price_differs
              FROM (%s) AS matched
            """,
            self._matched(),
        )

    def _matched(self):
        """Each line with what its bills say, the differences rounded to coins."""
        return SQL(
            """
            SELECT id, order_id, order_name, partner_id, product_id, unit_id,
                   company_id, ordered_on, received_on, billed_on, ordered, received,
                   price_ordered, amount, bill_lines, coin,
                   bill_lines > 0 AS is_billed,
                   billed,
                   bill_lines > 0 AND billed > received + 0.0005 AS over_billed,
                   amount / NULLIF(billed, 0) AS price_billed,
                   CASE WHEN received_on IS NOT NULL OR bill_lines > 0
                        THEN ROUND(((received - ordered) * price_ordered)::numeric, 2)
                        ELSE 0
                   END AS money_received,
                   CASE WHEN bill_lines > 0
                        THEN ROUND((amount - received * price_ordered)::numeric, 2)
                        ELSE 0
                   END AS money_billed
              FROM (%s) AS bought
             CROSS JOIN LATERAL (%s) AS bills
            """,
            self._bought(),
            self._bills(),
        )

    def _bought(self):
        """Lines of confirmed orders, prices in the company's currency."""
        return SQL(
            """
            SELECT line.id, line.order_id, asked.name AS order_name,
                   asked.partner_id, line.product_id, asked.company_id,
                   line.product_uom_id AS unit_id, unit.factor AS unit_factor,
                   asked.date_approve AS ordered_on,
                   asked.effective_date AS received_on, line.product_qty AS ordered,
                   COALESCE(line.qty_received, 0) AS received,
                   COALESCE(line.price_subtotal / NULLIF(line.product_qty, 0),
                            line.price_unit)
                       / COALESCE(NULLIF(asked.currency_rate, 0), 1) AS price_ordered,
                   currency.rounding AS coin
              FROM purchase_order_line AS line
              JOIN purchase_order AS asked ON asked.id = line.order_id
              JOIN res_company AS company ON company.id = asked.company_id
              JOIN res_currency AS currency ON currency.id = company.currency_id
              JOIN uom_uom AS unit ON unit.id = line.product_uom_id
             WHERE asked.state = 'purchase' AND line.product_id IS NOT NULL
               AND line.display_type IS NULL
               AND line.is_downpayment IS NOT TRUE
            """
        )

    def _bills(self):
        """What all bills of a line ask for; a credit note takes away."""
        return SQL(
            """
            SELECT COUNT(*) AS bill_lines,
                   MAX(bill.invoice_date) AS billed_on,
                   COALESCE(SUM(part.balance), 0) AS amount,
                   COALESCE(SUM(
                       CASE bill.move_type WHEN 'in_refund' THEN -1 ELSE 1 END
                       * part.quantity
                       * COALESCE(unit.factor, bought.unit_factor)
                       / bought.unit_factor), 0) AS billed
              FROM account_move_line AS part
              JOIN account_move AS bill ON bill.id = part.move_id
              LEFT JOIN uom_uom AS unit ON unit.id = part.product_uom_id
             WHERE part.purchase_line_id = bought.id
               AND part.display_type = 'product'
               AND bill.move_type IN ('in_invoice', 'in_refund')
               AND bill.state != 'cancel'
            """
        )
