# SPDX-License-Identifier: AGPL-3.0-or-later
"""One row of cells becomes an offer: what is paid, for what, and what it is."""

from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_column.lib.columns import Layout, said_units
from odoo.addons.foodcoop_column.lib.prices import _near
from odoo.addons.foodcoop_phrase.lib.attributes import (
    BAD_VAT,
    availability,
    country,
    flag,
    labels_in,
    labels_of,
    origin_in,
    origin_text,
    parse_vat,
    vat_guess,
)
from odoo.addons.foodcoop_phrase.lib.cells import (
    as_text,
    is_dissenting,
    parse_price,
    plain,
)
from odoo.addons.foodcoop_phrase.lib.packs import (
    CASE,
    INNER,
    KG,
    LITRE,
    NOTHING,
    PIECE,
    UNIT_UNKNOWN,
    Pack,
    Terms,
    agree,
    find_pack,
    offered,
    parse_basis,
    parse_pack,
)
from odoo.addons.foodcoop_phrase.lib.titles import (
    ADVISED,
    AVAILABLE,
    BRAND,
    CASE_PRICE,
    CATEGORY,
    CONTENT,
    COUNT,
    LABEL,
    ORIGIN,
    PACK,
    QUANTITY,
    UNIT,
    VAT,
)
from odoo.addons.foodcoop_phrase.lib.units import DOZENS, MEASURES

PRICES_DISAGREE = "prices_disagree"  # the case price is not the pack times the unit's
DECIMALS_DIFFER = "decimals_differ"  # 2.89 in a column of 2,89
SMALL = (
    "g",
    "gr",
    "gramm",
    "gram",
    "gramme",
    "grammes",
    "ml",
    "milliliter",
    "cl",
    "grm",
)


@dataclass(frozen=True)
class Money:
    """What is paid: as written, what for, and what is doubtful."""

    price: Decimal | None
    terms: Terms
    content: Decimal | None = None
    content_unit: str = ""
    doubts: tuple[str, ...] = ()


class Cells:
    """One layout's columns, looked up once for all its rows."""

    def __init__(self, layout: Layout, lines, language: str, mapping) -> None:
        self.layout, self.language, self.mapping = layout, language, mapping
        self.columns = {role: layout.column(role) for role in _ROLES}
        self.paid = layout.prices.paid
        self.basis = layout.prices.basis
        self.sign = layout.shapes[self.paid].sign if self.paid in layout.shapes else ","
        self.labels, self.categories = layout.all(LABEL), layout.all(CATEGORY)
        self.measured = said_units(layout, lines)
        rates = (
            [line[self.columns[VAT] - 1] for line in lines] if self.columns[VAT] else []
        )
        numbers = [rate for rate in rates if isinstance(rate, int | Decimal)]
        self.scale = 100 if numbers and max(numbers) < 1 else 1
        self.codes = {plain(as_text(rate)) for rate in rates} - {""}
        self.titles = {c: labels_of(layout.words(c)) for c in self.labels}

    def text(self, line, role: str) -> str:
        column = self.columns[role]
        return as_text(line[column - 1]) if column else ""

    def value(self, line, role: str):
        column = self.columns[role]
        return line[column - 1] if column else None

    # What is paid.

    def money(self, line, name: str, unit_text: str) -> Money:
        """Price and terms of a row whose price cells are known to be numbers."""
        cell = line[self.paid - 1] if self.paid else None
        parsed = parse_price(cell, self.sign)
        pack = parse_pack(self.text(line, PACK))
        named = find_pack(name)
        piece, basis = self._piece(line, unit_text, pack)
        weak = PIECE if not basis and piece.measure else ""
        count = self._count(line)
        case = parse_price(self.value(line, CASE_PRICE), self.sign).value
        if case is not None:
            held = self._held(line, pack, named, piece)
            return self._both(parsed.value, case, unit_text, count, held)
        quantity = parse_price(self.value(line, QUANTITY)).value
        if quantity:
            return self._quantity(parsed.value, unit_text, quantity)
        basis = self._basis(parsed.per, unit_text, basis, count, self._is_content(line))
        basis = basis or weak
        held = self._held(line, pack, named, NOTHING)
        dozen = parsed.per in DOZENS
        agreed = self._agreed(basis, held, count, piece, unit_text, named, dozen)
        found = next((p for p in (piece, held, named) if p.each), NOTHING)
        sold = agreed.unit == PIECE or not agreed.unit
        doubts = (DECIMALS_DIFFER,) if is_dissenting(cell, self.sign) else ()
        return Money(
            parsed.value,
            agreed,
            found.each if sold else None,
            found.unit if sold and found.each else "",
            doubts,
        )

    def _is_content(self, line) -> bool:
        """One measure, and no count: "75 cl"."""
        value = self.value(line, CONTENT)
        held = parse_pack(value) if isinstance(value, str) else NOTHING
        return bool(held.measure) and not held.count

    def _count(self, line) -> Decimal | None:
        """Units in a case, where a column says so: 12, "10 Piece"."""
        value = self.value(line, COUNT)
        if isinstance(value, str) and not value.replace(",", ".").strip("0123456789."):
            value = value.strip()
        number = parse_price(value).value
        if number is None and isinstance(value, str):
            number = parse_pack(value).count
        return Decimal(number) if number else None

    def _piece(self, line, unit_text: str, pack: Pack) -> tuple[Pack, str]:
        """What one piece holds, and what that says of the price."""
        content = self.value(line, CONTENT)
        number = parse_price(content).value
        if number and self.measured:
            return self._measure(number, unit_text, self._count(line))
        if content is not None and self.columns[PACK] + self.columns[COUNT]:
            return parse_pack(as_text(content)), ""
        held = parse_pack(unit_text)
        if not held.measure:
            return NOTHING, ""
        if self.columns[COUNT] or not self.columns[PACK] or held.measure == pack.each:
            loose = held.measure == 1 and not held.count
            return held, held.unit if loose and not self.columns[COUNT] else PIECE
        return NOTHING, ""

    def _measure(self, number: Decimal, unit_text: str, count) -> tuple[Pack, str]:
        """A number beside its unit: 350 | g. 4.5 times 1 kg is a cheese by weight."""
        word = plain(unit_text).strip(". ")
        if word not in MEASURES:
            return NOTHING, PIECE if parse_basis(unit_text) == PIECE else ""
        unit, factor = MEASURES[word]
        whole = count is None or count == int(count)
        each = number * factor
        if each == 1 and not whole:
            return NOTHING, unit
        return Pack(measure=each, unit=unit, each=each), PIECE

    def _held(self, line, pack: Pack, named: Pack, piece: Pack) -> Pack:
        """The case: its own column, else what the name says."""
        if pack.count or pack.measure or pack.reason:
            return pack
        if self.columns[CONTENT] and not self.columns[PACK] and not self.columns[COUNT]:
            value = self.value(line, CONTENT)
            content = parse_pack(value) if isinstance(value, str) else NOTHING
            if self.measured and parse_price(value).value:
                content = NOTHING
            if content.count or content.measure:
                return content
        return piece if piece.measure else named

    def _basis(self, per: str, unit_text: str, basis: str, count, content: bool) -> str:
        """What the price is for, by what says it most plainly."""
        if per:
            return parse_basis(per) or PIECE
        if self.basis:
            return self.basis
        word = plain(unit_text).strip(". ")
        known = self.mapping.units.get(word, "")
        if known or basis:
            return known or basis
        if word in SMALL:
            return PIECE  # no price is for a gram: it is for the packet
        told = parse_basis(unit_text)
        if not told and self.columns[CONTENT] and (count or content):
            return PIECE  # "10 ST | 12", "75 cl": a price beside what one piece holds
        return told or self.mapping.basis

    def _agreed(self, basis, held, count, piece, unit_text, named, dozen) -> Terms:
        if dozen:
            return Terms(PIECE, Decimal(12), True)
        if not basis and parse_pack(unit_text).count:
            basis, held = INNER, parse_pack(unit_text)
        if not basis:
            basis, held = _implied(held, named, bool(self.columns[PACK]))
        weight = parse_pack(unit_text) if basis == CASE else NOTHING
        return agree(basis, held, count=count, weight=weight, piece=piece)

    def _quantity(self, price, unit_text: str, quantity: Decimal) -> Money:
        """The price is for so many of a unit; 500 g is one packet."""
        word = plain(unit_text).strip(". ")
        unit, factor = MEASURES.get(word, ("", Decimal(1)))
        if factor != 1:
            each = quantity * factor
            return Money(price, Terms(PIECE), each, unit)
        return Money(price, offered(parse_basis(unit_text), quantity))

    def _both(self, one, case, unit_text, count, held: Pack) -> Money:
        """Price of the case beside that of a unit: the pack that joins them."""
        measure_unit = held.unit
        by_weight = (
            parse_basis(unit_text) in (KG, LITRE) and not parse_pack(unit_text).measure
        )
        sizes = []
        if count:
            sizes.append((count, parse_basis(unit_text) if by_weight else PIECE))
        if held.count:
            sizes.append((Decimal(held.count), PIECE))
        if held.measure:
            sizes.append((held.measure, measure_unit))
        if held.count and held.inner:
            sizes.append((Decimal(held.count * held.inner), PIECE))
        sizes.append((Decimal(1), PIECE))
        doubts = (held.reason,) if held.reason and not count else ()
        if one is None:
            size, unit = sizes[0]
            return self._cased(case, size, unit, held, doubts)
        for size, unit in sizes:
            if _near(case, one, size):
                return self._cased(case, size, unit, held, doubts)
        size, unit = sizes[0]
        whole = (case / one).quantize(Decimal(1)) if one else Decimal(0)
        if held.reason and not count and 1 < whole <= 200 and _near(case, one, whole):
            return self._cased(case, whole, PIECE, held, doubts)
        doubts = (*doubts, PRICES_DISAGREE)
        if not count:  # a number of its own can be multiplied; words are less sure
            return self._cased(case, size, unit, held, doubts)
        return Money(one, Terms(unit, size), *_content(held, unit), doubts)

    def _cased(self, case, size, unit, held: Pack, doubts) -> Money:
        if size == 1 and unit == PIECE and held.measure and not held.inner:
            each = held.measure / (held.count or 1)
            return Money(case, Terms(PIECE), each, held.unit, doubts)
        inner = Decimal(held.inner) if held.inner and size == held.count else None
        alone = size == 1 and unit == PIECE
        terms = Terms(unit, size, not alone, inner=inner)
        return Money(case, terms, *_content(held, unit), doubts)

    # What it is.

    def vat(self, line) -> tuple[Decimal | None, str]:
        """The percentage and, where nobody can know it, a reason."""
        text = self.text(line, VAT)
        if not text:
            return None, ""
        word = plain(text)
        told = self.mapping.vat.get(word) or (
            vat_guess(word, self.language) if self.coded else ""
        )
        rate = parse_vat(told) if told else parse_vat(word, self.scale)
        return rate, "" if rate is not None else BAD_VAT

    @property
    def coded(self) -> bool:
        """VAT as codes: letters, or nothing but 1 and 2."""
        return not any(len(code) > 1 and code[0].isdigit() for code in self.codes) and (
            self.codes <= {"1", "2"} or any(code.isalpha() for code in self.codes)
        )

    def origin(self, line, name: str) -> str:
        if self.columns[ORIGIN]:
            value = self.value(line, ORIGIN)
            mistaken = labels_of(as_text(value)) and not country(as_text(value))
            return "" if mistaken else origin_text(value, self.language)
        return origin_in(name)

    def tags(self, line, name: str) -> tuple[str, ...]:
        tags = {}
        for column in self.labels:
            value = line[column - 1]
            own = labels_of(as_text(value)) if value is not None else ()
            if not own and value is not None and flag(value) is not False:
                own = self.titles[column]
            tags |= dict.fromkeys(own)
        place = self.text(line, ORIGIN)
        strange = labels_of(place) if place and not country(place) else ()
        return tuple(tags | dict.fromkeys((*strange, *labels_in(name))))

    def category(self, line, sections: tuple[str, ...]) -> str:
        own = [as_text(line[column - 1]) for column in self.categories]
        return " / ".join(filter(None, own)) or " / ".join(sections)

    def available(self, line, *, standard: bool) -> tuple[bool, bool]:
        value = self.value(line, AVAILABLE)
        return (
            availability(value, standard=standard)
            if value is not None
            else (True, False)
        )

    def advised(self, line) -> Decimal | None:
        value = parse_price(self.value(line, ADVISED), self.sign).value
        return value or None

    def brand(self, line) -> str:
        return self.text(line, BRAND).strip(" -0")


def _content(held: Pack, unit: str) -> tuple[Decimal | None, str]:
    return (held.each, held.unit) if unit == PIECE and held.each else (None, "")


def _implied(held: Pack, named: Pack, packed: bool) -> tuple[str, Pack]:
    """What the name or the pack says: "Colis de 10kg", "pot 90g", "par bouteille"."""
    if named.basis and (held is named or not held.basis):
        return named.basis, named if held is named or not held.count else held
    if held.basis in (PIECE, KG, LITRE) or (
        held is named and held.basis in (CASE, INNER)
    ):
        return held.basis, held
    single = named.measure and not named.count and not named.reason
    if single and named.measure <= 5 and (held is named or not packed):
        return PIECE, NOTHING
    if named.count and named.measure and held is named:
        return CASE, named
    if held.measure and held.measure < 1 and not held.count and not held.reason:
        return PIECE, NOTHING
    return "", held


_ROLES = (
    ADVISED, AVAILABLE, BRAND, CASE_PRICE, CONTENT, COUNT, ORIGIN, PACK, QUANTITY, UNIT, VAT,
)  # fmt: skip
UNSAID = UNIT_UNKNOWN
