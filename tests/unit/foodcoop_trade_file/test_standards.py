"""Files whose own standard says what each field is."""

from datetime import date
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import table
from odoo.addons.foodcoop_sheet.lib.table import Facts

LINE = (
    "<cac:CatalogueLine>{}<cac:RequiredItemLocationQuantity><cac:Price>"
    '<cbc:PriceAmount currencyID="EUR">{}</cbc:PriceAmount>'
    '<cbc:BaseQuantity unitCode="KGM">1</cbc:BaseQuantity></cac:Price>'
    "</cac:RequiredItemLocationQuantity><cac:Item><cbc:Name>Farine</cbc:Name>"
    "<cac:SellersItemIdentification><cbc:ID>{}</cbc:ID>"
    "</cac:SellersItemIdentification></cac:Item></cac:CatalogueLine>"
)


@pytest.fixture
def cheeses(make):
    line = make.bnn_line
    return read_document(
        make.bnn(
            line(f0="0111", f1="A", f4="4000000000006", f6="Käse", f10="abc", f12="DE"),
            line(
                f0="12", f1="X", f21="6 KG", f22="6,000", f23="KG", f33="1", f37="3,02"
            ),
            line(f0="13", f2="20260826", f36="4,49", f35="0,00", f13="DD", f16="0302"),
        ),
        "pl.bnn",
    )


def test_the_header_of_a_bnn_file_becomes_facts(cheeses):
    assert cheeses.facts == Facts(
        sender="Müller & Söhne",
        title="Käse",
        currency="EUR",
        issued=date(2026, 8, 28),
        valid_from=date(2026, 9, 1),
        valid_to=date(2026, 9, 30),
        scope=table.FULL,
    )


def test_bnn_fields_have_their_roles(cheeses):
    (sheet,) = cheeses.sheets

    def cell(number, role):
        return sheet.value(number, sheet.roles[role])

    assert len(sheet.rows) == 4  # row n is the file's line n; the trailer is none
    assert [cell(n, "code") for n in (2, 3, 4)] == ["0111", "12", "13"]
    assert [cell(n, "status") for n in (2, 3, 4)] == ["A", "X", None]
    assert (cell(2, "gtin"), cell(2, "name")) == ("4000000000006", "Käse")
    assert (cell(2, "brand"), cell(2, "origin")) == ("abc", "DE")
    assert [cell(3, role) for role in ("pack", "quantity", "unit", "vat", "price")] == [
        *("6 KG", 6, "KG", "1", Decimal("3.02")),
    ]
    assert cell(4, "advised_price") == Decimal("4.49")
    assert (cell(4, "labels"), cell(4, "category")) == ("DD", "0302")
    assert all(sheet.rows[0])


@pytest.mark.parametrize(
    ("letter", "scope"),
    [("T", table.PARTIAL), ("S", table.SPECIAL), ("", ""), ("?", "")],
)
def test_bnn_says_whether_the_list_is_whole(make, letter, scope):
    header = f"BNN;3;0;N;{letter};;EUR;20260901;;"
    data = make.bnn(make.bnn_line(f0="1", f6="Tee"), header=header)
    assert read_document(data, "pl.bnn").facts.scope == scope


def test_a_catalogue_of_peppol(make):
    head = (
        "<cbc:Name>Été</cbc:Name><cbc:ActionCode>Replace</cbc:ActionCode>"
        "<cbc:IssueDate>2026-08-01</cbc:IssueDate><cac:ProviderParty>"
        "<cac:PartyLegalEntity><cbc:RegistrationName>Moulin</cbc:RegistrationName>"
        "</cac:PartyLegalEntity></cac:ProviderParty>"
    )
    gone = "<cbc:OrderableIndicator>false</cbc:OrderableIndicator>"
    delete = "<cbc:ActionCode>Delete</cbc:ActionCode>"
    lines = LINE.format(delete, "1.000", "007") + LINE.format(gone, "2.50", "8")
    document = read_document(make.ubl(lines, head), "c.xml")
    (sheet,) = document.sheets
    assert document.facts == Facts(
        "Moulin", "Été", "EUR", date(2026, 8, 1), scope=table.FULL
    )
    found = [
        [sheet.value(n, sheet.roles[role]) for n in (2, 3)]
        for role in ("code", "name", "price", "unit", "status")
    ]
    assert found == [
        *(["007", "8"], ["Farine"] * 2, [Decimal(1), Decimal("2.5")], ["KGM"] * 2),
        ["Delete", "Unavailable"],
    ]


def test_a_list_of_xml_elements_becomes_rows_under_their_names():
    data = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
    <catalogue date="2026"><sender>Ferme</sender>
     <group name="L\xe9gumes"><product id="7"><OrderNumber>0851</OrderNumber>
      <price currency="EUR">1.20</price><tag>bio</tag><tag>AOP</tag></product>
      <product id="8"><OrderNumber>0852</OrderNumber></product></group>
     <group name="Fruits"><product id="9"><OrderNumber>0853</OrderNumber>
      <price currency="EUR">3</price></product></group></catalogue>"""
    document = read_document(data, "list.xml")
    (sheet,) = document.sheets
    assert document.texts == ("2026", "Ferme")
    assert sheet.rows[0] == (
        *("group name", "product id", "Order Number", "price currency", "price"),
        *("tag", "tag 2"),
    )
    assert [row[:3] for row in sheet.rows[1:]] == [
        *(("Légumes", "7", "0851"), ("Légumes", "8", "0852"), ("Fruits", "9", "0853")),
    ]
    assert sheet.rows[1][3:] == ("EUR", "1.20", "bio", "AOP")
    assert sheet.rows[2][3:] == (None,) * 4
