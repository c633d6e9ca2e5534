"""A cell's value becomes a price, a code or a GTIN, or says why not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_phrase.lib import cells
from odoo.addons.foodcoop_sheet.lib.table import CellError


@pytest.mark.parametrize(
    ("written", "price"),
    [
        (Decimal("9.69"), "9.69"),
        (20, "20"),
        ("12,50", "12.50"),
        ("€ 28,17", "28.17"),
        ("  2,37 EUR", "2.37"),
        ("0,50e", "0.50"),
        ("'€ 6,00", "6.00"),
        ("1.250,00", "1250.00"),
        ("1 250,5 €", "1250.5"),
        ("2.89", "2.89"),
    ],
)
def test_price_as_people_write_it(written, price):
    assert cells.parse_price(written).value == Decimal(price)


@pytest.mark.parametrize("written", [None, "", "-", " – ", "€-"])
def test_no_price_is_not_available(written):
    assert cells.parse_price(written) == cells.Parsed()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (-3, cells.NEGATIVE_PRICE),
        ("-3,00", cells.NEGATIVE_PRICE),
        (Decimal("1e30"), cells.HUGE_PRICE),
        ("9" * 400, cells.HUGE_PRICE),
        ("sur demande", cells.BAD_PRICE),
        ("Err:509", cells.BAD_PRICE),
        ("1,2,3", cells.BAD_PRICE),
        ("12,3456.78", cells.BAD_PRICE),
        (True, cells.BAD_PRICE),
        (date(2026, 1, 12), cells.BAD_PRICE),
        (CellError("#VALUE!"), cells.CELL_ERROR),
    ],
)
def test_a_price_that_is_none_says_why(written, reason):
    assert cells.parse_price(written).reason == reason


def test_decimal_sign_is_the_columns_not_the_cells():
    column = ["1.250,00", "2.89", "3,10", "4,05"]
    assert cells.decimal_sign(column) == ","
    assert cells.parse_price("1.250", ",").value == 1250
    assert cells.parse_price("1.250", ".").value == Decimal("1.25")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("0851", "0851"),
        ("000502", "000502"),
        (8801, "8801"),
        (Decimal("29932.0"), "29932"),
        ("29932.0", "29932"),
        ("  AB 12 ", "AB 12"),
        (None, None),
    ],
)
def test_codes_are_text(written, code):
    assert cells.parse_code(written).value == code


def test_scientific_notation_is_refused():
    assert cells.parse_code("3.76E+12").reason == cells.SCIENTIFIC


@pytest.mark.parametrize(
    ("written", "gtin", "reason"),
    [
        ("3380380062070", "3380380062070", ""),
        (3380380062070, "3380380062070", ""),
        ("42219095", "42219095", ""),
        ("033732000055", "033732000055", ""),
        ("713445030229", None, cells.GTIN_DIGIT_LOST),
        ("954181", None, cells.BAD_GTIN),
        ("BC1234", None, cells.BAD_GTIN),
        ("2050000000003", None, cells.OWN_GTIN),
        ("0", None, ""),
        (None, None, ""),
    ],
)
def test_gtin_only_with_its_check_digit(written, gtin, reason):
    parsed = cells.parse_gtin(written)
    assert (parsed.value, parsed.reason) == (gtin, reason)


@given(st.decimals(min_value=0, max_value=99999, places=2))
def test_every_price_survives_being_written_in_french(price):
    written = f"{price:,.2f}".replace(",", " ").replace(".", ",") + " €"
    assert cells.parse_price(written).value == price


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.dates(), st.none()))
def test_no_cell_is_too_strange(value):
    price = cells.parse_price(value)
    assert price.value is None or price.value >= 0
    assert not (price.reason and price.value)
    assert cells.parse_code(value) is not None
    gtin = cells.parse_gtin(value).value
    assert gtin is None or gtin.isdecimal()
