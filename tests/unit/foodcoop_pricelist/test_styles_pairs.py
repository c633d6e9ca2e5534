"""Invented lists that leave more to be found out: packs, pairs of prices, pages."""

import csv
import io

import pytest
from written_lists import asked, listed, paid

from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, Remembered
from odoo.addons.foodcoop_pricelist.lib.read import BASIS_ASSUMED, propose
from odoo.addons.foodcoop_sheet.lib.table import Document, Sheet

UNSAID = """
Nom du produit;Prix HT;Prix TTC;Cdt
Confiture d'abricot;3,20;3,38;par 12
Gelée de coing;2,90;3,06;par 6
"""


def test_a_basis_that_nothing_says_is_asked_and_only_proposed():
    reading = listed(UNSAID)
    assert {offer.terms.basis for offer in reading.offers} == {""}
    assert asked(reading) == {"basis"}
    lines = csv.reader(io.StringIO(UNSAID.strip()), delimiter=";")
    document = Document("csv", (Sheet("Liste", tuple(map(tuple, lines))),))
    proposed = propose(document)
    assert paid(proposed) == [
        ("3.20", "piece", "piece", "12"),
        ("2.90", "piece", "piece", "6"),
    ]
    assert all(BASIS_ASSUMED in offer.doubts for offer in proposed.offers)
    assert asked(proposed) == {"basis"}


def test_bulk_goods_by_the_kilogram_and_by_the_bag():
    reading = listed("""
Référence;Désignation;Conditionnement;Poids (kg);Prix HT/kg;Prix HT sac
V001;Lentilles vertes;Sac;25;2,35;58,75
V002;Riz basmati;Sac;25;2,10;52,50
V003;Amandes;Carton;10;12,40;124,00
""")
    assert paid(reading) == [
        ("58.75", "case", "kg", "25"),
        ("52.50", "case", "kg", "25"),
        ("124.00", "case", "kg", "10"),
    ]


def test_a_cheese_priced_by_the_kilogram_among_pieces():
    reading = listed("""
Produit;Poids;Prix pièce HT;Prix kg HT
Crottin frais;120 g;1,60;13,33
Tomme;environ 2 kg;;14,50
Faisselle x4;4 x 100 g;2,40;6,00
""")
    assert paid(reading) == [
        ("1.60", "piece", "piece", "1"),
        ("14.50", "kg", "kg", "1"),
        ("2.40", "piece", "piece", "1"),
    ]


def test_the_number_in_a_carton_is_told_by_its_prices():
    reading = listed("""
Bière;Format;Prix bouteille HT;Prix carton HT
Blonde d'Armor;33cl;1,55;18,60
IPA du Ponant;33cl;1,75;21,00
Triple;75cl;3,95;47,40
""")
    assert {row[1:] for row in paid(reading)} == {("case", "piece", "12")}


def test_pages_of_a_printed_list_are_no_sections():
    reading = listed("""
Page 1;;;
Réf;Article;Unité;P.U. HT
01;Savon;pièce;2,00
Page 2;;;
Réf;Article;Unité;P.U. HT
02;Miel;pot;6,00
Page 3;;;
""")
    assert {offer.section for offer in reading.offers} == {""}
    assert len(reading.offers) == 2


def test_a_price_for_one_of_a_pack():
    reading = listed("""
Désignation;Unité de vente;Prix unitaire HT
Lait entier bouteille 1L;Pack de 6;1,10
Yaourt nature 125g;Lot de 12;0,38
""")
    assert paid(reading) == [
        ("1.10", "piece", "piece", "6"),
        ("0.38", "piece", "piece", "12"),
    ]


@pytest.mark.parametrize("title", ["Colisage", "PCB", "Conditionnement"])
def test_a_case_counted_in_kilograms_or_litres_holds_no_pieces(title):
    reading = listed(f"""
Code;Désignation;Prix du colis HT;Unité;{title}
A1;Carottes;6,00;kg;5
A2;Huile de colza;24,00;litre;10
A3;Salade;8,00;pièce;12
A4;Cidre;9,00;75 cl;6
""")
    assert paid(reading) == [
        ("6.00", "case", "kg", "5"),
        ("24.00", "case", "l", "10"),
        ("8.00", "case", "piece", "12"),
        ("9.00", "case", "piece", "6"),
    ]


def test_pieces_of_a_kilogram_that_are_named_stay_pieces():
    reading = listed("""
Code;Désignation;Prix du colis HT;Unité;Colisage
A1;Farine;6,00;kg;5 sachets
A2;Sucre;8,00;kg;6 pièces
""")
    assert [row[2:] for row in paid(reading)] == [("piece", "5"), ("piece", "6")]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Poids colis", "5 kg"),
        ("Poids du colis", "5"),
        ("Kg/colis", "5"),
        ("Case weight", "5"),
    ],
)
def test_what_a_case_weighs_is_its_pack(title, cell):
    reading = listed(f"""
Code;Désignation;{title};Prix colis HT
A1;Carottes;{cell};6,00
A2;Panais;{cell};8,00
""")
    assert [row[1:] for row in paid(reading)] == [("case", "kg", "5")] * 2
    assert {offer.content for offer in reading.offers} == {None}
    assert not reading.questions


def test_what_a_case_weighs_steps_back_where_its_pieces_are_told():
    reading = listed("""
Code;Désignation;Poids colis;Colisage;Prix colis HT
A1;Tarama;0,54;6 x 90 g;6,00
A2;Rillettes;1,08;6 x 180 g;8,00
""")
    assert [row[1:] for row in paid(reading)] == [("case", "piece", "6")] * 2


def test_a_price_per_vpe_is_the_cases():
    reading = listed("""
Artikelnr;Bezeichnung;VPE;Preis/VPE netto
A1;Karotten;10 kg;6,00
A2;Tomatenmark;12 x 200 g;18,00
""")
    assert paid(reading) == [
        ("6.00", "case", "kg", "10"),
        ("18.00", "case", "piece", "12"),
    ]
    assert not asked(reading)


def test_a_price_per_unit_beside_the_cases_is_no_unit():
    reading = listed("""
Code;Product;Price per unit;Price per case excl. VAT;Units per case
A1;Carrots;1.20;7.20;6
A2;Parsnips;0.80;8.00;10
""")
    assert paid(reading) == [
        ("7.20", "case", "piece", "6"),
        ("8.00", "case", "piece", "10"),
    ]
    assert not asked(reading) & {"price", "basis", "pack"}


CASES_ALONE = """
Code;Désignation;Divers;Prix colis HT
A1;Laitue;12;6,00
A2;Fenouil;10;8,00
"""


def test_what_a_case_holds_is_asked_until_it_is_known():
    (question,) = listed(CASES_ALONE).questions
    assert (question.code, question.options) == ("pack", ("Divers", "piece"))
    answered = Mapping(columns=(Remembered("pack", 1, "Divers"),))
    told = listed(CASES_ALONE, mapping=answered)
    assert [row[2:] for row in paid(told)] == [("piece", "12"), ("piece", "10")]
    assert not told.questions
    again = listed(CASES_ALONE, mapping=told.mapping)
    assert paid(again) == paid(told)


def test_a_case_of_which_nothing_tells_the_content_is_one_piece():
    whole = "Désignation;Prix colis HT\nCarottes;6,00\nPanais;8,00"
    assert [q.options for q in listed(whole).questions] == [("piece",)]
    told = listed(whole, mapping=Mapping(basis="piece"))
    assert [row[1:] for row in paid(told)] == [("piece", "piece", "1")] * 2
    assert not told.questions


def test_the_answer_that_prices_are_for_a_case_asks_what_lies_in_it():
    unsaid = "Désignation;Prix HT\nCarottes;6,00\nPanais;8,00"
    assert asked(listed(unsaid)) == {"basis"}
    assert asked(listed(unsaid, mapping=Mapping(basis="case"))) == {"pack"}


DISCOUNTED = """
Code;Désignation;Unité;Prix HT;Remise %
A1;Carottes;kg;10,00;20
A2;Panais;kg;8,00;{}
A3;Céleri;kg;6,00;
"""


@pytest.mark.parametrize("rate", ["12,5", "12,5 %", "-12,5"])
def test_whether_a_discount_is_in_the_price_is_asked(rate):
    text = DISCOUNTED.format(rate)
    (question,) = listed(text).questions
    assert (question.code, question.about) == ("discount", "Remise %")

    def prices(said):
        reading = listed(text, mapping=Mapping(discounted=said))
        assert not asked(reading) or said is None
        return [float(offer.price) for offer in reading.offers]

    assert prices(True) == prices(None) == [10, 8, 6]
    assert prices(False) == [8, 7, 6]


def test_a_discount_that_a_spreadsheet_keeps_as_a_share():
    text = DISCOUNTED.format("0,125").replace("00;20", "00;0,2")
    reading = listed(text, mapping=Mapping(discounted=False))
    assert [float(offer.price) for offer in reading.offers] == [8, 7, 6]


def test_a_column_without_any_discount_asks_nothing():
    assert not asked(listed(DISCOUNTED.format("0").replace("00;20", "00;0 %")))
    assert not asked(listed(DISCOUNTED.format("A").replace("00;20", "00;B")))
