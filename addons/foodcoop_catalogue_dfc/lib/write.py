# SPDX-License-Identifier: AGPL-3.0-or-later
"""A shop's range becomes a catalogue in the Data Food Consortium's JSON-LD.

Enterprise, catalogue, items, products, offers and prices are nodes of one graph, and
every link is written from both of its ends: a platform that starts at the products
must reach their prices, too, or it takes them for 0.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from urllib.parse import quote

from odoo.addons.foodcoop_sheet.lib.values import clean

CONTEXT = "https://www.datafoodconsortium.org"
# The standard has no word for a GTIN; it borrows schema.org's elsewhere.
GTIN = "https://schema.org/gtin"
UNITS = {
    "kg": "Kilogram",
    "g": "Gram",
    "l": "Litre",
    "cl": "Centilitre",
    "ml": "Millilitre",
    "pc": "Piece",
}
_CURRENCIES = {"EUR": "Euro", "GBP": "PoundSterling"}
# What the standard calls a mark of ours. "Organic" alone names no certifier.
_MARKS = {
    "bio": "OrganicLabel",
    "ab": "Organic-AB",
    "demeter": "Demeter",
    "aop": "AOPEU",
    "msc": "MSC",
}
_INVERSE = {
    "hasType": "typeOf",
    "hasGeographicalOrigin": "geographicalOriginOf",
    "hasCertification": "certificateOf",
}


@dataclass(frozen=True)
class Shop:
    """Who offers: ``base`` begins every id and says nothing but whose it is."""

    base: str
    ref: int
    name: str
    catalogue: str
    currency: str = "EUR"  # ISO 4217


@dataclass(frozen=True)
class Mark:
    """A label as people read it, and the word that lists name it by."""

    code: str
    name: str


@dataclass(frozen=True)
class Ware:
    """``price``: what a customer pays for ``quantity`` of ``unit``; ``vat`` percent.

    ``unit`` is one of UNITS. None is unknown: never written as 0.
    """

    ref: int
    name: str
    description: str = ""
    sku: str = ""
    gtin: str = ""
    quantity: Decimal | None = None
    unit: str = "pc"
    price: Decimal | None = None
    vat: Decimal | None = None
    origin: str = ""
    category: str = ""
    marks: tuple[Mark, ...] = ()


def write_dfc(shop: Shop, wares: Sequence[Ware]) -> str:
    """The same wares in the same order are the same text, to the letter."""
    graph = _Graph(shop)
    for ware in wares:
        graph.add(_seen(ware))
    content = {"@context": CONTEXT, "@graph": [*graph.nodes()]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _seen(ware: Ware) -> Ware:
    """Without what nobody sees: a reader leaves it out, too."""
    words = ("name", "sku", "origin", "category")
    return replace(ware, **{name: clean(getattr(ware, name)) or "" for name in words})


@dataclass
class _Graph:
    shop: Shop
    made: list[dict] = field(default_factory=list)
    concepts: dict[str, dict] = field(default_factory=dict)
    products: list[str] = field(default_factory=list)

    def nodes(self) -> Iterator[dict]:
        yield from self._owner()
        yield from self.made
        yield from self.concepts.values()

    def _id(self, *path: object) -> str:
        words = (quote(str(part), safe="") for part in path)
        return "/".join([self.shop.base.rstrip("/"), "dfc", *words])

    def _owner(self) -> Iterator[dict]:
        own = self._id("enterprises", self.shop.ref)
        catalogue = self._id("catalogues", self.shop.ref)
        items = [f"{product}#item" for product in self.products]
        yield _node(
            own,
            "Enterprise",
            name=self.shop.name,
            maintains=catalogue,
            manages=items,
            supplies=self.products,
        )
        yield _node(
            catalogue,
            "Catalog",
            name=self.shop.catalogue,
            maintainedBy=own,
            lists=items,
        )

    def add(self, ware: Ware) -> None:
        product = self._id("products", ware.ref)
        self.products.append(product)
        self.made += [self._product(product, ware), self._item(product, ware)]
        if ware.quantity:
            size = {"value": _number(ware.quantity)}
            unit = f"dfc-m:{UNITS[ware.unit]}"
            made = _node(
                f"{product}#quantity", "QuantitativeValue", **size, hasUnit=unit
            )
            self.made.append(made)
        if ware.price is not None:
            self.made += self._offer(product, ware)

    def _product(self, product: str, ware: Ware) -> dict:
        kinds = ("types", "", ware.category), ("origins", "", ware.origin)
        category, origin = (self._concept(*kind) for kind in kinds)
        marks = [self._concept("marks", mark.code, mark.name) for mark in ware.marks]
        links = dict(
            hasType=category, hasGeographicalOrigin=origin, hasCertification=marks
        )
        for name, found in links.items():
            for concept in found if isinstance(found, list) else filter(None, [found]):
                known = self.concepts[concept].setdefault(f"dfc-b:{_INVERSE[name]}", [])
                known.append(product)
        node = _node(
            product,
            "SuppliedProduct",
            name=ware.name,
            description=ware.description,
            hasQuantity=ware.quantity and f"{product}#quantity",
            **links,
            suppliedBy=self._id("enterprises", self.shop.ref),
            referencedBy=f"{product}#item",
        )
        return {**node, GTIN: ware.gtin} if ware.gtin else node

    def _item(self, product: str, ware: Ware) -> dict:
        return _node(
            f"{product}#item",
            "CatalogItem",
            name=ware.name,
            sku=ware.sku,
            references=product,
            offeredThrough=None if ware.price is None else f"{product}#offer",
            listedIn=self._id("catalogues", self.shop.ref),
            managedBy=self._id("enterprises", self.shop.ref),
        )

    def _offer(self, product: str, ware: Ware) -> Iterator[dict]:
        offer, price = f"{product}#offer", f"{product}#price"
        yield _node(offer, "Offer", offers=f"{product}#item", hasPrice=price)
        yield _node(
            price,
            "Price",
            value=_number(ware.price),
            VATrate=_number(ware.vat),
            hasUnit=self._currency(),
            isPriceOf=offer,
        )

    def _currency(self) -> str:
        code = self.shop.currency
        if code in _CURRENCIES:
            return f"dfc-m:{_CURRENCIES[code]}"
        return self._concept("currencies", code, code)

    def _concept(self, family: str, code: str, name: str) -> str | None:
        """The id of a word: the standard's own where it has one, else the shop's."""
        if not name:
            return None
        known = _MARKS.get(code) if family == "marks" else None
        ref = f"dfc-f:{known}" if known else self._id(family, code or name)
        concept = {"@id": ref, "@type": "skos:Concept", "skos:prefLabel": name}
        own = {"skos:notation": code} if code and not known else {}
        self.concepts.setdefault(ref, {**concept, **own})
        return ref


def _node(ref: str, kind: str, **properties: object) -> dict:
    """What is empty or unknown is left out; a zero is said."""
    said = {
        f"dfc-b:{name}": value
        for name, value in properties.items()
        if value is not None and value not in ("", [])
    }
    return {"@id": ref, "@type": f"dfc-b:{kind}", **said}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
