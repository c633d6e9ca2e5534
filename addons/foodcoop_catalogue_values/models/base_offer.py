# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict

from odoo import models


class CatalogueOffer(models.AbstractModel):
    """A product made from an offer knows where it comes from and how it is grown."""

    _inherit = "foodcoop.catalogue.offer"

    def _create_products(self):
        """What the list says of each: few sayings, many rows."""
        made = super()._create_products()
        alike = defaultdict(self.env["product.template"].browse)
        for offer, product in zip(self, made, strict=True):
            alike[offer.origin or "", offer._label_words()] |= product.product_tmpl_id
        for (origin, words), templates in alike.items():
            templates._take_values(origin, words)
        return made

    def _label_words(self):
        """Labels as lists name them, e.g. ``("bio", "demeter")``."""
        words = (word.strip() for word in (self.labels or "").split(","))
        return tuple(word for word in words if word)
