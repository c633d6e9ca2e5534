# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists whose cells are drawn, wholly or in part."""

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape

from odoo.addons.foodcoop_pdf.lib.pdf import read_pdf

GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
ROWS = [
    ["Réf", "Produit", "Origine", "Prix HT"],
    ["A1", "Comté 12 mois", "Jura", "14,50"],
    ["A2", "Beurre demi-sel", "", "7,20"],
    ["A3", "Crème", "Bretagne", "-"],
]
STYLES = {
    "grid": GRID,
    "box of columns": [
        ("BOX", (0, 0), (-1, -1), 1, colors.black),
        ("INNERGRID", (0, 0), (-1, -1), 0.25, colors.grey),
    ],
    "lines below": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "zebra": [
        ("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white]),
    ],
    "head only": [
        ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue),
        ("BOX", (0, 0), (-1, -1), 1, colors.black),
    ],
    "columns only": [
        ("BOX", (0, 0), (-1, -1), 1, colors.black),
        ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ],
}


def cells(sheet):
    return [[value or "" for value in row] for row in sheet.rows]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_any_ruling_gives_the_same_rows(platypus, style):
    data = platypus((ROWS, style, {"colWidths": [40, 200, 90, 70]}))
    (sheet,) = read_pdf(data, "tarif.pdf").sheets

    assert cells(sheet) == ROWS


@pytest.mark.parametrize("style", ["grid", "lines below", "zebra"])
@pytest.mark.parametrize("valign", ["TOP", "MIDDLE", "BOTTOM"])
def test_names_on_two_lines(platypus, style, valign):
    rows = [list(row) for row in ROWS]
    rows[0][3] = "Prix\nHT"
    rows[1][1] = "Comté fruité de garde\n12 mois d'affinage"
    ruled = [*STYLES[style], ("VALIGN", (0, 0), (-1, -1), valign)]
    data = platypus((rows, ruled, {"colWidths": [40, 200, 90, 70]}))
    (sheet,) = read_pdf(data, "tarif.pdf").sheets

    expected = [list(row) for row in ROWS]
    expected[1][1] = "Comté fruité de garde 12 mois d'affinage"
    assert cells(sheet) == expected


def test_merged_cells_are_said(platypus):
    rows = [["FROMAGES", "", "", ""], *ROWS]
    style = [*GRID, ("SPAN", (0, 0), (-1, 0)), ("SPAN", (2, 2), (2, 3))]
    data = platypus((rows, style, {"colWidths": [40, 200, 90, 70]}))
    (sheet,) = read_pdf(data, "tarif.pdf").sheets

    assert sheet.rows[0] == ("FROMAGES", None, None, None)
    assert (1, 1, 1, 4) in sheet.merged and (3, 3, 4, 3) in sheet.merged
    assert sheet.merged_from(4, 3) == 3


def test_cells_that_hold_several_rows_are_divided(platypus):
    rows = [
        ["Produit", "Prix"],
        ["Tomate\nConcombre\nPoivron", "2,10\n1,20\n3,40"],
        ["Salade batavia\nou feuille de chêne", "0,95"],
    ]
    (sheet,) = read_pdf(platypus((rows, GRID, {})), "tarif.pdf").sheets

    assert sheet.rows == (
        ("Produit", "Prix"),
        ("Tomate", "2,10"),
        ("Concombre", "1,20"),
        ("Poivron", "3,40"),
        ("Salade batavia ou feuille de chêne", "0,95"),
    )
    tops = [sheet.boxes[row, 1][1] for row in range(1, 6)]
    assert tops == sorted(set(tops))


def test_a_table_goes_on_over_pages(platypus):
    rows = [ROWS[0], *([f"B{n}", f"Article {n}", "", f"{n},00"] for n in range(1, 91))]
    data = platypus((rows, GRID, {"repeatRows": 1, "colWidths": [40, 200, 90, 70]}))
    document = read_pdf(data, "tarif.pdf")
    (sheet,) = document.sheets

    products = [row for row in sheet.rows if row[0] != "Réf"]
    assert [row[0] for row in products] == [f"B{n}" for n in range(1, 91)]
    assert set(sheet.pages) == {1, 2, 3}
    assert len(sheet.pages) == len(sheet.rows) == 93


def test_tables_with_other_columns_are_sheets_of_their_own(platypus):
    other = [["Panier", "Prix"], ["Petit", "9,00"], ["Grand", "16,00"]]
    data = platypus(
        (ROWS, GRID, {"spaceAfter": 25}), (other, GRID, {"colWidths": [200, 200]})
    )
    document = read_pdf(data, "tarif.pdf")

    assert [cells(sheet) for sheet in document.sheets] == [ROWS, other]


def ruled(page, left, rows, cuts, *, top=100, pitch=18):
    for number in range(rows + 1):
        page.across(left + cuts[0], left + cuts[-1], top + pitch * number)
    for x in cuts:
        page.down(left + x, top, top + pitch * rows)


def test_blocks_in_frames_side_by_side(drawing):
    page = drawing(size=landscape(A4))
    ruled(page, 30, 1, (0, 130, 270), top=20, pitch=40)
    page.left(40, 40, "Marée du jour")
    page.left(180, 40, "le 4 mai 2026")
    for block, rows in enumerate((8, 6)):
        left = 30 + 380 * block
        ruled(page, left, rows, (0, 200, 270, 340))
        page.left(left + 60, 113, "SOLE" if block else "BAR")
        page.left(left + 205, 113, "EURO/Kg")
        for number in range(1, rows):
            y = 113 + 18 * number
            if number != 4:
                page.left(left + 5, y, f"Poisson {block}{number}")
                page.left(left + 275, y, "PB")
            page.right(left + 265, y, "-" if number == 4 else f"{number},5")
    document = page.read()

    assert [len(sheet.rows) for sheet in document.sheets] == [8, 6]
    first, second = (sheet.rows for sheet in document.sheets)
    assert first[:2] == (("BAR", "EURO/Kg", None), ("Poisson 01", "1,5", "PB"))
    assert second[4] == (None, "-", None)
    assert document.texts == ("Marée du jour le 4 mai 2026",)


def test_sections_between_two_grids_are_rows(drawing):
    page = drawing()
    page.left(60, 40, "Tarif 2026")
    for top, title in ((100, "Légumes"), (200, "Fruits")):
        page.left(60, top - 8, title)
        ruled(page, 0, 3, (50, 300, 400), top=top, pitch=16)
        for number in range(3):
            page.left(55, top + 12 + 16 * number, f"{title} {number}")
            page.right(390, top + 12 + 16 * number, f"{number},20")
    (sheet,) = page.read().sheets

    assert sheet.rows[3] == ("Fruits", None)
    assert len(sheet.rows) == 7


def test_a_logo_of_many_strokes_is_no_table(drawing):
    page = drawing()
    for number in range(3000):
        page.down(500 + number % 60, 20 + number // 60, 24 + number // 60)
    for number, row in enumerate(ROWS):
        for x, text in zip((40, 100, 300, 400), row, strict=True):
            page.left(x, 120 + 15 * number, text)
    (sheet,) = page.read().sheets

    assert cells(sheet) == ROWS
