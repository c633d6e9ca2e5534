"""What the writer writes, every platform can follow, and our own reader reads."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_catalogue_dfc.lib.write import (
    UNITS,
    Mark,
    Shop,
    Ware,
    write_dfc,
)
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib.values import clean
from odoo.addons.foodcoop_trade_file.lib.dfc import read_dfc

SHOP = Shop("https://coop.example", 1, "La Fourmilière", "Ce que nous vendons")
AB = Mark("ab", "AB (agriculture biologique)")
ROUGE = Mark("label rouge", "Rouge de chez nous")
CODES = ["bio", "ab", "demeter", "aop", "igp", "msc", "fair trade", "label rouge"]
LENTILS = Ware(
    ref=7,
    name="Lentilles vertes",
    description="Du Puy",
    sku="LEN500",
    gtin="3017620422003",
    quantity=Decimal("0.5"),
    unit="kg",
    price=Decimal("2.40"),
    vat=Decimal("5.5"),
    origin="France, Auvergne",
    category="Épicerie",
    marks=(AB, ROUGE),
)
INVERSE = {
    "maintains": "maintainedBy",
    "manages": "managedBy",
    "supplies": "suppliedBy",
    "lists": "listedIn",
    "references": "referencedBy",
    "offeredThrough": "offers",
    "hasPrice": "isPriceOf",
    "hasType": "typeOf",
    "hasGeographicalOrigin": "geographicalOriginOf",
    "hasCertification": "certificateOf",
}
BOTH = {**INVERSE, **{there: here for here, there in INVERSE.items()}}

text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1
).filter(str.strip)
money = st.decimals("0.01", "99999", places=2)
wares = st.builds(
    Ware,
    ref=st.integers(1, 10**9),
    name=text.filter(clean),
    description=st.just("") | text,
    sku=st.just("") | text,
    gtin=st.sampled_from(["", "3017620422003"]),
    quantity=st.none() | st.decimals("0.001", "9999", places=3),
    unit=st.sampled_from([*UNITS]),
    price=st.none() | money,
    vat=st.none() | st.sampled_from([Decimal(0), Decimal("5.5"), Decimal(20)]),
    origin=st.just("") | text,
    category=st.just("") | text,
    marks=st.lists(
        st.builds(Mark, st.sampled_from(CODES), text),
        max_size=3,
        unique_by=lambda m: m.code,
    ).map(tuple),
)
ranges = st.lists(wares, min_size=1, max_size=5, unique_by=lambda ware: ware.ref)


def nodes_of(shop, *wares):
    graph = json.loads(write_dfc(shop, wares))["@graph"]
    return {node["@id"]: node for node in graph}


def linked(node, name):
    found = node.get(f"dfc-b:{name}", [])
    return found if isinstance(found, list) else [found]


def test_a_product_is_read_back_whole():
    document = read_dfc(write_dfc(SHOP, [LENTILS]))
    (sheet,) = document.sheets
    assert sheet.rows[1] == (
        *("LEN500", "Lentilles vertes", "0.5 kg", Decimal("2.4"), Decimal("5.5")),
        *("Épicerie", "France, Auvergne", "ab, label rouge", "3017620422003"),
    )
    assert (document.facts.sender, document.facts.currency) == (SHOP.name, "EUR")


def test_it_is_known_as_such_by_its_content():
    data = write_dfc(SHOP, [LENTILS]).encode()
    document = read_document(data, "catalogue.jsonld")
    assert (document.kind, document.notes) == ("dfc", ())


@given(ranges)
def test_whatever_is_written_is_read_back(goods):
    rows = read_dfc(write_dfc(SHOP, goods)).sheets[0].rows[1:]
    for ware, row in zip(goods, rows, strict=True):
        code, name, size, price, vat, category, origin, labels, gtin = row
        assert name == clean(ware.name)
        assert not clean(ware.sku) or code == clean(ware.sku)
        assert (price, gtin) == (ware.price, ware.gtin or None)
        assert vat == (None if ware.price is None else ware.vat)
        assert (category, origin) == (clean(ware.category), clean(ware.origin))
        known = [mark.code for mark in ware.marks]
        assert (labels or "").lower() == ", ".join(known)
        number, unit = size.split() if size else (None, ware.unit)
        assert unit == ware.unit
        assert (number and Decimal(number)) == ware.quantity


@given(ranges)
def test_every_link_leads_back(goods):
    nodes = nodes_of(SHOP, *goods)
    for ref, node in nodes.items():
        for name, back in BOTH.items():
            for there in linked(node, name):
                assert ref in linked(nodes[there], back), (ref, name)


@pytest.mark.parametrize("lost", ["references", "offeredThrough", "hasPrice"])
@pytest.mark.parametrize("far", [False, True])
def test_one_end_of_a_link_is_enough_for_our_own_reader(lost, far):
    whole = write_dfc(SHOP, [LENTILS, Ware(8, "Miel", price=Decimal(6))])
    content = json.loads(whole)
    for node in content["@graph"]:
        node.pop(f"dfc-b:{INVERSE[lost] if far else lost}", None)
    left = read_dfc(json.dumps(content)).sheets[0].rows
    assert left == read_dfc(whole).sheets[0].rows


def test_from_a_product_one_reaches_its_price():
    nodes = nodes_of(SHOP, LENTILS)
    place = f"{SHOP.base}/dfc/products/7"
    for step in ("referencedBy", "offeredThrough", "hasPrice"):
        (place,) = linked(nodes[place], step)
    assert nodes[place]["dfc-b:value"] == 2.4


def test_a_product_without_a_price_has_no_offer_and_no_zero():
    nodes = nodes_of(SHOP, Ware(7, "Miel"))
    kinds = {node["@type"] for node in nodes.values()}
    assert kinds.isdisjoint({"dfc-b:Offer", "dfc-b:Price"})
    assert not [node for node in nodes.values() if 0 in node.values()]


def test_no_vat_is_said_and_an_unknown_one_is_not():
    free, unknown = (
        nodes_of(SHOP, Ware(7, "Miel", price=Decimal(5), vat=vat))[
            f"{SHOP.base}/dfc/products/7#price"
        ]
        for vat in (Decimal(0), None)
    )
    assert free["dfc-b:VATrate"] == 0
    assert "dfc-b:VATrate" not in unknown


def test_the_standards_own_words_are_used_where_it_has_some():
    nodes = nodes_of(SHOP, LENTILS)
    product = nodes[f"{SHOP.base}/dfc/products/7"]
    assert product["dfc-b:hasCertification"] == [
        "dfc-f:Organic-AB",
        f"{SHOP.base}/dfc/marks/label%20rouge",
    ]
    assert nodes[product["dfc-b:hasQuantity"]]["dfc-b:hasUnit"] == "dfc-m:Kilogram"


def test_another_currency_keeps_its_code():
    swiss = Shop("https://coop.example/", 1, "La Fourmi", "Assortiment", "CHF")
    document = read_dfc(write_dfc(swiss, [LENTILS]))
    assert document.facts.currency == "CHF"


@given(ranges)
def test_ids_are_addresses_whatever_the_words(goods):
    for ref in nodes_of(SHOP, *goods):
        assert re.fullmatch(r"(https://coop\.example/|dfc-f:)[\w.~%#/-]+", ref), ref


@given(ranges)
def test_the_same_range_is_the_same_text(goods):
    assert write_dfc(SHOP, goods) == write_dfc(SHOP, [*goods])


def test_odd_characters_stay_text():
    odd = Ware(7, '=HYPERLINK("x") </script> "@id": \\u0000 dfc-b:name {}')
    (row,) = read_dfc(write_dfc(SHOP, [odd])).sheets[0].rows[1:]
    assert row[1] == odd.name
