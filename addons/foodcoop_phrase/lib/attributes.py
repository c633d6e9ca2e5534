# SPDX-License-Identifier: AGPL-3.0-or-later
"""What members ask about: where it comes from, its labels; and its VAT.

Words of six languages become a country, a tag, a percentage. A word that is not known
stays as it is written: nothing is invented.
"""

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from odoo.addons.foodcoop_sheet.lib.table import Value

from .cells import as_text, parse_price, plain

LANGUAGES = ("fr", "en", "de", "nl", "es", "it")
BAD_VAT = "bad_vat"

_VAT_RATES = frozenset(
    map(
        Decimal,
        [
            "0",
            "2.1",
            "2.5",
            "2.6",
            "3",
            "4",
            "5",
            "5.5",
            "6",
            "7",
            "8",
            "8.1",
            "9",
            "9.5",
            "10",
            "12",
            "13",
            "14",
            "15",
            "17",
            "18",
            "19",
            "20",
            "21",
            "22",
            "23",
            "24",
            "25",
        ],
    )
)
_VAT_WORDS = {
    **dict.fromkeys(
        [
            "l",
            "low",
            "laag",
            "reduit",
            "reduite",
            "ermassigt",
            "reducido",
            "ridotta",
            "r",
            "1",
        ],
        0,
    ),
    **dict.fromkeys(
        ["h", "high", "hoog", "normal", "normale", "n", "standard", "voll", "2", "s"], 1
    ),
}
_VAT_FREE = frozenset(["z", "zero", "exempt", "exonere", "e", "frei", "0"])
# The reduced and the full rate, where a list says no more than "low" and "high".
_VAT_OF = {
    "fr": ("5.5", "20"),
    "en": ("5", "20"),
    "de": ("7", "19"),
    "nl": ("9", "21"),
    "es": ("10", "21"),
    "it": ("10", "22"),
}
_LABELS = {
    "bio": "bio organic biologique biologisch ekologisch okologisch ecologico biologico "
    "agriculture_biologique issu_de_l_agriculture_biologique b eg-bio eu-bio ia kba",
    "ab": "ab",
    "demeter": "demeter dem biodynamie biodynamique biodynamisch d",
    "eko": "eko",
    "fair trade": "fairtrade fair_trade ft max_havelaar equitable commerce_equitable "
    "gepa fair transfair",
    "conversion": "conversion en_conversion umstellung umsteller",
    "naturland": "naturland nl_ nat",
    "bioland": "bioland bl",
    "biokreis": "biokreis",
    "biopark": "biopark",
    "nature & progres": "nature_progres nature_et_progres n_p np",
    "label rouge": "label_rouge lr",
    "aop": "aop aoc dop pdo",
    "igp": "igp pgi igt",
    "msc": "msc",
    "asc": "asc",
    "hve": "hve haute_valeur_environnementale",
    "ecocert": "ecocert",
    "vegan": "vegan vegane",
    "vegetarian": "vegetarien vegetarisch vegetarian",
    "gluten free": "sans_gluten glutenfrei gluten_free glutenvrij senza_glutine sg",
    "rainforest alliance": "rainforest_alliance rainforest utz",
    "stg": "stg tsg",
}
# Organic by themselves, for a filter "organic".
ORGANIC = frozenset(
    {"bio", "ab", "demeter", "eko", "naturland", "bioland", "biokreis", "biopark"}
)
_TAGS = {
    word.replace("_", " ").strip(): tag
    for tag, words in _LABELS.items()
    for word in words.split()
}
# Letters that mean a label in a column of labels, but nothing within a name.
_SHORT = frozenset(word for word in _TAGS if len(word) <= 3) - {"bio", "eko"}
_LABEL_IN_NAME = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(w) for w in sorted(_TAGS, key=len)[::-1] if w not in _SHORT | {"fair"}
    )
    + r")\b"
)
_NO = frozenset(("", "0", "non", "no", "nein", "nee", "n", "false", "-", "faux"))
_YES = frozenset(("1", "oui", "yes", "ja", "si", "x", "true", "vrai", "j", "y", "o"))
_UNAVAILABLE = _NO - {""} | {"x", "indisponible", "rupture", "epuise", "inactif"}
_WITHDRAWN = frozenset(("x", "delete", "deleted", "supprime", "gesaneerd", "withdrawn"))


def _territories() -> dict[str, str]:
    """Country names of six languages -> ISO code, with other spellings of codes."""
    names = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("EZ", "UN", "XA", "XB")
            ):
                names.setdefault(plain(name), code)
    return names | {
        **{"non eu": "non EU", "hors ue": "non EU", "non ue": "non EU", "eu": "EU"},
        **{"ue": "EU", "europe": "EU", "uk": "GB", "angleterre": "GB", "england": "GB"},
        **{"ecosse": "GB", "scotland": "GB", "schottland": "GB", "schotland": "GB"},
        **{"holland": "NL", "hollande": "NL", "usa": "US", "etats unis": "US"},
        **{"tchequie": "CZ", "cote d'ivoire": "CI", "italy": "IT", "bretagne": "FR"},
    }


NAMES = _territories()
_ALIASES = get_global("territory_aliases")
_OLD_CODES = dict(
    d="DE", f="FR", i="IT", a="AT", e="ES", b="BE", p="PT", h="HU", s="SE"
)
# Countries that are not also a bird, a nut or a shirt.
_IN_NAMES = {
    name: code
    for name, code in NAMES.items()
    if code
    in [
        "FR",
        "ES",
        "IT",
        "BE",
        "NL",
        "DE",
        "PT",
        "GR",
        "GB",
        "IE",
        "MA",
        "NO",
        "DK",
        "SE",
        "PL",
        "AT",
        "CH",
        "TN",
        "IL",
        "ZA",
        "PE",
        "EC",
        "CR",
        "KE",
        "EU",
    ]
    or code == "non EU"
    if name not in ("e", "eu", "uk", "ue", "bretagne", "holland", "marruecos")
    or name == "eu"
}
_COUNTRY_IN_NAME = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(map(re.escape, sorted(_IN_NAMES, key=len)[::-1]))
    + r")(?!\w)"
)


@lru_cache(maxsize=20_000)
def country(text: str) -> str:
    """The ISO code of a country's word or code, "" for none.

    >>> country("Spanje"), country("nld"), country("Vorstenbosch, NL"), country("Trim B")
    ('ES', 'NL', 'NL', '')
    """
    word = plain(text).strip(" .")
    if word in NAMES:
        return NAMES[word]
    upper = word.upper()
    if len(word) == 2 and upper in Locale("en").territories:
        return upper
    if len(word) == 3 and word.isalpha() and len(_ALIASES.get(upper, ())) == 1:
        return _ALIASES[upper][0]
    if "," in word or "/" in word or " - " in word:
        return country(re.split(r"[,/]| - ", word)[-1])
    return _OLD_CODES.get(word, "")


def origin_text(value: Value, language: str = "") -> str:
    """The origin as a person reads it: a bare code becomes the country's name.

    >>> origin_text("ES", "fr"), origin_text("Veluwe, NL"), origin_text("Espagne")
    ('Espagne', 'Veluwe, NL', 'Espagne')
    """
    text = as_text(value).strip(" -")
    bare = len(text) <= 3 and country(text)
    if not text.strip("0?-") or not bare or len(bare) != 2:
        return "" if not text.strip("0?-") else text
    return Locale(language or "en").territories[bare]


@lru_cache(maxsize=50_000)
def origin_in(name: str) -> str:
    """The country that a name mentions, as written: "Crème Espagne À l'unité"."""
    if name.isupper():
        return ""
    found = _COUNTRY_IN_NAME.search(plain(name))
    if not found:
        return ""
    start = len(found.string[: found.start()].split())
    words = name.split()[start : start + len(found[0].split())]
    return " ".join(words).strip(",.()") if words and words[0][0].isupper() else ""


@lru_cache(maxsize=20_000)
def labels_of(text: str) -> tuple[str, ...]:
    """Tags of a label cell.

    >>> labels_of("bio, DEM"), labels_of("AB / Fair Trade"), labels_of("12345")
    (('bio', 'demeter'), ('ab', 'fair trade'), ())
    """
    tags = {}
    for part in re.split(r"[,;/+|&]", plain(text).replace("®", "")):
        word = part.strip(" .()-")
        if word in _TAGS:
            tags[_TAGS[word]] = None
        else:
            tags |= dict.fromkeys(labels_in(word))
    return tuple(tags)


@lru_cache(maxsize=50_000)
def labels_in(name: str) -> tuple[str, ...]:
    """Tags that a product's name mentions.

    >>> labels_in("Crème Italie À l'unité Bio Normal"), labels_in("Bionica vast")
    (('bio',), ())
    """
    found = _LABEL_IN_NAME.findall(plain(name))
    return tuple(dict.fromkeys(_TAGS[word] for word in found))


def flag(value: Value) -> bool | None:
    """Yes or no, as people write it; None when it is neither."""
    word = plain(as_text(value))
    return True if word in _YES else False if word in _NO else None


def availability(value: Value, *, standard: bool = False) -> tuple[bool, bool]:
    """Available now? Withdrawn for good? ``standard``: the letters of BNN and UBL.

    >>> availability("X"), availability("Yes"), availability("0")
    ((False, True), (True, False), (False, False))
    """
    word = plain(as_text(value))
    gone = word in _WITHDRAWN
    if standard:
        return not gone and word not in ("v", "unavailable"), gone
    return not gone and word not in _UNAVAILABLE, gone


def is_rate(text: str) -> bool:
    """A percentage that some country knows, for telling a column by its cells."""
    return parse_vat(text.lower()) in _VAT_RATES


@lru_cache(maxsize=5_000)
def parse_vat(text: str, scale: int = 1) -> Decimal | None:
    """A percentage; ``scale`` 100 where cells hold 0.055.

    >>> parse_vat("5,5 %"), parse_vat("6.00%"), parse_vat("x")
    (Decimal('5.5'), Decimal('6'), None)
    """
    bare = re.sub(r"\b(?:tva|vat|mwst|btw|iva)\b\.?", "", plain(text))
    number = parse_price(bare.replace("%", "").strip(), ".").value
    if number is None or number * scale > 30:
        return None
    rate = (number * scale).normalize()
    return rate.quantize(Decimal(1)) if rate == rate.to_integral_value() else rate


def vat_guess(word: str, language: str) -> str:
    """What "L", "high" or "2" most likely means in a list of that language, or ""."""
    place = _VAT_WORDS.get(plain(word).strip(". "))
    if plain(word).strip(". ") in _VAT_FREE:
        return "0"
    rates = _VAT_OF.get(language)
    return rates[place] if rates and place is not None else ""
