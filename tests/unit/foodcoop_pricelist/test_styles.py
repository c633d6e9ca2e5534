"""Invented lists in the styles of wholesalers, farms, wine growers and printers."""

import pytest
from written_lists import asked, listed, paid

from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import Document, Facts, Sheet


def test_wholesaler_with_unit_case_and_advised_price():
    reading = listed("""
Code;Libellé;Marque;Origine;Label;Cond.;PCB;EAN;P.U. HT;Prix colis HT;TVA;PVC TTC
000123;Coulis de tomate;Ponant;Italie;AB;bocal 680g;6;3760001000016;2,15;12,90;5,5;3,49
000124;Coquillettes;Ponant;Italie;AB;sachet 500g;12;3760001000023;1,10;13,20;5,5;1,79
000131;Farine T65;Sizun;France;AB;sac 25kg;1;;27,50;27,50;5,5;
""")
    assert paid(reading) == [
        ("12.90", "case", "piece", "6"),
        ("13.20", "case", "piece", "12"),
        ("27.50", "piece", "piece", "1"),
    ]
    assert [str(o.advised_price) for o in reading.offers] == ["3.49", "1.79", "None"]
    assert [str(o.content) for o in reading.offers] == ["0.680", "0.500", "25"]
    assert not reading.questions


def test_two_prices_without_telling_titles_are_told_by_the_pack():
    reading = listed("""
Article;Ref;Colisage;Prix A;Prix B;TVA
Savon doux;S1;12;24,00;2,00;20
Shampoing;S2;6;30,00;5,00;20
Dentifrice;S3;10;31,00;3,10;20
""")
    assert paid(reading) == [
        ("24.00", "case", "piece", "12"),
        ("30.00", "case", "piece", "6"),
        ("31.00", "case", "piece", "10"),
    ]
    assert "price" not in asked(reading)


def test_two_prices_that_differ_by_the_vat_are_net_and_gross():
    reading = listed("""
Article;Ref;Prix A;Prix B;Unité
Savon;S1;2,40;2,00;pièce
Shampoing;S2;6,00;5,00;pièce
Dentifrice;S3;3,72;3,10;pièce
""")
    assert [str(offer.price) for offer in reading.offers] == ["2.00", "5.00", "3.10"]
    assert all(offer.net for offer in reading.offers)
    assert asked(reading) == set()


def test_a_farm_sells_by_the_kilogram_or_by_the_piece():
    reading = listed("""
Produit;Origine;Prix au kg;Prix à la pièce
Carottes;France;1,80;
Salade batavia;France;;0,95
Poireaux;France;2,40;
Chou-fleur;Bretagne;;1,90
""")
    assert [row[:2] for row in paid(reading)] == [
        *(("1.80", "kg"), ("0.95", "piece"), ("2.40", "kg"), ("1.90", "piece")),
    ]


def test_units_as_market_stalls_write_them():
    reading = listed("""
Légumes;Prix;Unité
Carottes;2,50 €;le kg
Salade;1 €;la pièce
Radis;2 €;la botte
Oeufs;3,20 €;les 6
""")
    assert paid(reading) == [
        ("2.50", "kg", "kg", "1"),
        ("1", "piece", "piece", "1"),
        ("2", "piece", "piece", "1"),
        ("3.20", "inner", "piece", "6"),
    ]
    assert reading.currency == "EUR"


def test_the_newest_of_two_tariffs_is_paid():
    reading = listed("""
Réf;Désignation;Tarif 2024 HT;Tarif 2025 HT;Unité
A1;Savon 300g;2,10;2,25;U
A2;Lessive 5L;12,10;12,90;U
""")
    assert [str(offer.price) for offer in reading.offers] == ["2.25", "12.90"]
    assert not reading.questions


def test_english_pounds_and_vat_letters():
    reading = listed("""
Product Code;Description;Pack Size;Case Price;Unit Price;VAT Code;Country;Organic
SU001;Baked Beans 400g;12 x 400g;£8.76;£0.73;Z;UK;Yes
SU003;Washing Up Liquid 5L;1 x 5L;£11.20;£11.20;S;UK;No
SU004;Basmati Rice;1 x 25kg;£48.00;£1.92;Z;India;Yes
""")
    assert reading.currency == "GBP"
    assert [str(offer.vat) for offer in reading.offers] == ["0", "20", "0"]
    assert [offer.labels for offer in reading.offers] == [("bio",), (), ("bio",)]
    assert paid(reading)[2] == ("48.00", "case", "kg", "25")
    assert asked(reading) == {"vat"}


def test_a_wine_grower_says_the_bottle_by_its_content():
    reading = listed("""
Cuvée;Millésime;Couleur;Format;Prix HT départ
Les Galets;2022;Rouge;75 cl;6,50
Brise;2023;Blanc;75 cl;5,90
BIB;2023;Rouge;5 L;18,00
""")
    assert {row[1] for row in paid(reading)} == {"piece"}
    assert [str(offer.content) for offer in reading.offers] == ["0.75", "0.75", "5"]
    assert reading.offers[0].name == "Les Galets, Rouge"


def test_the_consumers_barcode_not_the_cartons():
    reading = listed("""
Ref;Nom article;EAN colis;EAN UVC;UVC/colis;Prix net HT UVC
1001;Miel 500g;13760001000013;3760001000016;12;5,45
1002;Confiture 320g;13760001000020;3760001000023;8;3,10
""")
    assert [o.gtin for o in reading.offers] == ["3760001000016", "3760001000023"]
    assert paid(reading)[0] == ("5.45", "piece", "piece", "12")


def test_an_order_form_with_letterhead_sections_total_and_terms():
    reading = listed("""
SARL Les Jardins;;;;;
12 rue des Lilas;;;;;
BON DE COMMANDE;;;;;
Qté commandée;Désignation;Réf.;Prix unitaire € HT;Conditionnement;Total
;LÉGUMES;;;;
;Carotte;L01;1,60;botte;0,00
;Oignon jaune;L02;1,90;kg;0,00
;FRUITS;;;;
;Pomme Gala;F01;2,10;kg;0,00
;Fraise;F02;3,20;barquette;0,00
;;;;TOTAL HT;0,00
Livraison le mardi, règlement à 30 jours.;;;;;
""")
    assert [offer.section for offer in reading.offers] == [
        *("LÉGUMES", "LÉGUMES", "FRUITS", "FRUITS"),
    ]
    assert [offer.terms.basis for offer in reading.offers] == [
        *("piece", "kg", "kg", "piece"),
    ]
    reasons = [row.reason for row in reading.of("ignored")]
    assert reasons == ["before_table"] * 3 + ["total", "footer"]
    assert reading.sender == "SARL Les Jardins"
    assert reading.mapping.order_column == 1


def test_a_row_of_explanations_below_the_titles_is_no_product():
    reading = listed("""
bestelnr.;productnaam;eenheid;netto prijs
uniek nummer van het product;naam zoals op het etiket;b.v. kg, liter;prijs excl. btw
9230;Oesterzwam;kg;12.34
8192;Volle melk;liter;0.98
""")
    assert [offer.code for offer in reading.offers] == ["9230", "8192"]
    assert reading.counts["header"] == 2


def test_sentences_in_the_name_say_price_and_case():
    reading = listed("""
Référence;Produit;Prix HT
R1;Jus de pomme. Par bouteille de 1.5 litre. Colis de 6 bouteilles.;3,20
R2;Lentilles. Par sachet de 500 g. Colis de 10 sachets.;2,10
R3;Oranges à jus. Au kilo. Colis de 10 kg.;1,70
""")
    assert paid(reading) == [
        ("3.20", "piece", "piece", "6"),
        ("2.10", "piece", "piece", "10"),
        ("1.70", "kg", "kg", "10"),
    ]


def test_what_is_not_there_today_stays_on_the_list():
    reading = listed("""
Produit;Code;Prix HT/kg;Dispo
Bar de ligne;B1;24,90;oui
Lieu jaune;L1;rupture;non
Sole;S1;NC;oui
""")
    assert [offer.available for offer in reading.offers] == [True, False, False]
    assert {offer.terms.basis for offer in reading.offers} == {"kg"}


def test_zeros_that_a_spreadsheet_lost_are_a_question():
    lines = [f"0{n:05d};Article {n};{n},50;pièce" for n in range(10, 30)]
    text = "Code;Nom;Prix HT;Unité\n" + "\n".join([*lines, "517;Article x;3,50;pièce"])
    (question,) = listed(text).questions
    assert (question.code, question.options[0], question.about) == (
        *("code_length", "6"),
        "517",
    )


@pytest.mark.parametrize(("word", "currency"), [("CHF", "CHF"), ("€", "EUR")])
def test_a_currency_named_in_a_title(word, currency):
    reading = listed(f"""
Artikel-Nr.;Produkt;Preis {word};Einheit
77;Bergkäse;18.50;kg
78;Alpkäse;19.90;kg
""")
    assert {offer.currency for offer in reading.offers} == {currency}


@pytest.mark.parametrize(
    ("title", "texts", "sender"),
    [
        ("FERME DU VALLON", (), "FERME DU VALLON"),
        ("Tarif", (), ""),
        ("Café et thé", ("Café et thé 19.04.2026 19:34", "Page 1"), ""),
        ("Tarif", ("La Criée du Ponant",), "La Criée du Ponant"),
        ("Tarif", ("contact@vallon.test", "La Criée"), "La Criée"),
        ("Tarif", ("contact@vallon.example", "La Criée"), "vallon"),
    ],
)
def test_a_section_above_the_first_prices_is_nobodys_name(title, texts, sender):
    rows = (("MERLU", "EURO/kg"), ("Colin 3/+", "14,40"), ("Colinot", "8,10"))
    sheet = Sheet("Liste", rows)
    document = Document("pdf", (sheet,), facts=Facts(title=title), texts=texts)
    assert read(document).sender == sender


def test_a_section_ends_where_the_category_that_it_names_ends():
    reading = listed("""
Code;Désignation;Prix HT;Unité;Catégorie
;Légumes;;;
A1;Carottes;2,00;kg;Légume
A2;Panais;3,00;kg;Légume
B1;Pommes;2,50;kg;Fruits
;Épicerie;;;
C1;Riz;2,10;kg;Céréales
C2;Huile;6,00;l;Huiles
""")
    assert [offer.section for offer in reading.offers] == [
        *("Légumes", "Légumes", "", "Épicerie", "Épicerie")
    ]
