"""Every kind of file, and a kind that is not what its name says."""

import csv
import datetime
import io
from datetime import date
from decimal import Decimal

import pytest
import xlwt

from odoo.addons.foodcoop_sheet.lib import table, text
from odoo.addons.foodcoop_sheet.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib.table import CellError, Facts


def sheet_of(data, name="list"):
    (sheet,) = read_document(data, name).sheets
    return sheet


@pytest.mark.parametrize(
    ("sample", "name", "kind"),
    [
        ("a.xlsx", "prix.xls", "xlsx"),
        ("a.xls", "prix.xlsx", "xls"),
        ("a.ods", "prix.xlsx", "ods"),
        ("a.csv", "prix.xls", "csv"),
        ("b.html", "prix.xls", "html"),
        ("a.bnn", "prix.csv", "bnn"),
        ("ubl.xml", "prix.csv", "ubl"),
        ("a.xml", "prix.pdf", "xml"),
    ],
)
def test_a_file_is_read_as_what_it_is_and_a_wrong_name_is_noted(
    samples, sample, name, kind
):
    document = read_document(samples[sample], name)
    assert (document.kind, document.notes) == (kind, (table.OTHER_KIND,))


@pytest.mark.parametrize("name", ["list", "list.dat", "list.txt"])
def test_a_name_that_says_nothing_is_not_held_against_it(samples, name):
    assert read_document(samples["a.csv"], name).notes == ()


# Excel before 2007


def test_old_excel_shows_what_a_person_sees(make):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Liste")
    day, percent, zeros = (
        xlwt.easyxf(num_format_str=form) for form in ("dd/mm/yyyy", "0.0%", "00000")
    )
    half = xlwt.easyxf(num_format_str="d-mmm")
    sheet.write(0, 0, " Bar  ligné ")
    sheet.write(0, 1, 29932.0)
    sheet.write(0, 2, datetime.date(2026, 3, 1), day)
    sheet.write(0, 3, datetime.date(2026, 8, 6), half)
    sheet.write(0, 4, 0.055, percent)
    sheet.write(0, 5, 851, zeros)
    sheet.write(0, 6, True)
    sheet.write_merge(1, 3, 0, 0, "Saumon")
    sheet.write(3, 1, 1.7000000000000002)
    sheet.row(3).hidden = True
    sheet.col(1).hidden = True
    workbook.add_sheet("secret").write(0, 0, "Marge")
    workbook.get_sheet(1).visibility = 1
    read = sheet_of(make.saved(workbook))
    assert read.rows[0] == (
        *("Bar ligné", 29932, date(2026, 3, 1), "6/8", "5.5%", "00851", True),
    )
    assert (read.merged, read.merged_from(3, 1)) == (((2, 1, 4, 1),), 2)
    assert (read.hidden_rows, read.hidden_columns) == ((4,), ("B",))
    assert read.value(4, 2) == Decimal("1.7")


# LibreOffice


def row(*cells, **attributes):
    said = " ".join(
        f'table:{key.replace("_", "-")}="{v}"' for key, v in attributes.items()
    )
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def test_libreoffice_cells(make):
    cell = make.ods_cell
    read = sheet_of(
        make.ods(
            row(
                cell(" Bar  <text:span>ligné</text:span>"),
                cell("9,40 €", "currency", office_value="9.4"),
                cell("00851", "float", office_value="851"),
                cell("1er mars", "date", office_date_value="2026-03-01T00:00:00"),
                cell("06/08", "date", office_date_value="2026-08-06"),
                cell("5,5 %", "percentage", office_value="0.055"),
                cell("VRAI", "boolean", office_boolean_value="true"),
                cell("Err:509", "string", table_formula="of:=[.A1]+"),
                cell("18", "float", office_value="18", table_formula="of:=[.B1]*2"),
            )
        )
    )
    assert read.rows[0] == (
        *("Bar ligné", Decimal("9.4"), "00851", date(2026, 3, 1), "6/8", "5.5%"),
        *(True, CellError("Err:509"), 18),
    )
    assert read.formulas == {(1, 8): "=[.A1]+", (1, 9): "=[.B1]*2"}


def test_libreoffice_repeats_rows_and_cells(make):
    cell = make.ods_cell
    read = sheet_of(
        make.ods(
            '<table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/>'
            + row(cell("a", table_number_columns_repeated="2"), cell("b"))
            + row(number_rows_repeated="2")
            + row(cell("c"), number_rows_repeated="2", visibility="filter")
            + row("<table:table-cell/>", number_rows_repeated="1048000")
        )
    )
    assert read.rows == (("a", "a", "b"), *[(None,) * 3] * 2, *[("c", None, None)] * 2)
    assert (read.hidden_rows, read.hidden_columns) == ((4, 5), ("C",))


def test_libreoffice_notes_merges_and_hidden_sheets(make):
    note = "<office:annotation><text:p>du patron</text:p></office:annotation>"
    wide = make.ods_cell("Saumon", table_number_rows_spanned="2")
    styles = (
        '<office:automatic-styles><style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles>"
    )
    table_after = (
        f"{row(wide, make.ods_cell(note + 'Nom'))}{row(make.ods_cell('x'))}</table:table>"
        '<table:table table:name="Marges" table:style-name="off">'
        f"{row(make.ods_cell('30'))}"
    )
    read = sheet_of(make.ods(table_after, styles))
    assert read.rows == (("Saumon", "Nom"), ("x", None))
    assert read.merged == ((1, 1, 2, 1),)


def test_a_flat_workbook_is_the_same_workbook(make):
    content = make.ods_content(row(make.ods_cell("Code"), make.ods_cell("Prix")))
    flat = content.replace("document-content", "document")
    assert read_document(flat.encode(), "list.fods").kind == "ods"


def test_macros_of_libreoffice_are_noted(make):
    content = row(make.ods_cell("Code"))
    data = make.ods(content, **{"Basic/Standard/Module1.xml": "<x/>"})
    assert read_document(data, "list.ods").notes == (table.MACROS,)


# Text


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *("cp1252", "cp850", "iso8859_15", "mac_roman"),
    ],
)
@pytest.mark.parametrize("separator", list(";,\t|"))
def test_any_dialect_and_encoding(encoding, separator):
    rows = (
        ("Code", "Désignation", "Prix", "Origine"),
        ("0851", "Crème brûlée à l'œuf", "12,50 €", "Côte d'Azur"),
        ("0852", 'Thé "vert"', "1,20 €", "Käse von Müller"),
    )
    if encoding == "cp850":  # it has neither the one nor the other
        rows = [[c.replace("œ", "oe").replace("€", "EUR") for c in r] for r in rows]
    for line_end in ("\n", "\r\n", "\r"):
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=separator, lineterminator=line_end)
        writer.writerows(rows)
        read = sheet_of(stream.getvalue().encode(encoding), "list.csv")
        assert [list(cells) for cells in read.rows] == [list(cells) for cells in rows]


def test_a_line_may_say_its_separator_and_rows_may_be_uneven():
    read = sheet_of(b'sep=|\na;b|c\n\nd|"e\nf"|g\n')
    assert read.rows == (
        (None,) * 3,
        ("a;b", "c", None),
        (None,) * 3,
        ("d", "e f", "g"),
    )


def test_a_quote_that_is_never_closed_swallows_no_rows():
    lines = ['1;"Bar;3', *(f"{number};Sole;4" for number in range(2, 90))]
    read = sheet_of("\n".join(lines).encode())
    assert (len(read.rows), read.rows[0]) == (89, ("1", '"Bar', "3"))


def test_lines_of_an_address_do_not_hide_the_separator():
    head = ["Ferme, du Bois", "3, rue du Port, Brest"]
    lines = [*head, *(f"{n};Bar, entier;{n},50" for n in range(9))]
    assert sheet_of("\n".join(lines).encode()).rows[2] == ("0", "Bar, entier", "0,50")


def test_bytes_that_are_no_letters_in_utf8_are_read_in_the_likelier_set():
    assert text.encoding_of("Bœuf, 3 € le kg".encode("cp1252")) == "cp1252"
    assert text.encoding_of("Käse, Grünkern".encode("cp850")) == "cp850"


# BNN


def test_bnn_fields_have_their_roles_and_the_header_its_facts(make):
    line = make.bnn_line
    document = read_document(
        make.bnn(
            line(f0="0111", f1="A", f4="4000000000006", f6="Käse", f10="abc", f12="DE"),
            line(
                f0="12", f1="X", f21="6 KG", f22="6,000", f23="KG", f33="1", f37="3,02"
            ),
            line(f0="13", f2="20260826", f36="4,49", f35="0,00", f13="DD", f16="0302"),
        ),
        "pl.bnn",
    )
    (sheet,) = document.sheets
    assert document.facts == Facts(
        sender="Müller & Söhne",
        title="Käse",
        currency="EUR",
        issued=date(2026, 8, 28),
        valid_from=date(2026, 9, 1),
        valid_to=date(2026, 9, 30),
        scope=table.FULL,
    )

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


# XML


def test_a_catalogue_of_peppol(make):
    head = (
        "<cbc:Name>Été</cbc:Name><cbc:ActionCode>Replace</cbc:ActionCode>"
        "<cbc:IssueDate>2026-08-01</cbc:IssueDate><cac:ProviderParty>"
        "<cac:PartyLegalEntity><cbc:RegistrationName>Moulin</cbc:RegistrationName>"
        "</cac:PartyLegalEntity></cac:ProviderParty>"
    )
    line = (
        "<cac:CatalogueLine>{}<cac:RequiredItemLocationQuantity><cac:Price>"
        '<cbc:PriceAmount currencyID="EUR">{}</cbc:PriceAmount>'
        '<cbc:BaseQuantity unitCode="KGM">1</cbc:BaseQuantity></cac:Price>'
        "</cac:RequiredItemLocationQuantity><cac:Item><cbc:Name>Farine</cbc:Name>"
        "<cac:SellersItemIdentification><cbc:ID>{}</cbc:ID>"
        "</cac:SellersItemIdentification></cac:Item></cac:CatalogueLine>"
    )
    gone = "<cbc:OrderableIndicator>false</cbc:OrderableIndicator>"
    delete = "<cbc:ActionCode>Delete</cbc:ActionCode>"
    lines = line.format(delete, "1.000", "007") + line.format(gone, "2.50", "8")
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


def test_the_xml_of_excel_2003():
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Prix"><Table>
    <Column ss:Hidden="1" ss:Index="3"/>
    <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Nom</Data></Cell>
     <Cell><Data ss:Type="String">Prix</Data></Cell></Row>
    <Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2" ss:Formula="=1+1">
     <Data ss:Type="Number">2</Data></Cell>
     <Cell><Data ss:Type="DateTime">2026-03-01T00:00:00.000</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    document = read_document(data.encode(), "prix.xls")
    (sheet,) = document.sheets
    assert (document.kind, document.notes) == ("xls", ())
    assert sheet.rows == (
        *(("Nom", None, "Prix"), (None,) * 3, (None, 2, date(2026, 3, 1))),
    )
    assert (sheet.merged, sheet.hidden_rows) == (((1, 1, 1, 2),), (3,))
    assert (sheet.hidden_columns, sheet.formulas) == (("C",), {(3, 2): "=1+1"})


def test_a_web_page_that_is_called_a_workbook():
    data = """<html><head><style>td {color: red}</style></head><body><p>Bonjour</p>
    <table id="prix"><tr><th>Nom<th>Prix</tr>
    <tr><td rowspan=2>Saumon<td>9,40&nbsp;&euro;<tr><td>8<br>&lt;b&gt;</table>
    <table><tr><td>Autre<table><tr><td>dedans</table></td></tr></table></body>"""
    document = read_document(data.encode(), "prix.xls")
    first, second = document.sheets
    assert first.rows == (("Nom", "Prix"), ("Saumon", "9,40 €"), (None, "8 <b>"))
    assert (first.name, first.merged) == ("prix", ((2, 1, 3, 1),))
    assert second.rows == (("Autre dedans",),)
