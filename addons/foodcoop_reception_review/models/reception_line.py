# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..lib import discrepancy

QUANTITIES = ("ordered", "delivered", "accepted", "refused")


class ReceptionLine(models.Model):
    """What came of a product, against what was ordered; what somebody decided of it.

    Written when the count is closed. The facts stay; only the decision is made later.
    """

    _name = "foodcoop.reception.line"
    _description = "Line of a reception"
    _order = "at_stake desc, id"
    _rec_name = "product_id"

    reception_id = fields.Many2one(
        "foodcoop.reception",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="reception_id.company_id", store=True)
    partner_id = fields.Many2one(related="reception_id.partner_id", store=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    closed_at = fields.Datetime(related="reception_id.closed_at", store=True)
    product_id = fields.Many2one("product.product", required=True, readonly=True)
    unit_id = fields.Many2one(related="product_id.uom_id", string="Unit")
    move_id = fields.Many2one("stock.move", readonly=True)
    purchase_line_id = fields.Many2one("purchase.order.line", readonly=True)
    kind = fields.Selection(
        [
            ("right", "As ordered"),
            ("short", "Missing"),
            ("over", "Too many"),
            ("refused", "Refused"),
            ("not_ordered", "Not ordered"),
            ("free", "Free of charge"),
            ("instead", "Delivered instead"),
        ],
        required=True,
        readonly=True,
    )
    ordered = fields.Float(digits="Product Unit", readonly=True)
    delivered = fields.Float(digits="Product Unit", readonly=True)
    accepted = fields.Float("Counted and kept", digits="Product Unit", readonly=True)
    refused = fields.Float(digits="Product Unit", readonly=True)
    correction_ids = fields.One2many("foodcoop.reception.correction", "line_id")
    kept = fields.Float(
        "Kept, corrected",
        digits="Product Unit",
        compute="_compute_gap",
        store=True,
        help="What was counted, or what the last correction says.",
    )
    gap = fields.Float(
        "Difference",
        digits="Product Unit",
        compute="_compute_gap",
        store=True,
        help="Kept less ordered, in the product's own unit.",
    )
    reason = fields.Selection(selection="_reasons", readonly=True)
    instead_of_id = fields.Many2one(
        "product.product", string="Instead of", readonly=True
    )
    expiry = fields.Date("Best before", readonly=True)
    note = fields.Char("Remark", readonly=True)
    price = fields.Float(
        "Price ordered",
        digits="Product Price",
        readonly=True,
        help="Of one of the product's own units, without taxes.",
    )
    price_noted = fields.Float(
        "Price on the note",
        digits="Product Price",
        readonly=True,
        help="As the volunteer read it, of one unit of the order line.",
    )
    money = fields.Monetary(
        "At stake",
        compute="_compute_gap",
        store=True,
        help="The difference at the price ordered; minus: the shop misses it.",
    )
    at_stake = fields.Monetary(compute="_compute_gap", store=True)
    decision = fields.Selection(
        [
            ("open", "To decide"),
            ("wait", "Still comes"),
            ("complete", "Does not come any more"),
            ("credit", "Credit asked for"),
            ("keep", "Kept"),
            ("refuse", "Not kept"),
            ("nothing", "Nothing to decide"),
        ],
        required=True,
        default="open",
        readonly=True,
    )
    decided_by_id = fields.Many2one("res.users", readonly=True)
    decided_at = fields.Datetime(readonly=True)

    @api.depends("accepted", "ordered", "price", "correction_ids.applied_at")
    def _compute_gap(self):
        for line in self:
            corrections = line.correction_ids.filtered("applied_at")
            line.kept = corrections[0].quantity if corrections else line.accepted
            line.gap = line.kept - line.ordered
            line.money = line.gap * line.price
            line.at_stake = abs(line.money)

    @api.model
    def _reasons(self):
        """As the terminal gives them, in the reader's language."""
        scans = self.env["foodcoop.reception.scan"]
        return scans._fields["reason"]._description_selection(self.env)

    @api.model
    def _prepare_line(self, reception, found, moves):
        """The values of a line from what the count says of it."""
        move = moves.get(found.line, self.env["stock.move"])
        bought = move.purchase_line_id
        product = self.env["product.product"].browse(found.product)
        unit = bought.product_uom_id or product.uom_id
        return {
            "reception_id": reception.id,
            "product_id": product.id,
            "move_id": move.id,
            "purchase_line_id": bought.id,
            "kind": found.kind,
            **{name: float(getattr(found, name)) for name in QUANTITIES},
            "reason": found.reason or False,
            "instead_of_id": found.instead_of,
            "expiry": found.expiry or False,
            "note": found.note,
            "price": unit._compute_price(bought.price_unit, product.uom_id),
            "price_noted": float(found.price or 0),
            "decision": self._first_decision(reception, found),
        }

    @api.model
    def _first_decision(self, reception, found):
        """What needs nobody: as ordered, or missing where the supplier's rule says.

        Where the rest came free of charge nothing more is expected.
        """
        if found.kind == discrepancy.Kind.RIGHT:
            return "nothing" if found.accepted == found.ordered else "complete"
        policy = reception.partner_id.with_company(reception.company_id).shortage_policy
        if found.kind == discrepancy.Kind.SHORT and policy in ("wait", "complete"):
            return policy
        return "open"
