# SPDX-License-Identifier: AGPL-3.0-or-later
"""Another order of the supplier turns out to have come, too: it joins the count."""

from odoo import models
from odoo.exceptions import UserError


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def add_deliveries(self, picking_ids):
        """Count these waiting deliveries of the same supplier here as well.

        :returns: the whole count, as a terminal is told it.
        """
        self.ensure_one()
        self._check_terminal()
        self.check_access("read")
        reception = self.sudo()  # sudo: a terminal's account has no rights on stock
        pickings = reception._waiting(picking_ids)
        self._touch()  # a close at the same moment comes before or after it
        reception._join(pickings)
        return reception._described()

    def _join(self, pickings):
        supplier = self.partner_id.commercial_partner_id
        if (
            pickings.partner_id.commercial_partner_id != supplier
            or pickings.company_id != self.company_id
        ):
            raise UserError(
                self.env._("Deliveries of one supplier only can be counted together.")
            )
        if pickings.reception_id - self:
            raise UserError(
                self.env._(
                    "These deliveries are counted apart already. Open one of them."
                )
            )
        (pickings - self.picking_ids).reception_id = self

    def _elsewhere(self):
        """{product id: an order of this supplier that waits and nobody counts yet}."""
        supplier = self.partner_id.commercial_partner_id
        waiting = self.env["stock.picking"].search(
            [
                *self._waiting_domain(),
                ("partner_id", "child_of", supplier.ids),
                ("company_id", "=", self.company_id.id),
                ("reception_id", "=", False),
            ]
        )
        return {
            move.product_id.id: {
                "picking": move.picking_id.id,
                "order": move.picking_id.origin or move.picking_id.name,
            }
            for move in waiting.move_ids[::-1]  # of two orders the first is named
            if move.state not in ("done", "cancel")
        }
