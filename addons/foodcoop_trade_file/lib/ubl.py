# SPDX-License-Identifier: AGPL-3.0-or-later
"""The UBL catalogue of Peppol: each line is a row, its elements say what they are.

A catalogue that replaces another is a full list; one that updates is a partial one.
Status is the line's own: Add, Update, Delete; "Unavailable" where it cannot be ordered.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from odoo.addons.foodcoop_sheet.lib import values
from odoo.addons.foodcoop_sheet.lib.grid import Grid
from odoo.addons.foodcoop_sheet.lib.limits import MAX_TEXT, Budget
from odoo.addons.foodcoop_sheet.lib.markup import Handler, parse
from odoo.addons.foodcoop_sheet.lib.table import (
    FULL,
    NO_TABLE,
    PARTIAL,
    Document,
    Facts,
    ReadError,
    Value,
)

_SCOPES = {"Replace": FULL, "Update": PARTIAL, "Delete": PARTIAL}
_ITEM, _PLACE = "Item/", "RequiredItemLocationQuantity/"
_PRICE = f"{_PLACE}Price/"

# (path inside the line, title, role, how it is written)
_FIELDS = (
    *((f"{_ITEM}SellersItemIdentification/ID", "Item number", "code", ""),),
    *((f"{_ITEM}StandardItemIdentification/ID", "GTIN", "gtin", ""),),
    *((f"{_ITEM}Name", "Name", "name", ""),),
    *((f"{_ITEM}Description", "Description", "", ""),),
    *((f"{_PRICE}PriceAmount", "Price", "price", "number"),),
    *((f"{_PRICE}PriceAmount@currencyID", "Currency", "", ""),),
    *((f"{_PRICE}BaseQuantity", "Price base quantity", "", "number"),),
    *((f"{_PRICE}BaseQuantity@unitCode", "Price unit", "unit", ""),),
    *((f"{_PRICE}OrderableUnitFactorRate", "Units per order unit", "", "number"),),
    *(("OrderableUnit", "Order unit", "pack", ""),),
    *(("ContentUnitQuantity", "Content quantity", "quantity", "number"),),
    *(("ContentUnitQuantity@unitCode", "Content unit", "", ""),),
    *((f"{_ITEM}PackQuantity", "Pack quantity", "", "number"),),
    *((f"{_ITEM}PackSizeNumeric", "Pack size", "", "number"),),
    *((f"{_ITEM}ClassifiedTaxCategory/Percent", "VAT %", "vat", "number"),),
    *((f"{_ITEM}OriginCountry/IdentificationCode", "Origin", "origin", ""),),
    *((f"{_ITEM}BrandName", "Brand", "brand", ""),),
    *((f"{_ITEM}ManufacturerParty/PartyName/Name", "Manufacturer", "", ""),),
    *((f"{_ITEM}Certificate/CertificateType", "Certificate", "labels", ""),),
    *(
        (
            f"{_ITEM}CommodityClassification/ItemClassificationCode@name",
            "Category",
            "category",
            "",
        ),
    ),
    *(
        (
            f"{_ITEM}CommodityClassification/ItemClassificationCode",
            "Category code",
            "",
            "",
        ),
    ),
    *(("Status", "Status", "status", ""),),
    *(("MinimumOrderQuantity", "Minimum order", "", "number"),),
    *(("OrderQuantityIncrementNumeric", "Order multiple", "", "number"),),
    *((f"{_PLACE}LeadTimeMeasure", "Lead time", "", "number"),),
    *(("LineValidityPeriod/StartDate", "Valid from", "", "date"),),
    *(("LineValidityPeriod/EndDate", "Valid to", "", "date"),),
    *((f"{_PRICE}ValidityPeriod/StartDate", "Price from", "", "date"),),
    *((f"{_PRICE}ValidityPeriod/EndDate", "Price to", "", "date"),),
)


def read_catalogue(read: Callable[[int], bytes]) -> Document:
    """One sheet with its roles; raises ReadError when it has no line."""
    catalogue = Catalogue()
    parse(read, catalogue)
    if not catalogue.row:
        raise ReadError(NO_TABLE)
    grid = catalogue.grid
    grid.put_row(1, [title for _path, title, _role, _form in _FIELDS])
    for column, (_path, _title, role, _form) in enumerate(_FIELDS, start=1):
        if role:
            grid.roles[role] = column
    return Document("ubl", (grid.sheet(),), catalogue.facts())


class Catalogue(Handler):
    """Lines become rows 2, 3, ...; what stands outside them becomes facts."""

    def __init__(self) -> None:
        self.grid = Grid("Catalogue", Budget())
        self.path: list[str] = []
        self.words: list[str] = []
        self.said: dict[str, str] = {}
        self.line: dict[str, str] = {}
        self.row = 0

    def start(self, name, attributes):
        self.path.append(name)
        self.words = []
        if self.path[1:2] == ["CatalogueLine"]:
            place = "/".join(self.path[2:])
            for key, text in attributes.items():
                self.line.setdefault(f"{place}@{key}", text[:MAX_TEXT])

    def text(self, text):
        self.words.append(text)

    def end(self, _name):
        text = values.clean("".join(self.words))
        inside = self.path[1:2] == ["CatalogueLine"]
        if text:  # of several prices the first holds: the others are for other places
            place = "/".join(self.path[2 if inside else 1 :])
            (self.line if inside else self.said).setdefault(place, text)
        if inside and len(self.path) == 2:
            self._line_ends()
        self.path.pop()
        self.words = []

    def _line_ends(self):
        self.row += 1
        self.line["Status"] = self.line.get("ActionCode", "")
        if self.line.get("OrderableIndicator") in ("false", "0"):
            self.line["Status"] = "Unavailable"
        cells = [_value(self.line.get(path), form) for path, _t, _r, form in _FIELDS]
        self.grid.put_row(self.row + 1, cells)
        self.line = {}

    def facts(self) -> Facts:
        said = self.said
        party = "SellerSupplierParty/Party/PartyName/Name"
        provider = "ProviderParty/PartyLegalEntity/RegistrationName"
        currency = [field[1] for field in _FIELDS].index("Currency") + 1
        found = {row.get(currency) for row in self.grid.cells.values()} - {None}
        found.discard("Currency")
        return Facts(
            sender=said.get(party) or said.get(provider) or "",
            title=said.get("Name", ""),
            currency=found.pop() if len(found) == 1 else "",
            issued=_date(said.get("IssueDate")),
            valid_from=_date(said.get("ValidityPeriod/StartDate")),
            valid_to=_date(said.get("ValidityPeriod/EndDate")),
            scope=_SCOPES.get(said.get("ActionCode", ""), ""),
        )


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _value(text: str | None, form: str) -> Value:
    if not text or not form:
        return values.clean(text or "")
    if form == "date":
        return _date(text) or text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    sane = number.is_finite() and abs(number.adjusted()) <= 20
    return number if sane else text
