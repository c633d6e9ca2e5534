# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as JSON and back, exactly: what crosses from one process to another.

JSON because the process that read a stranger's file is not to be trusted with more.
"""

import base64
import gzip
import json
from datetime import date
from decimal import Decimal

from .table import CellError, Document, Facts, Sheet, Value

_DAYS = ("issued", "valid_from", "valid_to")
_TEXTS = ("sender", "title", "currency", "scope")


def as_json(document: Document) -> str:
    return json.dumps(packed(document), separators=(",", ":"))


def from_json(text: str | bytes) -> Document:
    return unpacked(json.loads(text))


def kept(document: Document) -> str:
    """As it is stored and sent: small, and letters only."""
    return base64.b64encode(
        gzip.compress(as_json(document).encode(), 3, mtime=0)
    ).decode()


def from_kept(text: str | bytes) -> Document:
    return from_json(gzip.decompress(base64.b64decode(text)))


def packed(document: Document) -> dict:
    """The document in words that JSON has."""
    return {
        "kind": document.kind,
        "notes": document.notes,
        "texts": document.texts,
        "facts": {
            **{name: getattr(document.facts, name) for name in _TEXTS},
            **{name: _packed(getattr(document.facts, name)) for name in _DAYS},
        },
        "sheets": [_sheet_packed(sheet) for sheet in document.sheets],
    }


def unpacked(found: dict) -> Document:
    """The document; ValueError, KeyError or TypeError when this is none."""
    facts = found["facts"]
    return Document(
        kind=str(found["kind"]),
        sheets=tuple(_sheet(sheet) for sheet in found["sheets"]),
        facts=Facts(
            **{name: str(facts[name]) for name in _TEXTS},
            **{name: _value(facts[name]) for name in _DAYS},
        ),
        notes=tuple(map(str, found["notes"])),
        texts=tuple(map(str, found["texts"])),
    )


def _sheet_packed(sheet: Sheet) -> dict:
    return {
        "name": sheet.name,
        "rows": [[_packed(value) for value in row] for row in sheet.rows],
        "merged": sheet.merged,
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "formulas": [[*place, text] for place, text in sheet.formulas.items()],
        "roles": dict(sheet.roles),
        "pages": sheet.pages,
        "boxes": [[*place, *box] for place, box in sheet.boxes.items()],
    }


def _sheet(found: dict) -> Sheet:
    return Sheet(
        name=str(found["name"]),
        rows=tuple(tuple(map(_value, row)) for row in found["rows"]),
        merged=tuple(tuple(map(int, area)) for area in found["merged"]),
        hidden_rows=tuple(map(int, found["hidden_rows"])),
        hidden_columns=tuple(map(str, found["hidden_columns"])),
        formulas={(row, column): text for row, column, text in found["formulas"]},
        roles={str(role): int(column) for role, column in found["roles"].items()},
        pages=tuple(map(int, found["pages"])),
        boxes={(row, column): tuple(box) for row, column, *box in found["boxes"]},
    )


def _packed(value: Value):
    """What JSON has no word for stands in a list: its kind, then its text."""
    if isinstance(value, Decimal):
        return ["d", str(value)]
    if isinstance(value, date):
        return ["t", value.isoformat()]
    return ["e", value.text] if isinstance(value, CellError) else value


_KINDS = {"d": Decimal, "t": date.fromisoformat, "e": CellError}


def _value(found) -> Value:
    if not isinstance(found, list):
        return found
    kind, text = found
    return _KINDS[kind](text)
