# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the screen asks a person about a list, in plain values that can be stored."""

from collections import Counter
from dataclasses import asdict

from odoo.addons.foodcoop_pricelist.lib.offer import IGNORED, PROBLEM, Offer, Reading
from odoo.addons.foodcoop_sheet.lib.grid import letter

from .examples import examples

MAX_LEFT_OUT = 200


def summary(reading: Reading) -> dict:
    """Examples, questions, counts and what the file says of itself."""
    facts = reading.facts
    told = facts.valid_from or facts.issued
    return {
        "examples": [_example(offer) for offer in examples(reading.offers)],
        "questions": [asdict(question) for question in reading.questions],
        "counts": reading.counts,
        "currency": reading.currency or facts.currency,
        "date": told.isoformat() if told else "",
        "scope": facts.scope,
        "notes": list(reading.notes),
        "hidden_rows": reading.hidden_rows,
        "hidden_columns": reading.hidden_columns,
        "trouble": _trouble(reading),
        "left_out": [
            {
                "sheet": row.sheet,
                "row": row.row,
                "block": row.block,
                "reason": row.reason,
                "text": row.text,
            }
            for row in reading.of(IGNORED)[:MAX_LEFT_OUT]
        ],
    }


def _trouble(reading: Reading) -> dict | None:
    """The commonest of what is wrong in cells, how often, and where it is first."""
    bad = [
        (row, column, why)
        for row in reading.of(PROBLEM)
        for column, why in row.cells or ((row.column, row.reason),)
    ]
    if not bad:
        return None
    [(reason, count)] = Counter(why for *_, why in bad).most_common(1)
    row, column = next((row, column) for row, column, why in bad if why == reason)
    return {
        "reason": reason,
        "count": count,
        "sheet": row.sheet,
        "row": row.row,
        "column": letter(column),
    }


def _example(offer: Offer) -> dict:
    return {
        "title": offer.title,
        "code": offer.code,
        "gtin": offer.gtin,
        "price": float(offer.price),
        "unit": offer.terms.unit,
        "pack": float(offer.terms.pack),
        "per_pack": offer.terms.per_pack,
        "basis": offer.terms.basis,
        "pack_text": offer.pack_text,
        "net": offer.net,
        "vat": None if offer.vat is None else float(offer.vat),
        "doubts": list(offer.doubts),
    }
