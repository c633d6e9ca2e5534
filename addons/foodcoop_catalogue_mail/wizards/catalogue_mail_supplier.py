# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class CatalogueMailSupplier(models.TransientModel):
    """A person says whose price list a mail brought."""

    _name = "foodcoop.catalogue.mail.supplier"
    _description = "Whose price list is this?"

    mail_id = fields.Many2one(
        "foodcoop.catalogue.mail", required=True, readonly=True, ondelete="cascade"
    )
    email_from = fields.Char(related="mail_id.email_from")
    partner_id = fields.Many2one("res.partner", "Supplier", required=True)
    remember = fields.Boolean(
        "Remember this address",
        default=True,
        help="The next list from this address goes to this supplier by itself.",
    )

    def action_confirm(self):
        """Read the lists as this supplier's, and show them."""
        self.ensure_one()
        self.mail_id.check_access("read")
        # sudo: mails are nobody's to edit; saying whose they are is the one way on
        self.mail_id.sudo()._belongs_to(self.partner_id, self.remember)
        if not self.mail_id.import_ids:
            return {"type": "ir.actions.act_window_close"}
        return self.mail_id.action_imports()
