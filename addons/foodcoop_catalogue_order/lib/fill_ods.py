# SPDX-License-Identifier: AGPL-3.0-or-later
"""Quantities written into a copy of the supplier's OpenDocument sheet."""

import copy
import io
import zipfile
from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

from .fill_xlsx import FORMULA_THERE, NO_SHEET, FillError

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ROWS = (f"{_TABLE}table-row",)
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
CONTENT = "content.xml"


def fill_ods(data: bytes, quantities: Mapping[tuple[str, int, int], Decimal]) -> bytes:
    """The same document with ``{(sheet, row, column): quantity}``; raises FillError.

    The mimetype stays first and unpacked, as the format asks. A spreadsheet computes
    OpenDocument formulas when it opens the file: none has to be touched.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(archive.read(CONTENT), parser)
        tables = {one.get(f"{_TABLE}name"): one for one in root.iter(f"{_TABLE}table")}
        for (sheet, row, column), quantity in sorted(quantities.items()):
            if sheet not in tables:
                raise FillError(NO_SHEET, sheet)
            line = _nth(tables[sheet], _ROWS, "rows", row)
            _write(_nth(line, _CELLS, "columns", column), sheet, quantity)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as filled:
            for part in archive.infolist():
                name = part.filename
                body = content if name == CONTENT else archive.read(name)
                filled.writestr(part, body, part.compress_type)
        return stream.getvalue()


def _nth(parent, tags, word: str, number: int):
    """The n-th row or cell; one that stands for many alike is cut out of them."""
    repeated = f"{_TABLE}number-{word}-repeated"
    seen = 0
    for child in [one for one in parent.iter(*tags) if _is_own(one, parent)]:
        count = int(child.get(repeated, "1"))
        if seen + count >= number:
            return _cut_out(child, repeated, count, number - seen)
        seen += count
    for _missing in range(number - seen):
        child = etree.SubElement(parent, tags[0])
    return child


def _is_own(child, parent) -> bool:
    """Rows may stand in groups and headers; a table inside a cell is another's."""
    container = child.getparent()
    while container is not parent and container.tag not in (_ROWS[0], *_CELLS):
        container = container.getparent()
    return container is parent


def _cut_out(child, repeated: str, count: int, place: int):
    for size, put in ((place - 1, child.addprevious), (count - place, child.addnext)):
        if size:
            twin = copy.deepcopy(child)
            twin.attrib.pop(repeated, None)
            if size > 1:
                twin.set(repeated, str(size))
            put(twin)
    child.attrib.pop(repeated, None)
    return child


def _write(cell, sheet: str, quantity: Decimal) -> None:
    if cell.get(f"{_TABLE}formula"):
        raise FillError(FORMULA_THERE, sheet)
    number = format(quantity.normalize(), "f")
    for child in list(cell):
        cell.remove(child)
    cell.set(f"{_OFFICE}value-type", "float")
    cell.set(f"{_OFFICE}value", number)
    etree.SubElement(cell, f"{_TEXT}p").text = number
