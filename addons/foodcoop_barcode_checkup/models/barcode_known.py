# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.addons.foodcoop_barcode.lib.nomenclature import PRODUCT, Rule
from odoo.addons.foodcoop_barcode.lib.readings import MEANT
from odoo.addons.foodcoop_barcode.models.barcode_code_holders import BEARERS
from odoo.addons.foodcoop_scan.lib.key import gtin14_key
from odoo.addons.foodcoop_scan.lib.measure import Measure

from ..lib.checkup import Own
from ..lib.narrow import Known

# Who bears a code, in which field, and what the rules must read it as.
HOLDERS = (
    *(bearer for bearer in BEARERS if bearer[2]),
    ("foodcoop.barcode.code", "code", PRODUCT),
)


class BarcodeKnown(models.AbstractModel):
    """The codes of the shop as plain data, in a number of queries that stays."""

    _name = "foodcoop.barcode.known"
    _description = "Codes of the Shop"

    @api.model
    def _known(self):
        """Everything the shop scans, of all companies, archived too."""
        # sudo: a badge or a card is tried on the rules by somebody who numbers
        # goods; what is shown of it is masked (see Reading)
        env = self.sudo().with_context(active_test=False, skip_preprocess_gs1=True).env
        known, seen = [], set()
        for model, field, wanted in HOLDERS:
            if model not in env or field not in env[model]._fields:
                continue
            per_company = env[model]._fields[field].company_dependent
            companies = env["res.company"].search([]) if per_company else env.company
            for company in companies:
                holders = env[model].with_company(company)
                domain = [(field, "!=", False), *self._only(model)]
                for holder in holders.search_fetch(domain, [field]):
                    code = holder[field]
                    if (wanted, gtin14_key(code)) not in seen:
                        known.append(Known(code, wanted, holder.id, model))
                        seen.add((wanted, gtin14_key(code)))
        return known

    def _only(self, model):
        """Of the register: goods, and no number passed over."""
        if model != "foodcoop.barcode.code":
            return []
        not_member = [
            "|",
            ("range_id", "=", False),
            ("range_id.purpose", "!=", "member"),
        ]
        return [("state", "!=", "skipped"), *not_member]

    @api.model
    def _names(self, known):
        """{(model, id): name} of those to be shown."""
        by_model = {}
        for one in known:
            by_model.setdefault(one.kind, set()).add(one.ref)
        names = {}
        for model, ids in by_model.items():
            # sudo: names of archived products and of other companies' goods
            holders = self.env[model].sudo().browse(sorted(ids))
            if model == "foodcoop.barcode.code":
                named = holders.mapped(lambda c: c.product_name or c.display_name)
            elif model == "product.uom":
                named = holders.mapped(lambda pack: pack.product_id.display_name)
            else:
                named = holders.mapped("display_name")
            names |= {(model, h.id): n for h, n in zip(holders, named, strict=True)}
        return names

    @api.model
    def _own(self):
        """Our ranges, each with a number and the rule that should read it."""
        types = {key for key, _ in self.env["barcode.rule"]._fields["type"].selection}
        own = [
            self._own_range(r) for r in self.env["foodcoop.barcode.range"].search([])
        ]
        return [one for one in own if one.rule.type in types]

    def _own_range(self, range_):
        sample, pattern = range_._spec().number(1).code, range_.prefix
        if range_.pattern:
            pattern = Measure(range_.pattern, range_.purpose).rule
        encoding = "ean8" if len(sample) == 8 else "ean13"
        if pattern.startswith("0"):  # the server knows no EAN-13 that starts so
            pattern, encoding = pattern.ljust(len(sample), ".") + "$", "any"
        wanted = MEANT.get(range_.purpose, PRODUCT)
        rule = Rule(0, range_.name, wanted, encoding, pattern, 0)
        return Own(range_.name, sample, rule)
