# SPDX-License-Identifier: AGPL-3.0-or-later
"""Walks down a table: each row is a product, a section, a header, blank, or aside."""

import re
from collections.abc import Iterator
from dataclasses import replace

from odoo.addons.foodcoop_columns.lib.sections import Place
from odoo.addons.foodcoop_sheet.lib.table import CellError
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import CELL_ERROR, as_text, plain

from .mapping import row_key
from .offer import BLANK, HEADER, IGNORED, PROBLEM, SECTION, Offer, SourceRow
from .offering import NO_CODE, NO_NAME, Maker, Said, is_nothing
from .tables import Segment, Table

__all__ = ("NO_CODE", "NO_NAME", "Said", "Walker")

BEFORE_TABLE = "before_table"
NOTHING_OFFERED = "nothing_offered"  # a unit or an origin alone
TOTAL = "total"
NOTE = "note"  # a remark, terms, a contact
FOOTER = "footer"
LEFT_OUT = "left_out"  # a person said so, of this row, on the last list

_TOTAL = re.compile(
    r"(?:sous[ -])?(?:totaal|total|totale|summe|gesamt|zwischensumme|subtotal|somme|"
    r"totaalbedrag|montant total|grand total|importe total)"
    r"(?: (?:h\.?t\.?|ttc|tva|general|de la|commande|net|hors|taxes?|excl|incl|btw|"
    r"mwst|netto|brutto|eur|order|amount|bestelling|bestellung|pedido|ordine)\.?)*"
    r"\s*[:=€]*"
)
_NOTE = re.compile(
    r"@|www\.|https?:|\b(?:tel|fax|tva intra|siret|iban|franco|frais de port|minimum "
    r"de commande|supplement|surcharge|conditions|toeslag|zuschlag|porto|versand)\b|"
    r"^(?:page|seite|pagina|blad) ?\d+\b|[+]\s?\d[\d.,]*\s?(?:€|eur)|[.!?:]$|^\*"
)
LONG_TEXT = 70
# What the customer writes, or what only accompanies an offer.
_BESIDE = roles.MONEY - {roles.PRICE, roles.CASE_PRICE, roles.GROSS_PRICE} | {
    *(roles.ORDER, roles.OTHER, roles.AVAILABLE, roles.DEPOSIT),
    roles.DISCOUNT,
}
_MINOR = frozenset(
    (roles.ORIGIN, roles.LABEL, roles.BRAND, roles.CATEGORY, roles.UNIT, roles.PACK)
) | {roles.VAT, roles.AVAILABLE}


class Walker:
    """One table's rows in order, remembering the section and the name above."""

    def __init__(self, table: Table, said: Said) -> None:
        self.table, self.sheet, self.said = table, table.sheet, said
        self.ignored = set(map(row_key, said.mapping.ignored))
        self.kept = set(map(row_key, said.mapping.kept))
        self.offered = False

    def rows(self) -> Iterator[Offer | SourceRow]:
        """Block 1 speaks for the whole row where nothing else does."""
        places = iter([*self.table.segments, None])
        segment, following = None, next(places)
        for row in range(1, len(self.sheet.rows) + 1):
            if following and row >= following.start:
                segment, following = following, next(places)
                self._enter(segment)
            outside = segment is None or row >= segment.end
            found = self._outside(row) if outside else self._row(row)
            if found:
                yield found

    def _enter(self, segment: Segment) -> None:
        self.layout, self.first = segment.layout, segment.start
        self.maker = Maker(self.table, segment, self.said)
        self.place = Place(segment.layout, segment.title)
        goods = {c for c, role in self.layout.roles.items() if role not in _BESIDE}
        self.firm = goods | {*self.layout.names}
        self.codes = {self.maker.code, self.maker.gtin} - {0}

    def _outside(self, row: int) -> SourceRow | None:
        if self.table.block > 1:
            return None
        if self.sheet.is_blank(row):
            return self._other(row, BLANK)
        if row in self.table.headers:
            return self._other(row, HEADER)
        return self._other(row, IGNORED, FOOTER if self.offered else BEFORE_TABLE)

    def _line(self, row: int) -> tuple:
        """The row's cells, and merged cells that reach down from this section."""
        line = self.maker.alternate(self.sheet.rows[row - 1])
        if not self.sheet.merged:
            return line
        filled = list(line)
        for column in self.layout.span:
            top = self.sheet.merged_from(row, column)
            if top and top >= self.first and filled[column - 1] is None:
                filled[column - 1] = self.sheet.rows[top - 1][column - 1]
        return tuple(filled)

    def _row(self, row: int) -> Offer | SourceRow | None:
        if self.sheet.is_blank(row):
            return self._other(row, BLANK) if self.table.block == 1 else None
        line = self._line(row)
        said = [c for c in self.layout.span if line[c - 1] is not None]
        if not said:
            return None  # another block's
        if self.ignored and row_key(self._text(row)) in self.ignored:
            return self._other(row, IGNORED, LEFT_OUT)
        said = [c for c in said if c in self.firm or len(as_text(line[c - 1])) != 1]
        core = [c for c in said if self.layout.roles.get(c) not in _BESIDE]
        if said and not core:
            return self._beside(row, said, line)
        if all(isinstance(line[c - 1], CellError) for c in core):
            self.place.name = ""
            return self._other(row, IGNORED, CELL_ERROR)
        more = len(said) > len(core)
        return self._aside(row, line, core, more) or self._offer(row, line)

    def _offer(self, row: int, line) -> Offer | SourceRow:
        self.offered = True
        offer, bad = self.maker.make(row, line, self.place)
        if offer:
            return offer
        other = self._other(row, PROBLEM, bad[0][1])
        return replace(other, column=bad[0][0], cells=bad)

    def _beside(self, row: int, said, line) -> SourceRow:
        """Only words in a column for the customer: a section if it leads, or a note."""
        text = as_text(line[said[0] - 1])
        leads = said[0] < min(self.layout.names or (0,)) and not text[:1].isdigit()
        if len(said) == 1 and leads and 1 < len(text) <= LONG_TEXT:
            self.place.open(said[0], text)
            return self._other(row, SECTION)
        wordy = sum(char.isalpha() for char in text) > 3
        return self._other(row, IGNORED, NOTE if wordy else NOTHING_OFFERED)

    def _aside(self, row: int, line, said, more: bool) -> SourceRow | None:
        """Sections, totals, remarks: rows without code and price."""
        coded = self.codes & {*said}
        if self.kept and row_key(self._text(row)) in self.kept:
            return None
        prices = {self.maker.paid, self.maker.case} & {*said}
        words = [c for c in said if c not in prices]
        first = as_text(line[words[0] - 1]) if words else ""
        if _TOTAL.fullmatch(plain(first)) and (len(words) == 1 or not coded):
            return self._other(row, IGNORED, TOTAL)
        priced = any(not is_nothing(line[c - 1], self.maker.sign) for c in prices)
        if priced or (coded and coded != {*said}):
            return None
        if len(words) == 1 and not more and isinstance(line[words[0] - 1], str):
            return self._alone(row, words[0], first, bool(prices))
        if {*self.layout.names, *self.codes} & {*said}:
            return None
        return self._other(row, IGNORED, NOTHING_OFFERED)

    def _alone(self, row: int, column: int, text: str, dashed: bool):
        """One text alone is a section; a product where a dash stands for its price."""
        role = self.layout.roles.get(column)
        if role and column not in {*self.layout.names, *self.codes}:
            minor = role in _MINOR or len(text) <= 3
            return self._other(row, IGNORED, NOTHING_OFFERED if minor else NOTE)
        if dashed and not self.maker.code and not text.isupper():
            return None
        if len(text) > LONG_TEXT or _NOTE.search(plain(text)):
            return self._other(row, IGNORED, NOTE)
        self.place.open(column, text)
        return self._other(row, SECTION)

    def _text(self, row: int) -> str:
        line = self.sheet.rows[row - 1]
        texts = [as_text(line[c - 1]) for c in self.table.span if c <= len(line)]
        return " | ".join(filter(None, texts))[:200]

    def _other(self, row: int, kind: str, reason: str = "") -> SourceRow:
        page, text = self.sheet.page(row), self._text(row)
        block = self.table.block
        return SourceRow(self.sheet.name, row, kind, reason, text, block, page)
