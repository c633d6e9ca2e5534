# SPDX-License-Identifier: AGPL-3.0-or-later
from dataclasses import asdict
from decimal import Decimal

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..lib.key import spellings, stored_key
from ..lib.lookup import Bearer, wanted
from ..lib.measure import DEFAULT_MEASURES, PRICE
from ..lib.resolve import Outcome, decide
from ..lib.scan import explain
from ..sentences import sentence, templates

LONGEST = 512  # no label holds more; what is longer was not scanned
MOST = 1000  # at a time


class ProductProduct(models.Model):
    """One way for every app to turn a scan into product, unit and quantity."""

    _inherit = "product.product"

    @api.model
    def resolve_scan(self, raw):
        """What a scan is here, as plain data with a sentence, for other programs."""
        return self.resolve_scans([raw])[0]

    @api.model
    def resolve_scans(self, raws):
        """As ``resolve_scan``, for many at the price of one."""
        self._check_may_scan()
        if len(raws) > MOST:
            raise UserError(
                self.env._("These are more than %s scans. Send them in parts.", MOST)
            )
        return [
            self._describe_resolution(found)
            for found in self._resolve_scans([str(raw)[:LONGEST] for raw in raws])
        ]

    @api.model
    def name_search(self, name="", domain=None, operator="ilike", limit=100):
        """As Odoo; where it finds nothing, what a scan of this text would find."""
        name = (name or "").replace("\0", "")
        found = super().name_search(name, domain, operator, limit)
        if found or not name or operator in Domain.NEGATIVE_OPERATORS:
            return found
        scanned = self._resolve_scan(name[:LONGEST])
        if scanned.reason == Outcome.CASE:  # only a guess
            return found
        ids = Domain("id", "in", scanned.product_ids)
        products = self.search(ids & Domain(domain or Domain.TRUE), limit=limit)
        return [(product.id, product.display_name) for product in products]

    @api.model
    def scan_measures(self):
        """How labels are read here, for programs that read them themselves."""
        self._check_may_scan()
        currency = self.env.company.currency_id.name
        return [
            {
                "pattern": measure.pattern,
                "kind": measure.kind,
                "currency": currency if measure.kind == PRICE else "",
            }
            for measure in self._scan_measures()
        ]

    @api.model
    def _scan_sentences(self):
        """{topic: sentence} in the person's language, for terminals offline."""
        return templates(self.env)

    @api.model
    def _scan_measures(self):
        """The patterns of price and weight labels; a register has its own."""
        return DEFAULT_MEASURES

    @api.model
    def _scan_register(self, keys, companies):
        """{key: Known}: what a register says, there, of codes nobody bears."""
        return {}

    @api.model
    def _check_may_scan(self):
        """Who may ask; apps with terminals of their own let their accounts in."""
        self.browse().check_access("read")

    @api.model
    def _resolve_scan(self, raw):
        return self._resolve_scans([raw])[0]

    @api.model
    def _resolve_scans(self, raws):
        """A Resolution each. The number of queries does not grow with the scans."""
        # Read before sudo: a context that names companies of others is refused.
        companies = self.env.companies
        # sudo: a scan says the same to everybody, a terminal has no right on products.
        env = self.sudo().with_context(active_test=False, skip_preprocess_gs1=True).env
        measures = self._scan_measures()
        # The database holds no NUL: no code has one.
        explained = [explain(raw.replace("\0", ""), measures) for raw in raws]
        keys = {key for found in explained for key in wanted(found).all}
        bearers = env["product.product"]._bearers(keys, companies)
        known = env["product.product"]._scan_register(keys, companies)
        return [
            decide(
                found,
                [one for key in wanted(found).all for one in bearers.get(key, ())],
                next((known[key] for key in wanted(found).all if key in known), None),
            )
            for found in explained
        ]

    @api.model
    def _bearers(self, keys, companies):
        """{key: who bears it} there among products and packs, archived ones too."""
        codes = [spelling for key in keys for spelling in spellings(key)]
        ours = Domain(self._check_company_domain(companies))
        coded = Domain("barcode", "in", codes)
        # search_fetch: with the product comes what the answer needs of it.
        products = self.search_fetch(coded & ours, ["barcode"])
        packs = self.env["product.uom"].search_fetch(
            coded & Domain("product_id", "any", ours),
            ["barcode", "product_id", "uom_id"],
        )
        rows = [(product.barcode, product, product.uom_id) for product in products]
        rows += [(pack.barcode, pack.product_id, pack.uom_id) for pack in packs]
        kilogram = self.env.ref("uom.product_uom_kgm", raise_if_not_found=False)
        bearers = {}
        for barcode, product, uom in rows:
            bearer = product._as_bearer(barcode, uom, kilogram)
            bearers.setdefault(stored_key(barcode), []).append(bearer)
        return bearers

    def _as_bearer(self, barcode, uom, kilogram):
        own = self.uom_id
        weighed = kilogram and own._has_common_reference(kilogram)
        per_kg = kilogram._compute_quantity(1, own, round=False) if weighed else None
        factor = uom._compute_quantity(1, own, round=False)
        return Bearer(
            barcode=barcode,
            product_id=self.id,
            uom_id=uom.id,
            own_uom_id=own.id,
            name=self.with_context(display_default_code=False).display_name,
            factor=_decimal(factor),
            active=self.active,
            per_kg=_decimal(per_kg) if weighed else None,
            unit_price=_decimal(self.lst_price),
        )

    @api.model
    def _describe_resolution(self, found):
        """Figures as text: they are exact."""
        plain = asdict(found) | {
            "explanation": found.explanation.as_dict(),
            "sentence": sentence(self.env, found),
            "reason": str(found.reason),
        }
        return {
            name: str(value) if value is not None and name in _FIGURES else value
            for name, value in plain.items()
        }


_FIGURES = {"quantity", "factor", "price", "weight", "best_before", "expiry"}


def _decimal(figure):
    """A float of the database without its binary dust."""
    return Decimal(str(round(figure, 9)))
