# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a supplier could correct in its list: counted, with the rows that show it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from odoo.addons.foodcoop_pricelist.lib import read
from odoo.addons.foodcoop_pricelist.lib.offer import PROBLEM, Offer, Reading, SourceRow
from odoo.addons.foodcoop_words.lib import cells, packs

NO_GTIN = "no_gtin"
NO_GTIN_COLUMN = "no_gtin_column"
WRONG_DIGIT = "wrong_digit"
DIGIT_LOST = "digit_lost"
SHOP_NUMBER = "shop_number"  # 20 to 29, 02, 04: some shop's own, not the world's
NOT_AN_ARTICLE = "not_an_article"  # a book's number
GTIN_TWICE = "gtin_twice"
CODE_TWICE = "code_twice"
SCIENTIFIC = "scientific"  # 3.76E+12
NO_CODE = "no_code"
NO_NAME = "no_name"
BAD_PRICE = "bad_price"
BROKEN_CELL = "broken_cell"
ZERO_PRICE = "zero_price"
DECIMALS = "decimals"
PRICES_DISAGREE = "prices_disagree"
NO_UNIT = "no_unit"
PACK_UNCLEAR = "pack_unclear"
BAD_VAT = "bad_vat"

# Reason codes of the price list's rooms -> what we tell. Written out where a newer
# room names them.
_TOLD = {
    cells.BAD_GTIN: WRONG_DIGIT,
    "gtin_digit_lost": DIGIT_LOST,
    cells.OWN_GTIN: SHOP_NUMBER,
    "book_gtin": NOT_AN_ARTICLE,
    cells.SCIENTIFIC: SCIENTIFIC,
    cells.BAD_PRICE: BAD_PRICE,
    cells.NEGATIVE_PRICE: BAD_PRICE,
    cells.HUGE_PRICE: BAD_PRICE,
    cells.CELL_ERROR: BROKEN_CELL,
    "decimals_differ": DECIMALS,
    "prices_disagree": PRICES_DISAGREE,
    read.NO_CODE: NO_CODE,
    read.NO_NAME: NO_NAME,
    packs.UNIT_UNKNOWN: NO_UNIT,
    packs.PACK_UNREAD: PACK_UNCLEAR,
    packs.PACK_DOUBT: PACK_UNCLEAR,
    packs.PACK_OTHER_UNIT: PACK_UNCLEAR,
    "bad_vat": BAD_VAT,
}
# What stops an order first, what only costs us time last.
_ORDER = (
    *(BAD_PRICE, BROKEN_CELL, ZERO_PRICE, PRICES_DISAGREE, DECIMALS),
    *(NO_CODE, CODE_TWICE, NO_NAME, NO_UNIT, PACK_UNCLEAR, BAD_VAT),
    *(SCIENTIFIC, WRONG_DIGIT, DIGIT_LOST, SHOP_NUMBER, NOT_AN_ARTICLE, GTIN_TWICE),
    *(NO_GTIN, NO_GTIN_COLUMN),
)
GTIN_TROUBLE = (WRONG_DIGIT, DIGIT_LOST, SHOP_NUMBER, NOT_AN_ARTICLE, SCIENTIFIC)


@dataclass(frozen=True)
class Row:
    """Where it stands. ``text`` is the product's name, or the row as it is written."""

    sheet: str
    row: int
    code: str
    text: str
    page: int = 0


@dataclass(frozen=True)
class Finding:
    """One kind of trouble. ``count``: rows; of a number used twice: such numbers."""

    code: str
    count: int
    rows: tuple[Row, ...]


def findings(reading: Reading) -> tuple[Finding, ...]:
    """What this list's sender could correct, most urgent first; () when nothing."""
    rows = defaultdict(dict)  # in the list's order, each row once
    for code, row in _troubles(reading):
        rows[code][row] = True
    found = {code: Finding(code, len(them), tuple(them)) for code, them in rows.items()}
    found |= {one.code: one for one in _twice(reading.offers)}
    if not _has_gtins(reading) and NO_GTIN in found:
        found[NO_GTIN_COLUMN] = Finding(NO_GTIN_COLUMN, found.pop(NO_GTIN).count, ())
    return tuple(found[code] for code in _ORDER if code in found)


def _troubles(reading: Reading) -> Iterator[tuple[str, Row]]:
    for source in reading.of(PROBLEM):
        if source.reason in _TOLD:
            yield _TOLD[source.reason], _of_source(source)
    for offer in reading.offers:
        told = [_TOLD[doubt] for doubt in offer.doubts if doubt in _TOLD]
        if offer.price == 0:
            told.append(ZERO_PRICE)
        if _lacks_gtin(offer, told):
            told.append(NO_GTIN)
        yield from ((code, _of_offer(offer)) for code in told)


def _lacks_gtin(offer: Offer, told: list[str]) -> bool:
    """What is weighed, or not sold now, needs no number on its pack."""
    is_packed = offer.terms.unit not in (packs.KG, packs.LITRE)
    is_sold = offer.price is not None and offer.available
    return is_packed and is_sold and not offer.gtin and not {*told} & {*GTIN_TROUBLE}


def _has_gtins(reading: Reading) -> bool:
    """Whether the list has a place for GTINs at all."""
    named = any(column.role == "gtin" for column in reading.columns)
    return named or any(offer.gtin for offer in reading.offers)


def _twice(offers: Iterable[Offer]) -> Iterator[Finding]:
    """Numbers that name two products; a row that is only repeated is no trouble."""
    codes = _shared(offers, lambda offer: offer.code, _says)
    gtins = _shared(offers, lambda offer: offer.gtin, lambda offer: offer.title)
    for code, groups in ((CODE_TWICE, codes), (GTIN_TWICE, gtins)):
        if groups:
            rows = tuple(_of_offer(offer) for group in groups for offer in group)
            yield Finding(code, len(groups), rows)


def _shared(
    offers: Iterable[Offer], number: Callable, what: Callable
) -> list[list[Offer]]:
    groups = defaultdict(list)
    for offer in offers:
        if number(offer):
            groups[number(offer)].append(offer)
    return [group for group in groups.values() if len(set(map(what, group))) > 1]


def _says(offer: Offer) -> tuple:
    return offer.title, offer.price, offer.pack_text, offer.unit_text


def _of_offer(offer: Offer) -> Row:
    return Row(
        offer.sheet, offer.row, offer.code or offer.gtin, offer.title, offer.page
    )


def _of_source(source: SourceRow) -> Row:
    return Row(source.sheet, source.row, "", source.text, source.page)
