"""What columns are titled, in six languages."""

import pytest

from odoo.addons.foodcoop_words.lib.titles import title_of

# title -> role, what the price is for, without VAT
TITLES = {
    "Réf.": ("code", "", None),
    "N° article": ("code", "", None),
    "Art.-Nr.": ("code", "", None),
    "Gencod": ("gtin", "", None),
    "EAN colis": ("other", "", None),
    "Désign.": ("name", "", None),
    "Omschrijving": ("name", "", None),
    "P.U. HT": ("price", "unit", True),
    "Prix unitaire H.T.": ("price", "unit", True),
    "Prix au kilo": ("price", "kg", None),
    "€/pièce": ("price", "piece", None),
    "Prix colis HTVA": ("price", "case", True),
    "Colloprijs": ("price", "case", None),
    "Prijs per kist / doos": ("price", "case", None),
    "Eenheidsprijs": ("price", "unit", None),
    "Prijs ex btw": ("price", "", True),
    "Bruttopreis": ("price", "", False),
    "Precio sin IVA": ("price", "", True),
    "Prezzo IVA inclusa": ("price", "", False),
    "Prix TTC": ("price", "", False),
    "PVC TTC": ("advised", "", False),
    "Prix de vente conseillé": ("advised", "", None),
    "Verkaufspreis": ("advised", "", None),
    "Adviesprijs": ("advised", "", None),
    "Prijs leden VCE (+xx%)": ("other_price", "", None),
    "Ancien prix": ("other_price", "", None),
    "Colisage": ("pack", "", None),
    "PCB": ("count", "", None),
    "Aantal eenheden per kist": ("count", "", None),
    "Contenance": ("content", "", None),
    "Unité (pièce, Kg, g ou litre)": ("unit", "", None),
    "BTW-%": ("vat", "", None),
    "Aliquota IVA": ("vat", "", None),
    "Herkunftsland": ("origin", "", None),
    "keurmerk(en)": ("label", "", None),
    "Marchio": ("brand", "", None),
    "Warengruppe": ("category", "", None),
    "Consigne": ("deposit", "", None),
    "Qté commandée": ("order", "", None),
    "Bestelling in kisten / dozen:": ("order", "", None),
    "Montant HT": ("other", "", None),
    "DÉCOUPE SAUMON/ SALMON CUTTING": ("", "", None),
    "Cabillaud": ("", "", None),
}


@pytest.mark.parametrize("text", TITLES)
def test_a_title(text):
    title = title_of(text)
    assert (title.role, title.basis, title.net) == TITLES[text]
