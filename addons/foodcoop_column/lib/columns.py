# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column holds what: by its title, by its cells, by what was remembered."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from odoo.addons.foodcoop_phrase.lib.cells import as_text, plain
from odoo.addons.foodcoop_phrase.lib.packs import parse_basis
from odoo.addons.foodcoop_phrase.lib.titles import (
    ADVISED,
    AVAILABLE,
    CATEGORY,
    CODE,
    CONTENT,
    COUNT,
    GTIN,
    LABEL,
    NAME,
    NONE,
    ORIGIN,
    OTHER,
    OTHER_PRICE,
    PACK,
    PRICE,
    UNIT,
    VARIANT,
    VAT,
    Title,
)
from odoo.addons.foodcoop_sheet.lib.table import Sheet

from .header import Header
from .memory import Memory
from .prices import Prices, choose
from .shape import Shape, shape_of

MONEY = frozenset({PRICE, ADVISED, OTHER_PRICE, "case_price", "gross_price"})
# What the file's own standard calls these columns (BNN, UBL).
STANDARD = {
    "status": AVAILABLE,
    "labels": LABEL,
    "advised_price": ADVISED,
    "quantity": COUNT,
}
_QUANTITIES = ("menge", "quantite", "qte", "quantity", "qty", "cantidad", "quantita")
_DESCRIPTIONS = ("descri", "beschreib")
_WEIGHTS = ("poids", "weight", "gewicht", "peso", "mass")


@dataclass
class Layout:
    """One way in which columns stand, under one header or under several alike."""

    header: Header | None
    span: tuple[int, ...]
    roles: dict[int, str] = field(default_factory=dict)
    names: tuple[int, ...] = ()
    shapes: dict[int, Shape] = field(default_factory=dict)
    confidence: dict[int, float] = field(default_factory=dict)
    prices: Prices = field(default_factory=Prices)
    standard: bool = False  # the file's own format says what its columns are
    section: int = 0  # the column whose title is the section's

    def column(self, role: str) -> int:
        """The column of this role, 0 for none."""
        return next((c for c, known in self.roles.items() if known == role), 0)

    def all(self, role: str) -> tuple[int, ...]:
        return tuple(column for column, known in self.roles.items() if known == role)

    def title(self, column: int) -> Title:
        return self.header.title(column) if self.header else NONE

    def words(self, column: int) -> str:
        return self.header.titles.get(column, "") if self.header else ""


def understand(
    sheet: Sheet,
    rows: Sequence[int],
    span: tuple[int, ...],
    header: Header | None,
    block: int,
    memory: Memory,
) -> Layout:
    """Give every column of a block its role; ``rows`` are those below its headers."""
    layout = Layout(header, span)
    lines = [sheet.rows[row - 1] for row in rows]
    for column in span:
        cells = [line[column - 1] for line in lines if column <= len(line)]
        layout.shapes[column] = shape_of(cells)
    if sheet.roles:
        layout.standard = True
        _by_standard(layout, sheet)
    else:
        _by_titles(layout)
        _settle(layout)
        _by_content(layout)
    forced = memory.roles(sheet.name, block, layout)
    for column, role in forced.items():
        _force(layout, column, role)
    memory.anchor(layout, lines)
    layout.prices = choose(layout, lines, forced, memory.known)
    for column in layout.all(PRICE):
        role = layout.prices.role(column)
        layout.roles[column] = role
    layout.names = _names(layout)
    return layout


def _by_standard(layout: Layout, sheet: Sheet) -> None:
    for role, column in sheet.roles.items():
        if layout.shapes.get(column, Shape()).count:
            layout.roles[column] = STANDARD.get(role, role)
            layout.confidence[column] = 1.0


def _by_titles(layout: Layout) -> None:
    single: dict[str, int] = {}
    for column in layout.span:
        role = _checked(layout, column, layout.title(column).role)
        if not role:
            continue
        rival = single.get(role)
        if rival and role not in (*MONEY, CATEGORY, LABEL, VARIANT, OTHER):
            if layout.shapes[rival].count >= layout.shapes[column].count:
                continue
            del layout.roles[rival]
        single[role] = column
        layout.roles[column] = role
        layout.confidence[column] = 0.95 if layout.shapes[column].count else 0.7


def _checked(layout: Layout, column: int, role: str) -> str:
    """The title's role, unless the cells say that it means something else."""
    shape, words = layout.shapes[column], plain(layout.words(column))
    if shape.count < 2:
        return role
    if role == OTHER and any(word in words.split() for word in _QUANTITIES):
        return _quantity(shape)
    found = _CHECKS[role](shape, words) if role in _CHECKS else role
    if role == PACK and found == UNIT:  # a unit column stands elsewhere
        rivals = [
            c for c in layout.span if c != column and layout.title(c).role == UNIT
        ]
        return PACK if any(layout.shapes[c].count for c in rivals) else UNIT
    return found


def _quantity(shape: Shape) -> str:
    """ "Menge" may be a unit, a pack, or how much the customer orders."""
    if shape.units > 0.5:
        return UNIT
    if shape.packs > 0.5:
        return PACK
    return CONTENT if shape.numbers > 0.9 and shape.filled > 0.8 else OTHER


def _check_code(shape: Shape, _words) -> str:
    wordy = shape.words >= 1.5 and shape.length > 12 and shape.codes < 0.3
    return NAME if wordy else CODE


def _check_name(shape: Shape, _words) -> str:
    return CODE if shape.numbers > 0.8 and shape.words < 0.3 else NAME


def _check_price(shape: Shape, _words) -> str:
    return OTHER if shape.count > 4 and shape.numbers < 0.1 and shape.wordy else PRICE


def _check_gtin(shape: Shape, _words) -> str:
    return OTHER if not shape.long_digits and shape.codes > 0.5 else GTIN


def _check_unit(shape: Shape, words: str) -> str:
    if shape.numbers < 0.9:
        return UNIT
    return CONTENT if any(word in words for word in _WEIGHTS) else COUNT


def _check_pack(shape: Shape, _words) -> str:
    if shape.whole > 0.9:
        return COUNT
    return UNIT if shape.units > 0.75 and not shape.measures else PACK


def _check_content(shape: Shape, _words) -> str:
    return UNIT if shape.units > 0.9 else CONTENT


def _check_count(shape: Shape, _words) -> str:
    return PACK if shape.numbers < 0.5 and shape.measures > 0.2 else COUNT


def _check_vat(shape: Shape, _words) -> str:
    return OTHER if shape.words >= 1.5 and not shape.rates else VAT


def _check_variant(shape: Shape, _words) -> str:
    return LABEL if shape.labels > 0.6 else VARIANT


_CHECKS = {
    CODE: _check_code,
    NAME: _check_name,
    PRICE: _check_price,
    GTIN: _check_gtin,
    UNIT: _check_unit,
    PACK: _check_pack,
    CONTENT: _check_content,
    COUNT: _check_count,
    VARIANT: _check_variant,
    VAT: _check_vat,
}


def _settle(layout: Layout) -> None:
    """A "Menge" beside "1 kg" is the customer's, beside "g" the content's."""
    column, unit = layout.column(CONTENT), layout.column(UNIT)
    words = plain(layout.words(column)).split() if column else []
    if any(word in words for word in _QUANTITIES):
        if not unit or layout.shapes[unit].units < 0.5:
            layout.roles[column] = OTHER


def _by_content(layout: Layout) -> None:
    """What no title told: first the essentials, then what helps."""
    _fill(layout, GTIN, 0.5)
    if PRICE not in layout.roles.values():
        scores = {c: layout.shapes[c].score(PRICE) for c in _open(layout)}
        least = 0.65 if max(scores.values(), default=0) >= 0.65 else 0.5
        for column in _open(layout):
            if scores[column] >= least:
                _take(layout, column, PRICE, scores[column])
    if NAME not in layout.roles.values():
        _find_name(layout)
    _fill(layout, CODE, 0.6)
    for role in (PACK, UNIT, VAT, ORIGIN, LABEL):
        _fill(layout, role, 0.7)
    if layout.header is None and PACK not in layout.roles.values():
        _fill(layout, COUNT, 0.45)


def _open(layout: Layout) -> list[int]:
    return [c for c in layout.span if c not in layout.roles and layout.shapes[c].count]


def _take(layout: Layout, column: int, role: str, score: float) -> None:
    layout.roles[column] = role
    layout.confidence[column] = round(0.8 * min(1.0, score), 2)


def _fill(layout: Layout, role: str, least: float) -> None:
    if role in layout.roles.values():
        return
    scores = [(layout.shapes[c].score(role), -c) for c in _open(layout)]
    best, column = max(scores, default=(0, 0))
    if best >= least:
        _take(layout, -column, role, best)


def _find_name(layout: Layout) -> None:
    """The column of names: without a title, or titled with the section."""
    limit = _limit(layout)
    described = [c for c in layout.span if _describes(layout, c)]
    if described:
        best = max(described, key=lambda c: layout.shapes[c].score(NAME))
        _take(layout, best, NAME, 1.0)
        return
    scores = []
    for column in _open(layout):
        score = layout.shapes[column].score(NAME)
        leads = column < limit and layout.shapes[column].wordy
        bonus = (0.5 if leads and layout.words(column) else 0) + (0.2 if leads else 0)
        scores.append((score + bonus, -column))
    best, column = max(scores, default=(0, 0))
    if best >= 0.25:
        _take(layout, -column, NAME, best)
        layout.section = -column if layout.words(-column) else 0


def _describes(layout: Layout, column: int) -> bool:
    """A description, or a variety, where no column is titled as the name."""
    role, words = layout.roles.get(column), plain(layout.words(column))
    told = role == VARIANT or (role == OTHER and words.startswith(_DESCRIPTIONS))
    return told and layout.shapes[column].score(NAME) > 0.4


def _limit(layout: Layout) -> int:
    """The first column of codes or prices: names stand before it."""
    firm = [c for c, role in layout.roles.items() if role in (CODE, GTIN, PRICE)]
    return min(firm, default=max(layout.span, default=0) + 1)


def _force(layout: Layout, column: int, role: str) -> None:
    """What a person said stands, and nothing else has this role."""
    if role and role not in (CATEGORY, LABEL, VARIANT):
        for other in layout.all(role):
            del layout.roles[other]
    layout.roles[column] = role or OTHER
    layout.confidence[column] = 1.0


def _names(layout: Layout) -> tuple[int, ...]:
    """Columns that make up the name: the general one, then its variants.

    An untitled column of words before the codes belongs to it (the cut, the brand); so
    does one that is filled in most rows (the quality, in a list without codes).
    """
    main = layout.column(NAME)
    limit = _limit(layout)
    beside = []
    for column in layout.span if layout.header else ():
        shape = layout.shapes[column]
        untitled = column not in layout.roles and not layout.words(column)
        if untitled and shape.wordy:
            dense = shape.filled > 0.4 and shape.length < 16
            if column < limit or dense:
                beside.append(column)
    variants = sorted({*beside, *layout.all(VARIANT)} - {main})
    general = [c for c in beside if c < main and layout.shapes[c].filled > 0.7]
    rest = [c for c in variants if c not in general]
    return tuple(general + ([main] if main else []) + rest)


def said_units(layout: Layout, lines: Sequence) -> bool:
    """Does the unit column name measures ("g", "l"), so that numbers are contents?"""
    column = layout.column(UNIT)
    texts = {as_text(line[column - 1]) for line in lines[:200]} if column else set()
    return any(plain(text) in ("g", "gr", "ml", "cl") for text in texts) or any(
        parse_basis(text) in ("kg", "l") for text in texts
    )
