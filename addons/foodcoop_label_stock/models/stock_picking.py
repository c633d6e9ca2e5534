# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import Counter
from math import ceil

from odoo import models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    def _label_copies(self):
        """One for every piece received, or still expected; one for loose goods.

        None for goods that bear their maker's code: these come last, a person may
        still ask for some.
        """
        pieces = Counter()
        unit = self.env.ref("uom.product_uom_unit")
        for move in self.move_ids.filtered(lambda move: move.state != "cancel"):
            product = move.product_id
            count = move.quantity
            if not count and move.state != "done":
                count = move.product_uom_qty
            if not product._wants_goods_label():
                pieces[product] = 0
                continue
            if not product.uom_id._has_common_reference(unit):
                pieces[product] = 1
                continue
            pieces[product] += move.product_uom._compute_quantity(
                count, product.uom_id, round=False
            )
        wanted_first = sorted(pieces.items(), key=lambda item: not item[1])
        return {product: ceil(count) for product, count in wanted_first}
