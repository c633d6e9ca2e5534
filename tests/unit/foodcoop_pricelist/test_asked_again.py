# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is remembered and no longer fits the list is asked again, in words."""

from dataclasses import replace

import pytest

from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, Remembered
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

ROWS = (
    ("01", "Bar de ligne"),
    ("02", "Lieu jaune"),
    ("03", "Merlan"),
    ("04", "Rouget"),
)


def document(*rows):
    return Document("csv", (Sheet("Tarif", rows),))


def asked(reading):
    return {question.code for question in reading.questions}


def titled(title, price="2,40"):
    rows = [(code, name, price, "U") for code, name in ROWS]
    return document(("Réf", "Désignation", title, "Unité"), *rows)


@pytest.mark.parametrize(
    "title, net", [("Prix TTC", True), ("Preis brutto", True), ("Prix HT", False)]
)
def test_a_title_that_contradicts_the_answer_is_asked_again(title, net):
    mapping = replace(read(titled("Prix")).mapping, net=net)
    reading = read(titled(title), mapping)
    (question,) = (one for one in reading.questions if one.code == "net")
    assert question.about == title
    assert question.options[0] == ("gross" if net else "net"), "the list's own word"
    assert {offer.net for offer in reading.offers} == {not net}


def test_the_answer_about_this_very_title_stands():
    mapping = replace(Mapping(), net=True, net_title="Prix TTC")
    reading = read(titled("Prix TTC"), mapping)
    assert "net" not in asked(reading)
    assert {offer.net for offer in reading.offers} == {True}
    assert reading.mapping.net_title == "Prix TTC", "and is kept for the next list"


def test_a_column_that_had_no_title_is_asked_for_by_what_it_held():
    """A list without titles, then one with titles and no prices."""
    columns = (Remembered("code", 1), Remembered("name", 2), Remembered("price", 3))
    bare = [("Code", "Désignation", "Stock")]
    bare += [(code, name, "x") for code, name in ROWS]
    lost = read(document(*bare), Mapping(columns=columns)).questions
    assert [one.about for one in lost if one.code == "column"] == ["#price"]
