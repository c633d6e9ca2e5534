# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _catalogue_sellers(self):
        """Those here that we buy from: by a bill, a vendor price or a list."""
        owned = [("partner_id", "in", self.ids)]
        found = self.filtered(lambda partner: partner.supplier_rank > 0)
        for model in ("product.supplierinfo", "foodcoop.catalogue.format"):
            groups = self.env[model]._read_group(owned, ["partner_id"])
            found |= self.browse(partner.id for (partner,) in groups)
        return found

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        """Who looks after price lists may write to partners, which is no editing."""
        needed = super()._mail_get_operation_for_mail_message_operation(
            message_operation
        )
        group = "foodcoop_catalogue_list.group_manager"
        if message_operation == "create" and self.env.user.has_group(group):
            return dict.fromkeys(needed, "read")
        return needed
