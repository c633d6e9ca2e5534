# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..lib.readings import misreading

LOOK_AHEAD = 1000


class FoodcoopBarcodeRange(models.Model):
    """Giving numbers: drawn, held against the whole shop, registered."""

    _inherit = "foodcoop.barcode.range"

    @api.model
    def _check_may_allocate(self):
        if self.env.su or self.env.user.has_group("foodcoop_barcode.group_manager"):
            return
        raise AccessError(
            self.env._(
                "Only people who number goods can do this. "
                "Ask the office for the right “Barcodes”."
            )
        )

    @api.model
    def _with_room(self, count, purpose="fixed"):
        """The first range of a purpose that still holds ``count``."""
        ranges = self._of_company().filtered(lambda range_: range_.purpose == purpose)
        for range_ in ranges:
            if range_.free >= count:
                return range_
        raise UserError(self._no_room(max(ranges.mapped("free"), default=0)))

    def _no_room(self, free):
        return self.env._(
            "There are %s free numbers left, that is not enough. Nothing was given. "
            "Add a range, or number fewer products at once.",
            free,
        )

    def _allocate(self, products):
        """Give every product the next free number of this range."""
        free, passed_over = self._take(len(products))
        rows = [
            self._prepare_number(number)
            | {
                "state": "issued",
                "product_id": product.id,
                "product_name": product.display_name,
            }
            for number, product in zip(free, products, strict=True)
        ]
        self.env["foodcoop.barcode.code"]._insert(rows + passed_over)
        products._apply_barcodes([number.code for number in free])

    def _prepare_number(self, number):
        return {
            "code": number.code,
            "gtin14": number.gtin14,
            "range_id": self.id,
            "item": number.item,
        }

    def _take(self, count):
        """``count`` numbers that nothing in the shop bears, and those passed over."""
        free, passed_over = [], []
        while missing := count - len(free):
            numbers = self._spec().numbers(self._draw(missing))
            if len(numbers) < missing:
                raise UserError(self._no_room(len(numbers)))
            usable, taken = self._sift(numbers)
            free += usable
            passed_over += taken
        return free, passed_over

    def _sift(self, numbers):
        """(numbers that can be given, register rows of those that cannot)."""
        codes = self.env["foodcoop.barcode.code"]
        holders = codes._holders([number.code for number in numbers])
        nomenclatures = codes._nomenclatures()
        free, taken = [], []
        for number in numbers:
            holder = holders.get(number.gtin14)
            if holder is not None:
                reason = holder and self.env._("Already the number of %s", holder)
            elif rule := misreading(number.code, nomenclatures, self.purpose):
                reason = self._misread(rule)
            else:
                free.append(number)
                continue
            if reason:
                row = {"state": "skipped", "reason": reason}
                taken.append(self._prepare_number(number) | row)
        return free, taken

    def _misread(self, rule):
        if not rule.name:
            return self.env._("No barcode rule reads it as a product")
        return self.env._(
            "The rule “%(rule)s” of %(where)s would read it as something else",
            rule=rule.name,
            where=rule.where,
        )
