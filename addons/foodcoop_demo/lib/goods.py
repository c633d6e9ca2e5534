# SPDX-License-Identifier: AGPL-3.0-or-later
"""The goods of the shop, unfolded from ``goods.csv``: a line is a family."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from . import codes
from .suppliers import Supplier, by_key

TABLE = Path(__file__).with_name("goods.csv")
CENT = Decimal("0.01")
MARGIN = Decimal("1.23")
FULL_RATE = {"Hygiène", "Entretien"}  # VAT 20 %, as beer and wine
ALCOHOL = ("Vin ", "Bière ", "Cidre ")
CONTENT = re.compile(r"(?:(\d+) x )?(\d+(?:,\d+)?) (kg|g|L|cl|ml)$")
LITRES = {"L": Decimal(1), "cl": Decimal("0.01"), "ml": Decimal("0.001")}


@dataclass(frozen=True, slots=True)
class Family:
    """One line of the table, its cells parsed."""

    supplier: Supplier
    category: str
    template: str
    weighed: bool
    cost: Decimal
    pack: int
    code: str
    rate: float
    season: str
    life: int

    def names(self) -> list[str]:
        """The names that ``{a|b}`` stands for, as written when there is none."""
        found = re.search(r"\{(.*?)\}", self.template)
        if not found:
            return [self.template]
        return [self.template.replace(found[0], word) for word in found[1].split("|")]


@dataclass(frozen=True, slots=True)
class Product:
    """An article; ``pack`` counts its units (or kg), ``rate`` is sold a day."""

    reference: str
    name: str
    supplier: str
    category: str
    weighed: bool
    cost: Decimal
    price: Decimal
    vat: Decimal
    pack: int
    barcode: str
    pack_barcode: str
    rate: float
    season: str
    life: int

    @property
    def origin(self) -> str:
        """Where fruit and vegetables grew, for the shelf; empty for the rest."""
        if self.category not in FRESH:
            return ""
        first = self.name.split()[0]
        return FAR_ORIGINS.get(first, "France, Drôme")

    @property
    def content(self) -> tuple[Decimal, str] | None:
        """What is in one pack, as its name says."""
        return None if self.weighed else net_content(self.name)


FRESH = ("Fruits", "Légumes")
FAR_ORIGINS = {
    "Avocats": "Espagne",
    "Bananes": "Martinique",
    "Citrons": "Espagne",
    "Clémentines": "France, Corse",
    "Gingembre": "Pérou",
    "Oranges": "Espagne",
    "Pamplemousses": "France, Corse",
}


def families() -> list[Family]:
    """The table, line by line."""
    suppliers = by_key()
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Family(
                supplier=suppliers[row["supplier"]],
                category=row["category"],
                template=row["name"],
                weighed=row["unit"] == "kg",
                cost=Decimal(row["cost"]),
                pack=int(row["pack"]),
                code=row["code"],
                rate=float(row["rate"]),
                season=row["season"],
                life=int(row["life"]),
            )
            for row in csv.DictReader(lines, delimiter=";")
        ]


def products(seed: str = "goods") -> list[Product]:
    """All articles of the shop, always the same ones."""
    rng = random.Random(seed)
    return [
        _product(item, family, name, step, rng)
        for item, (family, name, step) in enumerate(_unfolded(), 1)
    ]


def _unfolded() -> Iterator[tuple[Family, str, int]]:
    for family in families():
        for step, name in enumerate(family.names()):
            yield family, name, step


def _product(
    item: int, family: Family, name: str, step: int, rng: random.Random
) -> Product:
    """Later names of a family cost a little more."""
    cost = (family.cost * (100 + 6 * step) / 100).quantize(CENT)
    vat = vat_rate(family.category, name)
    barcode = _barcode(family, item)
    return Product(
        reference=f"F{item:04d}",
        name=name,
        supplier=family.supplier.key,
        category=family.category,
        weighed=family.weighed,
        cost=cost,
        price=shelf_price(cost, vat),
        vat=vat,
        pack=family.pack,
        barcode=barcode,
        pack_barcode=_pack_barcode(family, item, barcode),
        rate=round(family.rate * rng.uniform(0.6, 1.4), 3),
        season=family.season,
        life=family.life,
    )


def _barcode(family: Family, item: int) -> str:
    if family.code == "ean13":
        return codes.gtin13(family.supplier.number, item)
    return codes.gtin8(item) if family.code == "ean8" else ""


def _pack_barcode(family: Family, item: int, barcode: str) -> str:
    """One case in three bears a GTIN-14, one a GTIN-13 of its own, one nothing."""
    if family.pack == 1 or len(barcode) != 13 or item % 3 == 2:
        return ""
    if item % 3 == 0:
        return codes.gtin14(barcode)
    return codes.gtin13(family.supplier.number, 90000 + item)


def vat_rate(category: str, name: str) -> Decimal:
    """5.5 % on food, 20 % on the rest and on alcohol.

    >>> vat_rate("Boissons", "Cidre brut 75 cl"), vat_rate("Boissons", "Eau")
    (Decimal('20'), Decimal('5.5'))
    """
    full = category in FULL_RATE or name.startswith(ALCOHOL)
    return Decimal(20) if full or "Lessive" in name else Decimal("5.5")


def shelf_price(cost: Decimal, vat: Decimal) -> Decimal:
    """One margin for all goods; the price on the shelf holds the tax.

    >>> shelf_price(Decimal("1.00"), Decimal("5.5"))
    Decimal('1.30')
    """
    return (cost * MARGIN * (100 + vat) / 100).quantize(CENT)


def net_content(name: str) -> tuple[Decimal, str] | None:
    """How much of it there is, in g, kg or L; nothing for pieces.

    >>> net_content("Eau gazeuse 6 x 1,5 L"), net_content("Jus de pomme 75 cl")
    ((Decimal('9.0'), 'L'), (Decimal('0.75'), 'L'))
    >>> net_content("Œufs plein air par 6")
    """
    found = CONTENT.search(name)
    if not found:
        return None
    packs, amount, unit = found.groups()
    whole = int(packs or 1) * Decimal(amount.replace(",", "."))
    return (whole * LITRES[unit], "L") if unit in LITRES else (whole, unit)
