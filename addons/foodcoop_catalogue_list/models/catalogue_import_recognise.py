# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models


class CatalogueImport(models.Model):
    """Whose list it is, and what we remember of that supplier's lists."""

    _inherit = "foodcoop.catalogue.import"

    recognised = fields.Boolean(readonly=True, copy=False)

    def _recognise(self, document):
        """The supplier, where the file names exactly one; then what we remember."""
        if not self.partner_id:
            found = self._named_suppliers(document)
            if len(found) == 1:
                self._turn(partner_id=found[0].id, recognised=True)
        self._recall()

    def _recall(self):
        """Begin with what we remember of this supplier's lists."""
        memory = self.format_id
        self._turn(
            mapping_text=memory._mapping().as_text() if memory else False,
            scope=False,
            scope_answered=False,
            older_accepted=False,
            skipped=False,
        )
