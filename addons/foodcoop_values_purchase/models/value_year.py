# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.tools import SQL

NEAR = 100  # kilometres; further is not what members call near


# Of each year and company: what was bought at all, and of that what answers a question.
_ANSWERS = """
    WITH bought AS (
        SELECT extract(year FROM o.date_order)::int AS year,
               o.company_id, t.id AS template,
               t.organic, t.kilometres, t.origin,
               l.price_subtotal / coalesce(nullif(o.currency_rate, 0), 1)
                   AS amount
          FROM purchase_order_line l
          JOIN purchase_order o ON o.id = l.order_id
          JOIN product_product p ON p.id = l.product_id
          JOIN product_template t ON t.id = p.product_tmpl_id
         WHERE o.state = 'purchase'
    ), total AS (
        SELECT year, company_id, sum(amount) AS total
          FROM bought GROUP BY year, company_id
    ), answers AS (
        SELECT year, company_id, 'a_organic' AS what, NULL::int AS mark_id,
               sum(amount) FILTER (WHERE organic) AS amount
          FROM bought GROUP BY year, company_id
        UNION ALL
        SELECT year, company_id, 'b_near', NULL,
               sum(amount) FILTER (WHERE kilometres > 0 AND kilometres <= %s)
          FROM bought GROUP BY year, company_id
        UNION ALL
        SELECT year, company_id, 'c_origin', NULL,
               sum(amount) FILTER (WHERE origin <> '')
          FROM bought GROUP BY year, company_id
        UNION ALL
        SELECT year, company_id, 'd_mark', r.foodcoop_product_mark_id,
               sum(amount)
          FROM bought
          JOIN foodcoop_product_mark_product_template_rel r
            ON r.product_template_id = bought.template
         GROUP BY year, company_id, r.foodcoop_product_mark_id
    )
    SELECT row_number() OVER (ORDER BY a.year, a.company_id, a.what, a.mark_id)
               AS id,
           a.year, a.company_id, a.what, a.mark_id,
           coalesce(a.amount, 0) AS amount, t.total,
           CASE WHEN t.total > 0 THEN 100 * coalesce(a.amount, 0) / t.total
                ELSE 0 END AS percent
      FROM answers a JOIN total t USING (year, company_id)
"""


class ValueYear(models.Model):
    """Confirmed purchases of a year: all, and those that members ask about."""

    _name = "foodcoop.value.year"
    _description = "What we buy, by year"
    _auto = False
    _order = "year desc, what, mark_id"

    year = fields.Integer(aggregator=None, readonly=True)
    what = fields.Selection(
        [
            ("a_organic", "Organic"),
            ("b_near", "Within 100 km"),
            ("c_origin", "Origin known"),
            ("d_mark", "Label"),
        ],
        readonly=True,
    )
    mark_id = fields.Many2one("foodcoop.product.mark", "Label", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    amount = fields.Monetary("Bought, without VAT", readonly=True)
    total = fields.Monetary("All we bought", readonly=True, aggregator="max")
    percent = fields.Float("%", digits=(16, 1), readonly=True, aggregator=None)

    @api.depends("what", "mark_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        """What was asked: a label by its own name."""
        questions = dict(self._fields["what"]._description_selection(self.env))
        for row in self:
            row.display_name = row.mark_id.name or questions.get(row.what)

    @property
    def _table_query(self):
        """A row a year and question; money in the company's own currency."""
        return SQL(_ANSWERS, NEAR)
