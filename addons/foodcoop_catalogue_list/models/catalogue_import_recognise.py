# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import fields, models
from odoo.addons.foodcoop_desk.lib.sender import letterhead, named
from odoo.addons.foodcoop_pricelist.lib.memory import recognise


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

    def _named_suppliers(self, document):
        """Whose words stand on it; else whose lists look alike; else whose name."""
        text = letterhead(document, self.filename or "")
        memories = self.env["foodcoop.catalogue.format"].search(
            [("company_id", "=", self.company_id.id)]
        )
        told = named(text, {memory.partner_id: memory._words() for memory in memories})
        if told:
            return told
        mappings = {memory.partner_id: memory._mapping() for memory in memories}
        alike = recognise(document, mappings)
        if alike:
            return [alike]
        suppliers = memories.partner_id | self._suppliers()
        return named(text, {one: [one.name or ""] for one in suppliers})

    def _suppliers(self):
        """Who bills us, or stands on a vendor line."""
        ours = [("company_id", "in", [False, self.company_id.id])]
        sellers = self.env["product.supplierinfo"]._read_group(ours, ["partner_id"])
        billing = self.env["res.partner"].search([("supplier_rank", ">", 0), *ours])
        return billing.union(*(partner for [partner] in sellers))
