# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages: turned, many, with places of cells on them."""

import time

import pytest
from reportlab.lib.pagesizes import A4, landscape
from written_pages import GOODS, TITLES, draw

from odoo.addons.foodcoop_pdf.lib.pdf import read_pdf


def test_boxes_say_where_a_cell_stands(drawing):
    page = drawing()
    draw(page)
    (sheet,) = page.read().sheets

    left, top, right, bottom = sheet.boxes[2, 4]
    assert top < 150 < bottom + 1 and 515 < left < right
    assert right == pytest.approx(540, abs=1)
    assert sheet.page(2) == 1


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_the_same(drawing, turn):
    page = drawing(size=A4 if turn == 180 else landscape(A4))
    page.height = A4[1]
    page.canvas.setPageRotation(turn)  # which swaps the sides of the paper
    draw(page)
    (sheet,) = page.read().sheets

    assert sheet.rows == (TITLES, *GOODS)
    width, height = (A4[1], A4[0]) if turn != 180 else A4
    assert all(
        0 <= left < right <= width and 0 <= top < bottom <= height
        for left, top, right, bottom in sheet.boxes.values()
    )


def test_a_list_printed_sideways(drawing):
    page = drawing()
    page.canvas.rotate(90)
    page.canvas.translate(0, -A4[0])
    page.height = A4[0]
    draw(page)
    (sheet,) = page.read().sheets

    assert sheet.rows == (TITLES, *GOODS)
    left, top, right, bottom = sheet.boxes[1, 1]
    assert bottom - top > right - left  # on the page as it is seen


def test_a_watermark_is_passed_over(drawing):
    page = drawing()
    draw(page)
    page.canvas.saveState()
    page.canvas.rotate(40)
    page.canvas.setFont("Helvetica", 60)
    page.canvas.drawString(400, 200, "SPECIMEN")
    page.canvas.restoreState()
    (sheet,) = page.read().sheets

    assert sheet.rows == (TITLES, *GOODS)


def test_46_pages_are_one_sheet_in_seconds(drawing):
    page = drawing()
    for number in range(46):
        page.left(40, 40, "Grossiste du Centre, tarif 2026")
        goods = [
            (
                f"{number:03}{n:03}",
                f"Article numéro {n} de la page",
                "6 x 1 kg",
                "12,50",
            )
            for n in range(50)
        ]
        draw(page, goods, top=80, pitch=14)
        page.centre(300, 815, f"Page {number + 1} sur 46")
        page.page()
    data = page.data()
    began = time.perf_counter()
    document = read_pdf(data, "tarif.pdf")
    assert time.perf_counter() - began < 15
    (sheet,) = document.sheets

    assert len(sheet.rows) == 46 * 51
    assert sheet.pages[-1] == 46 and sheet.rows[-1][0] == "045049"


def test_a_column_that_a_page_leaves_empty(drawing):
    page = drawing()
    draw(page)
    page.page()
    draw(page, [(code, name, "", price) for code, name, _pack, price in GOODS])
    (sheet,) = page.read().sheets

    assert len(sheet.rows) == 14
    assert sheet.rows[8] == ("1001", "Tomates rondes", None, "2,40")
    assert sheet.pages == (1,) * 7 + (2,) * 7


def test_a_name_too_long_for_its_cell_ends_where_it_is_seen(drawing):
    page = drawing()
    names = ("Saumon fumé de Norvège en tranches", "Truite", "Haddock")
    for number, name in enumerate(names):
        y = 100 + 15 * number
        page.canvas.saveState()
        clip = page.canvas.beginPath()
        clip.rect(50, page.height - y - 3, 90, 14)
        page.canvas.clipPath(clip, stroke=0)
        page.left(50, y, name)
        page.canvas.restoreState()
        page.left(150, y, f"{number}/+")
        page.left(200, y, "€")
        page.right(260, y, f"{number}1,50")
        page.left(290, y, "kg")
    (sheet,) = page.read().sheets

    assert sheet.rows[0][1:] == ("0/+", "€ 01,50", "kg")
    assert names[0].startswith(sheet.rows[0][0]) and len(sheet.rows[0][0]) > 12
    assert sheet.rows[1] == ("Truite", "1/+", "€ 11,50", "kg")


def test_words_along_the_margin_are_passed_over(drawing):
    page = drawing()
    draw(page)
    page.canvas.saveState()
    page.canvas.rotate(90)
    page.canvas.drawString(620, -120, "Document non contractuel")
    page.canvas.restoreState()
    (sheet,) = page.read().sheets

    assert sheet.rows == (TITLES, *GOODS)


@pytest.mark.parametrize("end", [349, 356])
def test_one_name_that_reaches_the_next_column_closes_no_gap(drawing, end):
    page = drawing()
    goods = [(str(1000 + n), f"Produit {n}", "1 kg", f"{n},50") for n in range(1, 41)]
    draw(page, goods, pitch=14)
    page.left(40, 724, "1041")
    page.right(end, 724, "Assortiment de légumes anciens, courges et racines")
    page.right(540, 724, "9,50")
    (sheet,) = page.read().sheets

    assert sheet.rows[1] == goods[0]
    assert sheet.rows[-1][0] == "1041" and sheet.rows[-1][3] == "9,50"
    assert sheet.rows[-1][1].startswith("Assortiment")
