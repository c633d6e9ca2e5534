# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets become offered products; every source row ends in exactly one list.

A row is a product, a section, a header, blank, ignored (with why) or a problem
(with why); ``Reading.counts`` adds up to the rows of the file. Where blocks stand side
by side, a row counts once for each block that says something in it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from odoo.addons.foodcoop_columns.lib.letterhead import guess_sender
from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TABLE,
    OCR,
    Document,
    ReadError,
    Sheet,
)
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text, parse_price
from odoo.addons.foodcoop_words.lib.titles import language_of

from . import questions
from .mapping import Mapping as Remembering
from .memory import Memory, learn
from .offer import BLANK, HEADER, IGNORED, SECTION, Column, Offer, Reading, SourceRow
from .rows import BEFORE_TABLE, FOOTER, NO_CODE, NO_NAME, NOTHING_OFFERED, Said, Walker
from .tables import Table, tables_of

__all__ = (
    "BASIS_ASSUMED",
    "BEFORE_TABLE",
    "NOTHING_OFFERED",
    "NO_CODE",
    "NO_NAME",
    "propose",
    "read",
)

BASIS_ASSUMED = "basis_assumed"  # nothing says it; the likeliest is shown
NO_LIST = "no_list"  # a sheet beside the list: a letter, an order form


def read(
    document: Document,
    mapping: Remembering | None = None,
    known: Mapping | Iterable = (),
) -> Reading:
    """Understand every sheet; raises ReadError when none offers anything.

    ``mapping``: what was remembered of this supplier; nothing in it is asked again.
    ``known`` holds the codes and prices of the last list (``{code: price}``): columns
    that moved are found again by them.
    """
    memory = Memory(mapping, dict(known) if isinstance(known, Mapping) else {})
    sheets = [_even(sheet) for sheet in document.sheets]
    tables: list[list[Table]] = []
    for sheet in sheets:
        before = tables[-1][-1] if tables and tables[-1] else None
        tables.append(tables_of(sheet, memory, before))
    found = [table for group in tables for table in group]
    if not any(table.segments for table in found):
        raise ReadError(NO_TABLE)
    return _reading(document, memory, sheets, tables, found)


def propose(
    document: Document,
    mapping: Remembering | None = None,
    known: Mapping | Iterable = (),
) -> Reading:
    """The same, where the list does not say what prices are for: as it most likely is.

    Such offers carry the doubt ``basis_assumed``, and the question stays: what is shown
    to a person for confirmation, never what is applied unasked.
    """
    reading = read(document, mapping, known)
    likely = [one.options[0] for one in reading.questions if one.code == "basis"]
    if not likely:
        return reading
    assumed = replace(mapping or Remembering(), basis=likely[0])
    offers = [
        replace(new, doubts=(*new.doubts, BASIS_ASSUMED)) if not old.terms.unit else old
        for old, new in zip(
            reading.offers, read(document, assumed, known).offers, strict=True
        )
    ]
    return replace(reading, offers=tuple(offers))


def _reading(document, memory, sheets, tables, found) -> Reading:
    language = "de" if document.kind == "bnn" else language_of(_titles(found))
    currency = _currency(document, found)
    net = questions.is_net(document, found, memory.mapping)
    said = Said(language, memory.mapping, currency, net is not False)
    offers, others = _walked(sheets, tables, said)
    if OCR in document.notes:
        offers = tuple(replace(one, doubts=(*one.doubts, OCR)) for one in offers)
    return Reading(
        offers,
        others,
        tuple(_columns(found)),
        questions.ask(document, found, offers, memory),
        document.facts,
        currency,
        learn(document, memory, found),
        document.notes,
        sum(len(sheet.hidden_rows) for sheet in sheets),
        sum(len(sheet.hidden_columns) for sheet in sheets),
        sender=guess_sender(document, _first(sheets[0], offers, others)),
        language=language,
        kind=document.kind,
    )


def _walked(sheets, tables, said: Said):
    """Offers, and all other rows in the file's order."""
    offers, others = [], []
    for sheet, group in zip(sheets, tables, strict=True):
        rows = [row for table in group for row in Walker(table, said).rows()]
        offers += [row for row in rows if isinstance(row, Offer)]
        aside = _closed(rows) + _unread(sheet, {r.row for r in rows}, bool(group))
        others += sorted(aside, key=lambda row: (row.row, row.block))
    return tuple(offers), tuple(others)


def _first(sheet: Sheet, offers, others) -> int:
    """The first row of what a sheet lists; above it stands its letterhead."""
    listed = [*offers, *(row for row in others if row.kind in (HEADER, SECTION))]
    rows = [row.row for row in listed if row.sheet == sheet.name]
    return min(rows, default=len(sheet.rows) + 1)


def _even(sheet: Sheet) -> Sheet:
    """Every row as long as the longest."""
    width = max((len(row) for row in sheet.rows), default=0)
    if all(len(row) == width for row in sheet.rows):
        return sheet
    rows = tuple((*row, *(None,) * (width - len(row))) for row in sheet.rows)
    return replace(sheet, rows=rows)


def _titles(tables: list[Table]) -> list[str]:
    headers = [segment.layout.header for table in tables for segment in table.segments]
    return [text for header in headers[:5] if header for text in header.titles.values()]


def _closed(rows: list[Offer | SourceRow]) -> list[SourceRow]:
    """Texts below the last product are no sections: nothing follows them."""
    last = {}
    for row in rows:
        if isinstance(row, Offer):
            last[row.block] = row.row
    return [
        replace(row, kind=IGNORED, reason=FOOTER)
        if row.kind == SECTION and row.row > last.get(row.block, 0)
        else row
        for row in rows
        if not isinstance(row, Offer)
    ]


def _unread(sheet: Sheet, taken: set[int], listed: bool) -> list[SourceRow]:
    """Rows that no table took: all of a letter, or cells beside every block."""
    why = NOTHING_OFFERED if listed else NO_LIST
    found = []
    for row in range(1, len(sheet.rows) + 1):
        if row not in taken:
            texts = filter(None, map(as_text, sheet.rows[row - 1]))
            kind, reason = (BLANK, "") if sheet.is_blank(row) else (IGNORED, why)
            text = " | ".join(texts)[:200]
            found.append(
                SourceRow(sheet.name, row, kind, reason, text, 1, sheet.page(row))
            )
    return found


def _currency(document: Document, tables) -> str:
    """The cells' own sign, else the file's word, else a title's."""
    votes: Counter = Counter()
    for table in tables:
        for segment in table.segments[:20]:
            column = segment.layout.prices.paid or 1
            lines = table.sheet.rows[segment.start - 1 : segment.end - 1][:100]
            votes.update(parse_price(line[column - 1]).currency for line in lines)
    del votes[""]
    if votes:
        return votes.most_common(1)[0][0]
    return document.facts.currency or questions.named_currency(document, tables)


def _columns(tables: list[Table]) -> Iterable[Column]:
    for table in tables:
        seen = set()
        for segment in table.segments:
            layout = segment.layout
            for column in layout.span:
                role = layout.roles.get(column, "")
                if column in layout.names and role not in (
                    roles.NAME,
                    roles.CODE,
                    roles.PRICE,
                ):
                    role = role or "variant"
                if column in seen or role in ("", roles.OTHER):
                    continue
                seen.add(column)
                yield Column(
                    table.sheet.name,
                    column,
                    role,
                    layout.words(column),
                    layout.confidence.get(column, 0.5),
                    table.block,
                )
