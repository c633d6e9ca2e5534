# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.exceptions import AccessError

OURS = "foodcoop.catalogue.import"


class IrAttachment(models.Model):
    """A list's file and what was read of it are changed through the list alone."""

    _inherit = "ir.attachment"

    def _check_access(self, operation):
        told = super()._check_access(operation)
        if operation == "read" or self.env.su:
            return told
        # sudo: which field of which model it is, nothing of what it holds
        kept = self.sudo().filtered(lambda one: one.res_model == OURS and one.res_field)
        if not kept:
            return told
        refused = kept.sudo(False) | (told[0] if told else self.browse())
        return refused, self._refusal_of_a_list

    def _refusal_of_a_list(self):
        return AccessError(
            self.env._(
                "This is the file of a price list: it stays as it was read. To read "
                "another file, make a new list."
            )
        )
