# SPDX-License-Identifier: AGPL-3.0-or-later
"""What only a person knows of a list, each asked once; and what texts around it say."""

import re
from collections import Counter

from odoo.addons.foodcoop_columns.lib.discount import Discount
from odoo.addons.foodcoop_sheet.lib.table import Document
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.attributes import vat_guess
from odoo.addons.foodcoop_words.lib.cells import as_text, plain
from odoo.addons.foodcoop_words.lib.packs import (
    CASE,
    INNER,
    KG,
    LITRE,
    PIECE,
    UNIT_UNKNOWN,
    parse_basis,
)
from odoo.addons.foodcoop_words.lib.titles import language_of

from .offer import Question

_NET = re.compile(
    r"\b(?:h\.?t\.?|hors taxes?|excl(?:\.|usief)?\s*(?:btw|vat)?|exkl|netto|zzgl|htva|"
    r"ex btw|iva esclusa|sin iva|iva no incluido|prices? exclude)\b"
)
_GROSS = re.compile(
    r"\b(?:ttc|incl(?:\.|usief)?\s*(?:btw|vat|mwst)|inkl|brutto|tvac|iva inclu\w+)\b"
)
_CURRENCY = (("€", "EUR"), ("eur", "EUR"), ("chf", "CHF"), ("£", "GBP"), ("$", "USD"))
_MOST = 12


def is_net(document: Document, tables, mapping) -> bool | None:
    """Prices without VAT? A person's answer, the price's title, the texts around.

    A title that says the opposite of what was answered for another one wins.
    """
    said, title = _titled_net(tables)
    if mapping.net is not None and not _contradicts(mapping, said, title):
        return mapping.net
    if said is not None:
        return said
    if document.kind in ("bnn", "ubl"):
        return True
    texts = plain(" ".join((*document.texts, *_around(tables))))
    if _NET.search(texts) and not _GROSS.search(texts):
        return True
    if _GROSS.search(texts) and not _NET.search(texts):
        return False
    return (
        True
        if any(s.layout.column(roles.VAT) for t in tables for s in t.segments)
        else None
    )


def _titled_net(tables) -> tuple[bool | None, str]:
    """What the first title that says it says of VAT, and that title."""
    layouts = (segment.layout for table in tables for segment in table.segments)
    told = ((one.prices.net, one.words(one.prices.paid)) for one in layouts)
    return next((found for found in told if found[0] is not None), (None, ""))


def _contradicts(mapping, said: bool | None, title: str) -> bool:
    """The list says it, and otherwise than a person who saw another title."""
    remembered = mapping.net is not None and said is not None
    return remembered and said != mapping.net and title != mapping.net_title


def _around(tables) -> list[str]:
    """Texts above the first header, and all titles."""
    texts = []
    for table in tables[:3]:
        for segment in table.segments[:1]:
            for line in table.sheet.rows[: min(segment.start, 30) - 1]:
                texts += [value for value in line if isinstance(value, str)]
    return texts


def named_currency(document: Document, tables) -> str:
    """ "Prix €", "EURO/Kg", "Preise in CHF"; "" when nothing says it."""
    titles = [
        layout.words(layout.prices.paid)
        for table in tables
        for layout in (segment.layout for segment in table.segments)
    ]
    texts = plain(" ".join([*titles[:20], *document.texts, *_around(tables)]))
    return next(
        (
            code
            for word, code in _CURRENCY
            if re.search(rf"(?<![a-z]){re.escape(word)}", texts)
        ),
        "",
    )


def ask(document, tables, offers, memory) -> tuple[Question, ...]:
    asked = [
        *_price(tables, memory.mapping),
        *_basis(tables, offers, memory.mapping),
        *_units(tables, offers, memory.mapping),
        *_discount(tables, memory.mapping),
        *_net(document, tables, offers, memory.mapping),
        *_vat(document, tables, memory.mapping),
        *_lengths(tables, offers, memory.mapping),
        *memory.lost(tables),
    ]
    return tuple(dict.fromkeys(asked))


def _price(tables, mapping):
    """Which of several columns is paid."""
    for table in tables:
        for segment in table.segments:
            layout = segment.layout
            titles = tuple(layout.words(c) or f"#{c}" for c in layout.prices.asked)
            if titles and mapping.price_title not in titles:
                yield Question(
                    "price", titles, layout.words(layout.prices.paid), table.sheet.name
                )


def _basis(tables, offers, mapping):
    """What the price is for, the likeliest first; of a case, what it holds."""
    priced = [o for o in offers if o.price is not None]
    unsaid = [o for o in priced if UNIT_UNKNOWN in o.doubts]
    layouts = [segment.layout for table in tables for segment in table.segments]
    cased = CASE in (mapping.basis, *(layout.prices.basis for layout in layouts))
    if cased and len(unsaid) * 2 > len(priced):
        yield Question("pack", (*_free(layouts), PIECE))
    elif unsaid and not mapping.basis:
        said = Counter(o.terms.basis for o in offers if o.terms.basis)
        likely = [basis for basis, _ in said.most_common(1) if basis != CASE]
        order = dict.fromkeys([*likely, PIECE, KG, CASE, INNER, LITRE])
        yield Question("basis", tuple(order), unsaid[0].unit_text)


def _free(layouts) -> tuple[str, ...]:
    """Titles of columns that nothing was taken from."""
    words = (
        layout.words(c)
        for layout in layouts
        for c in layout.span
        if layout.shapes[c].count
        and layout.roles.get(c, roles.OTHER) in (roles.OTHER, roles.ORDER)
    )
    return tuple(dict.fromkeys(filter(None, words)))[:_MOST]


def _units(tables, offers, mapping):
    """Words of a unit column that mean nothing to us."""
    if not any(s.layout.column(roles.UNIT) for t in tables for s in t.segments):
        return
    words = Counter(
        plain(o.unit_text).strip(". ") for o in offers if UNIT_UNKNOWN in o.doubts
    )
    for word, _count in words.most_common(_MOST):
        if word and word not in mapping.units and not parse_basis(word):
            yield Question("unit", (PIECE, KG, LITRE, INNER, CASE), word)


def _discount(tables, mapping):
    """Is the column of discounts already in the prices?"""
    for table in tables:
        for segment in table.segments:
            lines = table.sheet.rows[segment.start - 1 : segment.end - 1]
            told = mapping.discounted is None and Discount(segment.layout, lines).told
            if told:
                title = segment.layout.words(segment.layout.column(roles.DISCOUNT))
                yield Question("discount", ("before", "after"), title)


def _net(document, tables, offers, mapping):
    """Net or gross."""
    said, title = _titled_net(tables)
    if _contradicts(mapping, said, title):
        yield Question("net", ("net", "gross") if said else ("gross", "net"), title)
    elif offers and is_net(document, tables, mapping) is None:
        yield Question("net", ("net", "gross"))


def _vat(document, tables, mapping):
    """What a VAT word means."""
    if document.kind == "bnn":
        return  # the standard says: 1 is reduced, 2 is full
    words, titles = set(), []
    for table in tables:
        for segment in table.segments:
            layout = segment.layout
            column = layout.column(roles.VAT)
            lines = table.sheet.rows[segment.start - 1 : segment.end - 1]
            if column:
                words |= {plain(as_text(line[column - 1])) for line in lines}
            titles += layout.header.titles.values() if layout.header else ()
    guessed = language_of(titles[:60])
    for word in sorted(words - {""} - {*mapping.vat})[:_MOST]:
        if word[0].isalpha() or words <= {"1", "2", ""}:
            guess = vat_guess(word, guessed)
            yield Question("vat", (guess,) if guess else (), word)


def _lengths(tables, offers, mapping):
    """Codes all of one length but a few shorter ones: zeros lost in a spreadsheet?"""
    codes = [offer.code for offer in offers if offer.code.isdecimal()]
    lengths = Counter(map(len, codes))
    if (
        len(codes) < 10
        or mapping.code_length
        or not any(s.layout.column(roles.CODE) for t in tables for s in t.segments)
    ):
        return
    length, many = lengths.most_common(1)[0]
    shorter = [code for code in codes if len(code) < length]
    longer = any(known > length for known in lengths)
    zeros = any(code.startswith("0") for code in codes)
    if shorter and not longer and zeros and many >= len(codes) * 0.8:
        yield Question("code_length", (str(length), "0"), shorter[0])
