# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_catalogue_list.models.sentences import quantity_text

UNITS = {
    "kg": "uom.product_uom_kgm",
    "l": "uom.product_uom_litre",
    "piece": "uom.product_uom_unit",
}


class UomUom(models.Model):
    _inherit = "uom.uom"

    def _catalogue_units(self):
        """The units a price list speaks of, by our short name."""
        return {name: self.env.ref(xmlid) for name, xmlid in UNITS.items()}

    def _catalogue_roots(self):
        """{top of the unit's family: (our short name, its size)}: a query's key."""
        return {
            uom.parent_path.split("/")[0]: (name, uom.factor)
            for name, uom in self._catalogue_units().items()
        }

    def _find_or_create_packs(self, sizes):
        """Packs for sizes ``(unit name, quantity)``: a dict of size to pack.

        One unit is the unit itself; a pack that is already there is used, whatever
        its name; others are made as "Case of 6", in every language of the shop.
        """
        units = self._catalogue_units()
        found = {size: units[size[0]] for size in sizes if size[1] == 1}
        known = self.search(
            [("relative_uom_id", "in", [unit.id for unit in units.values()])],
            order="id desc",
        )
        by_size = {(pack.relative_uom_id, pack.relative_factor): pack for pack in known}
        missing = []
        for name, quantity in sorted(set(sizes) - set(found)):
            pack = by_size.get((units[name], quantity))
            if pack:
                found[name, quantity] = pack
            else:
                missing.append((name, quantity))
        packs = self.create([self._prepare_pack(units[n], q) for n, q in missing])
        for (name, quantity), pack in zip(missing, packs, strict=True):
            pack._name_pack(name, quantity)
            found[name, quantity] = pack
        return found

    def _prepare_pack(self, unit, quantity):
        return {
            "name": f"{quantity:g} {unit.name}",
            "relative_uom_id": unit.id,
            "relative_factor": quantity,
        }

    def _name_pack(self, unit_name, quantity):
        """Its name, in each language of the shop."""
        for code, _name in self.env["res.lang"].get_installed():
            pack = self.with_context(lang=code)
            pack.name = pack._pack_name(unit_name, quantity)

    def _pack_name(self, unit_name, quantity):
        number = quantity_text(self.env, quantity)
        if unit_name == "kg":
            return self.env._("Case of %s kg", number)
        if unit_name == "l":
            return self.env._("Case of %s litres", number)
        return self.env._("Case of %s", number)
