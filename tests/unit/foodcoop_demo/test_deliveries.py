# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is on its way: one delivery waits today, with every kind of code."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_demo.lib.deliveries import code_kind, open_orders
from odoo.addons.foodcoop_demo.lib.goods import products

GOODS = products()
BY_REFERENCE = {product.reference: product for product in GOODS}
ANY_DAY = st.dates(date(2025, 1, 1), date(2032, 1, 1))


@given(ANY_DAY)
def test_a_delivery_of_twenty_lines_waits_today(today):
    waiting = open_orders(GOODS, today)[0]
    assert waiting.expected == today
    assert not waiting.draft
    assert len({line.reference for line in waiting.lines}) == 20


def test_the_waiting_delivery_has_every_kind_of_code():
    waiting = open_orders(GOODS, date(2026, 11, 21))[0]
    goods = [BY_REFERENCE[line.reference] for line in waiting.lines]
    kinds = {code_kind(product) for product in goods}
    assert kinds == {"gtin13", "gtin14 case", "gtin13 case", "gtin8", "none"}
    assert any(product.weighed for product in goods)
    assert any(not product.weighed and not product.barcode for product in goods)


@given(ANY_DAY)
def test_an_order_holds_goods_of_its_supplier_only(today):
    for order in open_orders(GOODS, today):
        assert order.placed <= today <= order.expected
        for line in order.lines:
            assert BY_REFERENCE[line.reference].supplier == order.supplier
            assert line.packs > 0


def test_three_more_deliveries_and_a_draft_are_open():
    orders = open_orders(GOODS, date(2026, 11, 21))
    assert [order.draft for order in orders] == [False] * 4 + [True]
