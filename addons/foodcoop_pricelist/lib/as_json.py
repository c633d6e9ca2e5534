# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reading as plain data for JSON: numbers are numbers, what is absent is None.

``as_json(reading, file=..., kind=...)`` gives one object. Its keys:

file, kind, supplier (the guess: sender or first words of the letterhead), currency (of
the list, else the one given), currency_said, facts, notes, language, hidden_rows,
hidden_columns, blocks, columns, price_basis (of all rows, or "mixed"), counts, rows,
ignored, problems, sections, questions, mapping.

Each row: ``code``; ``name``; ``gtin``; ``price`` as written; ``currency``;
``price_basis`` (kg, l, piece, inner, case, None for unsaid); ``unit`` (kg, l, piece);
``pack`` (units in an order case); ``weight`` (net content of one piece, in
``weight_unit``: kg or l); ``vat`` (percent); ``origin``; ``labels``; ``category``;
``available``; ``source`` {sheet, row, page, block}; ``unit_price`` and ``case_price``
(of one unit, of the whole case); ``net`` (without VAT); ``title`` (name with its
section); ``brand``; ``pack_text``, ``unit_text`` as written; ``doubts`` (reason codes);
``advised_price``; ``withdrawn``.
"""

from dataclasses import asdict
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.grid import letter

from .offer import IGNORED, PROBLEM, SECTION, Column, Offer, Reading, SourceRow

MIXED = "mixed"


def as_json(
    reading: Reading, *, file: str = "", kind: str = "", currency: str = "EUR"
) -> dict:
    """One object for a whole reading."""
    money = reading.currency or currency
    bases = {offer.terms.basis for offer in reading.offers if offer.terms.basis}
    basis = bases.pop() if len(bases) == 1 else MIXED if bases else None
    return {
        **{"file": file, "kind": kind},
        "supplier": reading.sender or None,
        "currency": money,
        "currency_said": bool(reading.currency),
        "facts": {key: _plain(one) for key, one in asdict(reading.facts).items()},
        "notes": list(reading.notes),
        "language": reading.language or None,
        "hidden_rows": reading.hidden_rows,
        "hidden_columns": reading.hidden_columns,
        "blocks": _blocks(reading),
        "columns": list(map(_column, reading.columns)),
        "price_basis": basis,
        "counts": reading.counts,
        "rows": [offer_as_json(offer, money) for offer in reading.offers],
        **_asides(reading),
        "mapping": reading.mapping.as_dict(),
    }


def _asides(reading: Reading) -> dict:
    """What is no product, and what only a person knows."""
    kinds = {"ignored": IGNORED, "problems": PROBLEM, "sections": SECTION}
    rows = {key: list(map(_row, reading.of(kind))) for key, kind in kinds.items()}
    questions = [
        {**asdict(one), "options": [*one.options]} for one in reading.questions
    ]
    return {**rows, "questions": questions}


def offer_as_json(offer: Offer, currency: str = "EUR") -> dict:
    """One product row."""
    page = offer.page or None
    place = {"sheet": offer.sheet, "row": offer.row, "page": page, "block": offer.block}
    return {
        "code": offer.code or None,
        "name": offer.name,
        "gtin": offer.gtin or None,
        "price": number(offer.price),
        "currency": offer.currency or currency,
        **_terms(offer),
        "vat": number(offer.vat),
        "origin": offer.origin or None,
        "labels": list(offer.labels),
        "category": offer.category or None,
        "available": offer.available,
        "source": place,
        "net": offer.net,
        "title": offer.title,
        "brand": offer.brand or None,
        "pack_text": offer.pack_text or None,
        "unit_text": offer.unit_text or None,
        "doubts": list(offer.doubts),
        "advised_price": number(offer.advised_price),
        "withdrawn": offer.withdrawn,
    }


def _terms(offer: Offer) -> dict:
    """What the price is for, and what that makes of a unit and of a case."""
    terms, price = offer.terms, offer.price
    known = price is not None and bool(terms.unit)
    return {
        "price_basis": terms.basis or None,
        "unit": terms.unit or None,
        "pack": number(terms.pack) if terms.unit else None,
        "weight": number(offer.content),
        "weight_unit": offer.content_unit or None,
        "unit_price": number(terms.unit_price(price), 6) if known else None,
        "case_price": number(terms.pack_price(price), 6) if known else None,
    }


def _column(one: Column) -> dict:
    return {
        "sheet": one.sheet,
        "block": one.block,
        "column": letter(one.column),
        "number": one.column,
        "role": one.role,
        "title": one.title,
        "confidence": one.confidence,
    }


def number(value: Decimal | None, places: int = 0) -> int | float | None:
    """A JSON number, whole where it is whole.

    >>> number(Decimal("6.0")), number(Decimal("1.17")), number(None)
    (6, 1.17, None)
    """
    if value is None:
        return None
    exact = round(value, places) if places else value
    return int(exact) if exact == int(exact) else float(exact)


def _row(row: SourceRow) -> dict:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "page": row.page or None,
        "block": row.block,
        "kind": row.kind,
        "reason": row.reason,
        "column": letter(row.column) or None,
        "cells": [
            {"column": letter(column), "reason": why} for column, why in row.cells
        ],
        "text": row.text,
    }


def _blocks(reading: Reading) -> list[dict]:
    """Where offers stand: each sheet's blocks, with their first and last rows."""
    blocks: dict[tuple, list[int]] = {}
    for offer in reading.offers:
        blocks.setdefault((offer.sheet, offer.block), []).append(offer.row)
    return [
        {
            "sheet": sheet,
            "block": block,
            "first_row": min(rows),
            "last_row": max(rows),
            "products": len(rows),
        }
        for (sheet, block), rows in blocks.items()
    ]


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value or None
