# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a row stands: under which section, below which name."""

from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text, plain

from .columns import Layout

_DESCRIBING = frozenset({roles.ORIGIN, roles.LABEL, roles.BRAND, roles.CATEGORY})

_STEM = 5  # letters that "Aardappels" and "Aardappelen" share


class Place:
    """Sections on two levels, and what the rows above said: name, unit, origin."""

    def __init__(self, layout: Layout, title: str) -> None:
        self.layout = layout
        self.title = self.section = title
        self.levels: list[tuple[tuple, str]] = []
        self.name = self.unit = ""
        self.above: tuple = ()
        self.kind = ""  # the category of the section's first row

    @property
    def sections(self) -> tuple[str, ...]:
        own = tuple(text for _level, text in self.levels)
        return (self.title, *own) if self.section == self.title and self.title else own

    def open(self, column: int, text: str) -> None:
        """A section begins: its level is told by its column, or by capitals."""
        level = (column, not text.isupper())
        known = [
            place for place, (one, _text) in enumerate(self.levels) if one == level
        ]
        follows = bool(self.levels) and not self.name
        if known:
            del self.levels[known[0] :]
        elif not follows or len(self.levels) > 1:
            self.levels = [one for one in self.levels if one[0] < level]
        self.levels.append((level, text))
        self.section, self.name, self.above, self.kind = text, "", (), ""

    def enter(self, line) -> None:
        """A section that is called like its first row's category ends with that."""
        column = self.layout.column(roles.CATEGORY)
        kind = plain(as_text(line[column - 1])) if column else ""
        if not kind or not self.levels:
            return
        self.kind = self.kind or kind
        if kind != self.kind and plain(self.section)[:_STEM] == self.kind[:_STEM]:
            self.levels.pop()
            self.section = self.levels[-1][1] if self.levels else self.title

    def named(self, line) -> str:
        """The row's own name, or the one above it, then its variants."""
        first, *variants = self.layout.names or (0,)
        own = as_text(line[first - 1]) if first else ""
        self.name = own or self.name or self.section
        parts = [self.name, *(as_text(line[column - 1]) for column in variants)]
        return ", ".join(part for part in parts if part and part.strip("0-"))

    def measured(self, unit_text: str) -> str:
        """The unit cell; above, where quantities are given."""
        if self.layout.column(roles.QUANTITY):
            unit_text = unit_text or self.unit
        self.unit = unit_text
        return unit_text

    def described(self, line) -> tuple:
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
