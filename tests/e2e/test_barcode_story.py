# SPDX-License-Identifier: AGPL-3.0-or-later
"""Goods without a code: numbered, labelled, sold, given a real GTIN, sold by both.

Each test goes on where the one before it stopped.
"""

import pypdfium2
import pytest
import zxingcpp
from stdnum import ean

from e2e.back_office import BackOffice
from e2e.story import picture, sign_in
from e2e.till import last_line, on_hand

GTIN = "952000099001" + ean.calc_check_digit("952000099001")
MANY = 20
OURS = "20000"  # what numbers of this shop start with
WEIGHED = "21"  # and those that a scale prints on labels


@pytest.fixture
def buyer(terminal):
    sign_in(terminal, "acheteuse", then="/odoo")
    return BackOffice(terminal)


@pytest.fixture
def numbered(ask):
    """(product, number, French name, in stock) of those numbered after the opening."""
    return ask(
        "SELECT p.id, p.barcode, t.name->>'fr_FR', t.uom_id = u.res_id"
        " FROM foodcoop_barcode_code c JOIN product_product p ON p.id = c.product_id"
        " JOIN product_template t ON t.id = p.product_tmpl_id"
        " JOIN ir_model_data u ON u.module = 'uom' AND u.name = 'product_uom_unit'"
        " WHERE c.create_uid = (SELECT id FROM res_users WHERE login = 'acheteuse')"
        " ORDER BY c.id"
    )


@pytest.fixture
def honey(numbered):
    """One of them that is sold by the piece: the story's own product."""
    return next(
        (product, code, name) for product, code, name, piece in numbered if piece
    )


def action_name(ask, table, xml_name):
    """What a menu calls an action, in the language of the browser."""
    module, name = xml_name.split(".")
    [(text,)] = ask(
        f"SELECT coalesce(a.name->>'fr_FR', a.name->>'en_US') FROM {table} a"
        " JOIN ir_model_data d ON d.res_id = a.id AND d.module = %s AND d.name = %s",
        module,
        name,
    )
    return text


def test_1_twenty_products_without_a_code_get_a_number(buyer, ask):
    buyer.open("foodcoop_barcode.product_without_number_action")
    buyer.wait_for(".o_data_row")
    picture(buyer.page, "barcode-1-without")
    buyer.select(MANY)
    buyer.press("action_allocate_barcode")
    buyer.wait_for(".o_notification")
    picture(buyer.page, "barcode-2-numbered")
    given = ask(
        "SELECT code FROM foodcoop_barcode_code WHERE create_uid ="
        " (SELECT id FROM res_users WHERE login = 'acheteuse') AND state = 'issued'"
    )
    assert len({code for (code,) in given}) == MANY
    assert all(code.startswith((OURS, WEIGHED)) for (code,) in given)
    assert all(ean.is_valid(code) for (code,) in given)


def test_2_the_printed_sheet_scans_as_these_numbers(buyer, ask, numbered, tmp_path):
    buyer.open("foodcoop_barcode.product_without_number_action")
    buyer.clear_search()
    buyer.search(OURS)
    [(found,)] = ask(
        "SELECT count(*) FROM product_product WHERE active AND barcode LIKE %s",
        f"%{OURS}%",
    )
    buyer.wait_for_rows(found)
    buyer.select_all()
    buyer.act(
        action_name(
            ask, "ir_act_window", "foodcoop_label.label_wizard_action_goods_template"
        )
    )
    buyer.wait_for(".modal .o_field_widget[name=preview] img")
    picture(buyer.page, "barcode-3-labels")
    sheet = tmp_path / "labels.pdf"
    with buyer.page.expect_download() as download:
        buyer.press("action_print")
    download.value.save_as(sheet)
    assert {c for _, c, _, _ in numbered if c.startswith(OURS)} <= codes_on(sheet)


def codes_on(sheet):
    """Every code of a printed sheet, read from a picture of it at 300 dpi."""
    pages = pypdfium2.PdfDocument(sheet)
    pictures = (page.render(scale=300 / 72).to_pil() for page in pages)
    return {code.text for seen in pictures for code in zxingcpp.read_barcodes(seen)}


def test_3_the_till_sells_one_by_its_new_number(till, ask, honey):
    product, code, name = honey
    before = on_hand(ask, product)
    till.sell(code)
    assert till.names == [name]
    picture(till.page, "barcode-4-till")
    till.pay_cash()
    assert last_line(ask)[2] == code
    assert on_hand(ask, product) == before - 1
    [(seen,)] = ask("SELECT last_scan FROM foodcoop_barcode_code WHERE code = %s", code)
    assert seen


def test_4_its_real_gtin_arrives_and_the_number_stays(buyer, ask, honey):
    product, code, name = honey
    buyer.open("foodcoop_barcode.product_without_number_action")
    buyer.clear_search()
    buyer.search(code)
    buyer.wait_for_rows(1)
    buyer.row(name).first.locator("td.o_data_cell >> nth=1").click()
    buyer.wait_for(".o_form_view")
    buyer.press("action_gtin_arrives")
    buyer.wait_for(".modal .o_field_widget[name=scan]")
    buyer.page.fill(".modal .o_field_widget[name=scan] input", GTIN)
    buyer.page.keyboard.press("Tab")
    buyer.wait_for(".modal button[name=action_receive]")
    picture(buyer.page, "barcode-5-gtin")
    buyer.press("action_receive")
    buyer.page.wait_for_selector(".modal", state="detached")
    assert ask("SELECT barcode FROM product_product WHERE id = %s", product) == [
        (GTIN,)
    ]
    assert ask("SELECT barcode FROM product_uom WHERE product_id = %s", product) == [
        (code,)
    ]


def test_5_the_till_sells_it_by_both(till, ask, honey):
    product, _, name = honey
    [(code,)] = ask("SELECT barcode FROM product_uom WHERE product_id = %s", product)
    before = on_hand(ask, product)
    till.sell(GTIN)
    till.sell(code)
    assert till.names == [name]
    till.pay_cash()
    quantity, _, codes, *_ = last_line(ask)
    assert (quantity, codes.split()) == (2, [GTIN, code])
    assert on_hand(ask, product) == before - 2


def test_6_whose_code_it_is_is_said_while_one_types(buyer, honey):
    _, _, name = honey
    buyer.open("foodcoop_barcode.product_without_number_action")
    buyer.rows.first.locator("td.o_data_cell[name=name]").click()
    buyer.wait_for(".o_form_view")
    buyer.write("barcode", GTIN)
    buyer.wait_for(f'.o_foodcoop_barcode_remark.text-danger:has-text("{name}")')
    picture(buyer.page, "barcode-6-taken")


def test_7_a_code_that_cannot_be_is_explained_and_not_saved(buyer, ask, honey):
    product, _, name = honey
    buyer.open("foodcoop_barcode.product_without_number_action")
    buyer.clear_search()
    buyer.search(GTIN)
    buyer.row(name).first.locator("td.o_data_cell >> nth=1").click()
    buyer.wait_for(".o_form_view")
    buyer.write("barcode", f"{GTIN[:-1]}{(int(GTIN[-1]) + 1) % 10}")
    buyer.page.keyboard.press("Tab")
    buyer.wait_for(".o_foodcoop_barcode_remark.text-danger")
    picture(buyer.page, "barcode-7-wrong")
    buyer.wait_for(".o_form_button_save[disabled]")
    assert ask("SELECT barcode FROM product_product WHERE id = %s", product) == [
        (GTIN,)
    ]
