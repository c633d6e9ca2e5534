# SPDX-License-Identifier: AGPL-3.0-or-later
"""Walks down a table: each row is a product, a section, a header, blank, or set aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from odoo.addons.foodcoop_column.lib.mapping import Mapping, row_key
from odoo.addons.foodcoop_column.lib.offer import (
    BLANK,
    HEADER,
    IGNORED,
    PROBLEM,
    SECTION,
    Offer,
    SourceRow,
)
from odoo.addons.foodcoop_column.lib.tables import Segment, Table
from odoo.addons.foodcoop_phrase.lib.attributes import flag
from odoo.addons.foodcoop_phrase.lib.cells import (
    BAD_DEPOSIT,
    BAD_STATUS,
    CELL_ERROR,
    as_text,
    parse_code,
    parse_gtin,
    parse_price,
    plain,
)
from odoo.addons.foodcoop_phrase.lib.titles import (
    ADVISED,
    AVAILABLE,
    BRAND,
    CASE_PRICE,
    CATEGORY,
    CODE,
    DEPOSIT,
    GTIN,
    LABEL,
    ORDER,
    ORIGIN,
    OTHER,
    OTHER_PRICE,
    PACK,
    QUANTITY,
    UNIT,
    VAT,
)
from odoo.addons.foodcoop_sheet.lib.table import CellError

from .offering import Cells

BEFORE_TABLE = "before_table"
NOTHING_OFFERED = "nothing_offered"  # a unit or an origin alone
NO_CODE = "no_code"
NO_NAME = "no_name"
TOTAL = "total"
NOTE = "note"  # a remark, terms, a contact
FOOTER = "footer"
LEFT_OUT = "left_out"  # a person said so, of this row, on the last list

_TOTAL = re.compile(
    r"(?:sous[ -])?(?:totaal|total|totale|summe|gesamt|zwischensumme|subtotal|somme|"
    r"totaalbedrag|montant total|grand total|importe total)\b|totaalbedrag"
)
_NOTE = re.compile(
    r"@|www\.|https?:|\b(?:tel|fax|tva intra|siret|iban|franco|frais de port|minimum de "
    r"commande|supplement|surcharge|conditions|toeslag|zuschlag|porto|versand)\b|"
    r"[+]\s?\d[\d.,]*\s?(?:€|eur)|[.!?:]$|^\*"
)
LONG_TEXT = 70


@dataclass(frozen=True)
class Said:
    """What holds for the whole list."""

    language: str
    mapping: Mapping
    currency: str
    net: bool


class Walker:
    """One table's rows in order, remembering the section and the name above."""

    def __init__(self, table: Table, said: Said) -> None:
        self.table, self.sheet, self.said = table, table.sheet, said
        self.standard = bool(table.sheet.roles)
        self.ignored = set(map(row_key, said.mapping.ignored))
        self.kept = set(map(row_key, said.mapping.kept))
        self.sections: list[tuple[tuple, str]] = []
        self.section = self.name = self.unit = ""
        self.above: tuple = ()
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
        layout = segment.layout
        self.layout = layout
        lines = self.sheet.rows[segment.start - 1 : segment.end - 1]
        self.cells = Cells(layout, lines, self.said.language, self.said.mapping)
        self.sections, self.name, self.unit, self.above = [], "", "", ()
        self.section = segment.title
        self.first = segment.start
        shapes = layout.shapes
        columns = {role: layout.column(role) for role in (CODE, GTIN, DEPOSIT)}
        self.code, self.gtin, self.deposit = columns.values()
        self.paid, self.case = layout.prices.paid, layout.column(CASE_PRICE)
        coded = max(shapes[c].filled if c else 0 for c in (self.code, self.gtin))
        priced = shapes[self.paid].filled if self.paid else 0
        self.coded = coded > 0 and coded >= priced * 0.5
        goods = {c for c, role in layout.roles.items() if role not in _BESIDE}
        self.firm = goods | {*layout.names}
        self.sign = self.cells.sign

    def _outside(self, row: int) -> SourceRow | None:
        if self.table.block > 1:
            return None
        if self.sheet.is_blank(row):
            return self._other(row, BLANK)
        if row in self.table.headers:
            return self._other(row, HEADER)
        return self._other(row, IGNORED, FOOTER if self.offered else BEFORE_TABLE)

    def _line(self, row: int) -> tuple:
        """The row's cells, with merged cells that reach down to it from this section."""
        line = self.sheet.rows[row - 1]
        if self.layout.prices.alternates:
            line = self._alternate(line)
        if not self.sheet.merged:
            return line
        filled = list(line)
        for column in self.layout.span:
            top = self.sheet.merged_from(row, column)
            if top and top >= self.first and filled[column - 1] is None:
                filled[column - 1] = self.sheet.rows[top - 1][column - 1]
        return tuple(filled)

    def _alternate(self, line) -> tuple:
        """The row's price stands in another column, and is for something else."""
        self.cells.basis = self.layout.prices.basis
        if not _is_nothing(line[self.paid - 1], self.sign):
            return line
        for column, basis in self.layout.prices.alternates.items():
            if line[column - 1] is not None:
                self.cells.basis = "" if basis == "unit" else basis
                return (*line[: self.paid - 1], line[column - 1], *line[self.paid :])
        return line

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
            self.name = ""
            return self._other(row, IGNORED, CELL_ERROR)
        more = len(said) > len(core)
        return self._aside(row, line, core, more) or self._offer(row, line)

    def _beside(self, row: int, said, line) -> SourceRow:
        """Only words in a column for the customer: a section if it leads, or a note."""
        text = as_text(line[said[0] - 1])
        leads = said[0] < min(self.layout.names or (0,)) and not text[:1].isdigit()
        if len(said) == 1 and leads and 1 < len(text) <= LONG_TEXT:
            self._open(said[0], text)
            return self._other(row, SECTION)
        wordy = sum(char.isalpha() for char in text) > 3
        return self._other(row, IGNORED, NOTE if wordy else NOTHING_OFFERED)

    def _aside(self, row: int, line, said, more: bool) -> SourceRow | None:
        """Sections, totals, remarks: rows without code and price."""
        if self.kept and row_key(self._text(row)) in self.kept:
            return None
        coded = [c for c in (self.code, self.gtin) if c and c in said]
        if coded and coded != said:
            return None
        prices = [c for c in (self.paid, self.case) if c and c in said]
        amount = any(not _is_nothing(line[c - 1], self.sign) for c in prices)
        words = [c for c in said if c not in prices]
        first = as_text(line[words[0] - 1]) if words else ""
        if first and _TOTAL.match(plain(first)):
            return self._other(row, IGNORED, TOTAL)
        if amount:
            return None
        if len(words) == 1 and not more and isinstance(line[words[0] - 1], str):
            return self._alone(row, words[0], first, bool(prices))
        named = any(c in self.layout.names for c in said)
        goods = {*self.layout.names, self.code, self.gtin}
        return (
            None
            if named or goods & {*words}
            else self._other(row, IGNORED, NOTHING_OFFERED)
        )

    def _alone(
        self, row: int, column: int, text: str, dashed: bool
    ) -> SourceRow | None:
        """One text alone is a section; a product where a dash stands for its price."""
        titled = {*self.layout.names, self.code, *self._untitled()}
        if column not in titled:
            quiet = NOTE if len(text) > 3 else NOTHING_OFFERED
            role = self.layout.roles.get(column)
            return self._other(
                row, IGNORED, NOTHING_OFFERED if role in _MINOR else quiet
            )
        if dashed and not self.code and not text.isupper():
            return None
        if len(text) > LONG_TEXT or _NOTE.search(plain(text)):
            return self._other(row, IGNORED, NOTE)
        self._open(column, text)
        return self._other(row, SECTION)

    def _untitled(self) -> list[int]:
        return [c for c in self.layout.span if c not in self.layout.roles]

    def _open(self, column: int, text: str) -> None:
        """Sections on two levels: told by their column, or by capitals."""
        level = (column, not text.isupper())
        follows = bool(self.sections) and not self.name
        places = [
            place for place, (known, _) in enumerate(self.sections) if known == level
        ]
        if places:
            del self.sections[places[0] :]
        elif not follows or len(self.sections) > 1:
            self.sections = [one for one in self.sections if one[0] < level]
        self.sections.append((level, text))
        self.section, self.name, self.above = text, "", ()

    def _offer(self, row: int, line) -> Offer | SourceRow:
        self.offered = True
        code = parse_code(line[self.code - 1] if self.code else None)
        gtin = parse_gtin(line[self.gtin - 1] if self.gtin else None)
        price = parse_price(line[self.paid - 1] if self.paid else None, self.sign)
        case = parse_price(line[self.case - 1] if self.case else None, self.sign)
        vat, bad_vat = self.cells.vat(line)
        name = self._name(line)
        lacks_code = self.coded and not code.value and not gtin.value
        deposit = line[self.deposit - 1] if self.deposit else None
        wrong = (
            (self.code, code.reason),
            (self.paid, price.reason),
            (self.case, case.reason),
            (self.code, NO_CODE if lacks_code else ""),
            (self.layout.names[0] if self.layout.names else 0, "" if name else NO_NAME),
            (self.layout.column(VAT), bad_vat),
            (self.deposit, BAD_DEPOSIT if _is_no_sum(deposit) else ""),
        )
        bad = tuple((column, reason) for column, reason in wrong if reason)
        if bad:
            bad += self._status(line)
            return replace(
                self._other(row, PROBLEM, bad[0][1]), column=bad[0][0], cells=bad
            )
        return self._made(row, line, name, (code.value, gtin, price.currency, vat))

    def _status(self, line) -> tuple[tuple[int, str], ...]:
        """A status that is neither yes nor no, told beside what else is wrong."""
        column = self.layout.column(AVAILABLE)
        value = line[column - 1] if column and not self.standard else None
        unknown = value is not None and flag(value) is None and len(as_text(value)) < 3
        return ((column, BAD_STATUS),) if unknown else ()

    def _made(self, row: int, line, name: str, found) -> Offer:
        code, gtin, currency, vat = found
        unit_text = self._unit(line)
        money = self.cells.money(line, name, unit_text)
        shown = self._described(line)
        available, withdrawn = self.cells.available(line, standard=self.standard)
        sections = tuple(text for _level, text in self.sections)
        title = self.section if self.section not in sections else ""
        return Offer(
            sheet=self.sheet.name,
            row=row,
            name=name,
            code=code or "",
            gtin=gtin.value or "",
            section=self.section,
            price=money.price,
            pack_text=self.cells.text(line, PACK) or self.cells.text(line, "content"),
            unit_text=unit_text,
            terms=money.terms,
            doubts=tuple(
                filter(None, (money.terms.reason, gtin.reason, *money.doubts))
            ),
            block=self.table.block,
            page=self.sheet.page(row),
            currency=currency or self.said.currency,
            net=self.said.net,
            vat=vat,
            content=money.content,
            content_unit=money.content_unit,
            brand=self.cells.brand(shown),
            origin=self.cells.origin(shown, name),
            labels=self.cells.tags(shown, f"{self.section} {name}"),
            category=self.cells.category(
                shown, (title, *sections) if title else sections
            ),
            available=available and money.price is not None,
            withdrawn=withdrawn,
            advised_price=self.cells.advised(line),
        )

    def _described(self, line) -> tuple:
        """A continued row says its origin, label and brand above, with its name."""
        first = self.layout.names[0] if self.layout.names else 0
        if not first or line[first - 1] is not None or not self.above:
            self.above = line
            return line
        kept = {c for c, role in self.layout.roles.items() if role in _DESCRIBING}
        return tuple(
            self.above[place] if value is None and place + 1 in kept else value
            for place, value in enumerate(line)
        )

    def _name(self, line) -> str:
        """The row's own name, or the one above it, then its variants."""
        first, *variants = self.layout.names or (0,)
        own = as_text(line[first - 1]) if first else ""
        self.name = own or self.name or self.section
        parts = [self.name, *(as_text(line[column - 1]) for column in variants)]
        return ", ".join(part for part in parts if part and part.strip("0-"))

    def _unit(self, line) -> str:
        """The unit cell; above, where quantities are given."""
        own = self.cells.text(line, UNIT)
        if self.layout.column(QUANTITY):
            own = own or self.unit
        self.unit = own
        return own

    def _text(self, row: int) -> str:
        line = self.sheet.rows[row - 1]
        texts = [as_text(line[c - 1]) for c in self.table.span if c <= len(line)]
        return " | ".join(filter(None, texts))[:200]

    def _other(self, row: int, kind: str, reason: str = "") -> SourceRow:
        return SourceRow(
            self.sheet.name,
            row,
            kind,
            reason,
            self._text(row),
            self.table.block,
            self.sheet.page(row),
        )


_DESCRIBING = frozenset({ORIGIN, LABEL, BRAND, CATEGORY})
_BESIDE = frozenset({ORDER, OTHER, AVAILABLE, DEPOSIT, OTHER_PRICE, ADVISED})
_MINOR = _DESCRIBING | {UNIT, PACK, VAT, AVAILABLE}


def _is_no_sum(value) -> bool:
    """A deposit that is no amount of money: "x", or below zero."""
    return parse_price(value).value is None and bool(as_text(value).strip("-–— "))


def _is_nothing(value, sign: str) -> bool:
    """A dash, "rupture", or zero in a column of prices says no price."""
    parsed = parse_price(value, sign)
    return parsed.value is None and not parsed.reason
