# SPDX-License-Identifier: AGPL-3.0-or-later
"""A workbook of Excel (xlsx, xlsm) in one pass: values, formulas, what is hidden.

The value that Excel computed last is read; macros and links are never followed.
``xlsx_cells`` reads a sheet, this module what the workbook says of all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from . import values
from .archive import Archive, beside
from .grid import Grid
from .limits import MAX_SHEETS, MAX_TEXT, Budget
from .markup import Handler
from .table import (
    COLUMNS_CUT,
    EXTERNAL_LINKS,
    MACROS,
    NO_TABLE,
    NOT_A_WORKBOOK,
    TOO_BIG,
    Document,
    ReadError,
)
from .xlsx_cells import Cells

_STRINGS, _STYLES, _LINK = "/sharedStrings", "/styles", "/externalLink"


def is_workbook(archive: Archive) -> bool:
    return "xl/workbook.xml" in archive or bool(_workbook_part(archive))


def read_workbook(
    archive: Archive, step: Callable[[int, int], None] = lambda done, total: None
) -> Document:
    """Sheets that hold anything and are not hidden; raises ReadError with a reason."""
    main = _workbook_part(archive) or "xl/workbook.xml"
    book = Workbook()
    archive.parse(main, book)
    relations = _relations(archive, main)
    looks = Looks(values.excel_base(book.since_1904))
    strings = Strings()
    for part, handler in ((_STYLES, looks), (_STRINGS, strings)):
        for kind, target in relations.values():
            if kind.endswith(part) and target in archive:
                archive.parse(target, handler)
    budget = Budget()
    grids = []
    for number, (name, target) in enumerate(_sheet_parts(archive, book, relations)):
        step(number, len(book.sheets))
        grid = Grid(name, budget)
        archive.parse(target, Cells(grid, looks, strings.texts))
        grids.append(grid)
    found = tuple(sheet for grid in grids if (sheet := grid.sheet()))
    if not found:
        raise ReadError(NO_TABLE)
    return Document("xlsx", found, notes=_notes(archive, relations, budget))


def _sheet_parts(archive, book, relations):
    """Name and part of each sheet that holds cells, not a chart or macros."""
    for name, relation in book.sheets:
        kind, target = relations.get(relation, ("", ""))
        if "/worksheet" not in kind or not target.endswith(".xml"):
            continue
        if target not in archive:
            raise ReadError(NOT_A_WORKBOOK, name)
        yield name, target


def _workbook_part(archive: Archive) -> str:
    relations = _relations(archive, "") if "_rels/.rels" in archive else {}
    for kind, target in relations.values():
        if kind.endswith("/officeDocument") and target in archive:
            return target if _looks_like_workbook(archive, target) else ""
    return ""


def _looks_like_workbook(archive: Archive, part: str) -> bool:
    """A Word file has the same container, with another main part."""
    return b"workbook" in archive.first_bytes(part, 2000)


def _notes(archive, relations, budget) -> tuple[str, ...]:
    kinds = [kind for kind, _target in relations.values()]
    macros = any(name.lower().endswith("vbaproject.bin") for name in archive.names)
    found = {
        MACROS: macros or any(kind.endswith("/xlMacrosheet") for kind in kinds),
        EXTERNAL_LINKS: any(kind.endswith(_LINK) for kind in kinds),
        COLUMNS_CUT: budget.columns_cut,
    }
    return tuple(note for note, holds in found.items() if holds)


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relation -> (kind, part) of one part; ids as written."""
    folder, _, name = part.rpartition("/")
    rels = "/".join(filter(None, (folder, "_rels", f"{name}.rels")))
    handler = Relations(part)
    if rels in archive:
        archive.parse(rels, handler)
    return handler.found


class Relations(Handler):
    def __init__(self, part: str) -> None:
        self.part = part
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name, attributes):
        if name == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = beside(self.part, target)
            self.found[attributes.get("Id", "")] = (attributes.get("Type", ""), target)


class Workbook(Handler):
    """The sheets in their order, and from which day dates count."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, name, attributes):
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
            if len(self.sheets) > MAX_SHEETS:
                raise ReadError(TOO_BIG)
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")


@dataclass
class Looks(Handler):
    """What each cell style makes of a number: (format, its kind)."""

    base: object
    styles: list[tuple[str, int]] = field(default_factory=list)
    _codes: dict[str, str] = field(default_factory=dict)
    _inside: bool = False

    def start(self, name, attributes):
        if name == "numFmt":
            code = attributes.get("formatCode", "")[:MAX_TEXT]
            self._codes[attributes.get("numFmtId", "")] = code
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            number = attributes.get("numFmtId", "0")
            built_in = values.BUILT_IN.get(int(number), "General")
            code = self._codes.get(number, built_in)
            self.styles.append((code, values.format_kind(code)))

    def end(self, name):
        if name == "cellXfs":
            self._inside = False


class Strings(Handler):
    """Shared texts, in their order, without what is only said for Japanese readers."""

    def __init__(self) -> None:
        self.texts: list[str | None] = []
        self._parts: list[str] = []
        self._reading = self._phonetic = False

    def start(self, name, _attributes):
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._reading = not self._phonetic

    def text(self, text):
        if self._reading:
            self._parts.append(text)

    def end(self, name):
        if name == "t":
            self._reading = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.texts.append(values.clean("".join(self._parts)))
