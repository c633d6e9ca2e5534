# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a row says of its pack; and the pack that joins a case's price to a unit's."""

from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_columns.lib.ratios import near
from odoo.addons.foodcoop_words.lib.cells import plain
from odoo.addons.foodcoop_words.lib.packs import Pack, Terms, parse_basis
from odoo.addons.foodcoop_words.lib.units import KG, LITRE, PIECE

PRICES_DISAGREE = "prices_disagree"  # the case price is not the pack times the unit's


@dataclass(frozen=True)
class Money:
    """What is paid: as written, what for, and what is doubtful."""

    price: Decimal | None
    terms: Terms
    content: Decimal | None = None
    content_unit: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """A row's words on its pack. ``piece`` is the content of one piece."""

    unit_text: str
    unit: Pack
    pack: Pack
    named: Pack
    piece: Pack
    count: Decimal | None
    basis: str  # what the content or the unit says of the price

    @property
    def word(self) -> str:
        return plain(self.unit_text).strip(". ")


class Both:
    """A price of the case beside that of a unit: the pack joins them."""

    def __init__(self, said: Said, held: Pack) -> None:
        self.said, self.held = said, held
        self.doubts = (held.reason,) if held.reason and not said.count else ()

    def money(self, one: Decimal | None, case: Decimal) -> Money:
        sizes = list(self._sizes())
        fitting = [pair for pair in sizes if one is None or near(case, one, pair[0])]
        if fitting:
            return self._cased(case, *fitting[0])
        whole = (case / one).quantize(Decimal(1)) if one else Decimal(0)
        told = self.held.reason and not self.said.count
        if told and 1 < whole <= 200 and near(case, one, whole):
            return self._cased(case, whole, PIECE)
        self.doubts = (*self.doubts, PRICES_DISAGREE)
        if not self.said.count:  # a number of its own can be multiplied; words cannot
            return self._cased(case, *sizes[0])
        size, unit = sizes[0]
        return Money(one, Terms(unit, size), *_content(self.held, unit), self.doubts)

    def _sizes(self):
        """What one case may hold, the plainest first."""
        said, held = self.said, self.held
        if said.count:
            weighed = parse_basis(said.unit_text) if not said.unit.measure else ""
            yield said.count, weighed if weighed in (KG, LITRE) else PIECE
        if held.count:
            yield Decimal(held.count), PIECE
        if held.measure:
            yield held.measure, held.unit
        if held.count and held.inner:
            yield Decimal(held.count * held.inner), PIECE
        yield Decimal(1), PIECE

    def _cased(self, case: Decimal, size: Decimal, unit: str) -> Money:
        held = self.held
        if size == 1 and unit == PIECE and held.measure and not held.inner:
            each = held.measure / (held.count or 1)
            return Money(case, Terms(PIECE), each, held.unit, self.doubts)
        inner = Decimal(held.inner) if held.inner and size == held.count else None
        terms = Terms(unit, size, not (size == 1 and unit == PIECE), inner=inner)
        return Money(case, terms, *_content(held, unit), self.doubts)


def _content(held: Pack, unit: str) -> tuple[Decimal | None, str]:
    return (held.each, held.unit) if unit == PIECE and held.each else (None, "")
