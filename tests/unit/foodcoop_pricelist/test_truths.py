"""Real lists as a person counted them."""

from collections import Counter
from decimal import Decimal
from functools import lru_cache

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.read import read

DEMARNE = "fr_demarne_maree_tarif_general_2026-01.xlsx"
LAURENT = "fr_laurent_daniel_maree_2025-05-13.pdf"
TERRA = "de_terra_naturkost_obst_gemuese_2025kw36.bnn"
DAIRY = "fr_dairyland_mercuriale_semaine{}.csv"

# products, with a price
COUNTS = {
    DEMARNE: (764, 689),
    LAURENT: (142, 96),
    "fr_cagette_pro_produits_offres.xlsx": (13, 13),
    "fr_urlab_tarifs_v1.pdf": (15, 15),
    "fr_urlab_tarifs_v2.pdf": (16, 16),
    DAIRY.format(1): (100, 100),
    DAIRY.format(2): (100, 100),
    "fr_govegi_mercuriale_semaine1.csv": (100, 100),
    "de_foodcoop_trockenware.xlsx": (141, 134),
    "de_kernbeisser_kaffee_kakao_2022.pdf": (52, 52),
    "de_kernbeisser_ostern_2022.pdf": (46, 46),
    TERRA: (311, 311),
    "de_naturkost_nord_sample.bnn": (6, 6),
    "de_foodcoopshop_products_valid.csv": (2, 2),
    "de_foodcoopshop_products_invalid.csv": (0, 0),
    "en_foodsoft_articles.xls": (4, 4),
    "en_foodsoft_articles.ods": (4, 4),
    "en_ofn_120_products.csv": (120, 120),
    "en_peppol_ubl_catalogue_1.xml": (2, 2),
    "en_essentials_price_per_unit.pdf": (44, 44),
    "nl_bdtotaal.csv": (48, 48),
    "nl_bioromeo_a.csv": (23, 23),
    "nl_bioromeo_c.csv": (11, 11),
    "nl_de_nieuwe_band.csv": (15, 15),
    "nl_foodcoopnl_two_headers.csv": (4, 4),
    "nl_klein_gemaakt.csv": (2, 2),
    "nl_vriesia_drugstore.csv": (34, 34),
    "nl_willem_drees_week.csv": (11, 11),
}
# list, code or words of the title, price, basis, unit, pack
SPOTS = [
    (DEMARNE, "8802", "9.69", "kg", "kg", 1),
    (DEMARNE, "612324", "12.25", "case", "piece", 24),
    (DEMARNE, "3460", "1.17", "piece", "piece", 6),
    (LAURENT, "Colin 3/+", "14.4", "kg", "kg", 1),
    (LAURENT, "Lotte +4 ROSCOFF", "22.4", "kg", "kg", 1),
    (LAURENT, "Langouste rouge 0,8/1,3", "55.9", "kg", "kg", 1),
    ("fr_cagette_pro_produits_offres.xlsx", "PDT-1", "1.75", "kg", "kg", 1),
    ("fr_cagette_pro_produits_offres.xlsx", "PDT-5", "8.75", "case", "kg", 5),
    ("fr_cagette_pro_produits_offres.xlsx", "OEU-2", "2", "case", "piece", 6),
    ("fr_urlab_tarifs_v2.pdf", "Café", "0.5", "", "", 1),
    ("fr_urlab_tarifs_v2.pdf", "Pizza", "3", "", "", 1),
    (DAIRY.format(2), "LYZZI", "2.49", "inner", "piece", 2),
    (DAIRY.format(2), "PSSWN", "11.42", "case", "kg", 10),
    ("fr_govegi_mercuriale_semaine1.csv", "1512", "18.79", "case", "kg", 10),
    ("fr_govegi_mercuriale_semaine1.csv", "972", "1.8", "piece", "piece", 1),
    ("de_foodcoop_trockenware.xlsx", "Backhefe 9g", "0.7", "piece", "piece", 1),
    ("de_foodcoop_trockenware.xlsx", "Allos Hildegard Dinkel", "4.1", "", "", 1),
    ("de_kernbeisser_kaffee_kakao_2022.pdf", "128", "4.27", "piece", "piece", 1),
    ("de_kernbeisser_kaffee_kakao_2022.pdf", "152", "14.8", "piece", "piece", 1),
    (TERRA, "111125", "3.02", "kg", "kg", 6),
    (TERRA, "111116", "4.25", "kg", "kg", 6),
    (TERRA, "129127", "0.38", "piece", "piece", 120),
    ("de_naturkost_nord_sample.bnn", "5", "2.89", "piece", "piece", 10),
    ("de_naturkost_nord_sample.bnn", "8", "3.49", "piece", "piece", 12),
    ("en_foodsoft_articles.xls", "29932", "2.34", "kg", "kg", 1),
    ("en_foodsoft_articles.ods", "1829", "3.21", "piece", "piece", 10),
    ("en_foodsoft_articles.ods", "177813", "1.2", "piece", "piece", 20),
    ("en_essentials_price_per_unit.pdf", "banana", "30", "case", "piece", 12),
    ("en_essentials_price_per_unit.pdf", "rice", "40", "kg", "kg", 1),
    ("en_essentials_price_per_unit.pdf", "milk", "60", "l", "l", 1),
    ("nl_bdtotaal.csv", "10003", "37.49", "case", "piece", 10),
    ("nl_bdtotaal.csv", "10012", "16.51", "case", "piece", 12),
    ("nl_de_nieuwe_band.csv", "0386", "2.82", "piece", "piece", 12),
    ("nl_de_nieuwe_band.csv", "0204", "9.12", "kg", "kg", Decimal("4.5")),
    ("nl_foodcoopnl_two_headers.csv", "1923", "3.45", "piece", "piece", 5),
    ("nl_klein_gemaakt.csv", "HV1", "0.98", "piece", "piece", 1),
    ("nl_vriesia_drugstore.csv", "070432", "4", "piece", "piece", 6),
    ("nl_willem_drees_week.csv", "loshsp001", "22.8", "case", "kg", 12),
]


@lru_cache
def reading_of(path):
    return read(read_document(path.read_bytes(), path.name))


def found(reading, key):
    coded = [offer for offer in reading.offers if offer.code == key]
    named = [offer for offer in reading.offers if key in offer.title]
    return (coded or named)[0]


@pytest.mark.parametrize("name", COUNTS)
def test_products_and_prices_as_counted_by_eye(real_list, name):
    path = real_list(name)
    reading = reading_of(path)
    priced = sum(offer.price is not None for offer in reading.offers)
    assert (len(reading.offers), priced) == COUNTS[name]
    document = read_document(path.read_bytes(), name)
    assert sum(reading.counts.values()) == sum(len(s.rows) for s in document.sheets)


@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: f"{spot[0]}-{spot[1]}")
def test_spot_rows(real_list, spot):
    name, key, price, basis, unit, pack = spot
    offer = found(reading_of(real_list(name)), key)
    assert offer.price == Decimal(price)
    assert (offer.terms.basis, offer.terms.unit) == (basis, unit)
    assert offer.terms.pack == pack


def test_demarne_asks_nothing_but_what_the_list_does_not_say(real_list):
    reading = reading_of(real_list(DEMARNE))
    assert len({offer.code for offer in reading.offers}) == 752
    assert reading.counts["header"] == 129
    assert {question.code for question in reading.questions} == {"basis", "net"}
    continued = [offer for offer in reading.offers if offer.name.startswith("Entier")]
    assert len(continued) > 5
    assert found(reading, "0851").name.startswith("Noix")


def test_laurent_daniel_sections_with_a_dash_are_no_products(real_list):
    reading = reading_of(real_list(LAURENT))
    names = {offer.name for offer in reading.offers}
    for title in ("GRONDIN / TOMBE", "AIGUILLATS", "DIVERS"):
        assert title not in names
    missing = [offer for offer in reading.offers if offer.price is None]
    assert len(missing) == 46  # 45 by a dash, one blank
    assert not any(offer.available for offer in missing)
    twins = [offer for offer in reading.offers if "Pierre 1/1,5" in offer.name]
    assert len({offer.name for offer in twins}) == 2


def test_dairyland_from_one_week_to_the_next(real_list):
    """19 prices are written otherwise; two of them say the same: 2.3, then 2.30."""
    weeks = [reading_of(real_list(DAIRY.format(week))) for week in (1, 2)]
    first, second = ({o.code: o for o in week.offers} for week in weeks)
    both = first.keys() & second.keys()
    rewritten = [c for c in both if str(first[c].price) != str(second[c].price)]
    changed = [code for code in both if first[code].price != second[code].price]
    assert (len(rewritten), len(changed)) == (19, 17)
    assert {*rewritten} - {*changed} == {"CDKBW", "XNWUC"}
    assert first.keys() - second.keys() == {"HKKKKKOOS", "LXXXAXLD"}
    assert second.keys() - first.keys() == {"HKOOS", "LAXLD"}
    assert len(both) - len(rewritten) == 79
    assert all(first[code].name == second[code].name for code in both)


def test_bnn_withdrawn_goods_and_its_vat(real_list):
    reading = reading_of(real_list(TERRA))
    assert sum(offer.withdrawn for offer in reading.offers) == 33
    assert not any(offer.available for offer in reading.offers if offer.withdrawn)
    assert Counter(offer.vat for offer in reading.offers) == {7: 309, 19: 2}
    assert reading.facts.scope == "partial"
    assert sum(offer.gtin != "" for offer in reading.offers) >= 55


def test_every_bad_cell_of_an_invalid_list_is_told(real_list):
    reading = reading_of(real_list("de_foodcoopshop_products_invalid.csv"))
    first, second = reading.of("problem")
    assert (7, "bad_deposit") in first.cells
    assert {"negative_price", "bad_deposit", "bad_status"} == {
        reason for _column, reason in second.cells
    }


def test_markup_in_a_description_is_no_part_of_an_offer(real_list):
    reading = reading_of(real_list("de_foodcoopshop_products_valid.csv"))
    assert [(o.price, o.net, o.available) for o in reading.offers] == [
        (Decimal("23.3"), False, True),
        (Decimal("1.4"), False, False),
    ]
    assert not any("<" in offer.title for offer in reading.offers)


def test_kernbeisser_short_barcodes_are_no_gtin(real_list):
    reading = reading_of(real_list("de_kernbeisser_kaffee_kakao_2022.pdf"))
    assert not any(offer.gtin for offer in reading.offers)
    assert "gtin" not in {column.role for column in reading.columns}


def test_wrong_check_digits_in_a_ubl_catalogue(real_list):
    reading = reading_of(real_list("en_peppol_ubl_catalogue_1.xml"))
    assert all("bad_gtin" in o.doubts and not o.gtin for o in reading.offers)


def test_shop_codes_in_the_column_of_barcodes(real_list):
    reading = reading_of(real_list("nl_vriesia_drugstore.csv"))
    gtins = {offer.code: offer.gtin for offer in reading.offers}
    assert gtins["954181"] == ""
    assert gtins["160516"] == "033732000055"
    assert gtins["070432"] == "42219095"


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("fr_laurent_daniel_maree_2025-05-13.pdf", "LAURENT DANIEL"),
        ("nl_willem_drees_week.csv", "Assortiment Willem&Drees"),
        ("nl_bdtotaal.csv", "BD-Totaal"),
        ("de_kernbeisser_kaffee_kakao_2022.pdf", ""),
        ("fr_urlab_tarifs_v1.pdf", ""),
    ],
)
def test_who_wrote_it_is_no_section_and_no_printed_title(real_list, name, sender):
    assert reading_of(real_list(name)).sender == sender
