# SPDX-License-Identifier: AGPL-3.0-or-later
import io
from datetime import date

import openpyxl
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.foodcoop_reception_report.lib import count_sheet, workbook
from odoo.addons.foodcoop_reception_report.lib.count_sheet import Row, Sheet, Words

WORDS = Words(
    "Count sheet", "By:", "advice", "Came", "not listed", "page %(page)s of %(last)s"
)


@pytest.fixture(autouse=True)
def fonts():
    count_sheet.use_fonts("Vera.ttf", "VeraBd.ttf")


def written(rows, heading=("Report",), style="0.00"):
    columns = [workbook.Column("Text", 10), workbook.Column("Number", 10, style)]
    table = workbook.Table("a/b", heading, columns, rows, ["Total", 3.5])
    return openpyxl.load_workbook(io.BytesIO(workbook.xlsx(table))).active


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_text_never_becomes_a_formula(text):
    cell = written([[text, 1.0]], heading=[text])["A4"]
    assert (cell.value, cell.data_type) == (text, "s")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_name_makes_a_workbook_that_opens(text):
    assert written([[text, None]], heading=[text]).max_row >= 3


def test_numbers_and_days_are_numbers_and_days():
    sheet = written([["a", 2.5]])
    assert sheet["B4"].value == 2.5
    assert (sheet["A5"].value, sheet["B5"].value) == ("Total", 3.5)
    day = written([["b", date(2026, 11, 21)]], style="yyyy-mm-dd")["B4"]
    assert day.value.date() == date(2026, 11, 21)


def sheet_of(count, **values):
    row = Row(**{"name": "Riz", "ordered": "4", "code": "", "unit": "kg", **values})
    return Sheet("Biodivers'", "P00042", "21/11", ["P00042"], [row] * count)


def read(sheets):
    """(how many pages, the codes that a scanner reads, the words)."""
    document = pypdfium2.PdfDocument(count_sheet.draw(sheets, WORDS))
    pictures = [page.render(scale=300 / 72).to_pil() for page in document]
    found = [one for picture in pictures for one in zxingcpp.read_barcodes(picture)]
    codes = [one.text for one in found]
    words = "".join(page.get_textpage().get_text_range() for page in document)
    return len(document), codes, words


@pytest.mark.parametrize("code", ["9520000000011", "96385074", "LOT-12", "12345678"])
def test_bars_are_read_as_the_product_s_own_code(code):
    pages, codes, _words = read([sheet_of(1, code=code)])
    assert pages == 1
    assert sorted(codes) == sorted([code, "P00042"])


def test_a_product_without_a_code_has_its_row():
    _, codes, words = read([sheet_of(2, name="Carottes", code="")])
    assert codes == ["P00042"]
    assert words.count("Carottes") == 2


@pytest.mark.parametrize("count", [0, 1, count_sheet.PER_PAGE, 300])
def test_every_row_is_numbered_and_every_page_says_which_it_is(count):
    pages, _, words = read([sheet_of(count)])
    assert pages == count_sheet.pages(count)
    assert f"page {pages} of {pages}" in words
    assert str(count + count_sheet.SPARE_ROWS) in words


def test_each_sheet_counts_its_own_pages():
    _, _, words = read([sheet_of(1), sheet_of(1)])
    assert words.count("page 1 of 1") == 2


def test_a_name_without_end_stays_in_its_column():
    _, codes, words = read([sheet_of(1, name="Huile " * 60, code="9520000000011")])
    assert "9520000000011" in codes
    assert words.count("Huile") < 30
