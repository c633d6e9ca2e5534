# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the terminal asks for: deliveries that wait, and one of them whole."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib.events import plain_text


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    @api.model
    def _check_terminal(self):
        if not self.env.user.has_group("foodcoop_reception.group_terminal"):
            raise AccessError(
                self.env._(
                    "This account may not count deliveries. Sign in with the "
                    "terminal's account, or ask the office."
                )
            )

    @api.model
    def deliveries(self):
        """Deliveries that can be counted now, the earliest first."""
        self._check_terminal()
        # sudo: the terminal's account has no rights on stock; it sees these facts only.
        pickings = self.env["stock.picking"].sudo().search(self._waiting_domain())
        cold = self._with_cold_goods(pickings)
        names = pickings.reception_id._counting_lately(fields.Datetime.now())
        return [
            {
                **self._describe_waiting(picking),
                "cold": picking in cold,
                "counting": names[picking.reception_id.id],
            }
            for picking in pickings
        ]

    def _with_cold_goods(self, pickings):
        """Those that bring something that is kept cold."""
        cold = pickings.env["product.category"]._kept_cold()
        moves = pickings.env["stock.move"].search(
            [
                ("picking_id", "in", pickings.ids),
                ("product_id.categ_id", "in", cold.ids),
            ]
        )
        return moves.picking_id

    def _describe_waiting(self, picking):
        day = fields.Datetime.context_timestamp(self, picking.scheduled_date).date()
        return {
            "picking": picking.id,
            "partner": picking.partner_id.id,
            "supplier": picking.partner_id.display_name or picking.name,
            "order": picking.origin or picking.name,
            "rest": bool(picking.backorder_id),
            "lines": len(picking.move_ids),
            "date": fields.Date.to_string(day),
            # Counted together with others of its supplier, where they share this.
            "reception": picking.reception_id.id or None,
            # What a paper or a mail of this order may have as a barcode.
            "codes": [code for code in (picking.origin, picking.name) if code],
        }

    def _waiting_domain(self):
        return [
            ("picking_type_code", "=", "incoming"),
            ("state", "in", ["confirmed", "assigned"]),
            ("company_id", "in", self.env.companies.ids),
        ]

    @api.model
    def suppliers(self, words):
        """Suppliers whose name holds these words, for a delivery without an order."""
        self._check_terminal()
        wanted = [*self._supplier_domain(), ("name", "ilike", plain_text(words, 64))]
        # sudo: the terminal's account sees no partners; it gets these names only.
        found = self.env["res.partner"].sudo().search(wanted, limit=12)
        return [{"partner": one.id, "supplier": one.display_name} for one in found]

    def _supplier_domain(self):
        return [
            ("supplier_rank", ">", 0),
            ("parent_id", "=", False),
            ("company_id", "in", [False, *self.env.companies.ids]),
        ]

    @api.model
    def open_delivery(self, picking_ids):
        """Everything a terminal needs to count deliveries of one supplier by itself.

        :param picking_ids: one or several; those that are counted already bring the
            others into their count.
        """
        self._check_terminal()
        return self._of_pickings(self._waiting(picking_ids))._described()

    def _waiting(self, picking_ids):
        # sudo: the terminal's account may open a count, of waiting deliveries only.
        pickings = self.env["stock.picking"].sudo()
        pickings = pickings.search(self._waiting_domain() + [("id", "in", picking_ids)])
        if not pickings or len(pickings) < len(set(picking_ids)):
            raise UserError(
                self.env._(
                    "This delivery is no longer waiting: it was received or "
                    "cancelled. Choose another one."
                )
            )
        return pickings

    @api.model
    def open_without_order(self, partner_id):
        """The count of what a supplier brought and nobody ordered."""
        self._check_terminal()
        # sudo: the terminal's account may open a count, of a supplier only.
        partners = self.env["res.partner"].sudo()
        partner = partners.search(self._supplier_domain() + [("id", "=", partner_id)])
        if not partner:
            raise UserError(self.env._("This supplier is not known. Ask the office."))
        open_one = [
            ("partner_id", "=", partner.id),
            ("company_id", "=", self.env.company.id),
            ("state", "=", "counting"),
            ("picking_ids", "=", False),
        ]
        reception = self.sudo().search(open_one, limit=1)
        if not reception:
            # As for pickings: of two terminals the second finds what the first began.
            self.env.cr.execute(
                "UPDATE res_partner SET write_date = write_date WHERE id = %s",
                [partner.id],
            )
            reception = self._start(partner, self.env.company)
        return reception._described()

    @api.model
    def open_again(self, reception_id):
        """A count that this terminal knows, as it stands now."""
        self._check_terminal()
        reception = self.search([("id", "=", reception_id)])
        if not reception:
            raise UserError(
                self.env._(
                    "This count is not on the server. Choose the delivery again."
                )
            )
        return reception.sudo()._described()  # sudo: no rights on stock and products

    def _of_pickings(self, pickings):
        """Their one reception; two terminals that open them get the same.

        Both write the pickings, so the second waits, is refused by PostgreSQL and
        begun anew by Odoo: then it finds the reception of the first.
        """
        reception = pickings.reception_id[:1] or self._start(
            pickings.partner_id[:1], pickings.company_id[:1]
        )
        reception._join(pickings)
        return reception

    def _start(self, partner, company):
        # sudo: a terminal's account creates nothing by itself.
        return self.sudo().create({"partner_id": partner.id, "company_id": company.id})
