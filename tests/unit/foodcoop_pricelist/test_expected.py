"""Lists that another program read before us: equal, or better and explained.

Its rule: the price of one unit, so many units in an order pack ("10x1 kg" at 37.49 a
pack: unit 1 kg, 3.749, 10). We may say the same pack in kilograms (6 kg at 3.21 where
it says one unit of 6 kg at 19.26), or in pieces where it took a whole case for a unit:
then the case costs the same.
"""

from decimal import Decimal

import pytest
import yaml

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_words.lib.packs import parse_pack

LISTS = {
    "nl_bdtotaal": "nl_bdtotaal.yml",
    "nl_bioromeo_a": "nl_bioromeo_a.yml",
    "nl_bioromeo_c": "nl_bioromeo_c.yml",
    "nl_de_nieuwe_band": "nl_de_nieuwe_band.csv.yml",
    "nl_foodcoopnl_two_headers": "nl_foodcoopnl_two_headers.yml",
    "nl_klein_gemaakt": "nl_klein_gemaakt.yml",
    "nl_vriesia_drugstore": "nl_vriesia_drugstore.yml",
    "nl_willem_drees_week": "nl_willem_drees_week.yml",
}
# Where we differ on purpose: (list, code or name) -> our case price, and why.
EXPLAINED = {
    ("nl_klein_gemaakt", "vhL1"): ("1.23", "the shop pays the price without VAT"),
    ("nl_klein_gemaakt", "HV1"): ("0.98", "not the members' price"),
}


def expected(path):
    rows = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
    return [{key.lstrip(":"): value for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("name", LISTS)
def test_as_many_products_with_the_same_case_prices(real_list, name):
    path = real_list(f"{name}.csv")
    offers = read(read_document(path.read_bytes(), path.name)).offers
    theirs = expected(real_list(f"expected/{LISTS[name]}"))
    assert len(offers) == len(theirs)
    wrong = [
        (row["name"], offer.price, offer.terms, row["price"], row["unit_quantity"])
        for offer, row in zip(offers, theirs, strict=True)
        if not same(name, offer, row)
    ]
    assert wrong == []


def same(name, offer, row):
    case = Decimal(row["price"]) * Decimal(row["unit_quantity"])
    ours = offer.terms.pack_price(offer.price)
    explained = EXPLAINED.get((name, offer.code or offer.name))
    if explained:
        return ours == Decimal(explained[0])
    close = abs(ours - case) <= max(case / 100, Decimal("0.006"))
    number = row.get("number", offer.code)
    return close and offer.code == number and holds_the_same(offer, row)


def holds_the_same(offer, row):
    """The order pack holds as many pieces, or weighs as much."""
    quantity, unit = Decimal(row["unit_quantity"]), parse_pack(row["unit"])
    if offer.terms.pack == quantity or unit.reason:
        return True
    if offer.terms.unit in ("kg", "l"):
        return unit.measure * quantity == offer.terms.pack
    return (unit.count or 1) * quantity == offer.terms.pack


def test_two_barcodes_that_lost_a_digit_are_flagged_and_not_kept(real_list):
    path = real_list("nl_de_nieuwe_band.csv")
    offers = read(read_document(path.read_bytes(), path.name)).offers
    lost = {o.code: o.gtin for o in offers if "gtin_digit_lost" in o.doubts}
    assert lost == {"5274": "", "7350": ""}


def test_names_categories_origins_and_labels_are_read_too(real_list):
    path = real_list("nl_bdtotaal.csv")
    offers = read(read_document(path.read_bytes(), path.name)).offers
    theirs = expected(real_list("expected/nl_bdtotaal.yml"))
    for offer, row in zip(offers, theirs, strict=True):
        assert row["name"].startswith(offer.name)
        assert offer.category.endswith(row["category"])
        assert offer.vat == Decimal(row["tax"])
    assert {label for offer in offers for label in offer.labels} == {
        *("bio", "demeter", "eko", "fair trade")
    }
