# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column's title says, in six languages: its role, and what a price is for.

Words are compared without accents and punctuation; German and Dutch compounds
("Colloprijs", "Verkaufspreis") are taken apart at "-preis" and "-prijs".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import roles
from .cells import plain
from .units import CASE, INNER, KG, LITRE, PIECE
from .vocabulary import listed, meanings

_PHRASES = meanings("column")
_LONGEST = sorted((p for p in _PHRASES if len(p) > 2), key=len, reverse=True)
_NEVER_FIRST = frozenset(
    {roles.NAME, roles.PRICE, roles.OTHER, roles.AVAILABLE, roles.LABEL, roles.VARIANT}
)  # "Article 5", "Bio Apfel", "note that" are rows
_PRICE_WORDS = listed("price")
_TRAIT = meanings("trait")
_STEMS = meanings("stem")
_COMPOUND = re.compile(r"(\w*?)s?(?:preis|preise|prijs|prijzen)$")
_FOR = re.compile(r"(?:/|\b(?:par|per|au|a la|le|la|pro|je|al|por)\b)\s*([a-z]+)")
_BASES = (CASE, KG, LITRE, INNER, PIECE, "unit")


@dataclass(frozen=True)
class Title:
    """A title understood. Of a price: what it is for (``basis``: kg, l, piece, inner,
    case, or "unit": whatever the unit column says) and whether ``net`` of VAT."""

    role: str = ""
    basis: str = ""
    net: bool | None = None


NONE = Title()


@lru_cache(maxsize=50_000)
def title_of(text: str) -> Title:
    """What a column so titled holds.

    >>> title_of("Prix colis H.T."), title_of("Verkaufspreis").role
    (Title(role='price', basis='case', net=True), 'advised')
    >>> title_of("EURO/Kg"), title_of("Cabillaud")
    (Title(role='price', basis='kg', net=None), Title(role='', basis='', net=None))
    """
    words = _words(text)
    if not words or len(words) > 12:
        return NONE
    phrase = " ".join(words)
    known = _PHRASES.get(phrase, "")
    if known and known != roles.PRICE:
        return Title(known)
    if _priced(words, known):
        return _price_title(text, words)
    bare = " ".join(_words(text.partition("(")[0]))
    return Title(_longest(phrase, words) or _PHRASES.get(bare, ""))


def role_of(text: str) -> str:
    """The role alone; a price that is kept aside (advised, with VAT) is "other".

    >>> role_of("Unité fact."), role_of("Code-barres"), role_of("Cabillaud")
    ('unit', 'gtin', '')
    """
    title = title_of(text)
    aside = title.role in (roles.ADVISED, roles.OTHER_PRICE) or title.net is False
    return roles.OTHER if aside or title.role == roles.ORDER else title.role


def _words(text: str) -> tuple[str, ...]:
    spelled = (
        plain(text).replace("€", " eur ").replace("n°", " n ").replace("nº", " n ")
    )
    spelled = re.sub(r"\b([a-z])\.\s?(?=[a-z]\b)", r"\1", spelled)
    return tuple(re.findall(r"[a-z0-9]+", spelled))


def _priced(words: tuple[str, ...], known: str) -> bool:
    if known == roles.PRICE or words[0] in ("tarif", "tarifs", "tariff"):
        return True
    if words[0] == "euro" and len(words) < 4:
        return True
    return any(
        word in _PRICE_WORDS or (_COMPOUND.match(word) and len(word) > 6)
        for word in words
    )


def _price_title(text: str, words: tuple[str, ...]) -> Title:
    traits = {_TRAIT[word] for word in words if word in _TRAIT}
    for word in words:
        stem = _COMPOUND.match(word)
        if stem:
            traits |= {t for w, t in _STEMS.items() if w == stem[1]} or {
                t for w, t in _STEMS.items() if len(w) > 5 and w in stem[1]
            }
    net = False if "gross" in traits else True if "net" in traits else None
    if {"sin", "senza", "ohne", "zzgl"} & {*words} or "hors taxe" in " ".join(words):
        net = True
    if "detail" in words and len(words) > 1:
        traits.add("advised")
    if (
        "unit" in words
        and "price" in words
        and words.index("unit") > words.index("price")
        and "unit" not in _FOR.findall(plain(text))  # "Price per unit" is a price
    ):
        return Title(roles.UNIT)
    for trait, role in (("other", roles.OTHER_PRICE), ("advised", roles.ADVISED)):
        if trait in traits:
            return Title(role, net=net)
    return Title(roles.PRICE, _basis(text, traits), net)


def _basis(text: str, traits: set[str]) -> str:
    """ "Prix au kg" and "€/pièce" beat what else the title mentions."""
    for word in _FOR.findall(plain(text)):
        if _TRAIT.get(word) in _BASES:
            return _TRAIT[word]
    return next((basis for basis in _BASES if basis in traits), "")


def _longest(phrase: str, words: tuple[str, ...]) -> str:
    """The longest known beginning; then abbreviations ("Désign.", "Omschr.")."""
    for known in _LONGEST:
        if phrase.startswith(known + " "):
            role = _PHRASES[known]
            if role not in _NEVER_FIRST or (role == roles.OTHER and len(known) > 3):
                return role
    if re.fullmatch(r"unite? f[a-z]{2,4}", phrase):
        return roles.UNIT
    if len(words) == 1 and len(words[0]) >= 4:
        found = {_PHRASES[one] for one in _SINGLE if one.startswith(words[0])}
        return found.pop() if len(found) == 1 else ""
    return ""


_SINGLE = tuple(phrase for phrase in _PHRASES if " " not in phrase and len(phrase) > 5)


def language_of(titles: list[str]) -> str:
    """The language that most titles are written in, "" when nothing tells.

    >>> language_of(["Artikelcode", "Omschrijving", "Herkomst"]), language_of(["Code"])
    ('nl', '')
    """
    votes: dict[str, int] = {}
    for title in titles:
        for word in _words(title):
            language = _TELLING.get(word)
            if language:
                votes[language] = votes.get(language, 0) + 1
    return max(votes, key=votes.get) if votes else ""


_TELLING = meanings("language")
