# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who wrote a list, told by what stands around its tables."""

import re

from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib.cells import plain
from odoo.addons.foodcoop_words.lib.vocabulary import listed

_COMMON = listed("common")
_DOMAIN = re.compile(r"(?:@|www\.)([a-z0-9-]{3,40})\.[a-z]{2,}")


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


def guess_sender(document: Document) -> str:
    """Who wrote it, by its own word or by the first line of its letterhead."""
    if document.facts.sender:
        return document.facts.sender
    texts = [*document.texts[:5]]
    for sheet in document.sheets[:1]:
        for row in sheet.rows[:6]:
            filled = [value for value in row if isinstance(value, str)]
            if len(filled) > 2:
                break
            texts += filled[:1]
    named = [
        text for text in texts if 2 < len(text) < 50 and not any(map(str.isdigit, text))
    ]
    named = [text for text in named if "@" not in text and text[-1] not in ".:,"]
    domain = _domain(document)
    same = [t for t in named if domain and domain in re.sub(r"[^a-z-]", "", plain(t))]
    return next(iter([*same, *([domain] if domain else named)]), document.facts.title)


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
