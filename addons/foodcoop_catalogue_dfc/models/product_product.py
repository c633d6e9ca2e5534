# SPDX-License-Identifier: AGPL-3.0-or-later
from decimal import Decimal

from odoo import fields, models
from odoo.addons.foodcoop_scan.lib.makers_code import has_makers_code
from odoo.exceptions import UserError

from ..lib.write import Mark, Shop, Ware, write_dfc

UNITS = {
    "uom.product_uom_kgm": "kg",
    "uom.product_uom_gram": "g",
    "uom.product_uom_litre": "l",
    "uom.product_uom_cl": "cl",
    "uom.product_uom_milliliter": "ml",
    "uom.product_uom_unit": "pc",
}


class ProductProduct(models.Model):
    _inherit = "product.product"

    def action_export_dfc(self):
        """Download these products as a Data Food Consortium catalogue."""
        files = self.env["foodcoop.catalogue.dfc"]
        files.check_access("create")
        goods = self._in_dfc_language().filtered("sale_ok").sorted("id")
        if not goods:
            raise UserError(
                self.env._(
                    "None of these products is sold, so there is nothing to offer. "
                    "Choose products that are, or tick “Sales” on theirs."
                )
            )
        units = goods._dfc_units()
        text = write_dfc(goods._dfc_shop(), [ware._dfc_ware(units) for ware in goods])
        today = fields.Date.context_today(self)
        made = files._keep(text, f"catalogue-{today}.jsonld")._download()
        left_out = len(self) - len(goods)
        return self._dfc_said(made, len(goods), left_out) if left_out else made

    def _dfc_said(self, made, count, left_out):
        """The download, and that it holds less than was chosen."""
        message = self.env._(
            "%(count)s products are in the file. %(left_out)s are left out: they are "
            "not sold.",
            count=count,
            left_out=left_out,
        )
        params = {"message": message, "type": "warning", "sticky": True, "next": made}
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": params,
        }

    def _in_dfc_language(self):
        """The file is for others to read, whoever makes it."""
        lang = self.env.company.partner_id.lang or self.env.lang
        return self.with_context(lang=lang, display_default_code=False)

    def _dfc_shop(self):
        company = self.env.company
        return Shop(
            base=company._dfc_address(),
            ref=company.id,
            name=company.name,
            catalogue=self.env._("What we sell"),
            currency=company.currency_id.name,
        )

    def _dfc_units(self):
        """{unit of measure: the writer's word}."""
        units = {self.env.ref(key, False): word for key, word in UNITS.items()}
        return {uom: word for uom, word in units.items() if uom}

    def _dfc_ware(self, units):
        """What anybody may read on the shelf, and no more."""
        quantity, unit = self._dfc_quantity(units)
        price, vat = self._dfc_price()
        return Ware(
            ref=self.id,
            name=self.display_name,
            description=self.description_sale or "",
            sku=self.default_code or "",
            gtin=self.barcode if has_makers_code(self.barcode or "") else "",
            quantity=quantity,
            unit=unit,
            price=price,
            vat=vat,
            origin=self.origin or "",
            category=self.categ_id.name or "",
            marks=self._dfc_marks(),
        )

    def _dfc_marks(self):
        marks = [Mark(mark.code, mark.name) for mark in self.mark_ids]
        if self.organic and not any(self.mark_ids.mapped("is_organic")):
            marks.append(Mark("bio", self.env._("Organic")))
        return tuple(marks)

    def _dfc_quantity(self, units):
        """What the price is for: the unit it is sold by, or what the pack holds."""
        sold = units.get(self.uom_id)
        # the net content is foodcoop_label's, where it is installed
        if sold in ("pc", None) and "net_content" in self._fields:
            content = Decimal(str(round(self.net_content, 3)))
            if content and self.net_content_uom_id in units:
                return content, units[self.net_content_uom_id]
        return (Decimal(1), sold) if sold else (None, "pc")

    def _dfc_price(self):
        """(what a customer pays, VAT in percent); a price of 0 is none."""
        # sudo: who buys need not read the shop's taxes
        taxes = self.sudo().taxes_id._filter_taxes_by_company(self.env.company)
        price = self.lst_price
        if not all(tax.price_include for tax in taxes):
            currency = self.currency_id
            price = taxes.compute_all(price, currency, product=self)["total_included"]
        rate = None
        if all(tax.amount_type == "percent" for tax in taxes):
            rate = Decimal(str(round(sum(taxes.mapped("amount")), 4)))
        return Decimal(str(round(price, 2))) or None, rate if taxes else None
