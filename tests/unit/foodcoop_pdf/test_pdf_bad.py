# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that are no list, and files that want to do harm: a reason, never more."""

import io
import random
import time

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from odoo.addons.foodcoop_pdf.lib import ocr, page_image, pdf
from odoo.addons.foodcoop_pdf.lib.pdf import read_pdf
from odoo.addons.foodcoop_pdf_page.lib import pdf_letters
from odoo.addons.foodcoop_sheet.lib.table import (
    EMPTY_FILE,
    NO_TABLE,
    NO_TEXT,
    NOT_A_WORKBOOK,
    OCR,
    PASSWORD,
    PICTURE_PAGES,
    TOO_BIG,
    TOO_LONG,
    TOO_MANY_PAGES,
    UNREADABLE_TEXT,
    WRONG_EXTENSION,
    ReadError,
)


@pytest.fixture
def a_list(drawing):
    page = drawing()
    for number in range(20):
        page.left(60, 80 + 20 * number, f"Produit {number}")
        page.right(400, 80 + 20 * number, f"{number},50")
    return page.data()


@pytest.fixture
def photographed(a_list):
    picture = page_image.page_picture(a_list, 1, 1600)
    stream = io.BytesIO()
    picture.save(stream, "PDF", resolution=200)
    return stream.getvalue()


def reason(data):
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "tarif.pdf")
    return caught.value.reason


def rewritten(data, change):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_what_is_no_pdf(a_list):
    assert reason(b"") == EMPTY_FILE
    assert reason(b"PK\x03\x04 a workbook") == WRONG_EXTENSION
    assert reason(b"%PDF-1.7\n nothing more") == NOT_A_WORKBOOK
    assert reason(a_list[: len(a_list) // 2]) == NOT_A_WORKBOOK


def test_a_broken_table_of_places(a_list):
    start = a_list.rindex(b"startxref")
    wrong = a_list[:start] + b"startxref\n17\n%%EOF\n"
    assert reason(wrong) == NOT_A_WORKBOOK


def test_a_password(a_list):
    locked = rewritten(
        a_list, lambda writer: writer.encrypt("secret", algorithm="RC4-128")
    )
    assert reason(locked) == PASSWORD


def test_a_list_that_only_forbids_printing_is_read(a_list):
    open_to_read = rewritten(
        a_list, lambda writer: writer.encrypt("", "owner", algorithm="RC4-128")
    )
    assert len(read_pdf(open_to_read, "tarif.pdf").sheets[0].rows) == 20


def test_five_thousand_pages_are_refused_at_once():
    writer = PdfWriter()
    for _ in range(5000):
        writer.add_blank_page(595, 842)
    stream = io.BytesIO()
    writer.write(stream)
    began = time.perf_counter()
    assert reason(stream.getvalue()) == TOO_MANY_PAGES
    assert time.perf_counter() - began < 3


def test_too_much_on_one_page(monkeypatch, a_list):
    monkeypatch.setattr(pdf_letters, "MAX_LETTERS", 100)
    assert reason(a_list) == TOO_BIG


def test_a_file_too_big(monkeypatch, a_list):
    monkeypatch.setattr(pdf, "MAX_BYTES", len(a_list) - 1)
    assert reason(a_list) == TOO_BIG


def test_prose_holds_no_table(drawing):
    page = drawing()
    for number in range(20):
        page.left(
            60,
            80 + 15 * number,
            "Chers amis, voici la saison des cerises et des fraises.",
        )
    assert reason(page.data()) == NO_TABLE


def test_a_picture_holds_no_text(photographed):
    assert reason(photographed) == NO_TEXT


def test_a_page_that_is_a_picture_is_said(a_list, photographed):
    def add(writer):
        writer.append(io.BytesIO(photographed))

    document = read_pdf(rewritten(a_list, add), "tarif.pdf")
    assert document.notes == (PICTURE_PAGES,)


def test_letters_that_mean_nothing(drawing):
    page = drawing()
    for number in range(20):
        page.left(60, 80 + 20 * number, "Produit")
        page.right(400, 80 + 20 * number, "1,50")
    data = page.data()
    codes = b"".join(b"<%02x> <e0%02x>\n" % (n, n) for n in range(32, 122))
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"90 beginbfchar\n" + codes + b"endbfchar\nendcmap end end"
    )

    def unmap(writer):
        from pypdf.generic import NameObject, StreamObject  # noqa: PLC0415

        stream = StreamObject()
        stream.set_data(cmap)
        fonts = writer.pages[0]["/Resources"]["/Font"]
        for name in fonts:
            fonts[name].get_object()[NameObject("/ToUnicode")] = writer._add_object(
                stream
            )

    assert reason(rewritten(data, unmap)) == UNREADABLE_TEXT


def test_a_page_as_picture(a_list):
    picture = Image.open(io.BytesIO(page_image.page_png(a_list, 1, width=600)))
    assert picture.width == 600 and picture.height == pytest.approx(849, abs=2)
    (sheet,) = read_pdf(a_list, "tarif.pdf").sheets
    box = [
        side * 600 / page_image.page_size(a_list, 1)[0] for side in sheet.boxes[3, 1]
    ]
    inside = picture.convert("L").crop(tuple(map(round, box)))
    assert min(inside.tobytes()) < 100  # the words stand where the box says
    for page in (0, 2):
        with pytest.raises(ReadError):
            page_image.page_png(a_list, page)


def test_a_picture_of_a_huge_page_stays_small():
    writer = PdfWriter()
    writer.add_blank_page(14_000, 14_000)
    stream = io.BytesIO()
    writer.write(stream)
    picture = Image.open(
        io.BytesIO(page_image.page_png(stream.getvalue(), 1, 1_000_000))
    )
    assert picture.width * picture.height <= page_image.MAX_PIXELS * 1.01


@pytest.mark.parametrize("seed", range(6))
def test_mutated_files_end_in_a_document_or_a_reason(real_list, a_list, seed):
    chance = random.Random(seed)
    files = [a_list]
    for name in ("fr_urlab_tarifs_v2.pdf", "de_kernbeisser_ostern_2022.pdf"):
        files.append(real_list(name).read_bytes())
    began = time.perf_counter()
    for data in files * 4:
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 5, 50))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            start = chance.randrange(len(damaged))
            del damaged[start : start + chance.randrange(1, 400)]
        for read in (read_pdf, lambda data, _name: page_image.page_png(data, 1, 200)):
            try:
                read(bytes(damaged), "tarif.pdf")
            except ReadError as error:
                assert error.reason
    assert time.perf_counter() - began < 20


@pytest.mark.skipif(not ocr.available(), reason="tesseract is not on this machine")
def test_a_picture_read_by_tesseract(photographed):
    document = ocr.read_picture(photographed, "tarif.pdf")

    assert document.notes == (OCR,)
    rows = [row for sheet in document.sheets for row in sheet.rows]
    right = [row for row in rows if row[0] and row[0].startswith("Produit") and row[-1]]
    assert len(right) >= 18
    box = document.sheets[0].boxes[1, 1]
    assert 50 < box[0] < 70 and 60 < box[3] < 100  # points, as printed


@pytest.mark.skipif(not ocr.available(), reason="tesseract is not on this machine")
def test_tesseract_is_stopped_in_time(photographed):
    with pytest.raises(ReadError) as caught:
        ocr.read_picture(photographed, "tarif.pdf", seconds=0.05)
    assert caught.value.reason == TOO_LONG


def test_without_tesseract_a_picture_has_no_text(monkeypatch, photographed):
    monkeypatch.setattr(ocr, "languages", lambda: ())
    with pytest.raises(ReadError) as caught:
        ocr.read_picture(photographed, "tarif.pdf")
    assert caught.value.reason == NO_TEXT
