# SPDX-License-Identifier: AGPL-3.0-or-later
"""A web page's tables, often saved under the name .xls by a supplier's software."""

import re

from lxml import etree

from odoo.addons.foodcoop_sheet.lib import values
from odoo.addons.foodcoop_sheet.lib.grid import Grid
from odoo.addons.foodcoop_sheet.lib.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    Budget,
)
from odoo.addons.foodcoop_sheet.lib.table import NO_TABLE, TOO_BIG, Document, ReadError

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--.*?-->|<!doctype[^>]*>|\s)*<(\w+)",
    re.IGNORECASE | re.DOTALL,
)
_PAGES = ("html", "table", "head", "body", "meta", "style", "title", "div", "center")
_UNSEEN = ("script", "style", "head", "noscript", "template")
_PIECE = 1 << 16
_BREAKS = ("br", "p", "div", "li", "tr")


def is_page(text: str) -> bool:
    found = _START.match(text[:5000])
    return bool(found) and found[1].lower() in _PAGES


def read_page(text: str) -> Document:
    """A sheet for each outer table; raises ReadError when there is none."""
    page = Page()
    parser = etree.HTMLParser(target=page, no_network=True, recover=True)
    for start in range(0, len(text), _PIECE):
        parser.feed(text[start : start + _PIECE])
    parser.close()
    sheets = tuple(sheet for grid in page.grids if (sheet := grid.sheet()))
    if not sheets:
        raise ReadError(NO_TABLE)
    return Document("html", sheets)


def _span(attributes: dict[str, str | None], name: str, most: int) -> int:
    text = attributes.get(name) or "1"
    return max(1, min(int(text), most)) if text.isdecimal() and len(text) < 9 else 1


class Page:
    """What the parser is told: outer tables; one inside a cell is words of the cell."""

    def __init__(self) -> None:
        self.budget = Budget()
        self.grids: list[Grid] = []
        self.depth = self.unseen = self.row = self.column = 0
        self.span = (1, 1)
        self.words: list[str] | None = None
        self.taken: dict[int, int] = {}  # column -> last row that a cell reaches

    def start(self, tag, attributes):
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self._table(attributes)
        elif self.depth == 1 and tag == "tr":
            self._cell_ends()
            self.row, self.column = self.row + 1, 0
        elif self.depth == 1 and tag in ("td", "th"):
            self._cell_ends()
            self._cell(attributes)
        if tag in _BREAKS and self.words is not None:
            self.words.append(" ")

    def end(self, tag):
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self._cell_ends()
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._cell_ends()

    def data(self, data):
        if self.words is not None and not self.unseen:
            self.words.append(data)

    def close(self):
        self._cell_ends()

    def _table(self, attributes):
        self.depth += 1
        if self.depth > 1:
            return
        name = attributes.get("summary") or attributes.get("id") or ""
        self.grids.append(Grid(values.clean(name) or "", self.budget))
        self.row, self.taken = 0, {}
        if len(self.grids) > MAX_SHEETS:
            raise ReadError(TOO_BIG)

    def _cell(self, attributes):
        self.row = self.row or 1
        self.column += 1
        while self.taken.get(self.column, 0) >= self.row:
            self.column += 1
        self.words = []
        wide = _span(attributes, "colspan", MAX_COLUMNS)
        self.span = (_span(attributes, "rowspan", MAX_ROWS), wide)

    def _cell_ends(self):
        if self.words is None:
            return
        value = values.clean("".join(self.words))
        down, right = self.span
        self.grids[-1].put(self.row, self.column, value)
        last = (self.row + down - 1, self.column + right - 1)
        if self.column <= MAX_COLUMNS:
            self.grids[-1].merge(self.row, self.column, *last)
            if down > 1:
                self.taken |= dict.fromkeys(range(self.column, last[1] + 1), last[0])
        self.column, self.words = last[1], None
