# SPDX-License-Identifier: AGPL-3.0-or-later
"""A supplier's list from the drop to the differences, by a volunteer who is alone.

The server runs its jobs here, so the reading happens in the background.
"""

import pytest
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from e2e.catalogue import Desk
from e2e.story import picture, sign_in
from lookalike import lookalike

JOBS = 1  # the server reads lists in the background
FISHMONGER = "Criée du Ponant"


@pytest.fixture
def desk(terminal):
    sign_in(terminal, "acheteuse", then="/odoo")
    return Desk(terminal)


@pytest.fixture
def xlsx(tmp_path):
    return lookalike(tmp_path / "ponant.xlsx")


@pytest.fixture
def two_prices(tmp_path):
    workbook = Workbook()
    workbook.active.append(["Produit", "Code", "Prix", "Unité", "Divers"])
    for number in range(1, 90):
        row = [f"Confiture numéro {number}", f"C{number:03}", 3.5, "U", 4.25]
        workbook.active.append(row)
    path = tmp_path / "confitures.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def pdf(tmp_path):
    """A printed list: names, codes and prices, no ruling, two pages."""
    path = tmp_path / "tarif.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(2):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(60, 790, "Tarif d'automne")
        canvas.setFont("Helvetica", 10)
        for x, title in ((60, "Code"), (130, "Produit"), (400, "Prix"), (480, "Unité")):
            canvas.drawString(x, 760, title)
        for line in range(25):
            y, number = 740 - 20 * line, 25 * page + line
            canvas.drawString(60, y, f"F{100 + number}")
            canvas.drawString(130, y, f"Fromage de la ferme numéro {number}")
            canvas.drawString(400, y, f"{7 + number / 10:.2f}".replace(".", ","))
            canvas.drawString(480, y, "kg")
        canvas.showPage()
    canvas.save()
    return path


def test_a_list_is_dropped_recognised_and_right(desk, xlsx, ask):
    desk.open("foodcoop_catalogue_list.action_import")
    desk.new()
    picture(desk.page, "catalogue-1-drop")
    desk.attach("file", xlsx)
    desk.wait_for(".o_fc_drop_full")
    picture(desk.page, "catalogue-2-file")
    desk.read()
    assert FISHMONGER in desk.page.inner_text(".o_fc_supplier")
    picture(desk.page, "catalogue-3-question")
    desk.answer("kg")
    desk.answer("net")
    desk.answer("partial")
    assert len(desk.sentences) == 5
    assert not any("<" in sentence for sentence in desk.sentences)
    picture(desk.page, "catalogue-4-sentences")
    desk.press("say_yes")
    desk.wait_for(".o_list_view .o_data_row, .o_list_view .o_group_header")
    picture(desk.page, "catalogue-4b-differences")
    memory = ask("SELECT scope FROM foodcoop_catalogue_format")
    assert memory == [("partial",)]


def test_an_unknown_supplier_is_chosen(desk, two_prices, ask):
    desk.drop(two_prices)
    desk.read()
    picture(desk.page, "catalogue-5-supplier")
    [(name,)] = ask("SELECT name FROM res_partner WHERE supplier_rank > 0 LIMIT 1")
    desk.choose_supplier(name)
    assert name in desk.page.inner_text(".o_fc_supplier")


def test_a_column_taken_for_another_is_repaired_on_the_sheet(desk, two_prices):
    desk.drop(two_prices)
    desk.read()
    assert "3,50" in desk.sentences[0]
    desk.say_no()
    picture(desk.page, "catalogue-6-sheet")
    desk.set_role(5, "price")
    assert "4,25" in desk.sentences[0]
    row = desk.page.locator("button[data-row='3']")
    row.focus()
    desk.page.keyboard.press("Enter")
    desk.wait_for(".o_fc_kind_ignored button[data-row='3']")
    picture(desk.page, "catalogue-7-repaired")
    desk.page.click(".o_fc_left_out summary")
    desk.page.click(".o_fc_left_out button")
    desk.page.wait_for_selector(".o_fc_left_out", state="detached")
    desk.press("repair_next")
    desk.wait_for("button[data-row='61']")
    desk.press("repair_done")
    desk.wait_for(".o_fc_check")
    assert "4,25" in desk.sentences[0]


def test_a_printed_list_is_repaired_on_its_page(desk, pdf):
    desk.drop(pdf)
    desk.read()
    desk.say_no()
    desk.wait_for(".o_fc_band")
    image = desk.page.locator(".o_fc_paper img")
    assert image.evaluate("image => image.complete && image.naturalWidth > 600")
    picture(desk.page, "catalogue-8-page")
    bands = desk.page.locator(".o_fc_band.o_fc_role_price")
    assert bands.count() == 1
    desk.press("repair_next")
    desk.settled()
    picture(desk.page, "catalogue-9-page-two")


def test_what_cannot_be_read_says_why(desk, tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    desk.drop(path)
    desk.press("action_read")
    desk.wait_for(".alert-warning:visible")
    picture(desk.page, "catalogue-10-refused")
    assert desk.page.locator(".o_fc_drop").is_visible()
