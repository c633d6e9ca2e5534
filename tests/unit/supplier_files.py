"""Small files of every kind, written here: what a supplier's software would send."""

import io
import re
import types
import zipfile

import pytest
import xlsxwriter
import xlwt
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from odoo.addons.foodcoop_pdf.lib.pdf import read_pdf

ODS_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
    )
)
BNN_HEADER = "BNN;3;0;Müller & Söhne;V;Käse;EUR;20260901;20260930;20260828;1305;1"
UBL_SPACE = "urn:oasis:names:specification:ubl:schema:xsd"


def zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rezipped(data, name, old, new):
    """The same archive with other words in one part."""
    files = unzipped(data)
    changed = files[name].decode().replace(old, new)
    assert changed != files[name].decode()
    return zipped(files | {name: changed})


def computed(data, formula, new):
    """The same workbook, where openpyxl wrote this formula without a value."""
    name = "xl/worksheets/sheet1.xml"
    files = unzipped(data)
    old = f"<f>{re.escape(formula)}</f>(?:<v ?/>|<v></v>)"
    changed, times = re.subn(old, new, files[name].decode())
    assert times == 1
    return zipped(files | {name: changed})


def saved(workbook):
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xlsx(rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return saved(workbook)


def shared(rows):
    """As most software writes it, with the texts in a part of their own."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet("Liste")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def xls(rows):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Liste")
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    return saved(workbook)


def ods_content(table, styles=""):
    return (
        f"<office:document-content {ODS_SPACES}>{styles}<office:body>"
        f'<office:spreadsheet><table:table table:name="Liste">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )


def ods(table, styles="", **others):
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(
        {"mimetype": mime, "content.xml": ods_content(table, styles), **others}
    )


def ods_cell(words="", kind="string", **attributes):
    said = " ".join(
        f'{key.replace("_", ":", 1).replace("_", "-")}="{text}"'
        for key, text in attributes.items()
    )
    paragraph = f"<text:p>{words}</text:p>" if words else ""
    return (
        f'<table:table-cell office:value-type="{kind}" {said}>{paragraph}'
        "</table:table-cell>"
    )


def bnn_line(**fields):
    line = [""] * 70
    for key, text in fields.items():
        line[int(key[1:])] = text
    return ";".join(line)


def bnn(*lines, header=BNN_HEADER, end=";;99"):
    return "\r\n".join((header, *lines, end)).encode("cp850")


def ubl(lines, head=""):
    return (
        f'<Catalogue xmlns="{UBL_SPACE}:Catalogue-2" '
        f'xmlns:cac="{UBL_SPACE}:CommonAggregateComponents-2" '
        f'xmlns:cbc="{UBL_SPACE}:CommonBasicComponents-2">{head}{lines}</Catalogue>'
    ).encode()


@pytest.fixture(scope="session")
def make():
    """The writers above, by name."""
    return types.SimpleNamespace(
        **{
            **{"zipped": zipped, "unzipped": unzipped, "rezipped": rezipped},
            **{"saved": saved, "xlsx": xlsx, "xls": xls, "ods": ods, "bnn": bnn},
            **{"ods_cell": ods_cell, "ods_content": ods_content, "ubl": ubl},
            **{"bnn_line": bnn_line, "computed": computed},
            **{"shared": shared},
        }
    )


@pytest.fixture(scope="session")
def samples(make):
    """One small good file of each kind: name -> bytes."""
    rows = [("Code", "Nom", "Prix"), ("0851", "Bar ligné", 12.5), ("7", "Sole", 3)]
    text = "\n".join(";".join(map(str, row)) for row in rows)
    cells = "".join(
        f"<table:table-row>{''.join(ods_cell(str(v)) for v in row)}</table:table-row>"
        for row in rows
    )
    items = "".join(
        f"<item><code>{c}</code><name>{n}</name></item>" for c, n, _ in rows
    )
    return {
        **{"a.xlsx": shared(rows), "b.xlsx": xlsx(rows)},
        **{"a.xls": xls(rows), "a.ods": ods(cells)},
        **{"a.csv": text.encode("cp1252"), "b.csv": text.encode("utf-16")},
        **{"a.bnn": bnn(bnn_line(f0="5", f6="Käse", f37="3,02"))},
        **{"a.xml": f"<list>{items}</list>".encode()},
        **{"b.html": b"<table><tr><td>Code<td>7<tr><td>a<td>b</table>"},
        "ubl.xml": ubl(
            "<cac:CatalogueLine><cac:Item><cbc:Name>Thé</cbc:Name></cac:Item>"
            "</cac:CatalogueLine>"
        ),
    }


class Drawing:
    """A page on which texts are set by x and distance from the top, in points."""

    def __init__(self, size=A4, font="Helvetica", points=10):
        self.stream = io.BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self.stream, pagesize=size, pageCompression=1)
        self.type(font, points)

    def type(self, font="Helvetica", points=10):
        self.font, self.points = font, points
        self.canvas.setFont(font, points)
        return self

    def left(self, x, y, text):
        self.canvas.drawString(x, self.height - y, text)

    def right(self, x, y, text):
        self.canvas.drawRightString(x, self.height - y, text)

    def centre(self, x, y, text):
        self.canvas.drawCentredString(x, self.height - y, text)

    def across(self, x1, x2, y):
        self.canvas.line(x1, self.height - y, x2, self.height - y)

    def down(self, x, y1, y2):
        self.canvas.line(x, self.height - y1, x, self.height - y2)

    def page(self):
        self.canvas.showPage()
        self.canvas.setFont(self.font, self.points)

    def data(self):
        self.canvas.save()
        return self.stream.getvalue()

    def read(self):
        return read_pdf(self.data(), "liste.pdf")


@pytest.fixture
def drawing():
    return Drawing


@pytest.fixture
def platypus():
    """A PDF of reportlab tables: (rows, style, keyword arguments of Table)."""

    def as_bytes(*tables, pagesize=A4):
        stream = io.BytesIO()
        story = []
        for rows, style, options in tables:
            story.append(Table(rows, style=TableStyle(style), **options))
        SimpleDocTemplate(stream, pagesize=pagesize).build(story)
        return stream.getvalue()

    return as_bytes


@pytest.fixture
def filled():
    """Rows of a sheet without their empty cells."""

    def rows(sheet):
        return [[value for value in row if value is not None] for row in sheet.rows]

    return rows
