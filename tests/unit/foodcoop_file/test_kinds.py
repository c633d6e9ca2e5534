"""A kind that is not what its name says; web pages and XML that play the workbook."""

from datetime import date

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import table


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
