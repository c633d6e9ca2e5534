# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column holds what: by its title, by its cells, by what was remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from odoo.addons.foodcoop_sheet.lib.table import Sheet

from . import roles
from .cells import as_text, plain
from .checks import QUANTITIES, checked
from .header import Header
from .packs import parse_basis
from .prices import Prices, choose
from .shape import Shape, shape_of
from .titles import NONE, Title

# What the file's own standard calls these columns (BNN, UBL).
STANDARD = {
    "status": roles.AVAILABLE,
    "labels": roles.LABEL,
    "advised_price": roles.ADVISED,
    "quantity": roles.COUNT,
}
_DESCRIPTIONS = ("descri", "beschreib")


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


class Memory(Protocol):
    """What is remembered of a supplier's lists."""

    known: Mapping

    def assigned(self, sheet: str, block: int, layout: "Layout") -> Mapping[int, str]:
        """Column -> role that a person gave, or that was learned."""

    def anchor(self, layout: "Layout", lines: Sequence) -> None:
        """Find the column of codes by those that are known."""


def understand(
    sheet: Sheet, rows: Sequence[int], layout: Layout, block: int, memory: Memory
) -> Layout:
    """Give every column of a block its role; ``rows`` are those below its headers."""
    lines = [sheet.rows[row - 1] for row in rows]
    for column in layout.span:
        cells = [line[column - 1] for line in lines if column <= len(line)]
        layout.shapes[column] = shape_of(cells)
    if sheet.roles:
        layout.standard = True
        _by_standard(layout, sheet)
    else:
        _by_titles(layout)
        _settle(layout)
        _by_content(layout)
    forced = memory.assigned(sheet.name, block, layout)
    for column, role in forced.items():
        _force(layout, column, role)
    memory.anchor(layout, lines)
    layout.prices = choose(layout, lines, forced, memory.known)
    for column in layout.all(roles.PRICE):
        layout.roles[column] = layout.prices.role(column)
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
        role = checked(layout, column, layout.title(column).role)
        if not role:
            continue
        rival = single.get(role)
        if rival and role not in (
            *roles.MONEY,
            roles.CATEGORY,
            roles.LABEL,
            roles.VARIANT,
            roles.OTHER,
        ):
            if layout.shapes[rival].count >= layout.shapes[column].count:
                continue
            del layout.roles[rival]
        single[role] = column
        layout.roles[column] = role
        layout.confidence[column] = 0.95 if layout.shapes[column].count else 0.7


def _settle(layout: Layout) -> None:
    """A "Menge" beside "1 kg" is the customer's, beside "g" the content's."""
    column, unit = layout.column(roles.CONTENT), layout.column(roles.UNIT)
    words = plain(layout.words(column)).split() if column else []
    vague = not unit or layout.shapes[unit].units < 0.5
    if vague and any(word in words for word in QUANTITIES):
        layout.roles[column] = roles.OTHER


def _by_content(layout: Layout) -> None:
    """What no title told: first the essentials, then what helps."""
    _fill(layout, roles.GTIN, 0.5)
    if roles.PRICE not in layout.roles.values():
        scores = {c: layout.shapes[c].score(roles.PRICE) for c in _open(layout)}
        least = 0.65 if max(scores.values(), default=0) >= 0.65 else 0.5
        for column in _open(layout):
            if scores[column] >= least:
                _take(layout, column, roles.PRICE, scores[column])
    if roles.NAME not in layout.roles.values():
        _find_name(layout)
    _fill(layout, roles.CODE, 0.6)
    for role in (roles.PACK, roles.UNIT, roles.VAT, roles.ORIGIN, roles.LABEL):
        _fill(layout, role, 0.7)
    if layout.header is None and roles.PACK not in layout.roles.values():
        _fill(layout, roles.COUNT, 0.45)


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
        best = max(described, key=lambda c: layout.shapes[c].score(roles.NAME))
        _take(layout, best, roles.NAME, 1.0)
        return
    scores = []
    for column in _open(layout):
        score = layout.shapes[column].score(roles.NAME)
        leads = column < limit and layout.shapes[column].wordy
        bonus = (0.5 if leads and layout.words(column) else 0) + (0.2 if leads else 0)
        scores.append((score + bonus, -column))
    best, column = max(scores, default=(0, 0))
    if best >= 0.25:
        _take(layout, -column, roles.NAME, best)
        layout.section = -column if layout.words(-column) else 0


def _describes(layout: Layout, column: int) -> bool:
    """A description, or a variety, where no column is titled as the name."""
    role, words = layout.roles.get(column), plain(layout.words(column))
    told = role == roles.VARIANT or (
        role == roles.OTHER and words.startswith(_DESCRIPTIONS)
    )
    return told and layout.shapes[column].score(roles.NAME) > 0.4


def _limit(layout: Layout) -> int:
    """The first column of codes or prices: names stand before it."""
    firm = [
        c
        for c, role in layout.roles.items()
        if role in (roles.CODE, roles.GTIN, roles.PRICE)
    ]
    return min(firm, default=max(layout.span, default=0) + 1)


def _force(layout: Layout, column: int, role: str) -> None:
    """What a person said stands, and nothing else has this role."""
    if role and role not in roles.SEVERAL:
        for other in layout.all(role):
            del layout.roles[other]
    layout.roles[column] = role or roles.OTHER
    layout.confidence[column] = 1.0


def _names(layout: Layout) -> tuple[int, ...]:
    """Columns that make up the name: the general one, then its variants.

    An untitled column of words before the codes belongs to it (the cut, the brand); so
    does one that is filled in most rows (the quality, in a list without codes).
    """
    main = layout.column(roles.NAME)
    limit = _limit(layout)
    beside = []
    for column in layout.span if layout.header else ():
        shape = layout.shapes[column]
        untitled = column not in layout.roles and not layout.words(column)
        if untitled and shape.wordy:
            dense = shape.filled > 0.4 and shape.length < 16
            if column < limit or dense:
                beside.append(column)
    variants = sorted({*beside, *layout.all(roles.VARIANT)} - {main})
    general = [c for c in beside if c < main and layout.shapes[c].filled > 0.7]
    rest = [c for c in variants if c not in general]
    return tuple(general + ([main] if main else []) + rest)


def said_units(layout: Layout, lines: Sequence) -> bool:
    """Does the unit column name measures ("g", "l"), so that numbers are contents?"""
    column = layout.column(roles.UNIT)
    texts = {as_text(line[column - 1]) for line in lines[:200]} if column else set()
    return any(plain(text) in ("g", "gr", "ml", "cl") for text in texts) or any(
        parse_basis(text) in ("kg", "l") for text in texts
    )
