# SPDX-License-Identifier: AGPL-3.0-or-later
"""A phrase as numbers: each with the words before and behind it, and what joins it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from .units import CASES, DOZENS, INNERS, MEASURES, PIECES
from .vocabulary import listed

PIECE_WORD, STRANGE = "pi", "?"
OF, EACH, OR = listed("word of"), listed("word each"), listed("word or")
_TOKEN = re.compile(
    r"(\d{1,9}(?:[.,]\d{1,6})?)(?!\d)|([x*×])(?![a-z])|([a-z]+)|([,;+/.-])|(\S)"
)
_HOLDERS = PIECES | INNERS | CASES
_UNITS = _HOLDERS | DOZENS | set(MEASURES)


@dataclass
class Item:
    """A number of the phrase and the words around it."""

    number: Decimal
    joined: str  # x, of, "," or "-" or "" as it stands before it
    before: str = ""
    word: str = ""

    @property
    def measured(self) -> bool:
        return self.word in MEASURES

    @property
    def counted(self) -> bool:
        whole = self.number == int(self.number) and self.number > 0
        return whole and not self.measured


def read_items(phrase: str) -> tuple[list[Item], list[str], str]:
    """Numbers with their words; all words; and what is strange: "or", "range", "word".

    >>> items, words, strange = read_items("colis de 6 x 75 cl")
    >>> [(str(one.number), one.before, one.joined, one.word) for one in items]
    [('6', 'colis', 'of', ''), ('75', '', 'x', 'cl')]
    """
    reader = _Reader()
    for number, times, word, mark, other in _TOKEN.findall(phrase):
        if number:
            reader.number(_decimal(number))
        elif times:
            reader.joined, reader.open = "x", None
        elif word:
            reader.word(word)
        else:
            reader.mark(mark, other)
    return reader.items, reader.words, reader.strange


class _Reader:
    """Reads on: ``open`` is the number that may still get its word."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.words: list[str] = []
        self.strange = self.joined = self.before = ""
        self.open: Item | None = None

    def number(self, value: Decimal) -> None:
        last = self.items[-1] if self.items else None
        if last and self.joined in ("-", "+") and not (last.word or self.before):
            self.items.pop()  # "500-800 gram", "15+2 ml"
            self.strange = "range" if self.joined == "-" else self.strange
            value += last.number if self.joined == "+" else 0
        self.open = Item(value, self.joined, self.before)
        self.items.append(self.open)
        self.words.append("#")
        self.joined = self.before = ""

    def word(self, word: str) -> None:
        self.strange = self._given(word) or self.strange
        if word in DOZENS and self.open is None:
            self.items.append(Item(Decimal(12), self.joined, self.before, PIECE_WORD))
        if self.open is None and (word in _HOLDERS or word == "par"):
            self.before = word
        if word in OF:
            self.joined = "of"
        else:
            self.open = None
        self.words.append(word)

    def mark(self, mark: str, other: str) -> None:
        if mark == "/":
            self.strange, self.joined = "or" if self.items else self.strange, "/"
        elif mark or other in "()":
            self.joined, self.open = mark or ",", None
        else:
            self.strange = self.strange or "word"

    def _given(self, word: str) -> str:
        """Give a word to the number before it; returns what is strange about it."""
        item = self.open if self.open and not self.open.word else None
        if item and word in DOZENS:
            item.number, item.word = item.number * 12, PIECE_WORD
            return ""
        held = self.words and self.words[-1] in CASES | INNERS
        if word in OR and self.words and not held:
            return "or" if self.open or "#" in self.words[-2:] else "word"
        if item and word in _UNITS:
            item.word = word
        elif item and len(word) < 3 and word not in OF | EACH:
            item.word = STRANGE  # "X5 M", "25 mg": not a number of pieces
        return "" if word in _UNITS | OF | EACH else "word"


def _decimal(text: str) -> Decimal:
    """ "075" litres lost their comma.

    >>> _decimal("0,75"), _decimal("075")
    (Decimal('0.75'), Decimal('0.75'))
    """
    if re.fullmatch(r"0\d+", text):
        return Decimal(f"0.{text[1:]}")
    return Decimal(text.replace(",", "."))
