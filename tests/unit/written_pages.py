# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of goods set on a page of PDF, column by column."""

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
