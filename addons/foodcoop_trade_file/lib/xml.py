# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists as XML: the element that comes again and again is a row.

A first look counts which element repeats, a second one reads it: what stands inside
is a cell under its own name, attributes too, and so are the single values of the
groups round it (a category's name).
"""

import io
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from odoo.addons.foodcoop_sheet.lib import ods, values
from odoo.addons.foodcoop_sheet.lib.grid import Grid
from odoo.addons.foodcoop_sheet.lib.limits import MAX_COLUMNS, MAX_TEXT, Budget
from odoo.addons.foodcoop_sheet.lib.markup import Handler, Stop, parse
from odoo.addons.foodcoop_sheet.lib.table import NO_TABLE, TOO_BIG, Document, ReadError

from . import flat_xls, ubl

Path = tuple[str, ...]
_MAX_PATHS = 5_000
_MAX_VALUES = 20_000  # kinds of them
_MAX_TEXTS = 100
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-.]+")


def is_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return re.match(rb"<(\?xml|[A-Za-z_])", start) is not None


def read_xml(data: bytes) -> Document:
    """Whichever kind of list this XML is; raises ReadError with a reason."""
    root = Root()
    parse(io.BytesIO(data).read, root)
    if root.name == "Workbook" and "spreadsheet" in root.space:
        return flat_xls.read_flat(io.BytesIO(data).read)
    if root.name == "document" and "opendocument" in root.space:
        return ods.read_flat(io.BytesIO(data).read)
    if root.name == "Catalogue" and "ubl" in root.space.lower():
        return ubl.read_catalogue(io.BytesIO(data).read)
    return _read_list(data)


class Root(Handler):
    """The first element: its name and its namespace."""

    name = space = ""
    keeps_spaces = True

    def start(self, name, _attributes):
        self.space, _, self.name = name.rpartition(" ")
        raise Stop


@dataclass
class Element:
    """One kind of element: how often, and what is found in it."""

    count: int = 0
    fields: set[Path] = field(default_factory=set)


class Shape(Handler):
    """Counts each path, and the kinds of values under it."""

    def __init__(self) -> None:
        self.elements: dict[Path, Element] = defaultdict(Element)
        self.path: Path = ()
        self.filled = False
        self.found: set[Path] = set()

    def start(self, name, attributes):
        self.path = (*self.path, name)
        self.filled = False
        self.elements[self.path].count += 1
        if len(self.elements) > _MAX_PATHS:
            raise ReadError(TOO_BIG)
        for attribute in attributes:
            self._found((*self.path, f"@{attribute}"))

    def text(self, text):
        if not self.filled and not text.isspace():
            self.filled = True
            self._found(self.path)

    def end(self, _name):
        self.path, self.filled = self.path[:-1], False

    def _found(self, place: Path) -> None:
        if place in self.found:
            return
        self.found.add(place)
        if len(self.found) > _MAX_VALUES:
            raise ReadError(TOO_BIG)
        for depth in range(1, len(self.path) + 1):
            fields = self.elements[self.path[:depth]].fields
            if len(fields) <= MAX_COLUMNS:
                fields.add(place)

    def record(self) -> Path:
        """The path of a row: often there, and with much in it."""
        rows = {
            path: element.count * min(len(element.fields), 40)
            for path, element in self.elements.items()
            if len(path) > 1 and len(element.fields) > 1
        }
        if not rows:
            raise ReadError(NO_TABLE)
        return max(rows, key=lambda path: (rows[path], -len(path)))


@dataclass
class Records(Handler):
    """Rows of the chosen element, values by path; one that repeats gets a number."""

    record: Path
    grid: Grid
    columns: dict[tuple[Path, int], int] = field(default_factory=dict)
    row: int = 1
    path: Path = ()
    words: list[str] = field(default_factory=list)
    cells: list[tuple[Path, str]] = field(default_factory=list)
    around: dict[Path, str] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)  # of the whole file: who, when

    def start(self, name, attributes):
        self.path, self.words = (*self.path, name), []
        for key, text in attributes.items():
            self._keep((*self.path, f"@{key}"), text)

    def text(self, text):
        self.words.append(text)

    def end(self, _name):
        text = values.clean("".join(self.words))
        if text:
            self._keep(self.path, text)
        if self.path == self.record:
            self._row_ends()
        elif len(self.path) < len(self.record):
            inside = len(self.path)
            self.around = {
                path: text for path, text in self.around.items() if len(path) <= inside
            }
        self.path, self.words = self.path[:-1], []

    def _keep(self, path: Path, text: str) -> None:
        if self.path[: len(self.record)] == self.record:
            self.cells.append((path, text))
            if len(self.cells) > _MAX_PATHS:
                raise ReadError(TOO_BIG)
        elif len(path) <= 2:
            self.outside += [text[:MAX_TEXT]] if len(self.outside) < _MAX_TEXTS else []
        elif path[:-1] == self.record[: len(path) - 1]:
            self.around[path] = text[:MAX_TEXT]

    def _row_ends(self):
        self.row += 1
        seen: Counter[Path] = Counter()
        for path, text in [*self.around.items(), *self.cells]:
            seen[path] += 1
            column = self.columns.setdefault((path, seen[path]), len(self.columns) + 1)
            self.grid.put(self.row, column, values.clean(text))
            if len(self.columns) > _MAX_PATHS:
                raise ReadError(TOO_BIG)
        self.cells = []


def _read_list(data: bytes) -> Document:
    shape = Shape()
    parse(io.BytesIO(data).read, shape)
    record = shape.record()
    grid = Grid(title(record[-1]), Budget())
    rows = Records(record, grid)
    parse(io.BytesIO(data).read, rows)
    for (path, time), column in rows.columns.items():
        name = title(*path[-2:]) if path[-1].startswith("@") else title(path[-1])
        grid.put(1, column, name if time == 1 else f"{name} {time}")
    return Document("xml", (grid.sheet(),), texts=tuple(rows.outside))


def title(*names: str) -> str:
    """Words for a person: the names in which programs write them.

    >>> title("OrderNumber"), title("price", "@currency")
    ('Order Number', 'price currency')
    """
    return " ".join(
        " ".join(_WORDS.sub(" ", name.lstrip("@")).split()) for name in names
    )
