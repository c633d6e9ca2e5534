"""An invented dairy's list, and ways to write the same list differently."""

import random
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

ROLES = ("code", "name", "brand", "origin", "gtin", "pack", "unit", "price", "vat")
TITLES = {
    "fr": "Réf.|Désignation|Marque|Origine|Code-barres|Colisage|Unité fact.|Prix HT|TVA",
    "en": "Item no|Description of goods|Brand|Origin|Barcode|Pack size|UOM|Net price|VAT",
    "de": "Art.-Nr.|Bezeichnung|Hersteller|Herkunft|EAN|Gebinde|Einheit|Nettopreis|MwSt",
    "nl": "Artikelnr.|Omschrijving|Merk|Herkomst|EAN code|Verpakking|Eenheid|"
    "Prijs ex btw|BTW",
    "es": "Código|Producto|Marca|Origen|Código de barras|Envase|Unidad|Precio sin IVA|IVA",
    "it": "Codice|Descrizione|Marchio|Origine|Codice EAN|Confezione|Unità|"
    "Prezzo netto|Aliquota IVA",
}
PRODUCTS = (
    (
        "0417",
        "Fromage blanc de Kervor",
        "Kervor",
        "France",
        "3760001000016",
        "6 x 500 g",
    ),
    (
        "0851",
        "Beurre demi-sel à l'ancienne",
        "Sizun",
        "France",
        "3760001000023",
        "10 x 250 g",
    ),
    (
        "1203",
        "Yaourt nature brassé",
        "Kervor",
        "Espagne",
        "3760001000030",
        "12 x 125 g",
    ),
    ("1204", "Yaourt à la vanille", "Kervor", "Italie", "3760001000047", "12 x 125 g"),
    ("1310", "Tomme de brebis affinée", "Ponant", "France", None, "4 kg"),
    ("1311", "Tomme aux algues", "Ponant", "France", None, "3 kg"),
    ("2001", "Lait entier pasteurisé", "Sizun", "France", "3760001000054", "6 x 1 l"),
    ("2002", "Lait ribot fermier", "Sizun", "Belgique", "3760001000061", "6 x 75 cl"),
    ("2107", "Crème fraîche épaisse", "Kervor", "France", "3760001000078", "8 x 200 g"),
    ("3055", "Riz au lait caramel", "Glénan", "Portugal", "3760001000085", "6 x 4 pi"),
    ("3056", "Semoule au lait", "Glénan", "France", "3760001000092", "carton de 6"),
    ("3300", "Glace au sarrasin", "Glénan", "France", "3760001000108", "4 x 500 ml"),
)
UNITS = ("U", "U", "U", "U", "Kg", "Kg", "U", "U", "U", "U", "U", "U")
PRICES = (
    *("2.35", "1.80", "0.95", "1.05", "16.40", "18.90"),
    *("1.12", "1.60", "1.75", "2.60", "2.20", "4.90"),
)
VATS = ("5.5",) * 11 + ("20",)


def rows():
    """The list as roles -> text, one dict a product."""
    return [
        dict(zip(ROLES, (*product, unit, price, vat), strict=True))
        for product, unit, price, vat in zip(PRODUCTS, UNITS, PRICES, VATS, strict=True)
    ]


def written(
    order=ROLES,
    language="fr",
    *,
    sign=",",
    typed=False,
    above=(),
    below=(),
    header=True,
):
    """The list as a document: columns in this order, titles in this language."""
    titles = dict(zip(ROLES, TITLES[language].split("|"), strict=True))
    lines = [*above, *([tuple(titles[role] for role in order)] if header else [])]
    for row in rows():
        lines.append(tuple(_cell(row[role], role, sign, typed) for role in order))
    width = len(order)
    lines = [(*line, *(None,) * (width - len(line))) for line in (*lines, *below)]
    return Document("xlsx" if typed else "csv", (Sheet("Liste", tuple(lines)),))


def _cell(text, role, sign, typed):
    if text is None or role not in ("price", "vat"):
        return text
    return Decimal(text) if typed else text.replace(".", sign)


def shuffled(seed):
    order = list(ROLES)
    random.Random(seed).shuffle(order)
    return tuple(order)


def facts(reading):
    """What must not depend on how the list is written."""
    return [
        (o.code, o.name, o.gtin, o.price, o.terms, o.vat, o.origin, o.brand, o.content)
        for o in reading.offers
    ]


def essence(reading):
    """What content alone tells, without titles."""
    return [(o.code, o.name, o.gtin, o.price) for o in reading.offers]
