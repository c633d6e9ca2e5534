# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single letters with their places become words, line by line.

Spaces written in a PDF say little: columns are gaps, and gaps are measured.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .pdf_frame import Word

# As typeset by TeX: the accent stands alone, over the letter that follows it.
_ACCENTS = dict(
    zip(
        "´`ˆ^¨˜¸˚ˇ",
        "\u0301\u0300\u0302\u0302\u0308\u0303\u0327\u030a\u030c",
        strict=True,
    )
)
_LEADERS = frozenset("._·…‥‧∙•")
_MIN_LEADER = 4  # "Fanta, ..." is text


class Letter(NamedTuple):
    """One character; ``after_space`` tells that a space stood before it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    after_space: bool


@dataclass
class _Piece:
    """Letters that a file sets together: a word, or a part of one."""

    letters: list[Letter]

    @property
    def base(self) -> float:
        return self.letters[0].base

    @property
    def size(self) -> float:
        return self.letters[0].size

    @property
    def left(self) -> float:
        return self.letters[0].left

    def goes_on(self, other: "_Piece") -> bool:
        gap = other.left - self.letters[-1].right
        first = other.letters[0]
        return not first.after_space and -0.1 * self.size < gap < 0.15 * self.size

    def repeats(self, other: "_Piece") -> bool:
        """Bold made by printing a word again a hair beside."""
        texts = [[letter.text for letter in one.letters] for one in (self, other)]
        return texts[0] == texts[1] and abs(self.left - other.left) < 0.2 * self.size


def words_of(letters: Iterable[Letter]) -> tuple[Word, ...]:
    """Words from top to bottom and left to right, without dots that only lead on.

    Letters come in the file's order: texts that lie over each other stay apart.
    """
    pieces = [_Piece(part) for part in _split(_without_leaders(_composed(letters)))]
    words = [
        _word(piece.letters) for line in by_base(pieces) for piece in _joined(line)
    ]
    return tuple(word for word in words if word.text)


def _joined(line: list[_Piece]) -> Iterator[_Piece]:
    piece = line[0]
    for other in line[1:]:
        if piece.goes_on(other):
            piece = _Piece(piece.letters + other.letters)
        elif not piece.repeats(other):
            yield piece
            piece = other
    yield piece


def by_base(items: Iterable, reach: float = 0.4) -> Iterator[list]:
    """Letters or words in lines: those whose bases differ by less than ``reach``
    of their size, from top to bottom, each line from left to right."""
    line: list = []
    for item in sorted(items, key=lambda item: item.base):
        if line and item.base - line[0].base > reach * max(item.size, line[0].size):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(item)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _composed(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters with their accents, none printed twice in its place."""
    last: Letter | None = None
    for letter in letters:
        if last and _stacked(last, letter):
            last = _accented(last, letter)
        elif last is None or not _printed_twice(last, letter):
            if last:
                yield last
            last = letter
    if last:
        yield last


def _stacked(one: Letter, two: Letter) -> bool:
    """An accent and the letter that it stands over, in either order."""
    accent, letter = (one, two) if one.text in _ACCENTS else (two, one)
    if accent.text not in _ACCENTS or letter.text in _ACCENTS:
        return False
    middle = (accent.left + accent.right) / 2
    return letter.left - 0.2 * letter.size <= middle <= letter.right


def _printed_twice(before: Letter, letter: Letter) -> bool:
    shift = abs(letter.left - before.left)
    same = before.text == letter.text and abs(before.base - letter.base) < 1
    return same and shift < 0.2 * (letter.right - letter.left)


def _accented(one: Letter, two: Letter) -> Letter:
    accent, letter = (one, two) if one.text in _ACCENTS else (two, one)
    text = unicodedata.normalize("NFC", letter.text + _ACCENTS[accent.text])
    return letter._replace(text=text, after_space=one.after_space)


def _without_leaders(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Four dots in a row, spaced or not, lead the eye from a name to its price."""
    run: list[Letter] = []
    for letter in letters:
        if letter.text in _LEADERS and (not run or letter.text == run[0].text):
            run.append(letter)
            continue
        yield from _kept(run)
        run = [letter] if letter.text in _LEADERS else []
        if not run:
            yield letter
    yield from _kept(run)


def _kept(run: list[Letter]) -> list[Letter]:
    return run if len(run) < _MIN_LEADER else []


def _split(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    word: list[Letter] = []
    for letter in letters:
        if word and _apart(word[-1], letter):
            yield word
            word = []
        word.append(letter)
    if word:
        yield word


def _apart(before: Letter, letter: Letter) -> bool:
    gap = letter.left - before.right
    size = max(before.size, letter.size)
    back = letter.left < before.left - 0.1 * size  # parts of "fi" share one place
    moved = back or abs(letter.base - before.base) > 0.4 * size
    return letter.after_space or moved or gap > 0.15 * size


def _word(letters: list[Letter]) -> Word:
    text = "".join(letter.text for letter in letters)
    text = unicodedata.normalize("NFC", re.sub("[\ufb00-\ufb06]", _unbound, text))
    lefts, tops, rights, bottoms = zip(
        *(letter[1:5] for letter in letters), strict=True
    )
    sizes = sorted(letter.size for letter in letters)
    return Word(
        text.strip("\u00ad"),
        min(lefts),
        min(tops),
        max(rights),
        max(bottoms),
        letters[0].base,
        sizes[len(sizes) // 2],
    )


def _unbound(ligature: re.Match) -> str:
    return unicodedata.normalize("NFKC", ligature[0])
