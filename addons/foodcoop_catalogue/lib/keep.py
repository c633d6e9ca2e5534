# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file that was read, kept beside the import, so that a repair reads nothing again.

JSON, packed: it holds values only, and what somebody else wrote there runs nothing.
"""

import gzip
import json
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.table import CellError, Document, Facts, Sheet


def pack(document: Document) -> bytes:
    """The document as a small file."""
    facts = {key: _out(value) for key, value in asdict(document.facts).items()}
    content = {
        "kind": document.kind,
        "sheets": [_sheet_out(sheet) for sheet in document.sheets],
        "facts": facts,
        "notes": document.notes,
        "texts": document.texts,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=3, mtime=0)


def unpack(data: bytes) -> Document:
    """The document that ``pack`` was given."""
    content = json.loads(gzip.decompress(data))
    facts = {key: _in(value) for key, value in content["facts"].items()}
    return Document(
        content["kind"],
        tuple(_sheet_in(sheet) for sheet in content["sheets"]),
        Facts(**facts),
        tuple(content["notes"]),
        tuple(content["texts"]),
    )


def _out(value):
    if isinstance(value, Decimal):
        return {"n": str(value)}
    if isinstance(value, date):
        return {"d": value.isoformat()[:10]}
    if isinstance(value, CellError):
        return {"e": value.text}
    return value


def _in(value):
    if not isinstance(value, dict):
        return value
    if "n" in value:
        return Decimal(value["n"])
    return date.fromisoformat(value["d"]) if "d" in value else CellError(value["e"])


def _sheet_out(sheet: Sheet) -> dict:
    content = {
        field.name: getattr(sheet, field.name)
        for field in fields(sheet)
        if not field.name.startswith("_")
    }
    content["rows"] = [[_out(value) for value in row] for row in sheet.rows]
    for name in ("formulas", "boxes"):  # JSON has no pairs as keys
        content[name] = [[*place, held] for place, held in content[name].items()]
    content["roles"] = dict(sheet.roles)
    return content


def _sheet_in(content: dict) -> Sheet:
    places = {
        name: {
            (row, column): tuple(held) if name == "boxes" else held
            for row, column, held in content.pop(name)
        }
        for name in ("formulas", "boxes")
    }
    rows = tuple(tuple(map(_in, row)) for row in content.pop("rows"))
    merged = tuple(map(tuple, content.pop("merged")))
    rest = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in content.items()
    }
    return Sheet(rows=rows, merged=merged, **rest, **places)
