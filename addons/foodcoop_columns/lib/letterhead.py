# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who wrote a list, told by what stands around its tables."""

import re

from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib.cells import plain
from odoo.addons.foodcoop_words.lib.vocabulary import listed

_COMMON = listed("common")
_DOMAIN = re.compile(r"(?:@|www\.)([a-z0-9-]{3,40})\.(?!test\b|invalid\b)[a-z]{2,}")
# What a program prints beside the title of a report: no one signs with the hour.
_PRINTED = re.compile(r"\s*\d{1,2}[./]\d{1,2}[./]\d{2,4}\s+\d{1,2}:\d\d")


def sender_words(document: Document) -> tuple[str, ...]:
    """Words that tell this sender's files from others: names, addresses, titles."""
    facts, words = document.facts, {}
    texts = [facts.sender, facts.title, *(sheet.name for sheet in document.sheets[:3])]
    texts += document.texts[:12]
    for sheet in document.sheets[:1]:
        for row in sheet.rows[:12]:
            filled = [value for value in row if isinstance(value, str)]
            texts += filled if len(filled) <= 2 else []
    for text in texts:
        for word in plain(text).replace(",", " ").replace("(", " ").split():
            bare = word.strip(".:;!?'\"*)<>")
            telling = len(bare) > 3 and bare not in _COMMON
            if telling and not bare.replace(".", "").replace("-", "").isdecimal():
                words[bare] = None
    return tuple(words)[:20]


def guess_sender(document: Document, table: int) -> str:
    """Who wrote it, by its own word, its letterhead or its title; "" for nobody.

    ``table``: the first row of the first sheet that is a title, a section or a product.
    """
    facts, texts = document.facts, [*document.texts[:5]]
    if facts.sender:
        return facts.sender
    for sheet in document.sheets[:1]:
        for row in sheet.rows[: min(6, table - 1)]:
            filled = [value for value in row if isinstance(value, str)]
            if len(filled) > 2:
                break
            texts += filled[:1]
    named = [text for text in texts if "@" not in text and _is_name(text)]
    domain = _domain(document)
    same = [t for t in named if domain and domain in re.sub(r"[^a-z-]", "", plain(t))]
    printed = any(_PRINTED.fullmatch(t.removeprefix(facts.title)) for t in texts)
    title = facts.title if _is_name(facts.title) and not printed else ""
    return next(iter([*same, *([domain] if domain else named), title]))


def _is_name(text: str) -> bool:
    """Short, without numbers, no sentence, and not just "Tarifs"."""
    short = 2 < len(text) < 50 and text[-1] not in ".:,"
    telling = any(word not in _COMMON for word in plain(text).split())
    return short and telling and not any(map(str.isdigit, text))


def _domain(document: Document) -> str:
    """The name in an address: "kervor" of info@kervor.example."""
    texts = list(document.texts[:30])
    for sheet in document.sheets[:1]:
        texts += [v for row in sheet.rows[:15] for v in row if isinstance(v, str)]
    for name in _DOMAIN.findall(" ".join(texts).lower()):
        if name not in (
            "gmail",
            "orange",
            "free",
            "wanadoo",
            "hotmail",
            "yahoo",
            "outlook",
            "gmx",
        ):
            return name
    return ""
