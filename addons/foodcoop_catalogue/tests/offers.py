# SPDX-License-Identifier: AGPL-3.0-or-later
import uuid
from decimal import Decimal

from odoo.addons.foodcoop_pricelist.lib.offer import Offer, Reading
from odoo.addons.foodcoop_sheet.lib.table import Facts
from odoo.addons.foodcoop_words.lib.packs import terms

from .common import TODAY, CatalogueCase

GTIN, OTHER_GTIN = "3017620422003", "8717438100418"


class OfferCase(CatalogueCase):
    """Lists as the reader understood them: what was in the file does not matter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = iter(range(1, 100_000))
        cls.pieces = cls.env.ref("uom.product_uom_unit")

    def offer(self, code="P3460", price=1.25, name="Tarama doré", **more):
        """``pack`` and ``unit`` as the list writes them: a case of 6, priced each."""
        pack, unit = more.pop("pack", "6 x 90g"), more.pop("unit", "U")
        return Offer(
            "Tarif",
            next(self.rows),
            name,
            code,
            price=None if price is None else Decimal(str(price)),
            pack_text=pack,
            unit_text=unit,
            terms=terms(pack, unit),
            **more,
        )

    def compared(self, *offers, scope="full", user=None, supplier=None, **facts):
        """An import whose differences are on the screen."""
        record = self.new_import(uuid.uuid4().bytes, user=user)
        record._turn(digest=uuid.uuid4().hex, scope=scope)
        if supplier:
            record.partner_id = supplier
        reading = Reading(offers, (), facts=Facts(**facts))
        self.env["foodcoop.catalogue.line"].with_user(record.env.user)._refresh(
            record, reading
        )
        record._turn(state="read")
        return record

    def applied(self, *offers, take=(), **more):
        """The same, applied with what is ticked by itself and these codes."""
        record = self.compared(*offers, **more)
        record.line_ids.filtered(lambda line: line.code in take).action_take()
        record.action_apply()
        return record

    def sellers(self, product, partner=None):
        return self.env["product.supplierinfo"].search(
            [
                ("product_tmpl_id", "=", product.product_tmpl_id.id),
                ("partner_id", "=", (partner or self.supplier).id),
            ],
            order="id",
        )

    def item(self, code):
        return self.env["foodcoop.catalogue.item"].search(
            [("partner_id", "=", self.supplier.id), ("code", "=", code)]
        )

    def price_on(self, product, day=TODAY):
        return product._select_seller(
            partner_id=self.supplier, quantity=None, date=day
        ).price
