# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.exceptions import UserError


class CatalogueImport(models.Model):
    _inherit = "foodcoop.catalogue.import"

    def action_apply(self):
        """Write the ticked rows, all or none, into the supplier's prices."""
        self.ensure_one()
        self._refuse_applied()
        if not self.try_lock_for_update():
            raise UserError(
                self.env._("Someone else is applying this list now. Look again later.")
            )
        lines = self.line_ids.filtered("take")
        if not lines:
            raise UserError(self.env._("No row is ticked. Tick those to take first."))
        self._refuse_same_file(self.digest)
        lines._check_ready()
        today = fields.Date.context_today(self)
        lines._apply(today)
        self.write(
            {"state": "applied", "applied_on": today, "applied_by_id": self.env.uid}
        )
        return self.get_formview_action()
