"""Whole lists: the invented one that ships, and real ones where they lie beside."""

from collections import Counter
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_difference.lib.diff import diff
from odoo.addons.foodcoop_difference.lib.match import Shop
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_words.lib.packs import Terms

DEMARNE = "fr_demarne_maree_tarif_general_2026-01.xlsx"


def reading_of(path):
    return read(read_document(path.read_bytes(), path.name))


@pytest.fixture
def reading(invented, tmp_path):
    return reading_of(invented.lookalike(tmp_path / "criee.xlsx"))


def by_code(reading, code):
    (offer,) = [offer for offer in reading.offers if offer.code == code]
    return offer


def test_the_invented_list_adds_up(invented, reading):
    assert len(reading.offers) == invented.PRODUCTS
    assert len({offer.code for offer in reading.offers}) == invented.CODES
    assert sum(o.price is not None for o in reading.offers) == invented.PRICED
    assert reading.counts["header"] == invented.HEADERS
    (problem,) = reading.of("problem")
    assert invented.WITHOUT_CODE in problem.text


def test_the_invented_list_reads_as_a_person_would(invented, reading):
    salmon = by_code(reading, invented.SALMON)
    assert salmon.title == "SAUMON DU LARGE/ OFFSHORE SALMON, Entier/ Whole, 2/3"
    assert (salmon.price, salmon.terms.unit) == (Decimal("9.4"), "kg")
    assert by_code(reading, invented.TARAMA).terms == Terms("piece", Decimal(6))
    assert by_code(reading, invented.OYSTERS).terms.per_pack
    assert by_code(reading, invented.ZERO_FIRST).name.startswith("Noix")
    assert by_code(reading, "4102").name == "Bar de Penfoul, 6/8"


def test_demarne_as_counted_by_eye(real_list):
    reading = reading_of(real_list(DEMARNE))
    assert len(reading.offers) == 764
    assert len({offer.code for offer in reading.offers}) == 752
    assert sum(offer.price is not None for offer in reading.offers) == 689
    assert reading.counts["header"] == 129
    assert sum(reading.counts.values()) == 1139
    assert all(offer.code and offer.name for offer in reading.offers)


@pytest.mark.parametrize(
    ("code", "price", "words", "agreed"),
    [
        ("8802", "9.69", ("SAUMON", "Entier", "2/3"), ("kg", 1, False)),
        ("612324", "12.25", ("HUITRE", "N°3"), ("piece", 24, True)),
        ("3460", "1.17", ("Tarama rose pot 90g",), ("piece", 6, False)),
        ("0851", "39.4", ("Noix francaise", "30/40"), ("kg", 2, False)),
        ("8413", "15.11", ("Salmo Salar", "Trim B", "2+"), ("kg", 12, False)),
    ],
)
def test_demarne_spot_rows(real_list, code, price, words, agreed):
    offer = by_code(reading_of(real_list(DEMARNE)), code)
    assert offer.price == Decimal(price)
    assert all(word in offer.title for word in words)
    assert (offer.terms.unit, offer.terms.pack, offer.terms.per_pack) == agreed


def test_demarne_codes_used_twice_are_conflicts(real_list):
    reading = reading_of(real_list(DEMARNE))
    kinds = Counter(
        d.kind for d in diff(Shop(), reading.offers) if d.offer.code in {"9030", "3073"}
    )
    assert kinds["conflict"] == 2


def test_cagette_offers_continue_their_product(real_list):
    reading = reading_of(real_list("fr_cagette_pro_produits_offres.xlsx"))
    assert len(reading.offers) == 13
    crate = next(offer for offer in reading.offers if offer.code == "PDT-5")
    assert crate.name == "Pommes de Terre, caisse"
    assert (crate.price, crate.terms.pack) == (Decimal("8.75"), 5)
    assert crate.terms.unit_price(crate.price) == Decimal("1.75")


def test_trockenware_is_known_by_names_and_guesses_no_unit(real_list):
    """A packet whose weight its name says is a piece; of the others nothing is said."""
    reading = reading_of(real_list("de_foodcoop_trockenware.xlsx"))
    assert len(reading.offers) == 141
    assert sum(offer.price is not None for offer in reading.offers) == 134
    assert reading.counts["section"] == 20
    weighed = [offer for offer in reading.offers if offer.content]
    assert {offer.terms.unit for offer in weighed} == {"piece"}
    assert {offer.terms.basis for offer in weighed} == {"piece", "inner"}  # 3x17g
    bare = [offer for offer in reading.offers if not offer.content]
    assert {offer.terms.reason for offer in bare} == {"unit_unknown"}
    assert [q.options[0] for q in reading.questions if q.code == "basis"] == ["piece"]
