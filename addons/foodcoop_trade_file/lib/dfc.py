# SPDX-License-Identifier: AGPL-3.0-or-later
"""A producer's catalogue in the Data Food Consortium's JSON-LD becomes a sheet.

The standard links catalogue items, the products they name, offers and their prices by
``@id``; nodes may also stand inside each other.
Versions write ``dfc-b:name`` or the whole address of a property: its last word counts.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from odoo.addons.foodcoop_sheet.lib import limits, values
from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TABLE,
    NOT_A_WORKBOOK,
    TOO_MANY_ROWS,
    UNKNOWN_KIND,
    Document,
    Facts,
    ReadError,
    Sheet,
)

MAX_DEPTH = 20
ROLES = (
    *("code", "name", "content", "price", "vat", "category", "origin", "labels"),
    "gtin",
)
TITLES = (
    *("sku", "name", "quantity", "price", "VAT rate", "type", "origin", "labels"),
    "GTIN",
)
_UNITS = {
    "kilogram": "kg",
    "gram": "g",
    "litre": "l",
    "liter": "l",
    "millilitre": "ml",
    "milliliter": "ml",
    "centilitre": "cl",
    "piece": "pc",
    "unit": "pc",
}
# The standard's certificates that a label of lists is; others keep their own name.
_LABELS = {
    **{"demeter": "demeter", "msc": "msc", "organiclabel": "bio"},
    "organic-eu": "bio",
    "organic-ab": "ab",
    "organicab": "ab",
    "aopeu": "aop",
    "aop_eu": "aop",
    "igpeu": "igp",
    "igp_eu": "igp",
    "labelrougefr": "label rouge",
}
# Some platforms write a link at its far end only.
_BACKS = ("referencedBy", "offers", "concernedBy", "isPriceOf")
_CURRENCIES = {"euro": "EUR", "swissfranc": "CHF", "poundsterling": "GBP"}


def is_dfc(text: str) -> bool:
    """
    >>> is_dfc(' {"@type": "dfc-b:Catalog"}'), is_dfc('{"products": []}'), is_dfc("dfc")
    (True, False, False)
    """
    return text.lstrip()[:1] in ("{", "[") and "dfc" in text.lower()


def read_dfc(text: str) -> Document:
    """Raises ReadError: UNKNOWN_KIND for no JSON, NO_TABLE for nothing offered."""
    try:
        content = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise ReadError(UNKNOWN_KIND) from error
    graph = _Graph(content)
    rows = [row for row in map(graph.row, graph.offered()) if row[1]]
    if not rows:
        raise ReadError(NO_TABLE)
    if len(rows) >= limits.MAX_ROWS:
        raise ReadError(TOO_MANY_ROWS)
    roles = {role: column for column, role in enumerate(ROLES, start=1)}
    sheet = Sheet("Data Food Consortium", (TITLES, *rows), roles=roles)
    return Document("dfc", (sheet,), Facts(graph.sender(), currency=graph.currency()))


def last_word(text: object) -> str:
    """
    >>> last_word("dfc-b:hasPrice"), last_word("https://dfc.example/x#Kilogram")
    ('hasPrice', 'Kilogram')
    """
    return re.split(r"[:#/]", str(text))[-1]


class _Graph:
    """Nodes by their ``@id``, wherever they stand and however often."""

    def __init__(self, content: object) -> None:
        self.nodes: dict[str, dict] = {}
        self._collect(content, 0)
        self.backs: dict[tuple[str, str], dict] = {}
        for node in self.nodes.values():
            for name in _BACKS:
                for ref in _refs(node.get(name)):
                    self.backs.setdefault((name, ref), node)

    def _collect(self, content: object, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise ReadError(NOT_A_WORKBOOK)
        if isinstance(content, list):
            for one in content:
                self._collect(one, depth + 1)
        elif isinstance(content, dict):
            node = {last_word(key): value for key, value in content.items()}
            if "@type" in node:
                known = self.nodes.setdefault(str(node.get("@id", id(content))), node)
                known.update(node)
            for key, value in node.items():
                if key not in ("@context", "@id", "@type"):
                    self._collect(value, depth + 1)

    def of(self, *types: str) -> Iterator[dict]:
        for node in self.nodes.values():
            found = node["@type"]
            names = found if isinstance(found, list) else [found]
            if {last_word(name).lower() for name in names} & set(types):
                yield node

    def linked(self, node: dict, name: str, *backs: str) -> dict:
        """The first node that this property names or holds, or that names this one."""
        value = node.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict):
            own = {last_word(key): one for key, one in value.items()}
            return {**own, **self.nodes.get(str(value.get("@id")), {})}
        if value and str(value) in self.nodes:
            return self.nodes[str(value)]
        ref = str(node.get("@id"))
        found = (self.backs.get((back, ref)) for back in backs)
        return next(filter(None, found), {})

    def offered(self) -> list[tuple[dict, dict]]:
        """Catalogue items with their product; products that no item names."""
        pairs = [
            (item, self.linked(item, "references", "referencedBy"))
            for item in self.of("catalogitem")
        ]
        named = {product.get("@id") for _item, product in pairs}
        alone = [
            one for one in self.of("suppliedproduct") if one.get("@id") not in named
        ]
        return [*pairs, *(({}, product) for product in alone)]

    def offer_of(self, item: dict, product: dict) -> dict:
        found = self.linked(item, "offeredThrough", "offers", "concernedBy")
        return found or self.linked(product, "offeredThrough", "offers", "concernedBy")

    def row(self, pair: tuple[dict, dict]) -> tuple:
        item, product = pair
        offer = self.offer_of(item, product)
        price = self.linked(offer, "hasPrice", "isPriceOf")
        quantity = self.linked(product, "hasQuantity")
        return (
            _text(item.get("sku") or item.get("@id") or product.get("@id")),
            _text(
                product.get("name") or item.get("name") or product.get("description")
            ),
            _quantity(quantity.get("value"), quantity.get("hasUnit")),
            _number(price.get("value", offer.get("price"))),
            _number(price.get("VATrate")),
            self.words(product, "hasType"),
            self.words(product, "hasGeographicalOrigin"),
            self.words(product, "hasCertification", "notation"),
            _text(product.get("gtin")),
        )

    def words(self, node: dict, link: str, *names: str) -> str | None:
        """What these links lead to, by its name in the file, else by its own id."""
        links = node.get(link)
        links = links if isinstance(links, list) else [links]
        names = (*names, "prefLabel", "name", "@value")
        found = [self.word(value, names) for value in links if value]
        return ", ".join(filter(None, found)) or None

    def word(self, value: object, names: tuple[str, ...]) -> str | None:
        own = value if isinstance(value, dict) else {"@id": value}
        own = {last_word(key): one for key, one in own.items()}
        ref = str(own.get("@id") or "")
        node = {**own, **self.nodes.get(ref, {})}
        if known := _LABELS.get(last_word(ref).lower()):
            return known
        said = (_text(node.get(name)) for name in names)
        return next(filter(None, said), None) or _text(last_word(ref))

    def sender(self) -> str:
        for node in self.of("enterprise", "entreprise"):
            if name := _text(node.get("name")):
                return name
        return ""

    def currency(self) -> str:
        for price in self.of("price"):
            word = last_word(price.get("hasUnit", ""))
            return _CURRENCIES.get(
                word.lower(), word if re.fullmatch("[A-Z]{3}", word) else ""
            )
        return ""


def _refs(value: object) -> list[str]:
    """The ids that a link names, however it is written."""
    links = value if isinstance(value, list) else [value]
    refs = [one.get("@id") if isinstance(one, dict) else one for one in links]
    return [str(ref) for ref in refs if ref]


def _text(value: object) -> str | None:
    """A text; of one in several languages, the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return values.clean(str(value)) if value is not None else None


def _number(value: object) -> Decimal | None:
    if isinstance(value, dict):
        value = value.get("@value")
    try:
        number = Decimal(str(value).replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _quantity(value: object, unit: object) -> str | None:
    """What one holds. "1 Kilogram" is a bag or loose goods: the vocabulary (1.7.4 and
    1.8.2) has one quantity for both, so it stays a piece until a person says "kg".

    >>> _quantity("0,5", "dfc-m:Kilogram"), _quantity(0, "dfc-m:Piece")
    ('0.5 kg', None)
    """
    number = _number(value)
    word = last_word(unit.get("@id", "") if isinstance(unit, dict) else unit or "")
    return (
        f"{number:f} {_UNITS.get(word.lower(), word.lower())}".strip()
        if number
        else None
    )
