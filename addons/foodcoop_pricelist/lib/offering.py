# SPDX-License-Identifier: AGPL-3.0-or-later
"""One row of cells becomes an offer, or says which cells are wrong."""

from dataclasses import dataclass

from odoo.addons.foodcoop_columns.lib.sections import Place
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.attributes import flag
from odoo.addons.foodcoop_words.lib.cells import (
    BAD_DEPOSIT,
    BAD_STATUS,
    as_text,
    parse_code,
    parse_gtin,
    parse_price,
)

from .lookup import Goods
from .mapping import Mapping
from .offer import Offer
from .paying import Payment
from .tables import Segment, Table

NO_CODE = "no_code"
NO_NAME = "no_name"
_PACK_ROLES = (roles.PACK, roles.CONTENT, roles.UNIT)


@dataclass(frozen=True)
class Said:
    """What holds for the whole list."""

    language: str
    mapping: Mapping
    currency: str
    net: bool


class Maker:
    """Makes offers of the rows of one segment."""

    def __init__(self, table: Table, segment: Segment, said: Said) -> None:
        self.table, self.said, self.layout = table, said, segment.layout
        lines = table.sheet.rows[segment.start - 1 : segment.end - 1]
        self.goods = Goods(self.layout, lines, said.language, said.mapping)
        self.payment = Payment(self.layout, lines, said.language, said.mapping)
        column = self.layout.column
        self.code, self.gtin = column(roles.CODE), column(roles.GTIN)
        self.deposit, self.vat = column(roles.DEPOSIT), column(roles.VAT)
        self.paid, self.case = self.layout.prices.paid, column(roles.CASE_PRICE)
        self.sign, shapes = self.payment.sign, self.layout.shapes
        coded = max(shapes[c].filled if c else 0 for c in (self.code, self.gtin))
        priced = shapes[self.paid].filled if self.paid else 0
        self.coded = coded > 0 and coded >= priced * 0.5

    def alternate(self, line) -> tuple:
        """The row's price may stand in another column, for something else."""
        prices = self.layout.prices
        self.payment.basis = prices.basis
        if not prices.alternates or not is_nothing(line[self.paid - 1], self.sign):
            return line
        for column, basis in prices.alternates.items():
            if line[column - 1] is not None:
                self.payment.basis = "" if basis == "unit" else basis
                return (*line[: self.paid - 1], line[column - 1], *line[self.paid :])
        return line

    def make(self, row: int, line, place: Place):
        """The offer and no reasons; or None and each bad cell with its reason."""
        code = parse_code(line[self.code - 1] if self.code else None)
        gtin = parse_gtin(line[self.gtin - 1] if self.gtin else None)
        price = parse_price(line[self.paid - 1] if self.paid else None, self.sign)
        vat, bad_vat = self.goods.vat(line)
        place.enter(line)
        name = place.named(line)
        lacks_code = self.coded and not code.value and not gtin.value
        wrong = (
            (self.code, code.reason),
            (self.paid, price.reason),
            (self.case, self._bad_case(line)),
            (self.code, NO_CODE if lacks_code else ""),
            (self.layout.names[0] if self.layout.names else 0, "" if name else NO_NAME),
            (self.vat, bad_vat),
            (self.deposit, self._bad_deposit(line)),
        )
        bad = tuple((column, reason) for column, reason in wrong if reason)
        if bad:
            return None, (*bad, *self._status(line))
        return self._offer(row, line, place, (name, code, gtin, price, vat)), ()

    def _bad_case(self, line) -> str:
        return parse_price(line[self.case - 1], self.sign).reason if self.case else ""

    def _bad_deposit(self, line) -> str:
        """A deposit that is no amount of money: "x", or below zero."""
        value = line[self.deposit - 1] if self.deposit else None
        said = bool(as_text(value).strip("-–— "))
        return BAD_DEPOSIT if said and parse_price(value).value is None else ""

    def _status(self, line) -> tuple[tuple[int, str], ...]:
        """A status that is neither yes nor no, told beside what else is wrong."""
        value = self.goods.value(line, roles.AVAILABLE)
        known = value is None or self.layout.standard or len(as_text(value)) > 2
        if known or flag(value) is not None:
            return ()
        return ((self.layout.column(roles.AVAILABLE), BAD_STATUS),)

    def _offer(self, row: int, line, place: Place, found) -> Offer:
        name, code, gtin, price, vat = found
        pack, content, unit = (self.payment.text(line, role) for role in _PACK_ROLES)
        unit_text = place.measured(unit)
        money = self.payment.money(line, name, unit_text)
        doubts = (money.terms.reason, gtin.reason, *money.doubts)
        return Offer(
            **self._source(row),
            name=name,
            section=place.section,
            code=code.value or "",
            gtin=gtin.value or "",
            price=money.price,
            vat=vat,
            terms=money.terms,
            pack_text=pack or content,
            unit_text=unit_text,
            content=money.content,
            content_unit=money.content_unit,
            doubts=tuple(filter(None, doubts)),
            **self._described(line, place, name, money.price is not None),
            net=self.said.net,
            currency=price.currency or self.said.currency,
        )

    def _source(self, row: int) -> dict:
        sheet, block = self.table.sheet, self.table.block
        return {
            "sheet": sheet.name,
            "row": row,
            "block": block,
            "page": sheet.page(row),
        }

    def _described(self, line, place: Place, name: str, priced: bool) -> dict:
        """What the offer is, beside its price; with what the row above says of it."""
        goods, shown = self.goods, place.described(line)
        available, withdrawn = goods.available(line)
        return {
            "brand": goods.brand(shown),
            "origin": goods.origin(shown, name),
            "labels": goods.tags(shown, f"{place.section} {name}"),
            "category": goods.category(shown, place.sections),
            "available": available and priced,
            "withdrawn": withdrawn,
            "advised_price": goods.advised(line),
        }


def is_nothing(value, sign: str) -> bool:
    """A dash or "rupture" in a column of prices says no price."""
    parsed = parse_price(value, sign)
    return parsed.value is None and not parsed.reason
