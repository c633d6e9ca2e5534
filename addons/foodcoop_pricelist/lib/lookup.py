# SPDX-License-Identifier: AGPL-3.0-or-later
"""One layout's columns, looked up once for all its rows."""

from odoo.addons.foodcoop_columns.lib.columns import Layout
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.attributes import (
    BAD_VAT,
    availability,
    country,
    flag,
    labels_in,
    labels_of,
    origin_in,
    origin_text,
    parse_vat,
    vat_guess,
)
from odoo.addons.foodcoop_words.lib.cells import as_text, parse_price, plain


class Lookup:
    """Cells by role. ``language`` and ``mapping`` hold for the whole list."""

    def __init__(self, layout: Layout, language: str, mapping) -> None:
        self.layout, self.language, self.mapping = layout, language, mapping
        self.columns: dict[str, int] = {}
        for column, role in layout.roles.items():
            self.columns.setdefault(role, column)
        self.paid = layout.prices.paid
        self.sign = layout.shapes[self.paid].sign if self.paid in layout.shapes else ","

    def text(self, line, role: str) -> str:
        column = self.columns.get(role)
        return as_text(line[column - 1]) if column else ""

    def value(self, line, role: str):
        column = self.columns.get(role)
        return line[column - 1] if column else None


class Goods(Lookup):
    """What is offered: its VAT, origin, labels, brand, category."""

    def __init__(self, layout: Layout, lines, language: str, mapping) -> None:
        super().__init__(layout, language, mapping)
        self.labels = layout.all(roles.LABEL)
        self.titles = {c: labels_of(layout.words(c)) for c in self.labels}
        self.categories = layout.all(roles.CATEGORY)
        column = self.columns.get(roles.VAT)
        rates = [line[column - 1] for line in lines] if column else []
        numbers = [rate for rate in rates if not isinstance(rate, str | bool | None)]
        self.scale = 100 if numbers and max(map(float, numbers)) < 1 else 1
        codes = {plain(as_text(rate)) for rate in rates} - {""}
        letters = any(code.isalpha() for code in codes)
        numbered = any(len(code) > 1 and code[0].isdigit() for code in codes)
        self.coded = not numbered and (letters or codes <= {"1", "2"})

    def vat(self, line):
        """The percentage and, where nobody can know it, a reason."""
        word = plain(self.text(line, roles.VAT))
        if not word:
            return None, ""
        guess = vat_guess(word, self.language) if self.coded else ""
        told = self.mapping.vat.get(word) or guess
        rate = parse_vat(told) if told else parse_vat(word, self.scale)
        return rate, "" if rate is not None else BAD_VAT

    def origin(self, line, name: str) -> str:
        value = self.value(line, roles.ORIGIN)
        if roles.ORIGIN not in self.columns:
            return origin_in(name)
        mistaken = labels_of(as_text(value)) and not country(as_text(value))
        return "" if mistaken else origin_text(value, self.language)

    def tags(self, line, name: str) -> tuple[str, ...]:
        """Labels of their own columns, of a mistaken origin, of the name."""
        tags = {}
        for column in self.labels:
            value = line[column - 1]
            own = labels_of(as_text(value)) if value is not None else ()
            if not own and value is not None and flag(value) is not False:
                own = self.titles[column]
            tags |= dict.fromkeys(own)
        place = self.text(line, roles.ORIGIN)
        strange = labels_of(place) if place and not country(place) else ()
        return tuple(tags | dict.fromkeys((*strange, *labels_in(name))))

    def category(self, line, sections: tuple[str, ...]) -> str:
        own = [as_text(line[column - 1]) for column in self.categories]
        return " / ".join(filter(None, own)) or " / ".join(sections)

    def available(self, line) -> tuple[bool, bool]:
        """Available now? Withdrawn for good?"""
        value = self.value(line, roles.AVAILABLE)
        if value is None:
            return True, False
        return availability(value, standard=self.layout.standard)

    def advised(self, line):
        value = parse_price(self.value(line, roles.ADVISED), self.sign).value
        return value or None

    def brand(self, line) -> str:
        return self.text(line, roles.BRAND).strip(" -0")
