"""What a supplier could correct, counted from what was read."""

from decimal import Decimal

import pytest

from odoo.addons.foodcoop_catalogue_mail.lib import answer
from odoo.addons.foodcoop_catalogue_mail.lib.answer import findings
from odoo.addons.foodcoop_pricelist.lib.offer import (
    IGNORED,
    PROBLEM,
    Column,
    Offer,
    Reading,
    SourceRow,
)
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet
from odoo.addons.foodcoop_words.lib.packs import Terms

PIECE, KILO = Terms("piece"), Terms("kg")
GTINS = (Column("Tarif", 2, "gtin", "EAN"),)


def offer(row, name="Miel", **told):
    usual = {"code": str(row), "price": Decimal("4.20"), "terms": PIECE}
    return Offer("Tarif", row, name, **{**usual, **told})


def found(*offers, others=(), columns=GTINS):
    told = findings(Reading(offers, others, columns))
    return {one.code: (one.count, [row.row for row in one.rows]) for one in told}


def test_a_clear_list_asks_nothing():
    assert found(offer(2, gtin="3017620422003"), offer(3, "Thym", terms=KILO)) == {}


def test_packed_goods_without_a_number_are_counted_weighed_ones_are_not():
    told = found(offer(2), offer(3, terms=KILO), offer(4, price=None))
    assert told == {answer.NO_GTIN: (1, [2])}


def test_a_list_without_that_column_is_told_so_once():
    told = found(offer(2), offer(3), columns=())
    assert told == {answer.NO_GTIN_COLUMN: (2, [])}


@pytest.mark.parametrize(
    ("doubt", "code"),
    [
        ("bad_gtin", answer.WRONG_DIGIT),
        ("gtin_digit_lost", answer.DIGIT_LOST),
        ("own_gtin", answer.SHOP_NUMBER),
        ("book_gtin", answer.NOT_AN_ARTICLE),
        ("scientific", answer.SCIENTIFIC),
    ],
)
def test_a_wrong_number_is_not_a_missing_one(doubt, code):
    assert found(offer(2, doubts=(doubt,))) == {code: (1, [2])}


def test_two_doubts_of_one_kind_are_one_row():
    told = found(offer(2, gtin="1", doubts=("pack_unread", "pack_other_unit")))
    assert told == {answer.PACK_UNCLEAR: (1, [2])}


def test_codes_used_twice_are_counted_as_codes():
    told = found(
        *(offer(row, "Miel 250 g", code="A", terms=KILO) for row in (2, 3)),
        offer(4, "Miel 500 g", code="A", terms=KILO),
        offer(5, "Thym", code="B", terms=KILO),
        offer(6, "Thym", code="B", terms=KILO),
    )
    assert told == {answer.CODE_TWICE: (1, [2, 3, 4])}


def test_a_number_on_two_articles():
    told = found(
        offer(2, "Miel", gtin="3017620422003"),
        offer(3, "Thym", gtin="3017620422003"),
        offer(4, "Thym", gtin="3017620422003", code="3"),
    )
    assert told == {answer.GTIN_TWICE: (1, [2, 3, 4])}


def test_rows_that_could_not_be_used():
    reasons = ("bad_price", "negative_price", "no_code", "cell_error", "several_prices")
    others = [
        SourceRow("Tarif", number, PROBLEM, reason, "Miel | abc")
        for number, reason in enumerate(reasons, start=2)
    ]
    others.append(SourceRow("Tarif", 9, IGNORED, "no_code", "Total"))
    assert found(others=tuple(others)) == {
        answer.BAD_PRICE: (2, [2, 3]),
        answer.BROKEN_CELL: (1, [5]),
        answer.NO_CODE: (1, [4]),
    }


def test_prices_come_first():
    told = found(offer(2), offer(3, price=Decimal(0), gtin="3017620422003"))
    assert list(told) == [answer.ZERO_PRICE, answer.NO_GTIN]


def test_from_a_sheet_to_what_is_told():
    rows = (
        ("Code", "Désignation", "EAN", "Tarif", "Unité"),
        ("A1", "Tarama rose", "3017620422003", "1,17", "U"),
        ("A1", "Lentilles", "3017620422004", "2,40", "U"),
        ("C3", "Riz long", None, "3,10", "U"),
        ("D4", "Savon", "2000000000015", "abc", "U"),
    )
    told = findings(read(Document("xlsx", (Sheet("Tarif", rows),))))
    assert [(one.code, one.count) for one in told] == [
        (answer.BAD_PRICE, 1),
        (answer.CODE_TWICE, 1),
        (answer.WRONG_DIGIT, 1),
        (answer.NO_GTIN, 1),
    ]
    assert told[-1].rows == (answer.Row("Tarif", 4, "C3", "Riz long"),)
