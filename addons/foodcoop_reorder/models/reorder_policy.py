# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL, babel_locale_parse
from odoo.tools.misc import get_lang

from ..lib.calendar import Calendar, parse_weekdays
from ..lib.demand import WINDOW_DAYS, demand, history
from ..lib.policy import propose, terms


class FoodcoopReorderPolicy(models.Model):
    """How a supplier is ordered from: days, lead time, minimum, safety."""

    _name = "foodcoop.reorder.policy"
    _description = "Ordering Terms of a Supplier"
    _rec_name = "partner_id"
    _order = "partner_id"
    _check_company_auto = True

    partner_id = fields.Many2one(
        "res.partner", "Supplier", required=True, index=True, check_company=True
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    active = fields.Boolean(default=True)
    order_weekdays = fields.Char(
        "Order days",
        required=True,
        default="1",
        help="1 = Monday to 7 = Sunday; 14 = every Monday and Thursday.",
    )
    weekdays_text = fields.Char("Orders on", compute="_compute_weekdays_text")
    lead_days = fields.Integer(
        "Days to delivery",
        required=True,
        default=2,
        help="Calendar days from the order to its arrival.",
    )
    every_weeks = fields.Integer("Every how many weeks", required=True, default=1)
    anchor_date = fields.Date(
        "Counting weeks from", help="A day in a week in which one can order."
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    minimum_value = fields.Monetary("Minimum order")
    cover_days = fields.Integer(
        "Safety", default=2, help="Days of sales to have beyond the next delivery."
    )
    next_order_date = fields.Date("Next order", compute="_compute_window")
    arrives_on = fields.Date("Arrives", compute="_compute_window")
    covers_until = fields.Date("Lasts until", compute="_compute_window")
    proposal_ids = fields.One2many("foodcoop.reorder.proposal", "policy_id")

    _partner_uniq = models.Constraint(
        "unique(partner_id, company_id)",
        "This supplier already has its ordering terms. Change those.",
    )
    _weekdays_digits = models.Constraint(
        "check(order_weekdays ~ '^[1-7]+$')",
        "Write the order days as digits: 1 = Monday to 7 = Sunday, e.g. 14.",
    )
    _numbers_sensible = models.Constraint(
        "check(lead_days >= 0 and every_weeks >= 1 and cover_days >= 0)",
        "Days cannot be negative, and orders come at least every 1 week.",
    )

    @api.constrains("every_weeks", "anchor_date")
    def _check_anchor(self):
        for policy in self:
            if policy.every_weeks > 1 and not policy.anchor_date:
                raise ValidationError(
                    self.env._(
                        "Say from which week the weeks are counted: "
                        "give a day in a week in which one can order."
                    )
                )

    @api.depends("order_weekdays", "every_weeks")
    @api.depends_context("lang")
    def _compute_weekdays_text(self):
        names = babel_locale_parse(get_lang(self.env).code).days["format"]["wide"]
        for policy in self:
            days = sorted(policy._weekdays())
            text = ", ".join(names[day - 1] for day in days)
            if policy.every_weeks > 1:
                text = self.env._(
                    "%(days)s, every %(n)s weeks", days=text, n=policy.every_weeks
                )
            policy.weekdays_text = text

    @api.depends("order_weekdays", "lead_days", "every_weeks", "anchor_date")
    def _compute_window(self):
        self.next_order_date = self.arrives_on = self.covers_until = False
        for policy in self.filtered(lambda policy: policy._weekdays()):
            window = policy._window(policy._today())
            policy.next_order_date = window.order_on
            policy.arrives_on = window.arrives_on
            policy.covers_until = window.covers_until

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        """Sort by the next order day, which only today knows."""
        if field_name != "next_order_date":
            return super()._order_field_to_sql(
                alias, field_name, direction, nulls, query
            )
        policies = self.with_context(active_test=False).search(
            [("company_id", "in", self.env.companies.ids)]
        )
        ranked = policies.sorted(lambda policy: policy.next_order_date or policy._NEVER)
        position = SQL(
            "array_position(%s::int[], %s)",
            ranked.ids,
            self._field_to_sql(alias, "id", query),
        )
        return SQL("%s %s %s", position, direction, nulls)

    _NEVER = fields.Date.to_date("9999-12-31")

    def action_propose(self):
        """Open this supplier's draft proposal, with fresh figures."""
        self.ensure_one()
        proposal = self.proposal_ids.filtered(lambda p: p.state == "draft")[:1]
        if not proposal:
            proposal = proposal.create({"policy_id": self.id})
        proposal.action_recompute()
        return proposal._action_open()

    def _weekdays(self):
        try:
            return parse_weekdays(self.order_weekdays or "")
        except ValueError:
            return frozenset()

    def _timezone(self):
        return self.company_id.partner_id.tz or self.env.user.tz or "UTC"

    def _today(self):
        return fields.Date.context_today(self.with_context(tz=self._timezone()))

    def _window(self, today):
        return Calendar.of(
            self.order_weekdays,
            max(self.lead_days, 0),
            max(self.every_weeks, 1),
            self.anchor_date or None,
        ).window(today)

    def _propose(self, today):
        """{product: (its seller row, the proposal)} for all of this supplier's goods.

        Plain data is gathered in a fixed number of queries; ``lib`` decides.
        """
        window, sellers = self._window(today), self._sellers(today)
        products = self.env["product.product"].union(*sellers)
        since = today - timedelta(days=WINDOW_DAYS)
        flows = products._reorder_flows(self.company_id, since, self._timezone())
        on_hand = products._reorder_on_hand(self.company_id)
        on_order = products._reorder_on_order(
            self.company_id, self.partner_id, window.covers_until
        )

        def of(product, seller):
            known = terms(
                demand(history(on_hand[product.id], flows[product.id], today)),
                window,
                safety_days=self.cover_days,
                on_hand=on_hand[product.id],
                on_order=on_order[product.id],
                pack=seller._reorder_pack(product),
            )
            return seller, propose(known)

        return {product: of(product, seller) for product, seller in sellers.items()}

    def _sellers(self, today):
        """{product: seller row} of the stored goods this supplier comes first for."""
        infos = self.env["product.supplierinfo"]
        valid = (
            Domain("company_id", "in", (False, self.company_id.id))
            & (Domain("date_start", "=", False) | Domain("date_start", "<=", today))
            & (Domain("date_end", "=", False) | Domain("date_end", ">=", today))
            & Domain("product_tmpl_id.is_storable", "=", True)
            & Domain("product_tmpl_id.purchase_ok", "=", True)
        )
        ours = infos.search(valid & Domain("partner_id", "=", self.partner_id.id))
        everyones = infos.search(
            valid & Domain("product_tmpl_id", "in", ours.product_tmpl_id.ids)
        )
        first = {}
        for info in everyones.sorted(lambda s: (s.sequence, s.min_qty, s.price, s.id)):
            for product in info.product_id or info.product_tmpl_id.product_variant_ids:
                if product.active:
                    first.setdefault(product, info)
        return {product: info for product, info in first.items() if info in ours}
