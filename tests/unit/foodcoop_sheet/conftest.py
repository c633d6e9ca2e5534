"""Small files of every kind, written here: what a supplier's software would send."""

import io
import re
import types
import zipfile

import pytest
import xlsxwriter
import xlwt
from openpyxl import Workbook

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
        **{
            "a.xlsx": shared(rows),
            "b.xlsx": xlsx(rows),
        },
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
