# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a row's price is for: its cells, its unit, its pack and its name together."""

import re
from dataclasses import replace
from decimal import Decimal

from odoo.addons.foodcoop_columns.lib.checks import is_weight
from odoo.addons.foodcoop_columns.lib.columns import Layout, said_units
from odoo.addons.foodcoop_columns.lib.discount import Discount
from odoo.addons.foodcoop_words.lib import packs, roles
from odoo.addons.foodcoop_words.lib.cells import is_dissenting, parse_price, plain
from odoo.addons.foodcoop_words.lib.packs import (
    NOTHING,
    Pack,
    Terms,
    find_pack,
    parse_basis,
    parse_pack,
)
from odoo.addons.foodcoop_words.lib.units import (
    CASE,
    DOZENS,
    INNER,
    KG,
    LITRE,
    MEASURES,
    PIECE,
)
from odoo.addons.foodcoop_words.lib.vocabulary import listed

from .lookup import Lookup
from .pairing import PRICES_DISAGREE, Both, Money, Said

__all__ = ("DECIMALS_DIFFER", "PRICES_DISAGREE", "Money", "Payment")

DECIMALS_DIFFER = "decimals_differ"  # 2.89 in a column of 2,89
# No price is for a gram: it is for the packet that is measured in grams.
SMALL = listed("measure 0.001 kg") | listed("measure 0.001 l") | {"cl", "milliliter"}


class Payment(Lookup):
    """Prices and terms. ``basis``: what the price's title says, for the row at hand."""

    def __init__(self, layout: Layout, lines, language: str, mapping) -> None:
        super().__init__(layout, language, mapping)
        self.basis = layout.prices.basis
        self.measured = said_units(layout, lines)
        title = plain(layout.words(layout.column(roles.CONTENT)))
        words = re.findall(r"[a-z]+", title)
        self.measure = next((word for word in words if word in MEASURES), "")
        self.packed = roles.PACK in self.columns
        self.weighed = is_weight(plain(layout.words(layout.column(roles.PACK))))
        self.counted = roles.COUNT in self.columns
        self.discount = Discount(layout, lines)

    def money(self, line, name: str, unit_text: str) -> Money:
        """Price and terms of a row whose price cells are known to be numbers."""
        found = self._money(line, name, unit_text)
        if self.mapping.discounted is not False:
            return found
        return replace(found, price=self.discount.off(line, found.price))

    def _money(self, line, name: str, unit_text: str) -> Money:
        cell = line[self.paid - 1] if self.paid else None
        parsed = parse_price(cell, self.sign)
        said = self._said(line, name, unit_text)
        case = parse_price(self.value(line, roles.CASE_PRICE), self.sign).value
        if case is not None:
            return Both(said, self._held(line, said, said.piece)).money(
                parsed.value, case
            )
        quantity = parse_price(self.value(line, roles.QUANTITY)).value
        if quantity:
            return _quantity(parsed.value, said, quantity)
        held = self._held(line, said, NOTHING)
        terms = self._terms(line, parsed.per, said, held)
        found = next((p for p in (said.piece, held, said.named) if p.each), NOTHING)
        sold = found.each and terms.unit in (PIECE, "")
        doubts = (DECIMALS_DIFFER,) if is_dissenting(cell, self.sign) else ()
        content = (found.each, found.unit) if sold else (None, "")
        return Money(parsed.value, terms, *content, doubts)

    def _said(self, line, name: str, unit_text: str) -> Said:
        pack, unit = self._pack(line), parse_pack(unit_text)
        count = self._count(line)
        piece, basis = self._piece(line, unit_text, unit, pack, count)
        return Said(unit_text, unit, pack, find_pack(name), piece, count, basis)

    def _pack(self, line) -> Pack:
        """The pack cell; a bare number of "Poids colis" is in kilograms."""
        text = self.text(line, roles.PACK)
        if not self.weighed:
            return parse_pack(text)
        pack = parse_pack(f"{text} kg" if parse_price(text).value else text)
        return replace(pack, each=None, basis="")  # of the case, not of one piece

    def _count(self, line) -> Decimal | None:
        """Units in a case, where a column says so: 12, "10 Piece"."""
        value = self.value(line, roles.COUNT)
        number = parse_price(value).value
        if number is None and isinstance(value, str):
            number = parse_pack(value).count
        return Decimal(number) if number else None

    def _piece(self, line, unit_text: str, unit: Pack, *case) -> tuple[Pack, str]:
        """What one piece holds, and what that says of the price."""
        pack, count = case
        content = self.value(line, roles.CONTENT)
        number = parse_price(content).value
        if number and (self.measured or self.measure):
            return _measure(number, self.measure or unit_text, count)
        if content is not None and (self.packed or self.counted):
            return parse_pack(self.text(line, roles.CONTENT)), ""
        alone = self.counted or not self.packed or unit.measure == pack.each
        if not unit.measure or not alone:
            return NOTHING, ""
        loose = unit.measure == 1 and not unit.count and not self.counted
        return unit, unit.unit if loose else PIECE

    def _content(self, line) -> Pack:
        """A content phrase: "75 cl", "6 x 1 l"; no number beside its unit."""
        value = self.value(line, roles.CONTENT)
        beside = self.measured or self.measure
        if not isinstance(value, str) or (beside and parse_price(value).value):
            return NOTHING
        return parse_pack(value)

    def _held(self, line, said: Said, piece: Pack) -> Pack:
        """The case: its own column, else its content, else what the name says."""
        if said.pack.count or said.pack.measure or said.pack.reason:
            return said.pack
        if not self.packed and not self.counted:
            content = self._content(line)
            if content.count or content.measure:
                return content
        return piece if piece.measure else said.named

    def _terms(self, line, per: str, said: Said, held: Pack) -> Terms:
        if per in DOZENS:
            return Terms(PIECE, Decimal(12), True)
        basis = self._basis(line, per, said)
        if not basis and said.unit.count:
            basis, held = INNER, said.unit
        if not basis:
            basis, held = _implied(held, said.named, self.packed)
        elif basis == PIECE and held is said.named:
            held = _sold_together(held)
        loose = self._loose(line, said) if basis == CASE else None
        if loose:
            return Terms(parse_basis(said.word), loose, True)
        weight = said.unit if basis == CASE else NOTHING
        terms = packs.agree(
            basis, held, count=said.count, weight=weight, piece=said.piece
        )
        alone = basis == CASE and not terms.unit and self.mapping.basis == PIECE
        return Terms(PIECE) if alone else terms  # a case that is sold as one piece

    def _loose(self, line, said: Said) -> Decimal | None:
        """ "kg | 5" beside a case's price: five kilograms lie in it, no five pieces."""
        bare = MEASURES.get(said.word, ("", 0))[1] == 1
        if not bare or roles.CONTENT in self.columns:
            return None
        cells = (self.value(line, role) for role in (roles.COUNT, roles.PACK))
        return next(filter(None, (parse_price(cell).value for cell in cells)), None)

    def _basis(self, line, per: str, said: Said) -> str:
        """What the price is for, by what says it most plainly."""
        if per:
            return parse_basis(per) or PIECE
        plainly = self.basis or self.mapping.units.get(said.word, "") or said.basis
        if plainly:
            return plainly
        told = PIECE if said.word in SMALL else parse_basis(said.unit_text)
        if told or roles.CONTENT not in self.columns:
            return told or self.mapping.basis or (PIECE if said.piece.measure else "")
        content = self._content(line)
        alone = content.measure and not content.count
        if said.count or alone or said.piece.measure:
            return PIECE  # "10 ST | 12", "75 cl": a price beside what one piece holds
        return self.mapping.basis


def _sold_together(named: Pack) -> Pack:
    """ "Faisselle x4" at so much a piece: four lie in one piece, not in a case."""
    if named.cased or not named.count or named.basis == PIECE:
        return named
    return Pack(None, named.measure, named.unit, each=named.measure, inner=named.count)


def _measure(number: Decimal, unit_text: str, count) -> tuple[Pack, str]:
    """A number beside its unit: 350 | g. 4.5 times 1 kg is a cheese by weight."""
    word = plain(unit_text).strip(". ")
    if word not in MEASURES:
        return NOTHING, PIECE if parse_basis(unit_text) == PIECE else ""
    unit, factor = MEASURES[word]
    each = number * factor
    if each == 1 and count is not None and count != int(count):
        return NOTHING, unit
    return Pack(measure=each, unit=unit, each=each), PIECE


def _quantity(price, said: Said, quantity: Decimal) -> Money:
    """The price is for so many of a unit; 500 g is one packet."""
    unit, factor = MEASURES.get(said.word, ("", Decimal(1)))
    if factor != 1:
        return Money(price, Terms(PIECE), quantity * factor, unit)
    return Money(price, packs.offered(parse_basis(said.unit_text), quantity))


def _implied(held: Pack, named: Pack, packed: bool) -> tuple[str, Pack]:
    """What the name or the pack says: "Colis de 10kg", "pot 90g", "par bouteille"."""
    own = held is named
    if named.basis and (own or not held.basis):
        return named.basis, named if own or not held.count else held
    if held.basis in (PIECE, KG, LITRE) or (own and held.basis in (CASE, INNER)):
        return held.basis, held
    single = named.measure and not named.count and not named.reason
    if single and named.measure <= 5 and (own or not packed):
        return PIECE, NOTHING
    if named.count and named.measure and own:
        return INNER if named.measure < 1 else CASE, named
    light = held.measure and held.measure < 1 and not held.reason
    return (PIECE, NOTHING) if light and not held.count else ("", held)
