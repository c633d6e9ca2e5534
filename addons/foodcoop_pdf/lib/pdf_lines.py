# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of a page become lines, and each line's words phrases: what stands together.

Where no line is drawn, columns are the gaps that hold over the rows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Page, Rule, Word
from odoo.addons.foodcoop_pdf_page.lib.pdf_words import by_base
from odoo.addons.foodcoop_sheet.lib.table import Box

Gap = tuple[float, float]  # where no phrase stands: from x to x

_AMOUNT = re.compile(
    r"(?:[€$£]|eur|chf)?\s*\d{1,6}(?:[ .']\d{3})*(?:[.,]\d{1,4})?"
    r"\s*(?:€|e|eur|euros?|chf|£|\$)?(?:\s*(?:ht|ttc|net))?"
    r"(?:\s*(?:/|per|par|le|la|pro|au)\s*\S{1,12})?|[-–—]+",
    re.IGNORECASE,
)
SIGNS = frozenset("€$£")
_CENTS = re.compile(r"\d{1,5}[.,]\d\d")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|pag\.?|p\.)\s*\d+"
    r"(?:\s*(?:/|von|sur|of|de|van|di)\s*\d+)?|-\s*\d+\s*-|\d+\s*/\s*\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phrase:
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right


@dataclass(frozen=True)
class Line:
    """One line of text; ``base`` is where its letters stand."""

    page: int
    base: float
    size: float
    phrases: tuple[Phrase, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(phrase.text for phrase in self.phrases)

    @cached_property
    def anchor(self) -> bool:
        """Several things, one an amount: most likely a product."""
        several = len(self.phrases) > 1 and not _PAGE_NUMBER.fullmatch(self.text)
        return several and any(holds_amount(phrase.text) for phrase in self.phrases)

    @cached_property
    def wordy(self) -> bool:
        """Several things and no amount: titles of columns, or a product not priced."""
        several = len(self.phrases) > 1 and not _PAGE_NUMBER.fullmatch(self.text)
        return several and not self.anchor


def is_amount(text: str) -> bool:
    """A price, a quantity, or the dash of what is not to be had today.

    >>> [is_amount(text) for text in ("14,4", "-", "0,50e", "40/kg", "13 mai", "3/500")]
    [True, True, True, True, False, True]
    """
    return bool(_AMOUNT.fullmatch(text.strip()))


def holds_amount(text: str) -> bool:
    """An amount, or a price among other words.

    >>> holds_amount("12,50 A7"), holds_amount("Colin 3/500")
    (True, False)
    """
    return is_amount(text) or any(map(_CENTS.fullmatch, text.split()))


def lines_of(page: Page, words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom."""
    rows = list(by_base(words))
    spaces = _spaces(rows)
    return [
        Line(
            page.number,
            row[0].base,
            median(word.size for word in row),
            tuple(_phrases(row, spaces[round(row[0].size)], page.down)),
        )
        for row in rows
    ]


def _spaces(rows: Sequence[Sequence[Word]]) -> dict[int, float]:
    """The usual space between words of a size, as a part of that size.

    In type of one width a space is as wide as a letter, else half as wide.
    """
    gaps: dict[int, list[float]] = {}
    for row in rows:
        gaps.setdefault(round(row[0].size), []).extend(
            gap
            for before, word in pairwise(row)
            if 0.1 < (gap := (word.left - before.right) / word.size) < 0.75
        )
    return {
        size: min(0.62, max(0.2, sorted(some)[len(some) // 10])) if some else 0.28
        for size, some in gaps.items()
    }


def _phrases(row: Sequence[Word], space: float, down: Sequence[Rule]):
    phrase = [row[0]]
    for place, (before, word) in enumerate(pairwise(row), start=1):
        after = row[place + 1] if place + 1 < len(row) else None
        if len(phrase) == 1 and before.text in SIGNS and is_amount(word.text):
            parted = word.left - before.right > 20 * word.size
        else:
            parted = _parted(before, word, after, space)
        if parted or _ruled_off(before, word, down):
            yield Phrase(tuple(phrase))
            phrase = []
        phrase.append(word)
    yield Phrase(tuple(phrase))


def _parted(before: Word, word: Word, after: Word | None, space: float) -> bool:
    """A gap wider than between words, or another text that begins over this one.

    A currency sign set at the left of its column stays with its amount.
    """
    size = max(word.size, before.size)
    gap = word.left - before.right
    opens = word.text in SIGNS and after is not None and is_amount(after.text)
    if opens and (not is_amount(before.text) or after.left - word.right < gap):
        return True
    return gap > max(1.6 * space, 0.42) * size or gap < -0.4 * size


def _ruled_off(before: Word, word: Word, down: Sequence[Rule]) -> bool:
    """A drawn line stands between the two words."""
    middle = (word.top + word.bottom) / 2
    return any(
        before.right - 1 <= rule.at <= word.left + 1
        and rule.start <= middle <= rule.end
        for rule in down
    )


def gaps_of(phrases: Sequence[Phrase | Word], rows: int) -> list[Gap]:
    """The gaps that hold over the rows; what bridges one in a row of 20 is passed over.

    A name too long for its column narrows the gap, or in a row of 20 closes it.
    """
    if not phrases:
        return []
    few = _open(phrases, rows // 20)
    usual = [
        phrase
        for phrase in phrases
        if not any(phrase.left < start and phrase.right > end for start, end in few)
    ]
    gaps = _open(usual, 0)
    closed = [
        few_cross
        for few_cross in few
        if not any(few_cross[0] < end and start < few_cross[1] for start, end in gaps)
    ]
    return sorted(gaps + closed)


def _open(
    phrases: Sequence[Phrase | Word], limit: int, narrow: float = 2.0
) -> list[Gap]:
    """Stretches between the outermost phrases that at most ``limit`` of them cover."""
    edges = sorted(
        edge
        for phrase in phrases
        for edge in ((phrase.left, 1), (max(phrase.right, phrase.left), -1))
    )
    found, over, start = [], 0, None
    for x, step in edges:
        over += step
        if over <= limit and start is None:
            start = x
        elif over > limit and start is not None:
            if x - start >= narrow:
                found.append((start, x))
            start = None
    return found[1:] if limit and found and found[0][0] <= edges[0][0] else found


def common_gaps(some: Sequence[Gap], others: Sequence[Gap]) -> list[Gap] | None:
    """The gaps of two parts of one table; None when their columns are not the same.

    >>> common_gaps([(50, 90), (120, 150)], [(60, 100)])
    >>> common_gaps([(50, 90)], [(60, 100)])
    [(60, 90)]
    """
    found = []
    for one in some:
        shared = [
            (max(one[0], other[0]), min(one[1], other[1]))
            for other in others
            if min(one[1], other[1]) - max(one[0], other[0]) >= 1.5
        ]
        if not shared:
            return None
        found.append(max(shared, key=lambda gap: gap[1] - gap[0]))
    return found


def surround(words: Iterable[Word]) -> Box:
    """The smallest rectangle around words."""
    _texts, lefts, tops, rights, bottoms, *_ = zip(*words, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def text_of(words: Iterable[Word], title: bool = False) -> str:
    """Words as they are read: line by line; a word goes on after its hyphen.

    Names break where they have a hyphen anyway (demi-sel); titles of columns are
    broken by hand, and only the title is whole without it.
    """
    text = ""
    for line in by_base(words):
        if text and not re.search(r"\w-$", text):
            text += " "
        elif text and title and line[0].text[0].islower():
            text = text[:-1]
        text += " ".join(word.text for word in line)
    return text
