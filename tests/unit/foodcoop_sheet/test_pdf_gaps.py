# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists without drawn cells: columns are gaps, wrapped lines go on."""

import time

import pytest
from reportlab.lib.pagesizes import A4, landscape

from odoo.addons.foodcoop_sheet.lib.pdf import read_pdf

GOODS = [
    ("1001", "Tomates rondes", "colis 6 kg", "2,40"),
    ("1002", "Carottes de sable lavées", "sac 10 kg", "1,15"),
    ("1003", "Miel de châtaignier", "12 x 500 g", "11,90"),
    ("1004", "Huile d'olive vierge extra première pression", "6 x 75 cl", "9,05"),
    ("1005", "Sel", "1 kg", "-"),
    ("1006", "Pommes Reinette", "caisse 12 kg", "1 250,00"),
]
TITLES = ("Code", "Désignation", "Conditionnement", "Prix HT")


def draw(page, goods=GOODS, top=150, pitch=15, titles=TITLES):
    page.left(40, top - pitch, titles[0])
    page.left(100, top - pitch, titles[1])
    page.left(350, top - pitch, titles[2])
    page.right(540, top - pitch, titles[3])
    for number, (code, name, pack, price) in enumerate(goods):
        y = top + number * pitch
        page.left(40, y, code)
        page.left(100, y, name)
        page.left(350, y, pack)
        page.right(540, y, price)


@pytest.mark.parametrize(
    ("font", "points", "pitch"),
    [
        ("Helvetica", 10, 15),
        ("Times-Roman", 8, 9.5),
        ("Courier", 8, 20),
        ("Helvetica-Bold", 9, 11),
    ],
)
def test_a_plain_list_in_any_font(drawing, font, points, pitch):
    page = drawing(font=font, points=points)
    draw(page, pitch=pitch)
    (sheet,) = page.read().sheets

    assert sheet.rows == (TITLES, *GOODS)


def test_letterhead_and_footer_are_texts(drawing):
    page = drawing()
    page.type("Helvetica-Bold", 18).left(40, 50, "La Ferme du Lac")
    page.type()
    page.left(40, 70, "12 rue du Port, 29000 Quimper")
    page.right(540, 70, "Tél. 02 98 00 00 00")
    page.left(40, 90, "Tarif du 3 mars 2026, prix en euros")
    draw(page)
    page.left(40, 780, "Prix franco à partir de 300")
    page.centre(300, 810, "Page 1 / 1")
    document = page.read()

    assert document.sheets[0].rows == (TITLES, *GOODS)
    assert document.facts.issued.isoformat() == "2026-03-03"
    assert document.facts.title == "La Ferme du Lac"
    assert document.facts.currency == "EUR"
    assert "Page 1 / 1" in document.texts


def test_sections_are_rows_of_one_cell(drawing, filled):
    page = drawing()
    draw(page, GOODS[:3])
    page.left(40, 195, "FRUITS")
    draw(page, GOODS[3:], top=225, titles=("", "", "", ""))
    (sheet,) = page.read().sheets

    assert filled(sheet) == [
        list(TITLES),
        *map(list, GOODS[:3]),
        ["FRUITS"],
        *map(list, GOODS[3:]),
    ]


def test_dotted_leaders_lead_and_say_nothing(drawing):
    page = drawing(points=11)
    for number, (name, price) in enumerate(
        [("Café", "0,50"), ("Thé vert", "1,20"), ("Eau (plate, gazeuse, ...)", "0,40")]
    ):
        y = 100 + 18 * number
        page.left(60, y, name)
        width = page.canvas.stringWidth(name)
        page.left(62 + width, y, "." * int((380 - width) / 3.06))
        page.right(480, y, price)
    (sheet,) = page.read().sheets

    assert sheet.rows == (
        ("Café", "0,50"),
        ("Thé vert", "1,20"),
        ("Eau (plate, gazeuse, ...)", "0,40"),
    )


def test_a_long_name_goes_on_in_the_next_line(drawing):
    page = drawing()
    draw(page, GOODS[:3], pitch=30)
    page.left(100, 162, "origine Bretagne")
    (sheet,) = page.read().sheets

    assert sheet.rows[1][1] == "Tomates rondes origine Bretagne"
    assert len(sheet.rows) == 4


def test_a_price_at_the_middle_of_its_name(drawing):
    page = drawing()
    draw(page, GOODS[:2], pitch=40)
    page.left(40, 230, "1009")
    page.left(100, 224, "Confiture d'abricots")
    page.left(100, 236, "du Roussillon")
    page.left(350, 230, "6 x 300 g")
    page.right(540, 230, "4,10")
    (sheet,) = page.read().sheets

    assert sheet.rows[-1] == (
        "1009",
        "Confiture d'abricots du Roussillon",
        "6 x 300 g",
        "4,10",
    )


@pytest.mark.parametrize("place", [(137, 147), (131, 137), (125, 137)])
def test_titles_on_two_lines(drawing, place):
    first, second = place
    page = drawing()
    draw(page, top=170, titles=("", "", "", ""))
    page.left(40, 137, "Code")
    page.left(100, 137, "Désignation")
    page.left(350, first, "Condition-")
    page.left(350, second, "nement")
    page.right(540, first, "Prix")
    page.right(540, second, "HT")
    (sheet,) = page.read().sheets

    assert sheet.rows[0] == ("Code", "Désignation", "Conditionnement", "Prix HT")
    assert sheet.rows[1:] == tuple(GOODS)


def test_narrow_gaps_are_found_by_the_titles(drawing):
    page = drawing(points=9)
    page.left(50, 85, "Produit")
    page.right(292, 85, "Prix")
    page.left(305, 85, "Réf.")
    for number, (code, name, _pack, price) in enumerate(GOODS):
        y = 100 + 14 * number
        page.left(50, y, name)
        page.right(300, y, price)
        page.left(304, y, code)
    (sheet,) = page.read().sheets

    assert sheet.rows[0] == ("Produit", "Prix", "Réf.")
    assert sheet.rows[3] == ("Miel de châtaignier", "11,90", "1003")


def test_blocks_side_by_side_become_sheets(drawing):
    page = drawing(size=landscape(A4))
    for left, goods in ((40, GOODS[:4]), (430, GOODS[3:])):
        page.left(left, 100, "Produit")
        page.right(left + 330, 100, "Prix")
        for number, (_code, name, _pack, price) in enumerate(goods):
            page.left(left, 115 + 15 * number, name)
            page.right(left + 330, 115 + 15 * number, price)
    document = page.read()

    assert [sheet.name for sheet in document.sheets] == [
        "Page 1, table 1",
        "Page 1, table 2",
    ]
    assert [len(sheet.rows) for sheet in document.sheets] == [5, 4]
    assert document.sheets[1].rows[1] == (GOODS[3][1], "9,05")


def test_a_currency_sign_set_apart_stays_with_its_amount(drawing):
    page = drawing()
    for number, (code, name, _pack, price) in enumerate(GOODS):
        page.left(40, 100 + 15 * number, code)
        page.left(100, 100 + 15 * number, name)
        page.right(500, 100 + 15 * number, price)
        page.left(530, 100 + 15 * number, "€")
    (sheet,) = page.read().sheets

    assert sheet.rows[2] == ("1003", "Miel de châtaignier", "11,90 €")


def test_a_column_filled_here_and_there_is_a_column(drawing):
    page = drawing()
    goods = [(str(1000 + n), f"Produit {n}", "1 kg", f"{n},50") for n in range(1, 41)]
    draw(page, goods, pitch=14)
    page.left(250, 150 + 14 * 7, "promo")
    (sheet,) = page.read().sheets

    assert sheet.rows[8] == ("1008", "Produit 8", "promo", "1 kg", "8,50")
    assert sheet.rows[9] == ("1009", "Produit 9", None, "1 kg", "9,50")


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
