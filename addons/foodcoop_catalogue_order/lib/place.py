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
    """An order line: ``quantity`` counts base units (kg, litres, pieces)."""

    ref: int
    code: str
    title: str
    quantity: Decimal


@dataclass(frozen=True)
class OrderColumn:
    column: int
    unit: str = ""  # case, unit, or "" where the title does not say


@dataclass(frozen=True)
class Plan:
    quantities: Mapping[tuple[str, int, int], Decimal]
    missing: tuple[Wanted, ...] = ()  # no row of the list is theirs


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
    quantities, missing = {}, []
    for line in wanted:
        offer = offers.get(line.code) or offers.get(plain(line.title))
        if offer is None:
            missing.append(line)
            continue
        place = columns[offer.sheet]
        cell = (offer.sheet, offer.row, place.column)
        amount = _amount(line.quantity, offer, unit or place.unit or CASE)
        quantities[cell] = quantities.get(cell, Decimal(0)) + amount
    return Plan(quantities, tuple(missing))


def _by_key(offers: Iterable[Offer]) -> dict[str, Offer]:
    """The first row of each code or name: a second one is an other pack of it."""
    found: dict[str, Offer] = {}
    for offer in offers:
        found.setdefault(offer.key, offer)
    return found


def _amount(quantity: Decimal, offer: Offer, unit: str) -> Decimal:
    """
    >>> from odoo.addons.foodcoop_words.lib.packs import Terms
    >>> jar = Offer("Tarif", 9, "Tarama", terms=Terms("piece", Decimal(6)))
    >>> _amount(Decimal(12), jar, CASE), _amount(Decimal(12), jar, UNIT)
    (Decimal('2.000'), Decimal('12.000'))
    """
    amount = quantity / offer.terms.pack if unit == CASE else quantity
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
