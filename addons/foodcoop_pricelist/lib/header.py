# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which rows name the columns; and which columns stand side by side.

A header may stand anywhere, on two rows, under group titles, above a row of
explanations, and may come back before every section. It is a row of words where a price
(or a code and a name) and one more column are named, and hardly a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from odoo.addons.foodcoop_sheet.lib.table import Sheet

from . import roles
from .cells import as_text, parse_price
from .titles import NONE, Title, role_of, title_of

__all__ = ("SEVERAL_PRICES", "Header", "find_headers", "role_of")

SEVERAL_PRICES = "several_prices"
_LONGEST = 90


@dataclass(frozen=True)
class Header:
    """Rows ``first`` to ``last`` name the columns; ``titles`` are their words."""

    first: int
    last: int
    titles: Mapping[int, str] = field(default_factory=dict)

    def title(self, column: int) -> Title:
        return title_of(self.titles[column]) if column in self.titles else NONE

    @property
    def signature(self) -> tuple:
        """What tells one layout from another: the roles, not the section's title."""
        return tuple(
            (column, self.title(column).role, self.title(column).basis)
            for column in self.titles
            if self.title(column).role
        )


def find_headers(sheet: Sheet) -> tuple[Header, ...]:
    """Every header of the sheet, in order."""
    found, after = [], 0
    for row in range(1, len(sheet.rows) + 1):
        if row <= after:
            continue
        if _looks_like_header(sheet.rows[row - 1]) or _titles_prices(sheet, row):
            header = _with_neighbours(sheet, row, found[-1].last if found else 0)
            found.append(header)
            after = header.last
    return tuple(found)


def _looks_like_header(cells) -> bool:
    filled = [value for value in cells if value is not None]
    if len(filled) < 2:
        return False
    texts = [value for value in filled if isinstance(value, str)]
    numbers = len(filled) - len(texts) + sum(_is_number(text) for text in texts)
    if numbers * 4 > len(filled) or numbers > 1:
        return False
    return _names_columns(texts)


def _titles_prices(sheet: Sheet, row: int) -> bool:
    """ "MERLU | EURO/Kg": one title, of prices, and prices below it."""
    cells = sheet.rows[row - 1]
    texts = [value for value in cells if value is not None]
    if not 2 <= len(texts) <= 6 or not all(isinstance(text, str) for text in texts):
        return False
    priced = [
        column
        for column, text in enumerate(cells)
        if text and len(text) < 25 and title_of(text).role == roles.PRICE
    ]
    if not priced or any(map(_is_number, texts)):
        return False
    below = [
        line[priced[0]] for line in sheet.rows[row : row + 4] if priced[0] < len(line)
    ]
    return any(parse_price(value).value is not None for value in below)


def _is_number(text: str) -> bool:
    if text[:1] in "0123456789-+€.,":
        return True
    short = len(text) < 16 and any(map(str.isdigit, text))
    return short and parse_price(text).value is not None


def _names_columns(texts: list[str]) -> bool:
    titles = [title_of(text) for text in texts if len(text) <= _LONGEST]
    found = {title.role for title in titles}
    named = found - {"", roles.OTHER, roles.ORDER}
    if len(named) < 2 or sum(title.role != "" for title in titles) * 3 < len(texts):
        return False
    return roles.PRICE in found or (
        bool(found & {roles.CODE, roles.GTIN}) and roles.NAME in found
    )


def _with_neighbours(sheet: Sheet, row: int, after: int) -> Header:
    """Group titles above, the second row of titles or explanations below."""
    titles = _titles(sheet, row)
    first = last = row
    if row - 1 > after and _is_words(sheet, row - 1):
        above = _spread(sheet, row - 1)
        if _helps(titles, above, sheet, row):
            first = row - 1
            titles = _joined(above, titles)
    below = row + 1
    if below <= len(sheet.rows) and _is_words(sheet, below):
        under = _titles(sheet, below)
        if _is_second_row(titles, under):
            last, titles = below, _joined(_spread(sheet, row) | titles, under)
        elif _is_explanation(titles, under):
            last = below
    return Header(first, last, titles)


def _titles(sheet: Sheet, row: int) -> dict[int, str]:
    return {
        column: as_text(value)
        for column, value in enumerate(sheet.rows[row - 1], start=1)
        if value is not None and as_text(value)
    }


def _spread(sheet: Sheet, row: int) -> dict[int, str]:
    """Titles of a row of groups, filled over the merged columns they stand above."""
    titles = _titles(sheet, row)
    for top, left, _bottom, right in sheet.merged:
        if top == row and left in titles:
            titles |= dict.fromkeys(range(left, right + 1), titles[left])
    return titles


def _is_words(sheet: Sheet, row: int) -> bool:
    cells = [value for value in sheet.rows[row - 1] if value is not None]
    return bool(cells) and all(
        isinstance(value, str) and not _is_number(value) for value in cells
    )


def _helps(titles, above, sheet: Sheet, row: int) -> bool:
    """Words above say more of a column than its own title: "Prix" over "HT"."""
    if len(_titles(sheet, row - 1)) < 2:
        return False
    for column, text in above.items():
        own = titles.get(column)
        if own is None and title_of(text).role and column not in titles:
            return True
        if own and title_of(f"{text} {own}") != title_of(own) and title_of(text).role:
            return True
    return bool(set(above) & set(titles)) and any(m[0] == row - 1 for m in sheet.merged)


def _joined(above: Mapping[int, str], titles: Mapping[int, str]) -> dict[int, str]:
    """Each column's own title, with the words above where they add to it."""
    joined = {}
    for column in sorted({*above, *titles}):
        over, own = above.get(column, ""), titles.get(column, "")
        both = f"{over} {own}".strip()
        better = title_of(both).role and (
            not title_of(own).role or title_of(over).role == roles.PRICE
        )
        joined[column] = both if better or not own else own
    return {column: text for column, text in joined.items() if text}


def _is_second_row(titles, under) -> bool:
    """ "HT" and "TTC" under "Prix": titles below titles, no name among them."""
    named = {
        column for column, text in titles.items() if title_of(text).role == roles.NAME
    }
    if named & set(under) or len(under) < 2:
        return False
    return all(
        title_of(f"{titles.get(column, '')} {text}").role or title_of(text).role
        for column, text in under.items()
    )


def _is_explanation(titles, under) -> bool:
    """Words where a price or a number is due: "prijs excl. btw" under "netto prijs"."""
    priced = [c for c, text in titles.items() if title_of(text).role == roles.PRICE]
    explained = any(len(under.get(c, "")) > 2 and _wordy(under[c]) for c in priced)
    return explained and len(under) >= 3


def _wordy(text: str) -> bool:
    parsed = parse_price(text)
    return parsed.value is None and bool(parsed.reason)
