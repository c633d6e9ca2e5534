# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.tools import format_list
from odoo.tools.translate import LazyTranslate

from ..lib.resolve import Outcome
from .scan_resolver import LONGEST

_lt = LazyTranslate(__name__)

MOST_NAMES = 3
GUESSES = (Outcome.CASE, Outcome.CONFIRM)  # the line about the digits says enough
WRONG, ASKS = "wrong", "asks"  # as the widget shows it
TAKEN = _lt(
    "This is the number of %(product)s. Take it off there first, or type another."
)
TAKEN_ONCE = _lt(
    "%(product)s has this number and is no longer sold: its labels may still be about. "
    "Better take another."
)
# What a register says, where it may not or cannot say whose number it was.
REGISTERED = {
    Outcome.RETIRED: _lt(
        "This number of ours is retired: old labels may still be about. Take another."
    ),
    Outcome.RESERVED: _lt(
        "This number is kept aside and may stand on a spare label. Take it only if "
        "that label is on this product."
    ),
    Outcome.PASSED_OVER: _lt(
        "This number was passed over, something in the shop would misread it. Take "
        "another."
    ),
    Outcome.FOREIGN: _lt(
        "Another shop or supplier gave this number: it may come on other goods, too. "
        "Better take one of ours."
    ),
    Outcome.NOBODYS: _lt(
        "This number is one of ours, to be given by the shop. Do not choose one "
        "yourself: leave the barcode empty, save, and press “Give a number”."
    ),
}
NAMED = {
    Outcome.RETIRED: _lt(
        "This was our number for %(product)s and is retired: old labels may still be "
        "about. Take another."
    ),
    Outcome.FOREIGN: _lt(
        "Another shop or supplier gave this number, here to %(product)s. For other "
        "goods take another."
    ),
    Outcome.NOBODYS: _lt(
        "This number was given to %(product)s and may be on its labels. For other "
        "goods take another."
    ),
}


class ProductProduct(models.Model):
    """Whose code it is, said while somebody types it into a product."""

    _inherit = "product.product"

    @api.model
    @api.readonly
    def remark_on_code(self, code, bearer=None):
        """{"tone", "text"} when others here have this code, or a register knows it.

        ``bearer``: [model, id] of the product or template it is typed on, if saved.
        False when there is nothing to say. What one may not read is not named.
        """
        self._check_may_scan()
        found = self._resolve_scan(str(code or "").strip()[:LONGEST])
        if not found.explanation.input or found.reason in GUESSES:
            return False
        if not found.product_ids:
            return self._registered_remark(found)
        mine = self._typed_on(*(bearer or ("", 0)))
        others = self.browse(found.product_ids) - mine
        return others._taken_remark(mine.company_id[:1])

    @api.model
    def _typed_on(self, model, id_):
        if model not in ("product.product", "product.template") or not id_:
            return self.browse()
        record = self.env[model].browse(int(id_)).exists()
        return record if model == self._name else record.product_variant_ids

    def _taken_remark(self, company):
        """Who has the code, in shops where both would be scanned."""
        readable = self._filtered_access("read")
        others = readable.filtered(
            lambda product: not (company and product.company_id - company)
        )
        living = others.filtered("active")
        if not others:
            return False
        named = (living or others)[:MOST_NAMES].with_context(display_default_code=False)
        names = format_list(self.env, named.mapped("display_name"))
        told = self.env._(TAKEN if living else TAKEN_ONCE)
        return {"tone": WRONG if living else ASKS, "text": told % {"product": names}}

    @api.model
    def _registered_remark(self, found):
        if found.reason not in REGISTERED:
            return False
        name = self._registered_name(found)
        texts = NAMED if name and found.reason in NAMED else REGISTERED
        told = self.env._(texts[found.reason])
        return {"tone": ASKS, "text": told % {"product": name}}

    @api.model
    def _registered_name(self, found):
        """The name a register has for a code, for who may read it there."""
        return ""
