# SPDX-License-Identifier: AGPL-3.0-or-later
"""The goods thread: a supplier's list becomes prices, a number, an order, stock.

On a real list where the data are there, on the invented look-alike where not; each
test goes on where the one before it stopped.
"""

from pathlib import Path

import pytest

from e2e.catalogue import Desk
from e2e.reception import ReceptionTerminal
from e2e.story import picture, sign_in
from lookalike import lookalike

REAL_LIST = (
    Path(__file__).resolve().parents[3]
    / "shared/data/catalogues/fr_demarne_maree_tarif_general_2026-01.xlsx"
)
SUPPLIER = "La Marée du matin"
WANTED = "tarama"


@pytest.fixture(scope="module")
def price_list(tmp_path_factory):
    if REAL_LIST.exists():
        return REAL_LIST
    path = tmp_path_factory.mktemp("list") / "ponant.xlsx"
    lookalike(path)
    return path


@pytest.fixture
def buyer(terminal):
    sign_in(terminal, "acheteuse", then="/odoo")
    return Desk(terminal)


@pytest.fixture
def goods(ask):
    """The products of the list that the shop took into its range."""
    return ask(
        "SELECT p.id, p.barcode, t.name->>'en_US' FROM product_supplierinfo s"
        " JOIN res_partner r ON r.id = s.partner_id AND r.name = %s"
        " JOIN product_template t ON t.id = s.product_tmpl_id"
        " JOIN product_product p ON p.product_tmpl_id = t.id ORDER BY p.id",
        SUPPLIER,
    )


PRICES = """
    SELECT s.price FROM product_supplierinfo s
      JOIN res_partner r ON r.id = s.partner_id WHERE r.name = %s
"""


def test_1_the_list_is_read_shown_and_applied(buyer, price_list, ask):
    buyer.open("foodcoop_catalogue_list.action_import")
    buyer.new()
    buyer.choose_new("partner_id", SUPPLIER)
    buyer.attach("file", price_list)
    picture(buyer.page, "goods-1-list")
    buyer.read()
    picture(buyer.page, "goods-1b-questions")
    buyer.answer_all({"scope": "full", "net": "net", "basis": "piece"})
    picture(buyer.page, "goods-1c-right")
    buyer.press("say_yes")
    buyer.wait_for(".o_list_view .o_data_row, .o_list_view .o_group_header")
    picture(buyer.page, "goods-2-differences")
    buyer.search(WANTED)
    buyer.wait_for(".o_data_row")
    buyer.select_all()
    buyer.press("action_take")
    buyer.wait_for("td[name=take] input:checked")
    buyer.press("action_apply")
    buyer.wait_for(".o_notification, .modal, .o_form_view")
    picture(buyer.page, "goods-3-applied")
    assert {price > 0 for (price,) in ask(PRICES, SUPPLIER)} == {True}


def test_2_goods_without_a_code_have_a_number_of_ours(buyer, goods, ask):
    numbers = [number for _, number, _ in goods]
    known = ask("SELECT code, product_id FROM foodcoop_barcode_code")
    assert {(number, product) for product, number, _ in goods} <= set(known)
    buyer.open("product.product_normal_action_sell")
    buyer.clear_search()
    buyer.search(numbers[0])
    buyer.page.click(".o_switch_view.o_list")
    buyer.wait_for_rows(1)
    picture(buyer.page, "goods-4-number")


def test_3_an_order_is_proposed_with_its_reason_and_sent(buyer, ask):
    buyer.open("foodcoop_reorder.reorder_policy_action")
    buyer.new()
    buyer.choose("partner_id", SUPPLIER)
    buyer.write("order_weekdays", "1234567")
    buyer.write("lead_days", "1")
    buyer.save()
    buyer.press("action_propose")
    buyer.wait_for(".o_field_widget[name=line_ids] .o_data_row")
    picture(buyer.page, "goods-5-proposal")
    assert buyer.page.inner_text("td[name=reason] >> nth=0").strip()
    cell = buyer.page.locator("td[name=chosen_packs] >> nth=0")
    cell.click()
    cell.locator("input").fill("3")
    buyer.press("action_order")
    buyer.wait_for("button[name=button_confirm]")
    buyer.press("button_confirm")
    buyer.wait_for("button[name=action_view_picking]")
    picture(buyer.page, "goods-6-order")
    state = ask(
        "SELECT o.state FROM purchase_order o JOIN res_partner r"
        " ON r.id = o.partner_id WHERE r.name = %s",
        SUPPLIER,
    )
    assert state == [("purchase",)]


def test_4_the_delivery_is_scanned_and_the_stock_is_right(tablet, goods, ask):
    product, number, _ = goods[0]
    terminal = ReceptionTerminal(tablet).sign_in()
    picture(tablet, "goods-7-deliveries")
    terminal.open(SUPPLIER)
    terminal.scan(number)
    for other, _, name in goods:
        if other != product:
            terminal.touch(name)
    picture(tablet, "goods-8-counted")
    terminal.wait_until_saved()
    expected = ordered(ask)
    terminal.finish()
    terminal.close()
    picture(tablet, "goods-9-received")
    assert product in expected
    assert on_hand(ask, list(expected)) == expected


def ordered(ask):
    return dict(
        ask(
            "SELECT m.product_id, sum(m.product_qty) FROM stock_move m"
            " JOIN stock_picking p ON p.id = m.picking_id"
            " JOIN res_partner r ON r.id = p.partner_id"
            " WHERE r.name = %s GROUP BY m.product_id",
            SUPPLIER,
        )
    )


def on_hand(ask, products):
    return dict(
        ask(
            "SELECT q.product_id, sum(q.quantity) FROM stock_quant q"
            " JOIN stock_location l ON l.id = q.location_id AND l.usage = 'internal'"
            " WHERE q.product_id = ANY(%s) GROUP BY q.product_id",
            products,
        )
    )
