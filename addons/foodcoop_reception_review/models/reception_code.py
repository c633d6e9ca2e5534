# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_reception.lib import tally
from odoo.exceptions import AccessError, UserError


class ReceptionCode(models.Model):
    """What a volunteer said that an unknown code stands for; the buyer has a look."""

    _name = "foodcoop.reception.code"
    _description = "Code identified at a reception"
    _order = "id desc"
    _rec_name = "code"

    reception_id = fields.Many2one(
        "foodcoop.reception",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="reception_id.company_id", store=True)
    code = fields.Char(required=True, readonly=True)
    product_id = fields.Many2one("product.product", required=True, readonly=True)
    quantity = fields.Float(
        "Content",
        digits="Product Unit",
        readonly=True,
        help="How many of the product's own units the code stands for.",
    )
    person = fields.Char("Said by", readonly=True)
    state = fields.Selection(
        [
            ("proposed", "To look at"),
            ("accepted", "Kept"),
            ("refused", "Not kept"),
        ],
        default="proposed",
        required=True,
        readonly=True,
    )
    barcode_id = fields.Many2one("product.uom", readonly=True, ondelete="set null")

    @api.model
    def _propose(self, reception, events):
        """One row a code; codes that the shop learned in the meantime need none."""
        said = {
            event.code: event
            for event in events
            if event.kind == "link" and event.product
        }
        links = reception.scan_ids.filtered(lambda scan: scan.kind == "link")
        people = {scan.uuid: scan.person for scan in links}
        learned = tally.learned(events)
        self.create(
            [
                {
                    "reception_id": reception.id,
                    "code": code,
                    "product_id": event.product,
                    "quantity": float(event.quantity),
                    "person": people.get(event.uuid),
                }
                for code, event in said.items()
                if (event.product, event.quantity) in learned.values()
            ]
        )

    def action_accept(self):
        """From now on every terminal and the till know this code."""
        self._check_reviewer()
        for code in self.filtered(lambda one: one.state != "accepted"):
            # sudo: see _check_reviewer
            kept = code.sudo()
            kept.barcode_id = (
                self.env["product.uom"]
                .sudo()
                .create(
                    {
                        "product_id": kept.product_id.id,
                        "uom_id": kept._unit().id,
                        "barcode": kept.code,
                    }
                )
            )
            kept.state = "accepted"

    def action_refuse(self):
        """It was a mistake: what an acceptance made is taken back."""
        self._check_reviewer()
        codes = self.sudo()  # sudo: see _check_reviewer
        codes.barcode_id.unlink()
        codes.state = "refused"

    def _unit(self):
        """The product's own unit, or its pack of that content; made where none is."""
        own = self.product_id.uom_id
        if self.quantity == 1:
            return own
        known = self.env["uom.uom"].search(
            [("relative_uom_id", "=", own.id), ("relative_factor", "=", self.quantity)],
            limit=1,
        )
        if known:
            return known
        if self.quantity <= 0:
            raise UserError(
                self.env._("A code stands for more than nothing: refuse it.")
            )
        name = self.env._("Case of %(count)g", count=self.quantity)
        return self.env["uom.uom"].create(
            {
                "name": name if own.name == "Units" else f"{name} {own.name}",
                "relative_uom_id": own.id,
                "relative_factor": self.quantity,
            }
        )

    def _check_reviewer(self):
        if not self.env.user.has_group("foodcoop_reception.group_coordinator"):
            raise AccessError(
                self.env._("Only a coordinator of receptions decides this. Ask one.")
            )
        self.check_access("read")
