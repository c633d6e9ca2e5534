# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose list is this: the names and words that are written on it."""

import re
from collections.abc import Iterable
from itertools import chain, islice

from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib.cells import plain

FIRST_ROWS = 30  # a letterhead stands above the table
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


def _stands(words: str, text: str) -> bool:
    return len(words) >= SHORTEST and f" {words} " in text


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plain(text)))
