# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..lib.readings import Reader

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
                "product_name": product._name_to_keep(),
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
        """As ``_find``; without room for all, the range stands where it stood."""
        last = self._last_items()[self.id]
        try:
            return self._find(count)
        except UserError:
            self._go_back_to(last)
            raise

    def _find(self, count):
        """``count`` numbers that nothing in the shop bears, and those passed over."""
        free, passed_over = [], []
        while missing := count - len(free):
            numbers = self._spec().numbers(self._draw(missing))
            if len(numbers) < missing:
                last = self._sift(numbers)[0]
                raise UserError(self._no_room(len(free + last)))
            usable, taken = self._sift(numbers)
            free += usable
            passed_over += taken
            if taken or len(usable) < missing:
                passed_over += self._step_over()
        return free, passed_over

    def _step_over(self):
        """Go past the numbers ahead that cannot be given, however many there are."""
        first = self.next_item
        numbers = self._spec().numbers(range(first, first + LOOK_AHEAD))
        if not numbers:
            return []
        if misread := self._reader().misreading(numbers[0].code):
            good = self._reader().next_good(self._spec(), first)
            if good is None:
                raise UserError(self._swallowed(misread))
            self._advance_past(good - 1)
            return [self._prepare_skipped(numbers[0], self._why(misread))]
        free, taken = self._sift(numbers)
        stop = free[0].item if free else numbers[-1].item + 1
        self._advance_past(stop - 1)
        return [row for row in taken if row["item"] < stop]

    def _sift(self, numbers):
        """(numbers that can be given, register rows of those that cannot)."""
        codes = self.env["foodcoop.barcode.code"]
        holders = codes._holders([number.code for number in numbers])
        reader = self._reader()
        free, taken = [], []
        for number in numbers:
            holder = holders.get(number.gtin14)
            if holder:
                why = self.env._("Already the number of %s", holder)
                taken.append(self._prepare_skipped(number, why))
            elif holder is None:
                misread = reader.misreading(number.code)
                if misread:
                    why = self._why(misread)
                    taken.append(self._prepare_skipped(number, why))
                else:
                    free.append(number)
        return free, taken

    def _reader(self):
        nomenclatures = self.env["foodcoop.barcode.code"]._nomenclatures()
        return Reader(nomenclatures, self.purpose)

    def _prepare_skipped(self, number, why):
        return self._prepare_number(number) | {"state": "skipped", "reason": why}

    def _why(self, misread):
        if not misread.rule:
            return self.env._("No barcode rule reads it as a product")
        return self.env._(
            "The rule “%(rule)s” of “%(where)s” would read it as something else",
            rule=misread.rule.name,
            where=misread.where,
        )

    def _swallowed(self, misread):
        return self.env._(
            "No number of “%(range)s” can be given. %(why)s. "
            "Narrow the barcode rules, or make another range.",
            range=self.name,
            why=self._why(misread),
        )
