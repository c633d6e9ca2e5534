# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.exceptions import UserError
from odoo.tools import formatLang

from ..lib import diff
from .sentences import reason_sentence, terms_sentence

# What needs a person first, what needs nobody last.
_ORDER = (
    diff.ASK,
    diff.CONFLICT,
    offer.PROBLEM,
    diff.CHANGED,
    diff.NEW,
    diff.UNAVAILABLE,
    diff.GONE,
    diff.REPEAT,
    diff.SAME,
    offer.IGNORED,
)
TAKEABLE = (diff.NEW, diff.CHANGED, diff.ASK, diff.CONFLICT)


class CatalogueLine(models.Model):
    _name = "foodcoop.catalogue.line"
    _description = "Row of a supplier's price list"
    _order = "import_id desc, sequence, source_row, id"
    _rec_name = "title"

    import_id = fields.Many2one(
        "foodcoop.catalogue.import",
        string="Price list",
        required=True,
        index=True,
        ondelete="cascade",
    )
    state = fields.Selection(related="import_id.state")
    partner_id = fields.Many2one(related="import_id.partner_id")
    company_id = fields.Many2one(related="import_id.company_id", store=True)
    currency_id = fields.Many2one(related="import_id.currency_id")
    sequence = fields.Integer(readonly=True)
    kind = fields.Selection(
        [
            (diff.ASK, "Needs you"),
            (diff.CONFLICT, "Contradiction"),
            (offer.PROBLEM, "Cannot be used"),
            (diff.CHANGED, "Changed"),
            (diff.NEW, "New"),
            (diff.UNAVAILABLE, "Not available"),
            (diff.GONE, "Not on this list"),
            (diff.REPEAT, "Written twice"),
            (diff.SAME, "Same"),
            (offer.IGNORED, "Left out"),
        ],
        required=True,
        readonly=True,
    )
    take = fields.Boolean(string="Take")
    takeable = fields.Boolean(compute="_compute_takeable")
    sheet = fields.Char(readonly=True)
    source_row = fields.Integer(string="Row", readonly=True)
    code = fields.Char(readonly=True)
    gtin = fields.Char(string="Barcode", readonly=True)
    section = fields.Char(readonly=True)
    name = fields.Char(readonly=True)
    title = fields.Text(string="Product on the list", readonly=True)
    pack_text = fields.Char(string="Pack, as written", readonly=True)
    unit_text = fields.Char(string="Unit, as written", readonly=True)
    unit = fields.Selection([("kg", "kg"), ("l", "litre"), ("piece", "piece")])
    pack = fields.Float(string="In a case", min_display_digits=0, default=1.0)
    per_pack = fields.Boolean(string="Price of the case")
    has_price = fields.Boolean(readonly=True)
    old_price = fields.Float(min_display_digits="Product Price", readonly=True)
    new_price = fields.Float(min_display_digits="Product Price", readonly=True)
    pack_price = fields.Float(
        string="Price of a case",
        min_display_digits="Product Price",
        compute="_compute_pack_price",
    )
    percent = fields.Float(string="%", digits=(16, 1), readonly=True)
    reasons = fields.Char(readonly=True)
    alarmed = fields.Boolean(readonly=True)
    sentence = fields.Text(string="What it means", compute="_compute_sentence")
    seller_id = fields.Many2one("product.supplierinfo", "Last price", readonly=True)
    product_id = fields.Many2one("product.product", "Product of the shop")

    _source_uniq = models.UniqueIndex(
        "(import_id, sheet, source_row) WHERE source_row > 0",
        "A row of the list is there twice.",
    )
    _pack_positive = models.Constraint(
        "CHECK(pack > 0)", "A case holds more than nothing: write how much."
    )

    @api.depends("kind", "has_price", "state")
    def _compute_takeable(self):
        for line in self:
            line.takeable = (
                line.kind in TAKEABLE and line.has_price and line.state == "read"
            )

    @api.depends("new_price", "pack", "per_pack")
    def _compute_pack_price(self):
        for line in self:
            line.pack_price = line.new_price * (1 if line.per_pack else line.pack)

    @api.depends("kind", "reasons", "new_price", "pack", "per_pack", "unit")
    @api.depends_context("lang")
    def _compute_sentence(self):
        for line in self:
            line.sentence = " ".join(filter(None, line._sentences()))

    def _sentences(self):
        def money(amount):
            return formatLang(self.env, amount, currency_obj=self.currency_id)

        if self.kind not in (diff.GONE, offer.PROBLEM, offer.IGNORED):
            said = terms_sentence(self.env, self, money)
            yield said if said.endswith((".", "?")) else f"{said}."
        for reason in (self.reasons or "").split():
            yield reason_sentence(self.env, reason)

    @api.model
    def _refresh(self, catalogue_import, reading):
        """Replace an import's rows by the differences that a reading makes."""
        catalogue_import.line_ids.unlink()
        return self.create(self._prepare_lines(catalogue_import, reading))

    @api.model
    def _prepare_lines(self, catalogue_import, reading):
        """Every offer, and every row that a person should see, as a line."""
        today = fields.Date.context_today(self)
        offers = {offer.gtin: offer.key for offer in reading.offers if offer.gtin}
        sellers = self.env["product.supplierinfo"]._search_valid(
            catalogue_import.partner_id, catalogue_import.company_id, today
        )
        products = self.env["product.product"].search([("barcode", "in", [*offers])])
        by_gtin = {product.barcode: product for product in products}
        differences = diff.diff(sellers._as_known(offers), reading.offers)
        rows = (*reading.of(offer.PROBLEM), *reading.of(offer.IGNORED))
        return [
            {"import_id": catalogue_import.id, **vals}
            for vals in (
                *(self._prepare_difference(found, by_gtin) for found in differences),
                *map(self._prepare_source_row, rows),
            )
        ]

    @api.model
    def _prepare_difference(self, difference, products_by_gtin):
        known = difference.known
        seller = self.env["product.supplierinfo"].browse(known.ref if known else ())
        product = seller.product_id or seller.product_tmpl_id.product_variant_id
        vals = {
            "kind": difference.kind,
            "sequence": _ORDER.index(difference.kind),
            "take": difference.certain,
            "percent": difference.percent or 0.0,
            "reasons": " ".join(difference.reasons),
            "alarmed": difference.alarmed,
            "seller_id": seller.id,
        }
        if not difference.offer:
            return vals | self._prepare_gone(known, seller, product)
        product = product or products_by_gtin.get(difference.offer.gtin, product)
        return vals | self._prepare_offered(difference, product)

    def _prepare_gone(self, known, seller, product):
        """What we know and the list no longer names."""
        name = seller.product_name or product.display_name
        return {
            "code": seller.product_code,
            "title": name,
            "name": name,
            "product_id": product.id,
            "old_price": float(known.pack_price),
        }

    def _prepare_offered(self, difference, product):
        known, terms = difference.known, difference.terms
        old = known.unit_price * (terms.pack if terms.per_pack else 1) if known else 0
        return {
            **self._prepare_offer(difference.offer),
            "unit": terms.unit or False,
            "pack": float(terms.pack),
            "per_pack": terms.per_pack,
            "old_price": round(float(old), 6),
            "product_id": product.id,
        }

    def _prepare_offer(self, offer):
        return {
            "sheet": offer.sheet,
            "source_row": offer.row,
            "code": offer.code,
            "gtin": offer.gtin,
            "section": offer.section,
            "name": offer.name,
            "title": offer.title,
            "pack_text": offer.pack_text,
            "unit_text": offer.unit_text,
            "has_price": offer.price is not None,
            "new_price": float(offer.price or 0),
        }

    def _prepare_source_row(self, row):
        return {
            "kind": row.kind,
            "sequence": _ORDER.index(row.kind),
            "sheet": row.sheet,
            "source_row": row.row,
            "title": row.text,
            "name": row.text,
            "reasons": row.reason,
        }

    def action_take(self):
        """Tick the rows that can be taken."""
        self.filtered("takeable").take = True

    def action_leave(self):
        self.take = False

    def action_apply(self):
        """Apply the list that these differences belong to."""
        record = self.env["foodcoop.catalogue.import"].browse(
            self.env.context.get("catalogue_import_id")
        )
        return (record or self.import_id).action_apply()

    def _check_ready(self):
        """Refuse rows that cannot be applied, naming them."""
        units = self.env["uom.uom"]._catalogue_units()
        keys = [line.seller_id.id or line.code or line.title for line in self]
        refused = []
        for line, key in zip(self, keys, strict=True):
            sentence = line._why_not(units, keys.count(key) > 1)
            if sentence:
                row = self.env._(
                    "Row %(row)s, %(name)s:", row=line.source_row, name=line.title
                )
                refused.append(f"{row} {sentence}")
        if refused:
            first = self.env._("Nothing was written. Correct or untick these rows:")
            raise UserError(
                "\n".join([first, *refused[:8], *["…"][: len(refused) - 8]])
            )

    def _why_not(self, units, twice):
        if not self.takeable:
            return self.env._("this row cannot be taken.")
        if twice:
            return self.env._("this product is ticked twice. Keep one of them.")
        if not self.unit:
            return self.env._("choose the unit that the price is for.")
        shop_unit = self.product_id.uom_id
        if shop_unit and not shop_unit._has_common_reference(units[self.unit]):
            return self.env._(
                "the shop counts this product in %s. Choose the matching unit.",
                shop_unit.name,
            )
        return ""
