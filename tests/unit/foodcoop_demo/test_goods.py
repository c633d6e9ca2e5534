# SPDX-License-Identifier: AGPL-3.0-or-later
"""The goods and suppliers of the demonstration: enough, and with true codes."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_demo.lib import codes
from odoo.addons.foodcoop_demo.lib.goods import net_content, products, vat_rate
from odoo.addons.foodcoop_demo.lib.shopdays import is_open
from odoo.addons.foodcoop_demo.lib.suppliers import SUPPLIERS, by_key

GOODS = products()


def test_there_are_400_goods_of_12_suppliers():
    assert len(GOODS) == 400
    assert {product.supplier for product in GOODS} == set(by_key())
    assert len(SUPPLIERS) == 12


def test_no_two_goods_share_a_name_or_a_reference():
    assert len({product.name for product in GOODS}) == 400
    assert len({product.reference for product in GOODS}) == 400


def test_every_code_is_valid_and_unique_among_goods_and_cases():
    printed = [p.barcode for p in GOODS] + [p.pack_barcode for p in GOODS]
    printed = [code for code in printed if code]
    assert len(set(printed)) == len(printed)
    assert all(ean.is_valid(code) for code in printed)
    assert all("952" in code[:4] for code in printed)


def test_all_kinds_of_codes_are_on_the_shelves():
    kinds = Counter(len(product.barcode) for product in GOODS)
    cases = Counter(len(product.pack_barcode) for product in GOODS)
    assert kinds[13] > 150 and kinds[8] > 5 and kinds[0] > 100
    assert cases[13] > 30 and cases[14] > 30


def test_weighed_goods_bear_no_code():
    assert all(not product.barcode for product in GOODS if product.weighed)
    assert sum(product.weighed for product in GOODS) > 100


def test_a_case_with_a_code_of_its_own_holds_more_than_one():
    assert all(product.pack > 1 for product in GOODS if product.pack_barcode)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Riz basmati 1 kg", (1, "kg")),
        ("Compote de pomme 4 x 100 g", (400, "g")),
        ("Eau gazeuse 6 x 1,5 L", (9, "L")),
        ("Shampooing 250 ml", (Decimal("0.25"), "L")),
        ("Crème fraîche 20 cl", (Decimal("0.2"), "L")),
        ("Huîtres creuses n° 3 par 12", None),
        ("Radis en botte", None),
        ("Pack 500 grammes", None),
    ],
)
def test_a_name_says_how_much_is_in_the_pack(name, content):
    assert net_content(name) == content


def test_most_goods_by_the_piece_say_how_much_there_is():
    pieces = [product for product in GOODS if not product.weighed]
    assert sum(product.content is not None for product in pieces) > 200
    assert not any(product.content for product in GOODS if product.weighed)


def test_shelf_prices_are_above_cost_with_tax():
    assert all(p.price > p.cost * (100 + p.vat) / 100 for p in GOODS)


@pytest.mark.parametrize(
    ("category", "name", "rate"),
    [
        ("Épicerie salée", "Coquillettes 500 g", "5.5"),
        ("Boissons", "Bière blonde du Fanal 33 cl", "20"),
        ("Hygiène", "Savon de Marseille 100 g", "20"),
        ("Vrac", "Lessive liquide en vrac", "20"),
    ],
)
def test_french_vat(category, name, rate):
    assert vat_rate(category, name) == Decimal(rate)


@given(st.integers(0, 9999), st.integers(0, 99999), st.integers(1, 8))
def test_made_codes_have_right_check_digits(maker, item, indicator):
    code = codes.gtin13(maker, item)
    assert ean.is_valid(code)
    assert ean.is_valid(codes.gtin14(code, indicator))
    assert ean.is_valid(codes.gtin8(item % 10000))


@given(st.sampled_from(SUPPLIERS), st.dates(date(2025, 1, 1), date(2030, 1, 1)))
def test_deliveries_never_come_to_a_closed_door(supplier, day):
    arrival = supplier.arrival(day)
    assert is_open(arrival)
    assert arrival >= day + timedelta(days=supplier.lead_days)
    assert supplier.arrival_after_next(day) >= arrival


def test_brewery_takes_orders_every_other_tuesday():
    fanal = by_key()["brasserie"]
    days = [date(2026, 11, 1) + timedelta(days=n) for n in range(28)]
    assert [d.isoweekday() for d in days if fanal.takes_orders(d)] == [2, 2]
