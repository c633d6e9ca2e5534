# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single letters with their places become words, line by line.

Spaces written in a PDF say little: columns are gaps, and gaps are measured.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
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


def words_of(letters: Iterable[Letter]) -> tuple[Word, ...]:
    """Words from top to bottom and left to right, without dots that only lead on."""
    found: list[Word] = []
    for line in _by_line(letters):
        for letters_of_word in _split(_without_leaders(_composed(line))):
            word = _word(letters_of_word)
            if word.text:
                found.append(word)
    return tuple(found)


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


def _by_line(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    for line in by_base(letters):
        yield [
            letter
            for before, letter in zip([None, *line], line, strict=False)
            if before is None or not _printed_twice(before, letter)
        ]


def _printed_twice(before: Letter, letter: Letter) -> bool:
    """Bold made by printing the same letter again a hair beside."""
    shift = abs(letter.left - before.left)
    return before.text == letter.text and shift < 0.2 * (letter.right - letter.left)


def _composed(line: list[Letter]) -> list[Letter]:
    composed: list[Letter] = []
    waiting: Letter | None = None
    for letter in line:
        if letter.text in _ACCENTS:
            waiting = letter
            continue
        if (
            waiting
            and letter.left - 0.2 * letter.size <= _middle(waiting) <= letter.right
        ):
            composed.append(_accented(waiting, letter))
        else:
            composed += [waiting, letter] if waiting else [letter]
        waiting = None
    return composed + ([waiting] if waiting else [])


def _accented(accent: Letter, letter: Letter) -> Letter:
    text = unicodedata.normalize("NFC", letter.text + _ACCENTS[accent.text])
    spaced = letter.after_space or accent.after_space
    return letter._replace(text=text, after_space=spaced)


def _middle(letter: Letter) -> float:
    return (letter.left + letter.right) / 2


def _without_leaders(line: list[Letter]) -> Iterator[Letter]:
    """Four dots in a row, spaced or not, lead the eye from a name to its price."""
    run: list[Letter] = []
    for letter in line:
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


def _split(line: Iterable[Letter]) -> Iterator[list[Letter]]:
    word: list[Letter] = []
    for letter in line:
        if word and _apart(word[-1], letter):
            yield word
            word = []
        word.append(letter)
    if word:
        yield word


def _apart(before: Letter, letter: Letter) -> bool:
    gap = letter.left - before.right
    size = max(before.size, letter.size)
    return gap > 0.15 * size or (letter.after_space and gap > -0.1 * size)


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
