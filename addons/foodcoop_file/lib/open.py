# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which reader a file needs: told by its content. Its name is only held against it.

"prices.xls" that is really an xlsx, a web page or plain text is frequent: it is read
as what it is, and noted.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from odoo.addons.foodcoop_sheet.lib import csvs, limits, ods, text, xls, xlsx
from odoo.addons.foodcoop_sheet.lib.archive import Archive
from odoo.addons.foodcoop_sheet.lib.table import (
    EMPTY_FILE,
    NO_TEXT,
    NOT_A_WORKBOOK,
    OTHER_KIND,
    TOO_BIG,
    TOO_LONG,
    UNKNOWN_KIND,
    Document,
    ReadError,
)
from odoo.addons.foodcoop_trade_file.lib import bnn, dfc, html, xml

Step = Callable[[int, int], None]
_NAMES = {
    **{".xlsx": ("xlsx",), ".xlsm": ("xlsx",), ".xls": ("xls",), ".pdf": ("pdf",)},
    **{".ods": ("ods",), ".fods": ("ods",), ".csv": ("csv",), ".bnn": ("bnn",)},
    **{".xml": ("xml", "ubl", "xls", "ods"), ".html": ("html",), ".htm": ("html",)},
    **{".json": ("dfc",), ".jsonld": ("dfc",)},
}
_FOREIGN = (b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")


def read_document(data: bytes, filename: str, step: Step = lambda *_: None) -> Document:
    """Read a supplier's file; raises ReadError with a reason and a place.

    ``step(done, total)`` is told how far a long file has got.
    """
    try:
        document = _read(data, filename, step)
    except ReadError:
        raise
    except (MemoryError, RecursionError) as error:
        raise ReadError(TOO_LONG) from error
    except Exception as error:  # a damaged file may fail anywhere
        raise ReadError(NOT_A_WORKBOOK) from error
    expected = _NAMES.get(PurePath(filename.lower()).suffix)
    if expected and document.kind not in expected:
        return replace(document, notes=(*document.notes, OTHER_KIND))
    return document


def _read(data: bytes, filename: str, step: Step) -> Document:
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(EMPTY_FILE)
    if len(data) > limits.MAX_BYTES:
        raise ReadError(TOO_BIG)
    if data.startswith(b"PK"):
        return _read_archive(Archive(data), step)
    if xls.is_old_excel(data):
        return xls.read_old_excel(data)
    if b"%PDF-" in data[:1024]:
        return _read_pdf(data, filename, step)
    if data.startswith(_FOREIGN):
        raise ReadError(UNKNOWN_KIND)
    return _read_text(data)


def _read_pdf(data: bytes, filename: str, step: Step) -> Document:
    """Its text; of a picture, what tesseract makes of it on machines that have it."""
    from odoo.addons.foodcoop_pdf.lib import ocr, pdf  # noqa: PLC0415 (half a second, for PDF only)

    try:
        return pdf.read_pdf(data, filename)
    except ReadError as error:
        if error.reason != NO_TEXT or not ocr.available():
            raise
    return ocr.read_picture(data, filename, step)


def _read_archive(archive: Archive, step: Step) -> Document:
    if xlsx.is_workbook(archive):
        return xlsx.read_workbook(archive, step)
    if ods.is_workbook(archive):
        return ods.read_workbook(archive)
    raise ReadError(UNKNOWN_KIND)


def _read_text(data: bytes) -> Document:
    if bnn.is_bnn(data[:10].decode("latin-1").removeprefix("ï»¿")):
        return bnn.read_bnn(text.decode(data, (bnn.ENCODING,)))
    if xml.is_xml(data):
        page = text.decode(data)
        return html.read_page(page) if html.is_page(page) else xml.read_xml(data)
    words = text.decode(data)
    if html.is_page(words):
        return html.read_page(words)
    if dfc.is_dfc(words):
        return dfc.read_dfc(words)
    if words.lstrip()[:1] in "{[" and words.rstrip()[-1:] in "}]":
        raise ReadError(UNKNOWN_KIND)  # JSON of others, and what looks like it
    return csvs.read_text(words)
