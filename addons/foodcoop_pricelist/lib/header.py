# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which row names the columns, and which column holds what.

A header may stand anywhere and may come back before every section. It is a row
of words where a price (or a code) and one more column are named, and no number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from odoo.addons.foodcoop_sheet.lib.table import Sheet

from .cells import as_text, plain
from .packs import parse_basis

CODE, GTIN, NAME, VARIANT, PRICE = "code", "gtin", "name", "variant", "price"
PACK, UNIT, QUANTITY, OTHER = "pack", "unit", "quantity", "other"

SEVERAL_PRICES = "several_prices"

# French, English, German, Dutch; compared without accents and punctuation.
_WORDS = {
    CODE: (
        "code, code article, code produit, ref, reference, reference unique, "
        "reference article, sku, item no, item number, order number, product code, "
        "artikelnummer, artikelnr, art nr, artnr, bestellnummer, nummer, "
        "bestelnummer, artikel nr, art no"
    ),
    GTIN: "ean, ean13, gtin, gencod, code barre, code barres, barcode, strichcode",
    NAME: (
        "nom, nom du produit, produit, produits, designation, libelle, article, "
        "denomination, name, product, product name, description produit, item, "
        "produktname, produkt, bezeichnung, artikel, artikelbezeichnung, "
        "omschrijving, productnaam, naam"
    ),
    VARIANT: (
        "calibre, caliber, kaliber, taille, size, format, contenance, nom offre, "
        "qualite, quality, sorte, soort, inhalt, inhoud, variante"
    ),
    PRICE: (
        "prix, prix ht, prix h t, prix unitaire, pu ht, pu, tarif, tarif ht, price, "
        "net price, unit price, preis, netto preis, nettopreis, einzelpreis, prijs, "
        "prijs excl, netto prijs, euro, eur, prix net, cout"
    ),
    PACK: (
        "colisage, conditionnement, pcb, packing, pack, pack size, case, uvc, "
        "gebinde, verpackung, verpackungseinheit, verpakking, collo, colli, inner"
    ),
    UNIT: (
        "unite, unite fact, unite de facturation, unit, in unit, uom, einheit, "
        "eenheid, uv, poids, weight, gewicht"
    ),
    QUANTITY: "quantite dans",
    OTHER: (
        "origine, origin, herkunft, herkomst, tva, taux de tva, vat, mwst, btw, bio, "
        "categorie, category, kategorie, poids unit, prix conseille, prix ttc, pvc, "
        "ttc, advised price, advies, adviesprijs, uvp, bestellmenge, bestelling, "
        "commande, quantite, quantity, menge, aantal, code douanier, code tva, "
        "prix public, bild, image, commentaires, vrac, actif, description, unite bio"
    ),
}
_FOR = re.compile(r"(?:/|\b(?:par|per|au|pro|je)\b)\s*([a-z]+)")
_PHRASES = {
    phrase: role for role, line in _WORDS.items() for phrase in line.split(", ")
}
_LONGEST = sorted(_PHRASES, key=len, reverse=True)


@dataclass(frozen=True)
class Header:
    """One header row: its columns by role, the section title it may carry."""

    row: int
    columns: Mapping[str, int]
    names: tuple[int, ...]
    title: str = ""
    basis: str = ""
    problem: str = ""

    def column(self, role: str) -> int | None:
        return self.columns.get(role)


def role_of(text: str) -> str:
    """What a column so titled holds, or "".

    >>> role_of("Unité fact."), role_of("Code-barres"), role_of("Cabillaud")
    ('unit', 'gtin', '')
    """
    words = " ".join(re.findall(r"[a-z0-9]+", plain(text)))
    if words in _PHRASES:
        return _PHRASES[words]
    for phrase in _LONGEST:
        if words.startswith(phrase + " ") and _PHRASES[phrase] != NAME:
            return _PHRASES[phrase]
    return "unit" if re.fullmatch(r"unite? f[a-z]{2,4}", words) else ""


def find_headers(sheet: Sheet) -> tuple[Header, ...]:
    """Every header row of the sheet, in order."""
    rows = [
        row for row in range(1, len(sheet.rows) + 1) if _looks_like_header(sheet, row)
    ]
    return tuple(
        _header(sheet, row, end) for row, end in pairwise([*rows, len(sheet.rows) + 1])
    )


def _looks_like_header(sheet: Sheet, row: int) -> bool:
    cells = [value for value in sheet.rows[row - 1] if value is not None]
    if len(cells) < 2 or not all(isinstance(value, str) for value in cells):
        return False
    roles = {role_of(value) for value in cells if len(value) <= 60} - {"", OTHER}
    return len(roles) >= 2 and PRICE in roles


def _header(sheet: Sheet, row: int, end: int) -> Header:
    labelled: dict[str, list[int]] = {}
    titled: list[int] = []
    for column, value in enumerate(sheet.rows[row - 1], start=1):
        role = role_of(value) if value else ""
        if role:
            labelled.setdefault(role, []).append(column)
        elif value:
            titled.append(column)
    columns, problem = {}, ""
    if len(labelled.get(PRICE, [])) > 1:
        labelled[PRICE], problem = _one_price(sheet, row, labelled[PRICE])
    for role, candidates in labelled.items():
        columns[role] = max(
            candidates, key=lambda column: (_filled(sheet, column, row, end), -column)
        )
    names, title = _name_columns(sheet, columns, titled, row, end)
    price_label = as_text(sheet.value(row, columns[PRICE]))
    return Header(row, columns, names, title, _basis(price_label), problem)


def _one_price(sheet, row, candidates) -> tuple[list[int], str]:
    """The net price when exactly one column says so; else nobody can know."""
    net = [
        column
        for column in candidates
        if re.search(r"\b(h\.?t|net|netto|excl)\b", plain(sheet.value(row, column)))
    ]
    return (net, "") if len(net) == 1 else (candidates, SEVERAL_PRICES)


def _filled(sheet: Sheet, column: int, start: int, end: int) -> int:
    return sum(sheet.value(row, column) is not None for row in range(start + 1, end))


def _name_columns(sheet, columns, titled, row, end) -> tuple[tuple[int, ...], str]:
    """Columns that make up the name, the general one first; and the title.

    A list may title its name column with the section ("SALMON") or not at all,
    and keep a second, untitled column beside it (the cut, the brand).
    """
    limit = min(columns[role] for role in (CODE, GTIN, PRICE) if role in columns)
    title_column = None
    if NAME not in columns and titled and titled[0] < limit:
        title_column = titled[0]
    untitled = [
        column
        for column in range(1, limit)
        if sheet.value(row, column) is None and _holds_words(sheet, column, row, end)
    ]
    named = [title_column, columns.get(NAME), columns.get(VARIANT)]
    names = sorted({*untitled, *filter(None, named)})
    title = as_text(sheet.value(row, title_column)) if title_column else ""
    return tuple(names), title


def _holds_words(sheet: Sheet, column: int, start: int, end: int) -> bool:
    """Texts longer than a mark such as "p" or "x"."""
    return any(
        isinstance(value, str) and len(value) > 1
        for value in (sheet.value(row, column) for row in range(start + 1, end))
    )


def _basis(label: str) -> str:
    """The unit in "EURO/Kg" or "Prix au kilo": what the price is for."""
    found = _FOR.search(plain(label))
    return found[1] if found and parse_basis(found[1]) else ""
