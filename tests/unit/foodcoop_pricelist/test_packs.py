"""Pack and unit phrases: what one case holds and what the price is for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_phrase.lib import packs
from odoo.addons.foodcoop_phrase.lib.packs import Terms, terms


@pytest.mark.parametrize(
    ("pack", "unit", "agreed"),
    [
        ("6 x 90g", "U", Terms("piece", Decimal(6))),
        ("12x150 grs", "UN", Terms("piece", Decimal(12))),
        ("10 x 800 g", "Boite", Terms("piece", Decimal(10))),
        ("48 pièces", "UN", Terms("piece", Decimal(48))),
        ("2,5kg", "U", Terms("piece")),
        ("3kg", "Kg", Terms("kg", Decimal(3))),
        ("12 kg ", "kg ", Terms("kg", Decimal(12))),
        ("6 x 2,27 kg", "KG", Terms("kg", Decimal("13.62"))),
        ("2*1KG", "kg", Terms("kg", Decimal(2))),
        ("Pi", "Kg", Terms("kg")),
        ("Pièce", "Kg", Terms("kg")),
        ("kg", "Kg", Terms("kg")),
        ("6 x 0,75 ltr", "litre", Terms("l", Decimal("4.5"))),
    ],
)
def test_price_for_one_unit(pack, unit, agreed):
    assert terms(pack, unit) == agreed


@pytest.mark.parametrize(
    ("pack", "unit", "agreed"),
    [
        ("24 pi", "2,75kg", Terms("piece", Decimal(24), True)),
        ("24PI", "2kg", Terms("piece", Decimal(24), True)),
        ("24 pi, 2kg", "colis", Terms("piece", Decimal(24), True)),
        ("1 pi", "240g", Terms("piece", Decimal(1), True)),
        ("3 kg", "3 kg", Terms("kg", Decimal(3), True)),
        ("5 kg", "carton", Terms("kg", Decimal(5), True)),
    ],
)
def test_price_for_the_whole_case(pack, unit, agreed):
    assert terms(pack, unit) == agreed


@pytest.mark.parametrize(
    ("pack", "unit", "reason"),
    [
        ("20 kg ou Pi", "Kg", packs.PACK_CHOICE),
        ("3kg/6kg", "Kg", packs.PACK_CHOICE),
        ("0,8/1,2kg", "kg", packs.PACK_CHOICE),
        ("200g env.", "kg", packs.PACK_APPROXIMATE),
        ("Ongev.8 kg", "kg", packs.PACK_APPROXIMATE),
        ("30 x 0,160gr", "KG", packs.PACK_DOUBT),
        ("3pc", "Kg", packs.PACK_OTHER_UNIT),
        ("10*0,300", "Kg", packs.PACK_UNREAD),
        ("selon arrivage", "Kg", packs.PACK_UNREAD),
    ],
)
def test_a_doubtful_pack_is_one_unit_with_its_reason(pack, unit, reason):
    agreed = terms(pack, unit)
    assert (agreed.pack, agreed.reason, agreed.unit) == (1, reason, "kg")


@pytest.mark.parametrize("unit", ["", "g", "???", "24 kg ou Pi"])
def test_an_unsaid_basis_is_never_guessed(unit):
    assert terms("24 pi", unit) == Terms(reason=packs.UNIT_UNKNOWN)


def test_a_slip_in_the_weight_does_not_matter_where_pieces_count():
    assert terms("6 x 0,125gr", "U") == Terms("piece", Decimal(6))


def test_prices_of_unit_and_case():
    jar, oysters = terms("6 x 90g", "U"), terms("24 pi", "2kg")
    assert jar.pack_price(Decimal("1.17")) == Decimal("7.02")
    assert oysters.pack_price(Decimal("12.25")) == Decimal("12.25")
    assert oysters.unit_price(Decimal(12)) == Decimal("0.5")


@given(
    st.integers(1, 500),
    st.integers(1, 99_999),
    st.sampled_from(["g", "gr", "grs", " g", "G"]),
    st.sampled_from(["x", " x ", "X", "*", " x"]),
)
def test_count_times_grams_reads_whatever_the_spaces(count, grams, word, times):
    pack = packs.parse_pack(f"{count}{times}{grams}{word}")
    assert (pack.count, pack.measure) == (count, count * grams / Decimal(1000))


@pytest.mark.parametrize("phrase", ["9" * 5000 + " pc", "9" * 5000 + "x2 kg"])
def test_a_number_as_long_as_a_page_is_no_pack(phrase):
    assert packs.parse_pack(phrase).reason == packs.PACK_UNREAD


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_phrase_is_too_strange(pack, unit):
    agreed = terms(pack, unit)
    assert agreed.pack > 0
    assert agreed.unit or agreed.reason
