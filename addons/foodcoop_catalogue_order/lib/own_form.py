# SPDX-License-Identifier: AGPL-3.0-or-later
"""An order as a file of ours: xlsx, CSV or PDF, for suppliers without a form."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

XLSX, CSV, PDF = "xlsx", "csv", "pdf"
_WIDTHS = (28, 74, 34, 18, 18)  # millimetres of code, product, pack, quantity, price
# Wide signs count where a spreadsheet speaks Japanese; blanks before them, nowhere.
_STARTS_A_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True)
class Row:
    code: str
    product: str
    pack: str
    quantity: Decimal
    price: Decimal


@dataclass(frozen=True)
class Form:
    """``titles``: of the five columns, in the supplier's language."""

    name: str
    heading: tuple[str, ...]
    titles: tuple[str, str, str, str, str]
    rows: Sequence[Row]


def own_form(form: Form, kind: str) -> bytes:
    return {XLSX: _xlsx, CSV: _csv, PDF: _pdf}[kind](form)


def _xlsx(form: Form) -> bytes:
    """Names are written as texts: none becomes a formula on the supplier's screen."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(form.name[:31].translate(_NO_SHEET_NAME))
        bold = workbook.add_format({"bold": True, "bottom": 1})
        for number, line in enumerate(form.heading):
            sheet.write_string(number, 0, line)
        top = len(form.heading) + 1
        for column, title in enumerate(form.titles):
            sheet.write_string(top, column, title, bold)
            sheet.set_column(column, column, _WIDTHS[column] / 2)
        for number, row in enumerate(form.rows, start=top + 1):
            for column, text in enumerate((row.code, row.product, row.pack)):
                sheet.write_string(number, column, text)
            sheet.write_number(number, 3, float(row.quantity))
            sheet.write_number(number, 4, float(row.price))
    return stream.getvalue()


_NO_SHEET_NAME = dict.fromkeys(map(ord, "[]:*?/\\'"), " ")


def _csv(form: Form) -> bytes:
    """With a byte order mark, so that a double click in a spreadsheet keeps accents."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(form.titles)
    for row in form.rows:
        texts = map(harmless, (row.code, row.product, row.pack))
        writer.writerow([*texts, f"{row.quantity:f}", f"{row.price:f}"])
    return stream.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that no spreadsheet computes.

    >>> harmless("=1+1"), harmless(" @SUM(A1)"), harmless("Riz -5 kg")
    ("'=1+1", "' @SUM(A1)", 'Riz -5 kg')
    """
    first = text.lstrip("\ufeff\u200b\0 \t\r\n\v\f")
    return f"'{text}" if first.startswith(_STARTS_A_FORMULA) else text


def _pdf(form: Form) -> bytes:
    stream = io.BytesIO()
    styles = getSampleStyleSheet()
    document = SimpleDocTemplate(stream, pagesize=A4, title=form.name)
    body = [
        [*(Paragraph(_escaped(text), styles["BodyText"]) for text in texts), *numbers]
        for texts, numbers in (
            ((row.code, row.product, row.pack), (f"{row.quantity:f}", f"{row.price:f}"))
            for row in form.rows
        )
    ]
    table = Table([form.titles, *body], [width * mm for width in _WIDTHS], repeatRows=1)
    table.setStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.grey),
            ("ALIGN", (3, 0), (-1, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    head = [Paragraph(_escaped(line), styles["Heading4"]) for line in form.heading]
    document.build([*head, Spacer(1, 4 * mm), table])
    return stream.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
