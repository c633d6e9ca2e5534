# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column's title says, in six languages: its role, and what a price is for.

Words are compared without accents and punctuation; German and Dutch compounds
("Colloprijs", "Verkaufspreis") are taken apart at "-preis" and "-prijs".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from . import roles
from .cells import plain
from .units import CASE, INNER, KG, LITRE, PIECE

# titles.txt: "[role]", then its phrases.
_PHRASES: dict[str, str] = {}
_ROLE = ""
for _line in Path(__file__).with_name("titles.txt").read_text("utf-8").splitlines():
    if _line.startswith("["):
        _ROLE = _line.strip("[]")
    elif not _line.startswith("#"):
        for _phrase in filter(None, map(str.strip, _line.split(","))):
            _PHRASES.setdefault(_phrase, _ROLE)
_LONGEST = sorted((p for p in _PHRASES if len(p) > 2), key=len, reverse=True)
_NEVER_FIRST = frozenset(
    {roles.NAME, roles.PRICE, roles.OTHER, roles.AVAILABLE, roles.LABEL, roles.VARIANT}
)  # "Article 5", "Bio Apfel", "note that" are rows
_PRICE_WORDS = frozenset(
    "prix prix tarif price preis preise prijs prijzen precio precios prezzo prezzi pu pvc ppc "
    "ppi pvp pvht pvttc uvp rrp srp msrp vk ek eur cout cost puht pxht px pttc pcht".split()
)
_TRAITS = {
    "advised": "conseille conseilles conseil ppc pvc pvp ppi uvp rrp srp msrp vk advies retail public "
    "publico pubblico recommended empf empfohlener empfohlen verkauf verkaufs verkoop consigliato recomendado "
    "consommateur consumer particulier particuliers magasin_ laden endkunden winkel shelf vente_ suggested",
    "other": "leden membres adherents adherent members member mitglieder mitglied socios soci club ancien old "
    "alt alter alte vorige oude precedent anterior vecchio previous promo promotion actie aktion angebot offerte "
    "special oferta total totaal totale summe gesamt montant somme palette palettes pallet remise rabatt korting "
    "degressif sconto staffel minimum marge consigne pfand statiegeld deposit transport port moyen",
    CASE: "colis carton caisse case kiste kist doos colli collo kolli gebinde karton cagette caja cassa "
    "cartone verpakking ve cs box lot tray collis pack plateau cp pcb",
    PIECE: "piece pieces pce pc pcs stuk stuck stueck stk st pieza pezzo pz uvc bouteille fles flasche bottle "
    "pot bocal ud each",
    "unit": "unitaire unite unit eenheid eenh einheit einzel unidad unita unitario unitaria u pu puht ladeneinheit per_stuk",
    KG: "kg kilo kilogramme kilogramm kilos",
    LITRE: "litre liter ltr l litro",
    INNER: "barquette sachet boite filet lot_",
    "net": "ht net netto excl ex exkl exclusief hors htva ohne zzgl puht pvht pxht senza sin esclusa hors_taxe excluding "
    "nett exc nt",
    "gross": "ttc brutto gross incl inkl inclusief tvac pttc pvttc inclusa incluida including inc con bruto lordo",
}
_TRAIT = {word: trait for trait, line in _TRAITS.items() for word in line.split()}
_COMPOUND = re.compile(r"(\w*?)s?(?:preis|preise|prijs|prijzen)$")
_STEMS = {
    "collo": CASE, "kisten": CASE, "karton": CASE, "gebinde": CASE, "doos": CASE, "kist": CASE, "ve": CASE,
    "eenheid": "unit", "einzel": "unit", "einheit": "unit", "stuck": PIECE, "stuk": PIECE, "kilo": KG, "kg": KG,
    "liter": LITRE, "verkauf": "advised", "verkoop": "advised", "advie": "advised", "advies": "advised",
    "laden": "advised", "winkel": "advised", "consumenten": "advised", "leden": "other", "mitglieder": "other",
    "alt": "other", "aktion": "other", "actie": "other", "gesamt": "other", "totaal": "other", "netto": "net",
    "brutto": "gross", "bruto": "gross", "vk": "advised",
}  # fmt: skip
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
        if stem and stem[1] in _STEMS:
            traits.add(_STEMS[stem[1]])
    net = False if "gross" in traits else True if "net" in traits else None
    if {"sin", "senza", "ohne", "zzgl"} & {*words} or "hors taxe" in " ".join(words):
        net = True
    if "detail" in words and len(words) > 1:
        traits.add("advised")
    if (
        "unit" in words
        and "price" in words
        and words.index("unit") > words.index("price")
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
            for language, known in _TELLING.items():
                if word in known:
                    votes[language] = votes.get(language, 0) + 1
    return max(votes, key=votes.get) if votes else ""


_TELLING = {
    "fr": "prix designation libelle produit unite origine tva conditionnement colisage tarif reference nom ht ttc".split(),
    "en": "price name order vat category unit manufacturer pack description product".split(),
    "de": "preis artikel bezeichnung menge einheit herkunft mwst gebinde nr bruttopreis steuersatz produktname".split(),
    "nl": "prijs omschrijving artikelcode eenheid herkomst btw inhoud merk land adviesprijs artnr productnaam bestelling "
    "colloprijs eenheidsprijs verpakking artikelomschrijving inkoopprijs".split(),
    "es": "precio producto unidad origen referencia codigo descripcion formato".split(),
    "it": "prezzo prodotto unita codice descrizione confezione origine aliquota".split(),
}
