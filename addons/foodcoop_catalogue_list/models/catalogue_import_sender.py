# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_desk.lib.sender import letterhead, named, offered, selling
from odoo.addons.foodcoop_pricelist.lib.memory import recognise


class CatalogueImport(models.Model):
    """Whose list is this? Told by its words, its look, a name, or its codes."""

    _inherit = "foodcoop.catalogue.import"

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
        told = named(text, {one: [one.name or ""] for one in suppliers})
        return told or selling(self._offered_before(offered(document)))

    def _offered_before(self, texts):
        """{supplier: how many of these codes are his}: a list without a letterhead."""
        groups = self.env["product.supplierinfo"]._read_group(
            [
                ("product_code", "in", [*texts]),
                ("company_id", "in", [False, self.company_id.id]),
            ],
            ["partner_id"],
            ["product_code:count_distinct"],
        )
        return dict(groups)

    def _suppliers(self):
        """Who bills us, or stands on a vendor line."""
        ours = [("company_id", "in", [False, self.company_id.id])]
        sellers = self.env["product.supplierinfo"]._read_group(ours, ["partner_id"])
        billing = self.env["res.partner"].search([("supplier_rank", ">", 0), *ours])
        return billing.union(*(partner for [partner] in sellers))
