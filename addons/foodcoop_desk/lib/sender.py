# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose list is this: the names and words that are written on it."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain, islice

from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib.cells import as_text, plain

FIRST_ROWS = 30  # a letterhead stands above the table
TOLD_ROWS = 300  # products enough to tell a supplier by his codes
LEAST_KNOWN = 5  # codes; fewer may be chance
LONGEST = 120  # letters; longer texts are neither codes nor names
SHORTEST = 4  # letters; shorter words stand on everybody's lists


def letterhead(document: Document, filename: str) -> str:
    """What the file says around its products, for comparing words."""
    rows = chain.from_iterable(sheet.rows[:FIRST_ROWS] for sheet in document.sheets)
    cells = (value for row in rows for value in row if isinstance(value, str))
    names = (sheet.name for sheet in document.sheets)
    facts = (document.facts.sender, document.facts.title)
    parts = [filename, *facts, *document.texts, *names, *islice(cells, 500)]
    return f" {_words(' '.join(parts))} "


def named(text: str, words: dict[object, Iterable[str]]) -> list:
    """Whose words stand in the letterhead, the longest word first.

    >>> named(" tarif criee du ponant xlsx ", {1: ["Criée du Ponant"], 2: ["Tari"]})
    [1]
    """
    found = []
    for owner, told in words.items():
        hits = [len(one) for one in map(_words, told) if _stands(one, text)]
        if hits:
            found.append((max(hits), owner))
    found.sort(key=lambda hit: -hit[0])
    return [owner for _length, owner in found]


def offered(document: Document) -> set[str]:
    """What may be a code, or the name of a product without one, in the first rows."""
    rows = chain.from_iterable(sheet.rows[:TOLD_ROWS] for sheet in document.sheets)
    texts = {as_text(value) for row in rows for value in row if value is not None}
    return {one for text in texts for one in (text, plain(text)) if _tells(one)}


def _tells(text: str) -> bool:
    return len(text) <= LONGEST and len(re.sub(r"[\W_]", "", text)) >= 3


def selling(known: Mapping[object, int]) -> list:
    """Whose codes and names these are: one by far, else nobody.

    ``known``: how many of the ``offered`` texts each supplier used before. Two
    suppliers who count 1, 2, 3 share many codes: then a person is asked.

    >>> selling({1: 90, 2: 12}), selling({1: 90, 2: 60}), selling({1: 4})
    ([1], [], [])
    """
    ranked = sorted(known, key=known.get, reverse=True)
    if not ranked or known[ranked[0]] < LEAST_KNOWN:
        return []
    alone = len(ranked) == 1 or known[ranked[0]] > 2 * known[ranked[1]]
    return ranked[:1] if alone else []


def _stands(words: str, text: str) -> bool:
    return len(words) >= SHORTEST and f" {words} " in text


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plain(text)))
