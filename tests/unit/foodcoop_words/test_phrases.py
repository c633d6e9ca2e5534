"""Pack phrases in the shapes that suppliers write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_words.lib.phrases import find_pack, parse_pack

# phrase -> count, inner, content of one piece, unit, what the price is for
PHRASES = {
    "10x1 kg": (10, None, "1", "kg", ""),
    "12x125 gr": (12, None, "0.125", "kg", ""),
    "1x4x125 gr": (1, 4, "0.5", "kg", ""),
    "6x5x30gr": (6, 5, "0.15", "kg", ""),
    "6 x 0,75 ltr": (6, None, "0.75", "l", ""),
    "6 x075 ltr": (6, None, "0.75", "l", ""),
    "250 gram - 6 st": (6, None, "0.25", "kg", ""),
    "125 gram x 8": (8, None, "0.125", "kg", ""),
    "250gr x4": (4, None, "0.25", "kg", ""),
    "Par bouteille de 1.5 litre. Colis de 6 bouteilles.": (
        6,
        None,
        "1.5",
        "l",
        "piece",
    ),
    "Colis de 10kg": (None, None, "10", "kg", "case"),
    "Barquette de 2 pièces": (2, None, None, "", "inner"),
    "À l'unité": (None, None, None, "", "piece"),
    "per stuk": (None, None, None, "", "piece"),
    "au kilo": (None, None, None, "", "kg"),
    "carton de 12": (12, None, None, "", "case"),
    "carton de 6 bouteilles de 75 cl": (6, None, "0.75", "l", "case"),
    "lot de 3 x 125 g": (3, None, "0.125", "kg", "piece"),
    "6x1L": (6, None, "1", "l", ""),
    "sachet 250g": (None, None, "0.25", "kg", "piece"),
    "24 pi, 2kg": (24, None, None, "kg", ""),
    "1 st a 4 kg": (1, None, "4", "kg", ""),
    "2 dozen": (24, None, None, "", ""),
    "douzaine": (12, None, None, "", ""),
    "10 Piece": (10, None, None, "", ""),
    "6er": (6, None, None, "", ""),
    "par 6": (6, None, None, "", ""),
    "15+2 ML": (None, None, "0.017", "l", ""),
    "6": (6, None, None, "", ""),
    "caja de 12 botes de 400 g": (12, None, "0.4", "kg", "case"),
    "cartone da 6 bottiglie da 1 l": (6, None, "1", "l", "case"),
    "Kiste mit 10 kg": (None, None, "10", "kg", "case"),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_pack_cell(phrase):
    count, inner, each, unit, basis = PHRASES[phrase]
    pack = parse_pack(phrase)
    assert (pack.count, pack.inner, pack.unit, pack.basis) == (
        count,
        inner,
        unit,
        basis,
    )
    if each:
        assert pack.each == Decimal(each)
    assert not pack.reason


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("20 kg ou Pi", "pack_choice"),
        ("3kg/6kg", "pack_choice"),
        ("Ongev.8 kg", "pack_approximate"),
        ("ca. 280g", "pack_approximate"),
        ("6 x 0,125gr", "pack_doubt"),
        ("50x90 cm", "pack_unread"),
        ("2.5CMX5 M", "pack_unread"),
        ("46(S)", "pack_unread"),
        ("12 x3k", "pack_unread"),
    ],
)
def test_a_doubt_keeps_its_reason(phrase, reason):
    assert parse_pack(phrase).reason == reason


# name -> count, content of one piece, unit
NAMES = {
    "Andijvie - 6kg": (None, "6", "kg"),
    "Peer/Appelsap - 6 x075 ltr": (6, "0.75", "l"),
    "Tarama rose pot 90g": (None, "0.09", "kg"),
    "Zuurkool Kramer naturel 15x500 gr": (15, "0.5", "kg"),
    "Rode bes - 250 gram (jonkheer van tets) - 6 st": (6, "0.25", "kg"),
    "Kool wit - 1 st a 4 kg": (1, "4", "kg"),
    "Poulpe cuit 8 x 200g (vente au colis de 8 barquettes)": (8, "0.2", "kg"),
    "Oeufs x6": (6, None, ""),
    "Jus de pomme 3,5% 1L": (None, "1", "l"),
    "3M DURAPORE 2.5CM X5 M": (None, None, ""),
    "ACTAVIS CINNARIZINE 25 MG": (None, None, ""),
    "St Pierre 1/1,5": (None, None, ""),
    "Colin 3/+": (None, None, ""),
    "Vin rouge 2019 75cl": (None, "0.75", "l"),
    "Noix de pétoncle 30/40": (None, None, ""),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_within_a_name(name):
    count, each, unit = NAMES[name]
    pack = find_pack(name)
    assert (pack.count, pack.unit) == (count, unit)
    assert pack.each == (Decimal(each) if each else None)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text):
    for pack in (parse_pack(text), find_pack(text)):
        assert pack.count is None or pack.count > 0
        assert pack.measure is None or pack.measure > 0
        assert pack.basis in {"", "kg", "l", "piece", "inner", "case"}
