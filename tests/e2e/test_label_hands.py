# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a buyer prints by hand: each file is read back as a scanner reads it."""

import re
from collections import Counter

import pytest
from stdnum import ean

from e2e.back_office import PRODUCTS
from e2e.labels import Sheets, choose_paper, choose_printer, open_labels
from e2e.story import picture

BAKERY = "Fournil des Deux Ponts"
GOODS_LABELS = "Étiquettes à coller sur les produits"
SHELF_LABELS = "Étiquettes de rayon"
ROLLS = {
    "57x32": (57, 32),
    "DK-1201": (90, 29),
    "DK-1208": (90, 38),
    "DK-2205": (62, 40),
}


@pytest.fixture
def print_to(buyer, tmp_path):
    """Press Print and keep the file."""

    def printed(name):
        path = tmp_path / name
        with buyer.page.expect_download() as download:
            buyer.press("action_print")
        download.value.save_as(path)
        return path

    return printed


@pytest.fixture
def breads(ask):
    """{number: name} of the baker's goods that have a number."""
    return dict(
        ask(
            "SELECT p.barcode, t.name->>'fr_FR' FROM product_product p"
            " JOIN product_template t ON t.id = p.product_tmpl_id"
            " JOIN product_supplierinfo s ON s.product_tmpl_id = t.id"
            " JOIN res_partner r ON r.id = s.partner_id AND r.name = %s"
            " WHERE p.active AND p.barcode LIKE '20%%'",
            BAKERY,
        )
    )


def euros(amount):
    return f"{amount:.2f} €".replace(".", ",")


def test_4_text_for_a_zebra_has_whole_dots_and_no_stray_command(
    buyer, print_to, breads
):
    buyer.find(PRODUCTS, min(breads))
    buyer.page.fill(".o_field_widget[name=name] textarea", "Pain ^XA_~ noix 500 g")
    buyer.save()
    open_labels(buyer, "20000000", len(breads), GOODS_LABELS)
    choose_printer(buyer, "Zebra")
    picture(buyer.page, "hands-4-zebra")
    zpl = print_to("labels.zpl").read_text()
    assert zpl.count("^XA") == zpl.count("^XZ") == len(breads)
    assert "Pain _5EXA_5F_7E noix 500 g^FS" in zpl
    bars = re.findall(r"\^BY(\S+)\^BEN,\d+,N,N\^FH\^FD(\d{12})\^FS", zpl)
    assert {body + ean.calc_check_digit(body) for _, body in bars} == set(breads)
    assert all(dots.isdigit() for dots, _ in bars)


def test_4_every_label_of_a_roll_is_a_page_that_scans(buyer, print_to, breads):
    open_labels(buyer, "20000000", len(breads), GOODS_LABELS)
    choose_printer(buyer, "Dymo")
    picture(buyer.page, "hands-4-dymo")
    assert read_roll(print_to) == ({(57, 32)}, sorted(breads))
    for paper, size in ROLLS.items():
        choose_paper(buyer, paper)
        assert read_roll(print_to) == ({size}, sorted(breads)), paper
    picture(buyer.page, "hands-4-roll")


def read_roll(print_to):
    """({sizes of the pages}, the codes), one label a page."""
    sheets = Sheets(print_to("roll.pdf"))
    assert all(len(codes) == 1 for codes in sheets.codes_by_page)
    return set(sheets.sizes), sorted(sheets.codes)


def test_5_a_producer_gets_a_sheet_to_print_at_home(buyer, print_to, ask, breads):
    [(baker,)] = ask("SELECT id FROM res_partner WHERE name = %s", BAKERY)
    buyer.page.goto(f"/odoo/res.partner/{baker}")
    buyer.wait_for(".o_form_view")
    buyer.act("Étiquettes des produits de ce producteur")
    buyer.wait_for(".modal .o_field_widget[name=preview] img")
    picture(buyer.page, "hands-5-producer")
    sheets = Sheets(print_to("home.pdf"))
    assert sheets.sizes == [(210, 297)]
    assert sorted(sheets.codes) == sorted(breads)
    assert BAKERY in sheets.words


def test_6_a_delivery_is_labelled_as_many_times_as_it_came(buyer, print_to, ask):
    yeast, delivery = "Levain déshydraté en sachet", "MAG/IN/00001"
    buyer.find(PRODUCTS, yeast)
    buyer.press("action_allocate_barcode")
    buyer.wait_for(".o_notification")
    [(number,)] = ask(
        "SELECT p.barcode FROM product_product p JOIN product_template t"
        " ON t.id = p.product_tmpl_id WHERE t.name->>'fr_FR' = %s",
        yeast,
    )
    [(picking,)] = ask("SELECT id FROM stock_picking WHERE name = %s", delivery)
    buyer.page.goto(f"/odoo/stock.picking/{picking}")
    buyer.wait_for(".o_data_row")
    cell = buyer.row(yeast).locator("td[name=quantity]")
    cell.click()
    cell.locator("input").fill("30")  # of 36
    buyer.press("button_validate")
    buyer.press("process_cancel_backorder")
    buyer.wait_for(".o_statusbar_status [data-value=done].o_arrow_button_current")
    buyer.act("Étiquettes de ces produits")
    buyer.wait_for(".modal .o_field_widget[name=preview] img")
    picture(buyer.page, "hands-6-delivery")
    assert "30" in buyer.field("summary")
    sheets = Sheets(print_to("delivery.pdf"))
    assert Counter(sheets.codes) == {number: 30}


def test_7_a_shelf_label_says_price_price_per_kilo_and_origin(buyer, print_to, ask):
    name = "Coquillettes 500 g"
    buyer.find(PRODUCTS, name)
    buyer.page.click(".nav-link[name=values]")
    buyer.write("origin", "France, Beauce")
    buyer.save()
    buyer.act(SHELF_LABELS)
    buyer.wait_for(".modal .o_field_widget[name=preview] img")
    picture(buyer.page, "hands-7-shelf")
    [(price,)] = ask(
        "SELECT list_price FROM product_template WHERE name->>'fr_FR' = %s", name
    )
    words = Sheets(print_to("shelf.pdf")).words
    for told in (name, euros(price), f"{euros(price * 2)}/kg", "France, Beauce"):
        assert told in words


def test_7_loose_goods_show_the_price_per_kilo_alone_and_large(buyer, print_to, ask):
    [(number, kilo, origin)] = ask(
        "SELECT p.barcode, t.list_price, t.origin FROM product_template t"
        " JOIN product_product p ON p.product_tmpl_id = t.id"
        " WHERE t.name->>'fr_FR' = 'Carottes'"
    )
    buyer.find(PRODUCTS, number)
    buyer.act(SHELF_LABELS)
    buyer.wait_for(".modal .o_field_widget[name=preview] img")
    picture(buyer.page, "hands-7-loose")
    sheets = Sheets(print_to("loose.pdf"))
    assert f"{euros(kilo)}/kg" in sheets.words
    assert sheets.words.count("€") == 1
    assert origin and origin in sheets.words
    assert not sheets.codes  # members weigh it: the figure has the room
