"""A producer's catalogue in the Data Food Consortium's words is a sheet like others."""

import doctest
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TABLE,
    NOT_A_WORKBOOK,
    UNKNOWN_KIND,
    ReadError,
)
from odoo.addons.foodcoop_trade_file.lib import dfc

SHOP = "https://ferme.example"
LINKED = [
    {"@id": f"{SHOP}/ferme", "@type": "dfc-b:Enterprise", "dfc-b:name": "La Ferme"},
    {
        "@id": f"{SHOP}/item/1",
        "@type": "dfc-b:CatalogItem",
        "dfc-b:sku": "LEN500",
        "dfc-b:references": f"{SHOP}/product/1",
        "dfc-b:offeredThrough": [f"{SHOP}/offer/1"],
    },
    {
        "@id": f"{SHOP}/product/1",
        "@type": "dfc-b:SuppliedProduct",
        "dfc-b:name": "Lentilles vertes",
        "dfc-b:hasQuantity": {
            "@type": "dfc-b:QuantitativeValue",
            "dfc-b:hasUnit": "dfc-m:Kilogram",
            "dfc-b:value": "0,5",
        },
        "dfc-b:hasCertification": [{"@id": "dfc-f:Organic-AB"}],
    },
    {
        "@id": f"{SHOP}/offer/1",
        "@type": "dfc-b:Offer",
        "dfc-b:hasPrice": {"@id": "_:price1"},
    },
    {
        "@id": "_:price1",
        "@type": "dfc-b:Price",
        "dfc-b:value": 2.40,
        "dfc-b:VATrate": 5.5,
        "dfc-b:hasUnit": "dfc-m:Euro",
    },
]
LENTILS = ("LEN500", "Lentilles vertes", "0.5 kg", Decimal("2.4"), Decimal("5.5"))


def read_graph(nodes):
    return dfc.read_dfc(json.dumps({"@graph": nodes}))


def test_examples_in_docstrings_hold():
    assert doctest.testmod(dfc).failed == 0


def test_linked_nodes_are_one_row():
    document = read_graph(LINKED)
    assert document.sheets[0].rows[1] == (*LENTILS, None, None, "ab", None)
    assert (document.facts.sender, document.facts.currency) == ("La Ferme", "EUR")


def test_the_order_of_nodes_and_whole_addresses_change_nothing():
    text = json.dumps({"@graph": LINKED[::-1]})
    text = text.replace("dfc-b:", "https://dfc.example/DFC_B.owl#")
    document = dfc.read_dfc(text)
    assert document.sheets[0].rows[1][:5] == LENTILS


@pytest.mark.parametrize("told", ["{0}", ["{0}"], {"@id": "{0}"}])
def test_an_offer_may_be_written_as_any_link(told):
    told = json.loads(json.dumps(told).replace("{0}", f"{SHOP}/item/1"))
    item = {key: one for key, one in LINKED[1].items() if "Through" not in key}
    document = read_graph([item, {**LINKED[3], "dfc-b:offers": told}, *LINKED[2::2]])
    assert document.sheets[0].rows[1][:5] == LENTILS


def test_an_item_told_twice_is_one_row():
    told = {"@id": LINKED[1]["@id"], "@type": LINKED[1]["@type"]}
    graph = [{**LINKED[0], "dfc-b:manages": [told]}, *LINKED[1:]]
    assert read_graph(graph).sheets[0].rows[1:] == read_graph(LINKED).sheets[0].rows[1:]


def test_a_link_is_read_by_the_name_of_what_it_leads_to():
    mark = {"@id": "#certification-3", "@type": "dfc-b:Certification"}
    product = {
        **LINKED[2],
        "dfc-b:hasCertification": [mark["@id"], {"dfc-b:name": "Demeter"}],
        "dfc-b:hasGeographicalOrigin": {"@id": "dfc-f:Normandy"},
        "dfc-b:hasType": f"{SHOP}/types/4",
        "https://schema.org/gtin": "3017620422003",
    }
    kind = {"@id": f"{SHOP}/types/4", "@type": "skos:Concept"}
    label = [{"@value": "Légumes secs", "@language": "fr"}, {"@value": "Pulses"}]
    document = read_graph(
        [
            product,
            {**mark, "dfc-b:name": "Free range"},
            {**kind, "skos:prefLabel": label},
        ]
    )
    assert document.sheets[0].rows[1][5:] == (
        *("Légumes secs", "Normandy", "Free range, Demeter", "3017620422003"),
    )


def test_a_product_without_an_offer_is_there_without_a_price():
    document = read_graph([LINKED[2]])
    assert document.sheets[0].rows[1][1:4] == ("Lentilles vertes", "0.5 kg", None)


def test_an_offer_may_name_its_product_itself():
    offer = {**LINKED[3], "dfc-b:concernedBy": f"{SHOP}/product/1"}
    document = read_graph([LINKED[2], offer, LINKED[4]])
    assert document.sheets[0].rows[1][3] == Decimal("2.4")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", UNKNOWN_KIND),
        ("[" * 100_000, UNKNOWN_KIND),
        ("[" * 30 + "]" * 30, NOT_A_WORKBOOK),
        ('{"@graph": []}', NO_TABLE),
        ('{"a": 1}', NO_TABLE),
    ],
)
def test_what_is_no_catalogue_says_why(text, reason):
    with pytest.raises(ReadError) as error:
        dfc.read_dfc(text)
    assert error.value.reason == reason


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("@id", "@type", "dfc-b:hasPrice", "dfc-b:references", "x"),
                    *("dfc-b:offers", "dfc-b:hasCertification", "dfc-b:isPriceOf"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(st.sampled_from(LINKED) | values, max_size=6))
def test_any_graph_is_read_or_refused(nodes):
    try:
        document = read_graph(nodes)
    except ReadError:
        return
    assert all(len(row) == len(dfc.ROLES) for row in document.sheets[0].rows)


def test_it_is_understood_like_any_list():
    (offer,) = read(read_graph(LINKED)).offers
    assert (offer.code, offer.name, offer.price) == (*LENTILS[:2], LENTILS[3])


def test_what_nobody_sees_is_no_part_of_a_text_and_a_range_has_an_end(monkeypatch):
    """PostgreSQL takes no NUL and no half of a letter."""
    item, product = LINKED[1] | {"dfc-b:sku": "LEN\u200b5\x0000"}, LINKED[2]
    named = product | {"dfc-b:name": "\u202eLentilles\ud800 vertes"}
    row = read_graph([item, named, *LINKED[3:]]).sheets[0].rows[1]
    assert row[:2] == LENTILS[:2]
    monkeypatch.setattr(dfc.limits, "MAX_ROWS", 1)
    with pytest.raises(ReadError) as error:
        read_graph(LINKED)
    assert error.value.reason == "too_many_rows"
