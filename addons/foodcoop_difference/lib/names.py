# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that may mean one product: close ones are proposed, a person decides."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest

from rapidfuzz import fuzz

from odoo.addons.foodcoop_words.lib.cells import plain

CLOSE = 70  # of 100: below it a proposal is noise
PROPOSED = 3
COMMON = 400  # a word of so many products tells none of them apart
_LOOKED_AT = 25
_WORD = re.compile(r"[^\W\d_]{3,}")
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(kg|gr?|ml|cl|l|ltr|litres?)\b")
_IN_GRAMS = {"k": 1000, "g": 1, "m": 1, "c": 10, "l": 1000}


def words(name: str) -> frozenset[str]:
    """The words of a name that say what it is.

    >>> sorted(words("Lait 1/2 écrémé 6x1 L"))
    ['ecreme', 'lait']
    """
    return frozenset(_WORD.findall(plain(name)))


def sizes(name: str) -> frozenset[float]:
    """Weights and volumes in a name, in grams or millilitres.

    >>> sizes("Huile 75 cl"), sizes("Huile 0,75 L")
    (frozenset({750.0}), frozenset({750.0}))
    """
    found = _SIZE.findall(plain(name))
    return frozenset(
        float(number.replace(",", ".")) * _IN_GRAMS[unit[0]] for number, unit in found
    )


def strangers(name: str, other: str) -> bool:
    """No word of one name is like a word of the other: two products, it seems.

    >>> strangers("Tom. cerises", "TOMATES CERISE"), strangers("Beurre", "Savon")
    (False, True)
    """
    if plain(name) == plain(other):
        return False
    mine, theirs = words(name), words(other)
    return bool(mine and theirs) and not any(
        one.startswith(two) or two.startswith(one) or fuzz.ratio(one, two) >= 75
        for one in mine
        for two in theirs
    )


def likeness(name: str, other: str) -> int:
    """From 0 to 100; another weight or volume is another product."""
    one, two = (re.sub(r"\W+", " ", plain(text)) for text in (name, other))
    score = (fuzz.token_set_ratio(one, two) + fuzz.token_sort_ratio(one, two)) / 2
    mine, theirs = sizes(name), sizes(other)
    return int(score) - (25 if mine and theirs and not mine & theirs else 0)


class Names:
    """Products by their words, so that a list of thousands is compared in seconds."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self.names = dict(named)
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for ref, name in self.names.items():
            for word in words(name):
                self.by_word[word].append(ref)

    def closest(self, name: str, refused=frozenset()) -> tuple[tuple[int, int], ...]:
        """Up to three products as (product, likeness), the likest first."""
        votes: Counter[int] = Counter()
        for word in words(name):
            refs = self.by_word.get(word, ())
            if len(refs) <= COMMON:
                for ref in refs:
                    votes[ref] += 1 / len(refs)
        likely = nlargest(
            _LOOKED_AT, votes.items(), key=lambda vote: (vote[1], -vote[0])
        )
        scores = [
            (ref, likeness(name, self.names[ref]))
            for ref, _vote in likely
            if ref not in refused
        ]
        close = [one for one in scores if one[1] >= CLOSE]
        return tuple(nlargest(PROPOSED, close, key=lambda one: (one[1], -one[0])))


def readable(title: str) -> str:
    """A shelf's name out of a list's: no shouting, no double blanks.

    >>> readable("HUILE D'OLIVE VIERGE  75CL")
    "Huile d'olive vierge 75cl"
    >>> readable("Café AMAP")
    'Café AMAP'
    """
    text = " ".join(title.split())
    letters = [char for char in text if char.isalpha()]
    loud = sum(char.isupper() for char in letters) > 0.7 * len(letters)
    text = text.lower() if loud else text
    return text[:1].upper() + text[1:]
