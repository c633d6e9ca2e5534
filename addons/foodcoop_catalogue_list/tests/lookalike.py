# SPDX-License-Identifier: AGPL-3.0-or-later
"""An invented fishmonger's list, as awkward as the real ones.

"Criée du Ponant" repeats its header before every section and puts the section's
title into it, leaves names empty where they stand above, merges cells, writes
packs in a dozen ways and loses a code and a price on the way.
"""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

SUPPLIER = "Criée du Ponant"

# What a reader must find in the list.
PRODUCTS = 22
CODES = 21
PRICED = 20
HEADERS = 5
PROBLEMS = 1
TARAMA, SALMON, OYSTERS, UNAVAILABLE = "P3460", "4802", "6124", "4108"
TWICE, ZERO_FIRST, WITHOUT_CODE = "5030", "0417", "Dorade grise"

_COLUMNS = ("Calibre", "Code", "Origine", "Colisage", "Tarif", "Unité fact.")
_WEIGHT = (*_COLUMNS[:5], "Poids")
_SECTIONS = (
    (
        "SAUMON DU LARGE/ OFFSHORE SALMON",
        _COLUMNS,
        (
            ("Entier/ Whole", None, "1/2", 4801, "Iroise", "20 kg ou Pi", 8.95, "Kg"),
            (None, None, "2/3", 4802, "Iroise", "20 kg ou Pi", 9.40, "Kg"),
            (None, None, "3/4", 4803, "Iroise", "20 kg ou Pi", 10.35, "Kg"),
            ("Filet/ Fillet", "Trim A", "1,5/2", 4812, "Iroise", "12 kg", 15.6, "Kg"),
            (None, "Trim B", "2+", 4813, "Iroise", "12kg", 14.85, "kg "),
        ),
    ),
    (
        "POISSON ENTIER/ WHOLE FISH",
        _COLUMNS,
        (
            ("Bar de Penfoul", None, "400/600", 4101, "Iroise", "3 kg", 18.2, "Kg"),
            (None, None, date(2025, 8, 6), 4102, "Iroise", "6 kg", 19.9, "Kg"),
            (WITHOUT_CODE, None, "2/4", None, "Iroise", "5 kg", 12.3, "Kg"),
            ("Lieu de Molène", None, "2+", 4108, "Iroise", "10 kg", None, "Kg"),
            ("Noix de pétoncle", None, "30/40", "0417", "Glénan", "2*1KG ", 33.4, "kg"),
            ("Lotte d'Armen", None, "1/2", 4110, "Armen", "3kg/6kg", 21.5, "Kg"),
        ),
    ),
    (
        "HUÎTRES DE KERVOR/ KERVOR OYSTERS",
        _WEIGHT,
        (
            ("Fines de Kervor", None, "N°2", 6123, "Kervor", "24 pi", 14.1, "2,75kg"),
            (None, None, "N°3", 6124, "Kervor", "24 pi", 12.0, "2kg"),
            (None, None, "N°3", 6125, "Kervor", "48 pi", 22.8, "4kg"),
        ),
    ),
    (
        "TRAITEUR DE LA MER/ SEA DELICATESSEN",
        _COLUMNS,
        (
            (
                "Tarama doré 90g",
                None,
                None,
                "P3460",
                "Ponant",
                "6 x 90g",
                1.25,
                "U",
            ),
            ("Rillettes de bar", None, None, "P3461", "Ponant", "12x90 grs", 2.1, "UN"),
            (
                "Soupe d'Ys",
                None,
                None,
                "P3462",
                "Ponant",
                "6 x 800 g",
                3.9,
                "Boite",
            ),
            ("Algues émincées", None, None, "P3463", "Ponant", "500G", 4.8, "U"),
            (
                "Beurre noir",
                None,
                None,
                "P3464",
                "Ponant",
                "10 x 0,125gr",
                2.4,
                "U",
            ),
            ("Bulots cuits", None, None, "5030", "Glénan", "3 kg", 8.3, "Kg"),
            ("Bulots cuits", None, None, "5030", "Glénan", "1 Kg", 8.3, "Kg"),
        ),
    ),
    (
        "SUGGESTIONS",
        _COLUMNS[:5],
        (
            ("Salicornes", None, None, 7001, "Sizun", "10 x 100g", 1.9, None),
            ("Wakamé", None, None, 7002, "Sizun", "5 x 1 kg", None, "KG"),
        ),
    ),
)


def lookalike(path: str | Path, prices: dict[str, float] | None = None) -> Path:
    """Write the list as an xlsx; ``prices`` gives some codes another price."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Tarif de la criée"
    sheet["A1"] = SUPPLIER
    sheet.merge_cells("A1:H2")
    row = 4
    for title, columns, products in _SECTIONS:
        _write(sheet, row, (title, None, *columns))
        for product in products:
            row += 1
            code = str(product[3])
            price = (prices or {}).get(code, product[6])
            _write(sheet, row, (*product[:6], price, product[7]))
        row += 2
    sheet.merge_cells("A5:A7")
    _write(sheet, row, ("Prix nets, départ criée, valables une semaine",))
    workbook.save(path)
    return Path(path)


def _write(sheet, row: int, values) -> None:
    for column, value in enumerate(values, start=1):
        if value is not None:
            cell = sheet.cell(row, column, value)
            if isinstance(value, date):
                cell.number_format = "d-mmm"  # a calibre 6/8 taken for a date
