# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models


class CatalogueTold(models.AbstractModel):
    """What a list says, and what happened to it, is no opinion.

    A field that is readonly here is so for every hand, through the RPC door too; only
    our own verbs set it, by ``_turn``.
    """

    _name = "foodcoop.catalogue.told"
    _description = "Told by a price list"

    @api.model
    def _has_field_access(self, field, operation):
        by_hand = operation == "write" and not self.env.su
        if by_hand and field.readonly and field.store:
            return False
        return super()._has_field_access(field, operation)

    def _turn(self, **vals):
        """Set what only our own verbs set, for somebody who may change the record."""
        self.check_access("write")
        # sudo: these fields are closed to every hand, see _has_field_access
        self.sudo().write(vals)
