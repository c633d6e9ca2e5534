# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where in the supplier's list each ordered quantity goes, and in what unit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from odoo.addons.foodcoop_pricelist.lib.offer import HEADER, Offer, Reading
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet
from odoo.addons.foodcoop_words.lib.cells import as_text, plain

CASE, UNIT = "case", "unit"
NOT_LISTED = "not_listed"  # no row of the list is theirs
OTHER_PACK = "other_pack"  # several rows are theirs, each of an other pack
BROKEN_CASE = "broken_case"  # cases are asked for, and it is no whole number of them
MOSTLY = 0.8  # of the cells below an order column are free for quantities

# French, English, German, Dutch, Spanish, Italian; without accents and punctuation.
_ORDER = re.compile(
    r"\b(commandes?|a commander|qte|quantites?|quantity|qty|orders?|bestell\w*"
    r"|pedidos?|cantidad|ordin[ei]|quantita|aantal|menge|anzahl)\b"
)
_SURE = re.compile(r"\b(command\w*|orders?|bestell\w*|pedidos?|ordin[ei])\b")
_CASES = re.compile(
    r"\b(colis|cartons?|caisses?|cases?|boxes|kisten?|karton\w*|gebinde|dozen|colli"
    r"|kratten|cajas?|casse|cartoni)\b"
)
_UNITS = re.compile(r"\b(kg|kilos?|pieces?|unites?|units?|stuks?|stuck|unidades)\b")


@dataclass(frozen=True)
class Wanted:
    """An order line: ``quantity`` counts base units (kg, litres, pieces), ``pack`` says
    how many of them lie in one of the unit that was ordered in."""

    ref: int
    code: str
    title: str
    quantity: Decimal
    pack: Decimal = Decimal(1)


@dataclass(frozen=True)
class OrderColumn:
    column: int
    unit: str = ""  # case, unit, or "" where the title does not say


@dataclass(frozen=True)
class Plan:
    """``apart``: what cannot stand in the list, each with its reason. ``asked``: some
    column of the list waits for quantities."""

    quantities: Mapping[tuple[str, int, int], Decimal]
    apart: tuple[tuple[Wanted, str], ...] = ()
    asked: bool = True


def plan(
    document: Document,
    reading: Reading,
    wanted: Iterable[Wanted],
    column: int = 0,
    unit: str = "",
) -> Plan:
    """Cells to fill. ``column`` and ``unit`` are the answers a person gave, if any."""
    columns = {
        sheet.name: OrderColumn(column, unit) if column else _found(sheet, reading)
        for sheet in document.sheets
    }
    placed = {name for name, place in columns.items() if place.column}
    offers = _by_key(offer for offer in reading.offers if offer.sheet in placed)
    rows, apart = _rows(offers, wanted)
    quantities = {}
    for offer, lines in rows.items():
        place = columns[offer.sheet]
        cases = (unit or place.unit or CASE) == CASE
        amount = _amount(sum(line.quantity for line in lines), offer, cases)
        if cases and offer.terms.pack != 1 and amount % 1:
            apart += [(line, BROKEN_CASE) for line in lines]
        else:
            quantities[offer.sheet, offer.row, place.column] = amount
    return Plan(quantities, tuple(apart), bool(placed))


def _rows(offers: Mapping[str, list[Offer]], wanted: Iterable[Wanted]):
    """The order lines of each row; and those that have none, with the reason."""
    rows: dict[Offer, list[Wanted]] = {}
    apart = []
    for line in wanted:
        listed = offers.get(line.code) or offers.get(plain(line.title))
        offer = _of_its_pack(listed, line) if listed else None
        if offer:
            rows.setdefault(offer, []).append(line)
        else:
            apart.append((line, OTHER_PACK if listed else NOT_LISTED))
    return rows, apart


def _by_key(offers: Iterable[Offer]) -> dict[str, list[Offer]]:
    """The rows of each code or name: a second one is an other pack of it."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.key, []).append(offer)
    return found


def _of_its_pack(listed: list[Offer], line: Wanted) -> Offer | None:
    """The row of the ordered unit's pack, by its name where two are of this pack."""
    if len(listed) == 1:
        return listed[0]
    same = [offer for offer in listed if offer.terms.pack == line.pack]
    named = [offer for offer in same if plain(offer.title) == plain(line.title)]
    return next(iter(named or same), None)


def _amount(quantity: Decimal, offer: Offer, cases: bool) -> Decimal:
    """Of what the column counts: cases, else base units.

    >>> from odoo.addons.foodcoop_words.lib.packs import Terms
    >>> jar = Offer("Tarif", 9, "Tarama", terms=Terms("piece", Decimal(6)))
    >>> _amount(Decimal(12), jar, True), _amount(Decimal(12), jar, False)
    (Decimal('2.000'), Decimal('12.000'))
    """
    amount = quantity / offer.terms.pack if cases else quantity
    return amount.quantize(Decimal("0.001"), ROUND_HALF_UP)


def _found(sheet: Sheet, reading: Reading) -> OrderColumn:
    """The column whose title asks for a quantity and whose cells wait for one."""
    rows = [
        row.row
        for row in reading.others
        if row.kind == HEADER and row.sheet == sheet.name
    ]
    offered = [offer.row for offer in reading.offers if offer.sheet == sheet.name]
    taken = {one.column for one in reading.columns if one.sheet == sheet.name}
    best = (0, 0, "")
    for row in rows[:1]:
        for column, value in enumerate(sheet.rows[row - 1], start=1):
            title = plain(as_text(value))
            if not _ORDER.search(title) or (
                column in taken and not _SURE.search(title)
            ):
                continue
            if _free(sheet, column, offered) >= MOSTLY:
                sure = 2 if _SURE.search(title) else 1
                best = max(best, (sure, column, title), key=lambda one: one[0])
    _sure, column, title = best
    return OrderColumn(column, _unit_of(title))


def _free(sheet: Sheet, column: int, rows: list[int]) -> float:
    """The share of the products' cells in this column that hold nothing, or a zero."""
    free = sum(sheet.value(row, column) in (None, 0, "0") for row in rows)
    return free / len(rows) if rows else 0


def _unit_of(title: str) -> str:
    if _CASES.search(title):
        return CASE
    return UNIT if _UNITS.search(title) else ""
