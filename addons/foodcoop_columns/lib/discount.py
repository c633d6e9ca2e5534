# SPDX-License-Identifier: AGPL-3.0-or-later
"""A column of percentages that may still have to be taken off the price."""

from collections.abc import Sequence
from decimal import Decimal

from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text, parse_price

from .columns import Layout

NONE = Decimal(0)


class Discount:
    """``told``: some row of the list has one."""

    def __init__(self, layout: Layout, lines: Sequence) -> None:
        self.column = layout.column(roles.DISCOUNT)
        found = [self._number(line) for line in lines]
        self.told = any(found)
        # 0.2 is what a spreadsheet keeps of a cell that shows 20 %
        self.scale = 100 if self.told and max(found) < 1 else 1

    def _number(self, line) -> Decimal:
        if not self.column:
            return NONE
        number = parse_price(as_text(line[self.column - 1]).strip("-–% ")).value
        return Decimal(number) if number and number < 100 else NONE

    def off(self, line, price: Decimal | None) -> Decimal | None:
        """The price without its discount."""
        percent = self._number(line) * self.scale
        return price * (100 - percent) / 100 if price and percent else price
