# SPDX-License-Identifier: AGPL-3.0-or-later
"""Quantities written into a copy of the supplier's workbook, everything else kept.

Only the cells asked for change, in the sheet's own XML: styles, pictures, comments,
widths, formulas and what no library knows stay as they are, to the byte. Results that
hang on a changed cell are removed, so that nobody reads a stale total: every
spreadsheet computes them again when it opens the file. A print area that ends before
the quantities is widened to them.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from odoo.addons.foodcoop_sheet.lib.table import ReadError

from .depends import stale_cells

FORMULA_THERE = "formula_there"  # the quantity's cell computes something
NO_SHEET = "no_sheet"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORKBOOK = "xl/workbook.xml"
_LAST_COLUMN = re.compile(r"(?<=:\$)[A-Z]{1,3}(?=(\$\d+)?$)")

Cell = tuple[str, int, int]  # sheet, row, column


class FillError(ReadError):
    """The file cannot take a quantity: a reason code, and where."""


def fill_xlsx(data: bytes, quantities: Mapping[Cell, Decimal]) -> bytes:
    """The same workbook with these quantities; raises FillError."""
    stale = stale_cells(data, quantities)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _sheet_parts(archive)
        missing = {sheet for sheet, _, _ in quantities} - set(parts)
        if missing:
            raise FillError(NO_SHEET, min(missing))
        workbook = _parse(archive.read(_WORKBOOK))
        _compute_at_once(workbook)
        _print_too(workbook, quantities)
        changed = {_WORKBOOK: _as_bytes(workbook)}
        for sheet, part in parts.items():
            mine = {cell[1:]: n for cell, n in quantities.items() if cell[0] == sheet}
            old = {cell[1:] for cell in stale if cell[0] == sheet}
            if mine or old:
                changed[part] = _fill_sheet(archive.read(part), sheet, mine, old)
        return _copy(archive, changed)


def _copy(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in archive.infolist():
            name = part.filename
            copy.writestr(part, changed.get(name) or archive.read(name))
    return stream.getvalue()


def _parse(xml: bytes):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(xml, parser)


def _as_bytes(root) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet names with the part of the archive that holds each."""
    workbook = _parse(archive.read(_WORKBOOK))
    relations = _parse(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target")))
        for one in relations.iter(f"{{{_PACKAGE}}}Relationship")
    }
    return {
        sheet.get("name"): targets[sheet.get(f"{{{_REL}}}id")].lstrip("/")
        for sheet in workbook.iter(f"{{{_MAIN}}}sheet")
    }


def _compute_at_once(root) -> None:
    """All formulas are computed when the workbook is opened."""
    setting = root.find(f"{{{_MAIN}}}calcPr")
    if setting is None:
        setting = etree.Element(f"{{{_MAIN}}}calcPr")
        before = [
            *root.iter(f"{{{_MAIN}}}sheets"),
            *root.iter(f"{{{_MAIN}}}definedNames"),
        ]
        before[-1].addnext(setting)
    setting.set("fullCalcOnLoad", "1")


def _print_too(root, quantities: Mapping[Cell, Decimal]) -> None:
    """What is ordered is on paper as well: no print area ends before it."""
    sheets = [sheet.get("name") for sheet in root.iter(f"{{{_MAIN}}}sheet")]
    for area in root.iter(f"{{{_MAIN}}}definedName"):
        end = _LAST_COLUMN.search(area.text or "")
        if area.get("name") != "_xlnm.Print_Area" or not end:
            continue
        mine = sheets[int(area.get("localSheetId", 0))]
        columns = [column for sheet, _, column in quantities if sheet == mine]
        last = max(columns, default=0)
        if column_index_from_string(end[0]) < last:
            area.text = _LAST_COLUMN.sub(get_column_letter(last), area.text)


def _fill_sheet(xml: bytes, sheet: str, quantities, stale) -> bytes:
    root = _parse(xml)
    data = root.find(f"{{{_MAIN}}}sheetData")
    rows = {int(row.get("r")): row for row in data if row.get("r")}
    for (number, column), quantity in sorted(quantities.items()):
        row = rows.get(number)
        if row is None:
            row = rows[number] = _insert_row(data, number)
        _write(_cell(row, number, column), sheet, quantity)
    for number, column in stale:
        cell = _find(rows.get(number, ()), f"{get_column_letter(column)}{number}")
        for value in cell.findall(f"{{{_MAIN}}}v") if cell is not None else ():
            cell.remove(value)
    return _as_bytes(root)


def _insert_row(data, number: int):
    row = etree.Element(f"{{{_MAIN}}}row", r=str(number))
    above = [one for one in data if int(one.get("r", 0)) < number]
    data.insert(data.index(above[-1]) + 1 if above else 0, row)
    return row


def _find(row, place: str):
    return next((cell for cell in row if cell.get("r") == place), None)


def _cell(row, number: int, column: int):
    """The cell at this place, made where there is none, dressed as its left one."""
    place = f"{get_column_letter(column)}{number}"
    cell = _find(row, place)
    if cell is None:
        cell = etree.Element(f"{{{_MAIN}}}c", r=place)
        left = [one for one in row if _order(one.get("r")) < _order(place)]
        row.insert(row.index(left[-1]) + 1 if left else 0, cell)
        if left and left[-1].get("s"):
            cell.set("s", left[-1].get("s"))
    return cell


def _order(place: str) -> tuple[int, str]:
    """Columns in order: Z before AA."""
    letters = place.rstrip("0123456789")
    return len(letters), letters


def _write(cell, sheet: str, quantity: Decimal) -> None:
    if cell.find(f"{{{_MAIN}}}f") is not None:
        raise FillError(FORMULA_THERE, f"{sheet} {cell.get('r')}")
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)  # it was a text, now it is a number
    etree.SubElement(cell, f"{{{_MAIN}}}v").text = format(quantity.normalize(), "f")
