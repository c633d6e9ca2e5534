# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is remembered of a supplier's lists, found again when columns have moved.

By title first; where titles changed, by the cells; then by codes and prices known.
"""

import re
from collections.abc import Mapping as Dict
from dataclasses import replace

from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text, parse_code, plain
from odoo.addons.foodcoop_words.lib.vocabulary import listed

from .mapping import Mapping, Remembered
from .offer import Question

# A role that a list cannot do without, once it had it.
_NEEDED = (roles.CODE, roles.NAME, roles.PRICE)
_COMMON = listed("common")
_ANYBODYS = ("gmail", "orange", "free", "wanadoo", "hotmail", "yahoo", "outlook", "gmx")
_DOMAIN = re.compile(r"(?:@|www\.)([a-z0-9-]{3,40})\.[a-z]{2,}")


class Memory:
    """The mapping and what is known, asked while tables are understood."""

    def __init__(self, mapping: Mapping | None, known: Dict) -> None:
        self.given = mapping is not None
        self.mapping = mapping or Mapping()
        self.known = known

    def assigned(self, sheet: str, block: int, layout) -> dict[int, str]:
        """Column -> role that a person gave, or that was learned, for this block."""
        remembered = [c for c in self.mapping.columns if c.block == block]
        own = [c for c in remembered if c.sheet == sheet]
        given: dict[int, str] = {}
        for column in own or remembered:
            found = self._found(column, layout)
            if found and found not in given:
                given[found] = column.role
        return given

    def _found(self, column: Remembered, layout) -> int:
        """Where a remembered column stands now, 0 when nothing tells.

        Without a title it stands where it stood, if its cells still look so.
        """
        title = plain(column.title)
        if title:
            same = [c for c in layout.span if plain(layout.words(c)) == title]
            return min(same, key=lambda c: abs(c - column.column), default=0)
        shape = layout.shapes.get(column.column)
        if (
            not shape
            or layout.words(column.column)
            or (self.known and column.role == roles.PRICE)
        ):
            return 0
        return column.column if not column.role or shape.score(column.role) > 0.4 else 0

    def anchor(self, layout, lines) -> None:
        """The column of codes, told by codes that are known, where no title tells."""
        if not self.known or (
            layout.column(roles.CODE) and layout.words(layout.column(roles.CODE))
        ):
            return
        hits = {}
        for column in layout.span:
            found = sum(
                (parse_code(line[column - 1]).value or "") in self.known
                for line in lines
            )
            hits[column] = found
        best = max(hits, key=hits.get, default=0)
        if best and hits[best] * 2 > min(len(lines), len(self.known)):
            for other in layout.all(roles.CODE):
                del layout.roles[other]
            layout.roles[best] = roles.CODE
            layout.confidence[best] = 0.9

    def lost(self, tables) -> list[Question]:
        """Columns that the last list had, and that nothing in this one resembles."""
        here = {
            role for t in tables for s in t.segments for role in s.layout.roles.values()
        }
        free = [
            s.layout.words(c)
            for t in tables
            for s in t.segments[:1]
            for c in s.layout.span
            if s.layout.words(c) and s.layout.roles.get(c, roles.OTHER) == roles.OTHER
        ]
        return [
            Question("column", tuple(free), column.told, column.sheet)
            for column in self.mapping.columns
            if column.role in _NEEDED and column.role not in here
        ]


def learn(document: Document, memory: Memory, tables) -> Mapping:
    """The mapping to keep: where everything stands now, and what was answered."""
    columns, order = [], 0
    seen = set()
    for table in tables:
        for segment in table.segments:
            layout = segment.layout
            for column, role in layout.roles.items():
                key = (table.sheet.name, table.block, column)
                if role == roles.ORDER and not order:
                    order = column
                if key not in seen and role != roles.OTHER:
                    title = "" if column == layout.section else layout.words(column)
                    columns.append(Remembered(role, column, title, *key[:2]))
                    seen.add(key)
    kept = [c for c in memory.mapping.columns if not c.role]
    paid = next((s.layout for t in tables for s in t.segments), None)
    return replace(
        memory.mapping,
        columns=(*columns, *kept),
        order_column=memory.mapping.order_column or order,
        price_title=paid.words(paid.prices.paid) if paid else "",
        sender_words=memory.mapping.sender_words or sender_words(document),
    )


def sender_words(document: Document) -> tuple[str, ...]:
    """Words that tell this sender's files from others: names, addresses, titles."""
    facts, words = document.facts, {}
    texts = [facts.sender, facts.title, *(sheet.name for sheet in document.sheets[:3])]
    texts += document.texts[:12]
    for sheet in document.sheets[:1]:
        for row in sheet.rows[:12]:
            filled = [value for value in row if isinstance(value, str)]
            texts += filled if len(filled) <= 2 else []
    for text in texts:
        for word in plain(text).replace(",", " ").replace("(", " ").split():
            bare = word.strip(".:;!?'\"*)<>")
            telling = len(bare) > 3 and bare not in _COMMON
            if telling and not bare.replace(".", "").replace("-", "").isdecimal():
                words[bare] = None
    return tuple(words)[:20]


def guess_sender(document: Document) -> str:
    """Who wrote it, by its own word or by the first line of its letterhead."""
    if document.facts.sender:
        return document.facts.sender
    texts = [*document.texts[:5]]
    for sheet in document.sheets[:1]:
        for row in sheet.rows[:6]:
            filled = [value for value in row if isinstance(value, str)]
            if len(filled) > 2:
                break
            texts += filled[:1]
    named = [
        text for text in texts if 2 < len(text) < 50 and not any(map(str.isdigit, text))
    ]
    named = [text for text in named if "@" not in text and text[-1] not in ".:,"]
    domain = _domain(document)
    same = [t for t in named if domain and domain in re.sub(r"[^a-z-]", "", plain(t))]
    return next(iter([*same, *([domain] if domain else named)]), document.facts.title)


def _domain(document: Document) -> str:
    """The name in an address: "kervor" of info@kervor.example."""
    texts = list(document.texts[:30])
    for sheet in document.sheets[:1]:
        texts += [v for row in sheet.rows[:15] for v in row if isinstance(v, str)]
    for name in _DOMAIN.findall(" ".join(texts).lower()):
        if name not in _ANYBODYS:
            return name
    return ""


def recognise(document: Document, mappings: Dict[str, Mapping]) -> str | None:
    """The key of the supplier whose list this is, None when nobody stands out.

    Shared words of the letterhead count most, then columns titled alike.
    """
    words = {*sender_words(document)}
    titles = {
        plain(as_text(value))
        for sheet in document.sheets
        for row in sheet.rows[:40]
        for value in row
        if isinstance(value, str) and len(value) < 60
    }
    scores = {
        key: _likeness(mapping, words, titles) for key, mapping in mappings.items()
    }
    ranked = sorted(scores, key=scores.get, reverse=True)
    if not ranked or scores[ranked[0]] < 0.5:
        return None
    tied = len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < 0.1
    return None if tied else ranked[0]


def _likeness(mapping: Mapping, words: set[str], titles: set[str]) -> float:
    own = {*mapping.sender_words}
    said = len(own & words) / len(own) if own else 0.0
    named = [plain(c.title) for c in mapping.columns if c.title]
    alike = sum(title in titles for title in named) / len(named) if named else 0.0
    return 0.6 * said + 0.6 * alike * (1 if len(named) > 2 else 0.5)
