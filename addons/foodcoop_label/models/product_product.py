# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import api, fields, models
from odoo.addons.foodcoop_scan.lib.makers_code import has_makers_code

from ..lib.label import Label
from ..lib.problem import LabelError, Problem
from ..lib.unit_price import Goods, Net, Per, UnitPrice, unit_price
from . import words

SHELF_GOODS = [("sale_ok", "=", True), ("type", "=", "consu")]
# the unit at the root of every measure: what prices are compared by, how many of it
MEASURES = {
    "uom.product_uom_gram": (Per.KG, 1000),
    "uom.product_uom_milliliter": (Per.LITRE, 1000),
    "uom.product_uom_millimeter": (Per.METRE, 1000),
    "uom.product_uom_square_meter": (Per.SQUARE_METRE, 1),
    "uom.product_uom_unit": (Per.PIECE, 1),
}
SHOWN = ("name", "barcode", "origin", "organic", "fresh_produce")
CONTENT = ("net_content", "drained_content", "net_content_uom_id")
PRICED_BY = ("lst_price", "uom_id", *CONTENT, "unit_price_exemption")


class ProductProduct(models.Model):
    _inherit = "product.product"

    net_content = fields.Float(digits=(12, 3))
    drained_content = fields.Float("Drained weight", digits=(12, 3))
    unit_price_text = fields.Char("Price per kg or litre", compute="_compute_label")
    label_problem = fields.Char("What is missing", compute="_compute_label")
    last_label_text = fields.Char("Last printed", compute="_compute_label")
    label_state = fields.Selection(
        [
            ("new", "Never printed"),
            ("changed", "Changed since"),
            ("current", "Up to date"),
            ("blocked", "Something is missing"),
        ],
        "Shelf label",
        compute="_compute_label",
        search="_search_label_state",
    )

    _net_content_positive = models.Constraint(
        "check(net_content >= 0)",
        "The net content cannot be less than 0. Type what is in the pack, e.g. 500 g.",
    )
    _drained_content_positive = models.Constraint(
        "check(drained_content >= 0)",
        "The drained weight cannot be less than 0. Leave it at 0 without liquid.",
    )

    @api.depends(*SHOWN, *PRICED_BY)
    @api.depends_context("company", "lang")
    def _compute_label(self):
        prints = self.env["foodcoop.label.print"]._last(self)
        for product, facts in self._label_facts().items():
            last = prints.get(product.id)
            problem = product._label_problem(facts)
            product.unit_price_text = facts["unit_price_text"]
            product.label_problem = problem and words.refusal(
                self.env, LabelError(problem, product.display_name)
            )
            product.last_label_text = last and last._as_text()
            product.label_state = (
                "blocked" if problem else product._label_state(facts, last)
            )

    def _label_state(self, facts, last):
        if not last:
            return "new"
        return "current" if last.fingerprint == facts["fingerprint"] else "changed"

    def _search_label_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        goods = self.search(SHELF_GOODS)
        found = goods.filtered(lambda product: product.label_state in value)
        return [("id", "in", found.ids)]

    def _label_facts(self):
        """{product: what its shelf label says}, in the shop's own language."""
        products = self._in_shop_language()
        measures = products._measures()
        return {
            asked: product._prepare_facts(measures)
            for asked, product in zip(self, products, strict=True)
        }

    def _in_shop_language(self):
        """Labels are for customers, whoever prints them."""
        lang = self.env.company.partner_id.lang or self.env.lang
        return self.with_context(lang=lang, display_default_code=False)

    def _prepare_facts(self, measures):
        shown = unit_price(self._goods(measures))
        facts = {
            "name": self.display_name,
            "code": self.barcode or "",
            "price": float(shown.price or 0),
            "unit_price": float(shown.unit_price or 0),
            "per": shown.per or "",
            "net_text": self._net_text(),
            "origin": self.origin or "",
            "organic": self.organic,
        }
        facts["fingerprint"] = "|".join(str(value) for value in facts.values())
        return facts | {"shown": shown, "unit_price_text": self._per_text(shown)}

    def _per_text(self, shown: UnitPrice):
        if shown.unit_price is None:
            return ""
        money = words.money(self.env, shown.unit_price, self.currency_id)
        return words.per_unit(self.env, money, shown.per)

    def _net_text(self):
        if not (self.net_content and self.net_content_uom_id):
            return ""
        unit = self.net_content_uom_id.name
        text = f"{words.number(self.env, self.net_content)} {unit}"
        if self.drained_content:
            drained = f"{words.number(self.env, self.drained_content)} {unit}"
            return self.env._(
                "%(net)s (drained %(drained)s)", net=text, drained=drained
            )
        return text

    def _label_problem(self, facts):
        if facts["shown"].problem:
            return facts["shown"].problem
        return Problem.NO_ORIGIN if self.fresh_produce and not self.origin else None

    @api.model
    def _measures(self):
        """{id of a root unit: (compared by, how many of it)}."""
        roots = {self.env.ref(key, False): found for key, found in MEASURES.items()}
        return {uom.id: found for uom, found in roots.items() if uom}

    def _goods(self, measures) -> Goods:
        price = Decimal(str(round(self._shown_price(), 2)))
        sold = self._net(1, self.uom_id, measures)
        if sold and sold.per is not Per.PIECE:
            return Goods(price, sold, loose=True)
        net, drained = (
            self._net(content, self.net_content_uom_id, measures)
            for content in (self.net_content, self.drained_content)
        )
        return Goods(price, net, drained, exemption=self.unit_price_exemption or "")

    def _net(self, content, uom, measures) -> Net | None:
        root = int((uom.parent_path or "0").split("/")[0])
        if not content or root not in measures:
            return None
        per, count = measures[root]
        return Net(Decimal(str(round(content * uom.factor, 6))) / count, per)

    def _shown_price(self) -> float:
        """The selling price with its taxes: what a customer pays."""
        if "taxes_id" not in self._fields:
            return self.lst_price
        # sudo: who prints labels need not read the shop's taxes
        taxes = self.sudo().taxes_id._filter_taxes_by_company(self.env.company)
        if all(tax.price_include for tax in taxes):
            return self.lst_price
        amounts = taxes.compute_all(self.lst_price, self.currency_id, product=self)
        return amounts["total_included"]

    def _label_copies(self):
        """{product: labels wanted}; what one can print labels of answers this."""
        return dict.fromkeys(self, 1)

    def _wants_goods_label(self):
        """Not where the maker printed a code on the goods already."""
        return not has_makers_code(self.barcode or "")

    def _prepare_label(self, facts, options) -> Label:
        """``options``: shelf, price, producer, note."""
        if options["price"] and (problem := self._label_problem(facts)):
            raise LabelError(problem, self.display_name)
        shown = facts["shown"]
        # nobody scans loose goods at their shelf: the figure gets the room
        code = "" if options["shelf"] and shown.price is None else facts["code"]
        price = shown.price and words.money(self.env, shown.price, self.currency_id)
        organic = self.env._("Organic") if self.organic else ""
        small = [" · ".join(filter(None, [organic, facts["net_text"]]))]
        if options["producer"]:
            small.append(self.seller_ids[:1].partner_id.name or "")
        label = Label(
            name=facts["name"],
            code=code,
            price=price or "" if options["price"] else "",
            unit_price=facts["unit_price_text"] if options["price"] else "",
            lines=tuple(filter(None, [options["note"], *small])),
            shelf=options["shelf"],
            origin=facts["origin"],
            large_origin=self.fresh_produce,
        )
        return words.plain(label)
