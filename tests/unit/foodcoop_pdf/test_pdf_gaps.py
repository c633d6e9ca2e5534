# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists without drawn cells: columns are gaps, wrapped lines go on."""

import pytest
from reportlab.lib.pagesizes import A4, landscape
from written_pages import GOODS, TITLES, draw


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


def test_blocks_titled_with_their_first_section(drawing):
    page = drawing(size=landscape(A4))
    for left, title in ((40, "MERLU"), (300, "RAIE"), (560, "FILET")):
        page.left(left, 100, title)
        page.left(left + 130, 100, "EURO/Kg")
        for number in range(9):
            page.left(left, 115 + 15 * number, f"{title.title()} {number}/+")
            page.right(left + 160, 115 + 15 * number, f"{number},5")
            page.left(left + 190, 115 + 15 * number, "PB")
    document = page.read()

    assert [sheet.rows[:2] for sheet in document.sheets] == [
        ((title, "EURO/Kg", None), (f"{title.title()} 0/+", "0,5", "PB"))
        for title in ("MERLU", "RAIE", "FILET")
    ]


def test_two_prices_of_one_product_stay_together(drawing):
    page = drawing()
    titles = ("Produit", "Prix", "Colis", "Prix")
    for number, row in enumerate(
        [titles, *((name, price, "6 kg", price) for _, name, _, price in GOODS)]
    ):
        for x, text in zip((40, 330, 400, 500), row, strict=True):
            page.left(x, 100 + 15 * number, text)
    (sheet,) = page.read().sheets

    assert sheet.rows[0] == titles


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
