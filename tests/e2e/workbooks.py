# SPDX-License-Identifier: AGPL-3.0-or-later
"""A supplier's workbook: its next date, its look, and what LibreOffice makes of it."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

SOFFICE = shutil.which("soffice")
NAME, CODE, PACK, PRICE, UNIT = 1, 4, 6, 7, 8  # columns of the fishmongers' lists


def row(path, code):
    """The row of a product in a file."""
    return row_of(load_workbook(path).active, code)


def row_of(sheet, code):
    """The first row with this code."""
    return next(
        row
        for row in range(1, sheet.max_row + 1)
        if str(sheet.cell(row, CODE).value or "").strip() == code
    )


def next_date(source, target, prices=(), names=(), replaced=()):
    """A later date of a list, as the supplier edits it.

    ``prices``, ``names``: ``{code: new}``; ``replaced``: a product that is gone and the
    new one in its place, ``{code: (code, name, price)}``.
    """
    workbook = load_workbook(source)
    sheet = workbook.active
    for code, price in dict(prices).items():
        sheet.cell(row_of(sheet, code), PRICE).value = price
    for code, name in dict(names).items():
        sheet.cell(row_of(sheet, code), NAME).value = name
    for code, (new_code, name, price) in dict(replaced).items():
        row = row_of(sheet, code)
        sheet.cell(row, CODE).value = new_code
        sheet.cell(row, NAME).value = name
        sheet.cell(row, PRICE).value = price
    workbook.save(target)
    return target


def look(path, without=()):
    """Everything but what cells hold; ``without`` the style of those newly filled.

    ({cell: style}, widths, heights, merged, pictures)
    """
    sheet = load_workbook(path).active
    styles = {
        cell.coordinate: cell._style
        for row in sheet.iter_rows()
        for cell in row
        if cell.coordinate not in without
    }
    widths = {key: one.width for key, one in sheet.column_dimensions.items()}
    heights = {key: one.height for key, one in sheet.row_dimensions.items()}
    merged = sorted(map(str, sheet.merged_cells.ranges))
    return styles, widths, heights, merged, len(sheet._images)


def contents(path):
    """{cell: value or formula} of the first sheet."""
    sheet = load_workbook(path).active
    return {
        cell.coordinate: cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def printed(path, folder):
    """The workbook as LibreOffice prints it; it sees no settings of the machine."""
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=90,
    )
    return Path(folder, Path(path).stem + ".pdf")


def words(path):
    """The words of each page of a PDF, as often as they stand there."""
    with pypdfium2.PdfDocument(path) as document:
        return [
            Counter(page.get_textpage().get_text_range().split()) for page in document
        ]
